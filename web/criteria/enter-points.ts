import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { type Hundredths, readPoints } from '#core/points.ts';

export type PointsProperty = 'lastPoints' | 'targetPoints';

/** What is wrong with typed points: the old value stays, nothing is bent to fit. */
export type PointsProblem =
  | { kind: 'not_points' }
  | { kind: 'out_of_range'; min: Hundredths; max: Hundredths };

/**
 * Typed points of one leaf. An empty field means "not scored" (null). A penalty takes 0 and below,
 * everything else 0 to its maximum.
 */
export function enterPoints(
  text: string,
  row: Pick<AnnexRow, 'maxPoints' | 'source'>,
): { points: Hundredths | null } | { problem: PointsProblem } {
  if (text.trim() === '' || text.trim() === '–') return { points: null };
  const points = readPoints(text);
  if (points === undefined) return { problem: { kind: 'not_points' } };
  const min = row.source === 'penalty' ? -10_000 : 0;
  if (points < min || points > row.maxPoints) {
    return { problem: { kind: 'out_of_range', min, max: row.maxPoints } };
  }
  return { points };
}

/** What a pasted column comes to: the values that fit their leaf, those refused and why, those with no leaf left. */
export type EnteredColumn<Row> = {
  fitting: { row: Row; typed: string }[];
  refused: { row: Row; typed: string; problem: PointsProblem }[];
  beyond: number;
};

/** A pasted column laid over the leaves from one on, in the order given; the leaf of a refused value is left out. */
export function enterColumn<Row extends Pick<AnnexRow, 'id' | 'maxPoints' | 'source'>>(
  leaves: readonly Row[],
  firstId: string,
  texts: readonly string[],
): EnteredColumn<Row> {
  const below = leaves.slice(leaves.findIndex((row) => row.id === firstId));
  const column: EnteredColumn<Row> = {
    fitting: [],
    refused: [],
    beyond: Math.max(0, texts.length - below.length),
  };
  for (const [at, typed] of texts.slice(0, below.length).entries()) {
    const row = below[at]!;
    const entered = enterPoints(typed, row);
    if ('problem' in entered) column.refused.push({ row, typed, problem: entered.problem });
    else column.fitting.push({ row, typed });
  }
  return column;
}

/** The rows with one leaf's points changed and every ancestor added up again; an ancestor with no scored leaf has none. */
export function withPoints(
  rows: readonly AnnexRow[],
  id: string,
  property: PointsProperty,
  points: Hundredths | null,
): AnnexRow[] {
  const changed = new Map(rows.map((row) => [row.id, row]));
  const leaf = changed.get(id);
  if (!leaf) return [...rows];
  changed.set(id, { ...leaf, [property]: points });
  let parentId = leaf.parentId;
  while (parentId) {
    const parent = changed.get(parentId);
    if (!parent) break;
    changed.set(parent.id, { ...parent, [property]: addChildren(changed.values(), parent.id, property) });
    parentId = parent.parentId;
  }
  return rows.map((row) => changed.get(row.id) ?? row);
}

function addChildren(
  rows: Iterable<AnnexRow>,
  parentId: string,
  property: PointsProperty,
): Hundredths | null {
  let sum: Hundredths | null = null;
  for (const row of rows) {
    const points = row[property];
    if (row.parentId === parentId && points !== null) sum = (sum ?? 0) + points;
  }
  return sum;
}

export type CriteriaTotals = {
  maxPoints: Hundredths;
  lastPoints: Hundredths | null;
  targetPoints: Hundredths | null;
  gapPoints: Hundredths;
};

/** The sums over the leaves among the rows: of the whole tree, the plan's three totals. */
export function addTotals(rows: readonly AnnexRow[]): CriteriaTotals {
  const totals: CriteriaTotals = { maxPoints: 0, lastPoints: null, targetPoints: null, gapPoints: 0 };
  for (const row of rows) {
    if (!row.isLeaf) continue;
    totals.maxPoints += row.maxPoints;
    if (row.lastPoints !== null) totals.lastPoints = (totals.lastPoints ?? 0) + row.lastPoints;
    if (row.targetPoints !== null) totals.targetPoints = (totals.targetPoints ?? 0) + row.targetPoints;
    if (row.lastPoints !== null) {
      totals.gapPoints += Math.max(0, (row.targetPoints ?? row.maxPoints) - row.lastPoints);
    }
  }
  return totals;
}

/** The points of the leaves among the rows as their rules give them; null when none of them has any. */
export function addOwnPoints(
  rows: readonly Pick<AnnexRow, 'id' | 'isLeaf'>[],
  ownById: ReadonlyMap<string, Hundredths | null>,
): Hundredths | null {
  let sum: Hundredths | null = null;
  for (const row of rows) {
    const points = row.isLeaf ? (ownById.get(row.id) ?? null) : null;
    if (points !== null) sum = (sum ?? 0) + points;
  }
  return sum;
}
