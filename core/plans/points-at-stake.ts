import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Task } from './task.ts';

/** What leaves lost last year, by their code, in hundredths; a leaf not scored lost nothing that is known. */
export type LostByCode = ReadonlyMap<string, number>;

/** What each scored leaf of an annex fell short of its maximum last year; never less than nothing. */
export function lostByCode(
  rows: readonly Pick<AnnexRow, 'code' | 'isLeaf' | 'maxPoints' | 'lastPoints'>[],
): LostByCode {
  const leaves = rows.filter((row) => row.isLeaf && row.lastPoints !== null);
  return new Map(leaves.map((row) => [row.code, Math.max(0, row.maxPoints - (row.lastPoints ?? 0))]));
}

/** What the criteria of these tasks lost last year, each leaf counted once however many tasks serve it. */
export function pointsOfTasks(tasks: readonly Pick<Task, 'criteria'>[], lost: LostByCode): number {
  const linked = new Set(tasks.flatMap((task) => task.criteria.map(({ code }) => code)));
  let sum = 0;
  for (const [code, points] of lost) {
    const isLinked = [...linked].some((each) => code === each || code.startsWith(`${each}.`));
    if (isLinked) sum += points;
  }
  return sum;
}
