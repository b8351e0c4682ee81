import { type DocumentRefusal, explainDocumentRefusal } from '#core/reading/document-refusal.ts';
import type { Problem, ProblemsOf } from '#server/http/problems.ts';

/** Refusals of a file but its size, which every upload answers alike. */
export type UnreadableFile = Exclude<DocumentRefusal, { kind: 'too_large' }>;

function explained(status: Problem<UnreadableFile>['status']): Problem<UnreadableFile> {
  return {
    status,
    vi: (refusal) => explainDocumentRefusal(refusal).vi,
    en: (refusal) => explainDocumentRefusal(refusal).en,
  };
}

/** How a file that is not read is answered. */
export const documentProblems = {
  empty: explained(400),
  wrong_type: explained(415),
  zip_bomb: explained(422),
  unsafe_archive: explained(422),
  forbidden_xml: explained(422),
  damaged: explained(422),
  password_protected: explained(422),
  macro: explained(422),
  no_text: explained(422),
  legacy_doc: explained(415),
  took_too_long: explained(422),
  too_complex: explained(422),
  unsupported: explained(415),
} satisfies ProblemsOf<UnreadableFile>;
