import { rowHeight } from './row-height.ts';
import type { CellStyle, SheetRow } from './workbook.ts';

// What printed sheets have alike: title, headings, body.

export const TITLE: CellStyle = {
  isBold: true,
  fontSize: 14,
  align: 'center',
  verticalAlign: 'center',
  isWrapped: true,
};
export const UNDER_TITLE: CellStyle = {
  isItalic: true,
  align: 'center',
  verticalAlign: 'center',
  isWrapped: true,
};
export const HEADING: CellStyle = {
  isBold: true,
  align: 'center',
  verticalAlign: 'center',
  isWrapped: true,
  isBordered: true,
  fill: 'E7ECF3',
};
export const BODY: CellStyle = {
  align: 'left',
  verticalAlign: 'top',
  isWrapped: true,
  isBordered: true,
  format: '@',
};

/** Of a column: what rows are measured by, since the face it is printed in may be wider than measured. */
export const SURE_SHARE = 0.92;

/** A line over all columns; `bodySize` is the font size the widths of the columns are counted in. */
export function mergedLine(
  text: string,
  style: CellStyle,
  bodySize: number,
  widths: readonly number[],
): SheetRow {
  const fontSize = style.fontSize ?? bodySize;
  const width = (widths.reduce((sum, each) => sum + each, 0) * bodySize) / fontSize;
  return {
    cells: widths.map((_, index) => ({ value: index === 0 ? text : null, style })),
    height: rowHeight([{ text, width, isBold: style.isBold === true }], fontSize),
  };
}
