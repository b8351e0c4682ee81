import {
  EVIDENCE_KINDS,
  EVIDENCE_STATUSES,
  EVIDENCE_TARGETS,
  type EvidenceKind,
  type EvidenceStatus,
  type EvidenceTarget,
} from '#core/evidence/evidence-words.ts';

export const SIGNS = ['yes', 'no', 'broken'] as const;
export const LINKED_TO = ['none', ...EVIDENCE_TARGETS] as const;

/** What the address says of the list. Nothing set means all evidence of the year. */
export type EvidenceSearch = {
  q?: string | undefined;
  status?: EvidenceStatus | undefined;
  kind?: EvidenceKind | undefined;
  link?: 'none' | EvidenceTarget | undefined;
  signed?: (typeof SIGNS)[number] | undefined;
  /** The code of a field: evidence of any of its leaves. */
  field?: string | undefined;
};

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What an address asks of the list; whatever it asks wrongly is left out. */
export function readEvidenceAddress(search: Record<string, unknown>): EvidenceSearch {
  return {
    q: word(search.q),
    status: EVIDENCE_STATUSES.find((each) => each === search.status),
    kind: EVIDENCE_KINDS.find((each) => each === search.kind),
    link: LINKED_TO.find((each) => each === search.link),
    signed: SIGNS.find((each) => each === search.signed),
    field: word(search.field),
  };
}
