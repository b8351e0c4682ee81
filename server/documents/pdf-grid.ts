import type { Ruling } from './pdf-page.ts';

/** A ruled table on a page: column edges from left to right, row edges from top to bottom. */
export type Grid = {
  columns: number[];
  rows: number[];
  /** Whether a ruling stands on column edge `column` beside row `row`, and on row edge `row` over column `column`. */
  hasSide: (row: number, column: number) => boolean;
  hasTop: (row: number, column: number) => boolean;
};

const near = 2.5;

/** Finds the ruled tables of a page from its ruling lines, from top to bottom. */
export function findGrids(rulings: Ruling[]): Grid[] {
  return connected(rulings)
    .flatMap((group) => {
      const horizontal = group.filter(({ isHorizontal }) => isHorizontal);
      const vertical = group.filter(({ isHorizontal }) => !isHorizontal);
      const columns = edges(vertical.map(({ at }) => at));
      const rows = edges(horizontal.map(({ at }) => at)).reverse();
      if (columns.length < 3 || rows.length < 2) return [];
      const hasSide = (row: number, column: number) =>
        isRuled(vertical, columns[column] ?? 0, ((rows[row] ?? 0) + (rows[row + 1] ?? 0)) / 2);
      const hasTop = (row: number, column: number) =>
        isRuled(horizontal, rows[row] ?? 0, ((columns[column] ?? 0) + (columns[column + 1] ?? 0)) / 2);
      return [{ columns, rows, hasSide, hasTop }];
    })
    .sort((one, other) => (other.rows[0] ?? 0) - (one.rows[0] ?? 0));
}

function isRuled(rulings: Ruling[], at: number, along: number): boolean {
  return rulings.some(
    (ruling) => Math.abs(ruling.at - at) <= near && ruling.from <= along && ruling.to >= along,
  );
}

/** Positions closer than the width of a border are one edge. */
function edges(positions: number[]): number[] {
  const found: number[] = [];
  for (const position of positions.toSorted((one, other) => one - other)) {
    if (position - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > near) found.push(position);
  }
  return found;
}

/** Groups of rulings that touch or cross: each may be the frame of one table. */
function connected(rulings: Ruling[]): Ruling[][] {
  const owner = rulings.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (owner[root] !== root) root = owner[root] as number;
    owner[at] = root;
    return root;
  };
  const horizontal = rulings.flatMap((ruling, at) => (ruling.isHorizontal ? [at] : []));
  const vertical = rulings.flatMap((ruling, at) => (ruling.isHorizontal ? [] : [at]));
  for (const one of horizontal) {
    const across = rulings[one] as Ruling;
    for (const other of vertical) {
      const down = rulings[other] as Ruling;
      const crosses =
        down.at >= across.from - near &&
        down.at <= across.to + near &&
        across.at >= down.from - near &&
        across.at <= down.to + near;
      if (crosses) owner[rootOf(other)] = rootOf(one);
    }
  }
  const groups = new Map<number, Ruling[]>();
  for (const [at, ruling] of rulings.entries()) {
    const root = rootOf(at);
    groups.set(root, [...(groups.get(root) ?? []), ruling]);
  }
  return [...groups.values()];
}
