import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDay } from '#core/deadlines/days.ts';
import { recordEvent } from '#server/db/events.ts';
import { inUnit, type Tx } from '#server/db/in-unit.ts';
import { exportLines } from '#server/events/export-lines.ts';
import { done, type Given, type Outcome, refused, usageFault } from './outcome.ts';
import { consoleActor, withUnit } from './with-database.ts';

/** Writes the log of a unit to a file that scripts/verify-log.mjs checks without a database. */
export async function exportLog(given: Given): Promise<Outcome> {
  const { from, to } = given;
  const wrong = [from, to].find((day) => day !== undefined && !isDay(day));
  if (wrong !== undefined) {
    const vi = `"${wrong}" không phải là ngày. Hãy viết như 2026-11-28.`;
    return usageFault(vi, `"${wrong}" is no day. Write it like 2026-11-28.`);
  }
  return withUnit(given, async ({ kysely }, unit) => {
    const path = given.output!;
    const within = <T>(work: (tx: Tx) => Promise<T>) =>
      inUnit(kysely, { unitId: unit.id, role: 'system' }, work);
    await within((tx) =>
      recordEvent(tx, consoleActor(unit.id), {
        noun: 'log',
        subjectId: unit.id,
        verb: 'exported',
        after: { from, to },
      }),
    );
    let lines = 0;
    async function* texts() {
      for await (const part of exportLines(within, unit.id, { from, to })) {
        lines += part.lines;
        yield part.text;
      }
    }
    const problem = await pipeline(Readable.from(texts()), createWriteStream(path)).then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error,
    );
    if (problem !== undefined && problem.syscall === undefined) throw problem;
    if (problem !== undefined) {
      const vi = `Không ghi được tệp ${path}: ${problem.message}. Hãy kiểm tra thư mục và quyền ghi.`;
      const en = `${path} could not be written: ${problem.message}. Check the folder and its rights.`;
      return refused({ kind: 'not_written', vi, en }, given);
    }
    return done(
      { file: path, lines },
      `Đã ghi ${lines} dòng nhật ký vào ${path}. Kiểm tra bằng: node scripts/verify-log.mjs ${path}`,
      given,
    );
  });
}
