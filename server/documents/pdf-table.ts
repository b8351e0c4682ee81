import type { Cell, Row, Table } from '#core/reading/blocks.ts';
import type { Grid } from './pdf-grid.ts';
import { flowText } from './pdf-lines.ts';
import type { Piece } from './pdf-page.ts';

type Area = { top: number; bottom: number; left: number; right: number; pieces: Piece[] };

/** Whether a piece stands within the frame of a table. */
export function isInGrid({ columns, rows }: Grid, piece: Piece): boolean {
  const { x, y } = middleOf(piece);
  return x > (columns[0] ?? 0) && x < (columns.at(-1) ?? 0) && y < (rows[0] ?? 0) && y > (rows.at(-1) ?? 0);
}

/**
 * The cells of a ruled table: where a ruling is missing between two fields of the grid they are one cell.
 * A cell merged downwards repeats its text in every row.
 */
export function readGrid(grid: Grid, pieces: Piece[], page: number): Table {
  const height = grid.rows.length - 1;
  const width = grid.columns.length - 1;
  const areas: Area[][] = [];
  const areaAt = new Map<string, Area>();
  for (let row = 0; row < height; row++) {
    const inRow: Area[] = [];
    for (let left = 0; left < width; ) {
      let right = left + 1;
      while (right < width && !grid.hasSide(row, right)) right += 1;
      const above = row > 0 && !grid.hasTop(row, left) ? areaAt.get(`${row - 1},${left}`) : undefined;
      const area = above?.right === right ? above : { top: row, bottom: row, left, right, pieces: [] };
      area.bottom = row;
      inRow.push(area);
      for (let column = left; column < right; column++) areaAt.set(`${row},${column}`, area);
      left = right;
    }
    areas.push(inRow);
  }
  for (const piece of pieces) {
    const { x, y } = middleOf(piece);
    const row = grid.rows.findIndex(
      (edge, at) => y < edge && y >= (grid.rows[at + 1] ?? Number.POSITIVE_INFINITY),
    );
    const column = grid.columns.findIndex((edge, at) => x >= edge && x < (grid.columns[at + 1] ?? 0));
    areaAt.get(`${row},${column}`)?.pieces.push(piece);
  }
  const texts = new Map([...new Set(areaAt.values())].map((area) => [area, flowText(area.pieces)]));
  const rows = areas.map((inRow, at): Row => {
    const place = { page, row: at + 1 };
    const cells = inRow.map(
      (area): Cell => ({
        text: texts.get(area) ?? '',
        span: area.right - area.left,
        ...(area.top < at ? { isMergedFromAbove: true } : {}),
        place: { ...place, column: area.left + 1 },
      }),
    );
    return { cells, place };
  });
  return { kind: 'table', rows, place: { page } };
}

function middleOf(piece: Piece): { x: number; y: number } {
  return { x: piece.x + piece.width / 2, y: piece.y + piece.size * 0.3 };
}
