import { explainDocumentRefusal } from '#core/reading/document-refusal.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { findPlan } from '#server/db/live-plan.ts';
import { describeRefusal, type Problem } from '#server/http/problems.ts';
import { Refused, refuse } from '#server/http/route.ts';
import { keepUnlessRefused } from '#server/http/transaction.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';
import { keepReading } from '#server/reading/confirm.ts';
import { lockUnit } from '#server/reading/plan-store.ts';
import { readingProblems } from '#server/reading/problems.ts';
import { readUpload } from '#server/reading/read-upload.ts';
import { findReading } from '#server/reading/store.ts';
import { openFile } from './open-file.ts';
import { done, type Given, type Outcome, refused } from './outcome.ts';
import { consoleActor, withUnit } from './with-database.ts';

/** Reads a file into a unit; with --confirm it becomes the live plan, and nothing is kept when it cannot. */
export async function importPlan(given: Given): Promise<Outcome> {
  const file = await openFile(given.operands[0]!);
  if ('kind' in file) return refused(file, given);
  return withUnit(given, async (database, unit) => {
    const actor = consoleActor(unit.id);
    const result = await keepUnlessRefused(
      database.kysely,
      { unitId: unit.id, role: 'system' },
      async (tx) => {
        const saved = await readUpload(tx, actor, file);
        if ('kind' in saved) return refuse(saved);
        if (!given.confirm) return { readingId: saved.id };
        await lockUnit(tx, unit.id);
        const kept = (await findReading(tx, unit.id, saved.id))!;
        const refusal = await keepReading(tx, actor, kept, dayInVietNam(new Date()));
        return refusal ? refuse(refusal) : { readingId: saved.id };
      },
    );
    if (result instanceof Refused) return refused(inWords(result.refusal), given);
    const plan = given.confirm
      ? await inUnit(database.kysely, { unitId: unit.id, role: 'system' }, (tx) => findPlan(tx, unit.id))
      : undefined;
    const words = plan
      ? `Đã xác nhận kế hoạch năm ${plan.year} của ${unit.name}: ${plan.leaves} dòng chấm điểm.`
      : `Đã lưu bản đọc ${result.readingId} của ${unit.name}. Hãy mở trang để soát và xác nhận.`;
    return done({ ...result, unitId: unit.id, plan: plan ?? null }, words, given);
  });
}

type ImportRefusal = Parameters<typeof explainDocumentRefusal>[0] | { kind: keyof typeof readingProblems };

function inWords(refusal: ImportRefusal): { kind: string; vi: string; en: string } {
  if (refusal.kind === 'too_large')
    return {
      kind: refusal.kind,
      ...explainDocumentRefusal(refusal as Parameters<typeof explainDocumentRefusal>[0]),
    };
  const problems = readingProblems as unknown as Record<string, Problem<never>>;
  return describeRefusal(refusal, problems).body.problem;
}
