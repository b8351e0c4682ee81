import { z } from 'zod';
import { planSchema } from '#core/plans/plan.ts';
import type { CorrectionRefusal } from '#core/reading/correct-reading.ts';
import { correctionSchema, type Draft, draftInputSchema } from '#core/reading/draft.ts';
import type { Correction } from '#core/reading/plan-reading.ts';
import { recordEvent } from '#server/db/events.ts';
import { findPlan } from '#server/db/live-plan.ts';
import { readingLimits } from '#server/documents/read-document.ts';
import { type Refused, type Route, refuse, routesOf, type Upload } from '#server/http/route.ts';
import { correctedReading, keepReading } from './confirm.ts';
import { lockUnit } from './plan-store.ts';
import { type ReadingRefusal, readingProblems } from './problems.ts';
import { readUpload } from './read-upload.ts';
import { closeReading, findReading, type KeptReading, listOpenReadings, saveCorrections } from './store.ts';

const idSchema = z.object({ id: z.uuid() });
const statusSchema = z.enum(['open', 'confirmed', 'discarded']);
const draftSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  status: statusSchema,
  createdAt: z.string(),
  reading: z.looseObject({}).describe('what was read, corrected and checked'),
  findingsAtFirst: z.array(z.looseObject({})),
  corrections: z.array(correctionSchema),
  blocks: z.array(z.looseObject({})).describe('the paragraphs and tables of the document'),
  version: z.int(),
});

export function readingRoutes(): Route[] {
  const { inUnit } = routesOf<ReadingRefusal>(readingProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/readings',
      permission: 'plan.import',
      summary: 'reads a plan from a file or pasted text and keeps the reading for review',
      body: 'upload',
      bodyLimit: readingLimits.size,
      answer: draftSchema,
      async run({ tx, actor, body }) {
        const saved = await readUpload(tx, actor, uploadedFile(body));
        if ('kind' in saved) {
          return saved.kind === 'too_large'
            ? refuse({ kind: 'too_large', limitMiB: readingLimits.size / 1024 / 1024 })
            : refuse(saved);
        }
        const kept = await findReading(tx, actor.unitId, saved.id);
        return kept ? draftOf(kept) : refuse({ kind: 'not_found' });
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/readings',
      permission: 'plan.import',
      summary: 'readings that wait for review, newest first',
      answer: z.array(
        z.object({ id: z.uuid(), fileName: z.string(), createdAt: z.string(), status: statusSchema }),
      ),
      run: ({ tx, actor }) => listOpenReadings(tx, actor.unitId),
    }),
    inUnit({
      method: 'get',
      path: '/api/readings/{id}',
      permission: 'plan.import',
      summary: 'one reading with its corrections applied and checked again',
      params: idSchema,
      answer: draftSchema,
      async run({ tx, actor, params: { id } }) {
        const kept = await findReading(tx, actor.unitId, id);
        return kept ? draftOf(kept) : refuse({ kind: 'not_found', noun: 'reading' });
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/readings/{id}',
      permission: 'plan.import',
      summary: 'replaces the whole list of corrections',
      params: idSchema,
      body: draftInputSchema,
      bodyLimit: 4 * 1024 * 1024,
      answer: draftSchema,
      async run({ tx, actor, params: { id }, body: { corrections, version } }) {
        const kept = findOpen(await findReading(tx, actor.unitId, id, { isLocked: true }), version);
        if (!('reading' in kept)) return kept;
        const draft = draftOf({ ...kept, corrections: corrections as Correction[], version: version + 1 });
        if (!('reading' in draft)) return draft;
        await saveCorrections(tx, actor.unitId, id, draft.corrections);
        await recordEvent(tx, actor, {
          noun: 'reading',
          subjectId: id,
          verb: 'corrected',
          before: { corrections: kept.corrections.length },
          after: { corrections: corrections.length },
        });
        return draft;
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/readings/{id}/confirm',
      permission: 'plan.confirm',
      summary: 'makes the reading the live plan of its year',
      params: idSchema,
      body: z.object({ version: z.int() }),
      answer: planSchema,
      async run({ tx, actor, params: { id }, body: { version }, today }) {
        await lockUnit(tx, actor.unitId);
        const kept = findOpen(await findReading(tx, actor.unitId, id, { isLocked: true }), version);
        if (!('reading' in kept)) return kept;
        const refusal = await keepReading(tx, actor, kept, today);
        if (refusal) return refuse(refusal);
        return (await findPlan(tx, actor.unitId)) ?? refuse({ kind: 'not_found' });
      },
    }),
    inUnit({
      method: 'delete',
      path: '/api/readings/{id}',
      permission: 'plan.import',
      summary: 'discards a reading',
      params: idSchema,
      answer: 'nothing',
      async run({ tx, actor, params: { id } }) {
        const kept = await findReading(tx, actor.unitId, id, { isLocked: true });
        if (!kept) return refuse({ kind: 'not_found', noun: 'reading' });
        if (kept.status !== 'open') return refuse({ kind: 'reading_closed', status: kept.status });
        await closeReading(tx, actor.unitId, id, 'discarded');
        const after = { fileName: kept.fileName };
        await recordEvent(tx, actor, { noun: 'reading', subjectId: id, verb: 'discarded', after });
        return undefined;
      },
    }),
  ];
}

/** Pasted text is a plain text file with a name that says so. */
function uploadedFile(body: Upload): { fileName: string; bytes: Uint8Array } {
  if ('bytes' in body) return body;
  return { fileName: 'Văn bản dán vào.txt', bytes: new TextEncoder().encode(body.text) };
}

function findOpen(kept: KeptReading | undefined, version: number) {
  if (!kept) return refuse({ kind: 'not_found', noun: 'reading' });
  if (kept.status !== 'open') return refuse({ kind: 'reading_closed', status: kept.status });
  return kept.version === version ? kept : refuse({ kind: 'stale_version' });
}

function draftOf(kept: KeptReading): Draft | Refused<CorrectionRefusal> {
  const reading = correctedReading(kept);
  if ('kind' in reading) return refuse(reading);
  const { id, fileName, status, createdAt, corrections, blocks, version } = kept;
  const findingsAtFirst = kept.reading.findings;
  return { id, fileName, status, createdAt, reading, findingsAtFirst, corrections, blocks, version };
}
