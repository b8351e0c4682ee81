import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PaperColumn, PaperTable } from '#core/reports/paper.ts';
import { type Look, POINTS, paragraphOf } from './paper-paragraphs.ts';

const CELL_MARGIN = 70;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;
const IN_CELL = { points: POINTS.table, before: 2, after: 2 } as const;

/** Blocks side by side without borders: the head of a paper and its foot. Widths in twips. */
export function sideBySide(widths: readonly number[], rows: readonly (readonly Paragraph[][])[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((children, index) => cellOf(children, widths[index] ?? 0)),
        }),
    ),
  });
}

/** A table over the whole line; its heading comes again on every page and no row is torn apart by a page. */
export function writtenTable({ columns, rows }: PaperTable, lineWidth: number): Table {
  const widths = widthsOf(columns, lineWidth);
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      cellOf(
        wordsOf(column.heading, { ...IN_CELL, align: 'center', isBold: true }),
        widths[index] ?? 0,
        true,
      ),
    ),
  });
  const lines = rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ align }, index) =>
          cellOf(wordsOf(cells[index] ?? '', { ...IN_CELL, align }), widths[index] ?? 0),
        ),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: lineWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [heading, ...lines],
  });
}

function cellOf(children: readonly Paragraph[], width: number, isMiddle = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isMiddle ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: [...children],
  });
}

function wordsOf(text: string, look: Look): Paragraph[] {
  return text.split('\n').map((line) => paragraphOf(line, look));
}

/** Shares of the line in whole twips; what rounding leaves over goes to the last column. */
function widthsOf(columns: readonly PaperColumn[], lineWidth: number): number[] {
  const shares = sum(columns.map(({ width }) => width));
  const widths = columns.map(({ width }) => Math.floor((width * lineWidth) / shares));
  const rest = lineWidth - sum(widths);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
