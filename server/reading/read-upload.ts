import { createHash } from 'node:crypto';
import type { SourceDocument } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { readPlan } from '#core/reading/read-plan.ts';
import { type EventActor, recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findDeadlineRules } from '#server/db/work-calendar.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { listKnownDepartments, saveReading } from './store.ts';

/** Reads a plan from the bytes of a file and keeps the reading open for review. Returns its id. */
export async function readUpload(
  tx: Tx,
  actor: EventActor,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<{ id: string } | DocumentRefusal> {
  const source = await readDocument(bytes, fileName);
  if (!('blocks' in source)) return source;
  const knownDepartments = await listKnownDepartments(tx, actor.unitId);
  const reading = readPlan(source, {
    knownDepartments,
    deadlines: await findDeadlineRules(tx, actor.unitId),
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { unitId, userId } = actor;
  const size = bytes.length;
  const id = await saveReading(tx, {
    unitId,
    userId,
    fileName,
    sha256,
    size,
    blocks: shownBlocks(source),
    reading,
  });
  const after = { fileName, sha256, size };
  await recordEvent(tx, actor, { noun: 'reading', subjectId: id, verb: 'created', after });
  return { id };
}

/** What a person may see beside the reading: not the hidden sheets of a workbook. */
function shownBlocks({ blocks }: SourceDocument): SourceDocument['blocks'] {
  return blocks.filter((block) => block.kind !== 'table' || !block.isHidden);
}
