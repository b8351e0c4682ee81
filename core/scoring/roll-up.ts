/**
 * From the points of leaves to the points of every row of the annex. Points are whole hundredths,
 * rounded once at the leaf; above it they are only added, as in the published results.
 */

/** A tree laid out for adding: flat arrays, no objects. Positions are those of the rows given. */
export type PreparedTree = {
  rowCount: number;
  /** For each row the position of its parent, −1 for a root. */
  parents: Int32Array;
  /** Rows that have a parent, every child before its parent. */
  order: Int32Array;
  /** The parent of each row of `order`, beside it. */
  parentInOrder: Int32Array;
  /** Positions of the rows with children; what the caller holds there is overwritten by the sum. */
  branches: Int32Array;
  leaves: Int32Array;
  roots: Int32Array;
};

/**
 * Lays a tree out for `rollUp`. `parentOf` gives each row's parent position, −1 for a root (see
 * core/criteria/tree.ts). Throws on a parent outside the rows and on a circle: such a tree is a bug
 * of the caller, the checks of a reading refuse it before.
 */
export function prepareTree(parentOf: readonly number[]): PreparedTree {
  const rowCount = parentOf.length;
  const parents = Int32Array.from(parentOf);
  const childCount = new Int32Array(rowCount);
  for (const parent of parents) {
    if (parent >= rowCount || parent < -1)
      throw new RangeError(`parent ${parent} is outside ${rowCount} rows`);
    if (parent >= 0) childCount[parent]! += 1;
  }
  const positions = [...parents.keys()];
  const waiting = childCount.slice();
  const order: number[] = [];
  const ready = positions.filter((position) => waiting[position] === 0).reverse();
  let settled = 0;
  for (let position = ready.pop(); position !== undefined; position = ready.pop()) {
    settled += 1;
    const parent = parents[position]!;
    if (parent < 0) continue;
    order.push(position);
    waiting[parent]! -= 1;
    if (waiting[parent] === 0) ready.push(parent);
  }
  if (settled !== rowCount) throw new RangeError('the rows form a circle');
  return {
    rowCount,
    parents,
    order: Int32Array.from(order),
    parentInOrder: Int32Array.from(order, (position) => parents[position]!),
    branches: Int32Array.from(positions.filter((position) => childCount[position]! > 0)),
    leaves: Int32Array.from(positions.filter((position) => childCount[position] === 0)),
    roots: Int32Array.from(positions.filter((position) => parents[position]! < 0)),
  };
}

/**
 * Points of every row of every unit. `points` holds units × rows hundredths, one unit after the
 * other; only the leaves are read. Returns a new array of the same shape, or fills `into`. Refuses
 * (throws) a length that is no whole number of units.
 */
export function rollUp(
  tree: PreparedTree,
  points: Int32Array,
  into: Int32Array = new Int32Array(points.length),
): Int32Array {
  const { rowCount, branches, order, parentInOrder } = tree;
  if (rowCount === 0 || points.length % rowCount !== 0 || into.length !== points.length) {
    throw new RangeError(`${points.length} points are no whole number of units of ${rowCount} rows`);
  }
  into.set(points);
  const steps = order.length;
  const branchCount = branches.length;
  for (let start = 0; start < points.length; start += rowCount) {
    for (let each = 0; each < branchCount; each++) into[start + branches[each]!] = 0;
    for (let step = 0; step < steps; step++) {
      into[start + parentInOrder[step]!]! += into[start + order[step]!]!;
    }
  }
  return into;
}

/** The total of each unit: the sum of its roots after `rollUp`. */
export function unitTotals(tree: PreparedTree, rolledUp: Int32Array): Int32Array {
  const totals = new Int32Array(rolledUp.length / tree.rowCount);
  for (let unit = 0; unit < totals.length; unit++) {
    for (const root of tree.roots) totals[unit]! += rolledUp[unit * tree.rowCount + root]!;
  }
  return totals;
}
