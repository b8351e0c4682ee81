import { type Hundredths, sumPoints } from '#core/points.ts';
import type { AnnexRow } from './annex-row.ts';
import { ancestorsOf, arrangeTree, BY_ID } from './tree.ts';

export const POINT_PROPERTIES = ['maxPoints', 'lastPoints', 'targetPoints'] as const;
export type PointProperty = (typeof POINT_PROPERTIES)[number];

/** Whether a property of a row holds points. */
export function isPointProperty(property: string): property is PointProperty {
  return POINT_PROPERTIES.some((each) => each === property);
}

export type PointChanges = { [P in PointProperty]?: Hundredths | null };

/** `field` is the property that was typed, `kept` its value, which stays. */
export type RowRefusal =
  | { kind: 'parent_is_sum'; field: PointProperty; id: string; kept: Hundredths | null }
  | { kind: 'over_maximum'; field: PointProperty; id: string; maximum: Hundredths; kept: Hundredths | null }
  | { kind: 'below_zero'; field: PointProperty; id: string; kept: Hundredths | null }
  | { kind: 'maximum_needed'; field: PointProperty; id: string; kept: Hundredths | null };

/**
 * Whether the points of a row may become these. Only leaves have points of their own: above them
 * everything is a sum. No value may pass the maximum; below zero only a penalty goes. `id` in the
 * refusal is the row's code.
 */
export function refusePoints(row: AnnexRow, changes: PointChanges): RowRefusal | undefined {
  const maximum = changes.maxPoints ?? row.maxPoints;
  for (const field of POINT_PROPERTIES) {
    const points = changes[field];
    if (points === undefined || points === row[field]) continue;
    const about = { field, id: row.code, kept: row[field] };
    if (!row.isLeaf) return { kind: 'parent_is_sum', ...about };
    if (field === 'maxPoints' && points === null) return { kind: 'maximum_needed', ...about };
    if (points === null) continue;
    if (points < 0 && (field === 'maxPoints' || row.source !== 'penalty'))
      return { kind: 'below_zero', ...about };
    if (points > maximum) return { kind: 'over_maximum', maximum, ...about };
  }
  if (changes.maxPoints === undefined || changes.maxPoints === null) return undefined;
  const highest = (['lastPoints', 'targetPoints'] as const).find(
    (field) => (changes[field] === undefined ? row[field] : changes[field])! > maximum,
  );
  return highest
    ? { kind: 'over_maximum', field: highest, id: row.code, maximum, kept: row[highest] }
    : undefined;
}

export type RolledChange = { id: string; code: string; before: PointChanges; after: PointChanges };

/**
 * What becomes of the rows above when leaves change: each parent is again the exact sum of its
 * children, from the changed leaves up. Only properties that were changed below are added again, and
 * only parents whose value differs are returned, nearest first.
 */
export function rollUpChanges(
  rows: readonly AnnexRow[],
  changesById: ReadonlyMap<string, PointChanges>,
): RolledChange[] {
  const tree = arrangeTree(rows, BY_ID);
  const now: AnnexRow[] = rows.map((row) => ({ ...row, ...defined(changesById.get(row.id) ?? {}) }));
  const touchedByParent = new Map<number, Set<PointProperty>>();
  rows.forEach((row, position) => {
    const touched = POINT_PROPERTIES.filter((property) => changesById.get(row.id)?.[property] !== undefined);
    for (const ancestor of touched.length > 0 ? ancestorsOf(tree, position) : []) {
      const known = touchedByParent.get(ancestor) ?? new Set();
      for (const property of touched) known.add(property);
      touchedByParent.set(ancestor, known);
    }
  });
  const deepestFirst = [...touchedByParent].sort(([one], [other]) => rows[other]!.level - rows[one]!.level);
  const rolled: RolledChange[] = [];
  for (const [position, properties] of deepestFirst) {
    const row = now[position]!;
    const before: PointChanges = {};
    const after: PointChanges = {};
    for (const property of properties) {
      const values = tree.childrenOf[position]!.map((child) => now[child]![property]);
      const sum = values.every((value) => value === null)
        ? null
        : sumPoints(values.map((value) => value ?? 0));
      if (sum === row[property]) continue;
      before[property] = row[property];
      after[property] = sum;
    }
    if (Object.keys(after).length === 0) continue;
    now[position] = { ...row, ...defined(after) };
    rolled.push({ id: row.id, code: row.code, before, after });
  }
  return rolled;
}

function defined(changes: PointChanges): Partial<Pick<AnnexRow, PointProperty>> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
