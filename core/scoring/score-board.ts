import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { ancestorsOf, arrangeTree, BY_ID } from '#core/criteria/tree.ts';
import type { Hundredths } from '#core/points.ts';
import type { Evaluation } from './evaluation.ts';
import type { ScoreBoard, ScoreRow } from './leaf-score.ts';
import { rescale } from './rescale.ts';

/**
 * The points of every row of the annex now: leaves as their rules give them, rows above as the exact
 * sum of the leaves below that have points. A leaf taken out as not applicable adds nothing and
 * leaves the scale; the whole is then also told on the full scale (QĐ 2940/QĐ-UBND of Hà Nội does so
 * for a missing survey). `evaluationById` holds leaves by the id of their criterion.
 */
export function scoreBoard(
  rows: readonly Pick<AnnexRow, 'id' | 'parentId' | 'code' | 'isLeaf' | 'maxPoints'>[],
  evaluationById: ReadonlyMap<string, Evaluation>,
  asOf: string,
): ScoreBoard {
  const tree = arrangeTree(rows, BY_ID);
  const board: ScoreRow[] = rows.map((row) => ({
    criterionId: row.id,
    code: row.code,
    isLeaf: row.isLeaf,
    points: null,
    maxPoints: row.maxPoints,
    scored: 0,
    leaves: 0,
    status: row.isLeaf ? 'not_scored' : 'sum',
    isDraft: false,
  }));
  const whole = {
    points: null as Hundredths | null,
    maxPoints: 0,
    removedPoints: 0,
    scored: 0,
    leaves: 0,
    drafts: 0,
  };
  rows.forEach((row, position) => {
    if (!row.isLeaf) return;
    const evaluation = evaluationById.get(row.id);
    const leaf = board[position]!;
    leaf.status = evaluation?.status ?? 'not_scored';
    leaf.isDraft = evaluation?.isDraft ?? false;
    const points = evaluation?.status === 'scored' ? evaluation.points : null;
    whole.leaves += 1;
    whole.maxPoints += row.maxPoints;
    if (leaf.status === 'removed') whole.removedPoints += row.maxPoints;
    if (points !== null) {
      whole.points = (whole.points ?? 0) + points;
      whole.scored += 1;
      if (leaf.isDraft) whole.drafts += 1;
    }
    for (const each of [position, ...ancestorsOf(tree, position)]) {
      const above = board[each]!;
      above.leaves += 1;
      if (points === null) continue;
      above.points = (above.points ?? 0) + points;
      above.scored += 1;
    }
  });
  const { points, removedPoints, maxPoints } = whole;
  const isRescaled = points !== null && removedPoints > 0 && removedPoints < maxPoints;
  return {
    asOf,
    ...whole,
    rescaled: isRescaled ? rescale(points, removedPoints, maxPoints) : null,
    rows: board,
  };
}
