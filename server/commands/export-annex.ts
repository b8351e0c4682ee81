import { writeFile } from 'node:fs/promises';
import { inUnit } from '#server/db/in-unit.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';
import { writeAnnex } from '#server/plans/annex-file.ts';
import { planProblems } from '#server/plans/problems.ts';
import { done, type Given, type Outcome, refused } from './outcome.ts';
import { withUnit } from './with-database.ts';

/** Writes the annex of a unit's live plan to a file. */
export function exportAnnex(given: Given): Promise<Outcome> {
  return withUnit(given, async (database, unit) => {
    const today = dayInVietNam(new Date());
    const annex = await inUnit(database.kysely, { unitId: unit.id, role: 'system' }, (tx) =>
      writeAnnex(tx, unit.id, today),
    );
    if (!annex) {
      const { vi, en } = planProblems.no_plan;
      return refused({ kind: 'no_plan', vi, en }, given);
    }
    const path = given.output!;
    const problem = await writeFile(path, annex.bytes).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (problem !== undefined) {
      const vi = `Không ghi được tệp ${path}: ${problem}. Hãy kiểm tra thư mục và quyền ghi.`;
      const en = `${path} could not be written: ${problem}. Check the folder and its rights.`;
      return refused({ kind: 'not_written', vi, en }, given);
    }
    return done(
      { file: path, bytes: annex.bytes.length },
      `Đã ghi phụ lục năm ${annex.year} vào ${path}.`,
      given,
    );
  });
}
