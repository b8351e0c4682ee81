import { parentCode } from './code.ts';

/**
 * The criteria tree as it stands on paper: field (lĩnh vực), criterion (tiêu chí), component (tiêu chí
 * thành phần), found again from codes such as "VII.3.1" or from the ids of parents.
 */

export type Tree<Row> = {
  /** All rows in the order given, which is the order of the document. */
  rows: readonly Row[];
  /** For each row the position of its parent, −1 for a root. */
  parentOf: readonly number[];
  /** For each row the positions of its children, in document order. */
  childrenOf: readonly (readonly number[])[];
  /** Rows whose parent is named but not among the rows; they stand as roots. */
  orphans: readonly number[];
  /** Positions by key; of two rows with one key the first counts. */
  positionByKey: ReadonlyMap<string, number>;
};

/** Where a row's own key and its parent's are found: codes of a reading, ids of kept rows. */
export type TreeKeys<Row> = {
  keyOf: (row: Row) => string;
  parentKeyOf: (row: Row) => string | null | undefined;
};

/** Keys for rows that carry full codes. */
export const BY_CODE: TreeKeys<{ code: string }> = {
  keyOf: (row) => row.code,
  parentKeyOf: (row) => parentCode(row.code),
};

/** Keys for rows kept with ids. */
export const BY_ID: TreeKeys<{ id: string; parentId: string | null }> = {
  keyOf: (row) => row.id,
  parentKeyOf: (row) => row.parentId,
};

/**
 * Arranges rows into their tree. Refuses nothing: a row whose parent is missing, or is the row
 * itself, becomes a root and is listed among the orphans, for the checks to report.
 */
export function arrangeTree<Row>(rows: readonly Row[], keys: TreeKeys<Row>): Tree<Row> {
  const positionByKey = new Map<string, number>();
  rows.forEach((row, position) => {
    const key = keys.keyOf(row);
    if (!positionByKey.has(key)) positionByKey.set(key, position);
  });
  const childrenOf: number[][] = rows.map(() => []);
  const orphans: number[] = [];
  const parentOf = rows.map((row, position) => {
    const parentKey = keys.parentKeyOf(row) ?? undefined;
    if (parentKey === undefined) return -1;
    const parent = positionByKey.get(parentKey);
    if (parent === undefined || parent === position) {
      orphans.push(position);
      return -1;
    }
    childrenOf[parent]!.push(position);
    return parent;
  });
  return { rows, parentOf, childrenOf, orphans, positionByKey };
}

/** Positions of the leaves, the rows points are given to, in document order. */
export function leavesOf<Row>(tree: Tree<Row>): number[] {
  return tree.rows.flatMap((_row, position) => (tree.childrenOf[position]!.length === 0 ? [position] : []));
}

/** Positions of a row's ancestors, nearest first. */
export function ancestorsOf<Row>(tree: Tree<Row>, position: number): number[] {
  const ancestors: number[] = [];
  let parent = tree.parentOf[position] ?? -1;
  while (parent >= 0 && ancestors.length <= tree.rows.length) {
    ancestors.push(parent);
    parent = tree.parentOf[parent] ?? -1;
  }
  return ancestors;
}

/**
 * Who answers for each row: the owners its own cell names, else those of the nearest ancestor that
 * names any, marked with where they came from (the plan names a department once for a whole field).
 */
export function inheritOwners<Row, Owned extends object>(
  tree: Tree<Row>,
  keyOf: (row: Row) => string,
  ownOwnersOf: (row: Row) => readonly Owned[],
): (Owned & { inheritedFrom?: string })[][] {
  return tree.rows.map((row, position) => {
    const own = ownOwnersOf(row);
    if (own.length > 0) return own.map((owner) => ({ ...owner }));
    for (const ancestor of ancestorsOf(tree, position)) {
      const above = tree.rows[ancestor]!;
      const owners = ownOwnersOf(above);
      if (owners.length > 0) return owners.map((owner) => ({ ...owner, inheritedFrom: keyOf(above) }));
    }
    return [];
  });
}

/** A parent that is not the exact sum of its children; `difference` is what is written less the sum. */
export type SumDifference<Row> = { row: Row; written: number; sum: number; difference: number };

/**
 * Parents whose points are not the exact sum of their direct children, in document order. A parent
 * or child without a value is left out: an empty cell is no claim. The published results add without
 * rounding, so one hundredth is already a difference.
 */
export function compareSums<Row>(
  tree: Tree<Row>,
  pointsOf: (row: Row) => number | null | undefined,
): SumDifference<Row>[] {
  return tree.rows.flatMap((row, position) => {
    const children = tree.childrenOf[position]!;
    const written = pointsOf(row) ?? undefined;
    if (children.length === 0 || written === undefined) return [];
    let sum = 0;
    for (const child of children) {
      const points = pointsOf(tree.rows[child]!) ?? undefined;
      if (points === undefined) return [];
      sum += points;
    }
    return sum === written ? [] : [{ row, written, sum, difference: written - sum }];
  });
}
