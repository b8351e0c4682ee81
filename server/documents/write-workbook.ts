import type { CellStyle as HucreStyle, WriteSheet } from 'hucre/xlsx';
import { colToLetter, writeXlsx } from 'hucre/xlsx';
import type { CellStyle, SheetCell, Workbook, WorkbookSheet } from '#core/reports/workbook.ts';

const MILLIMETRES_PER_INCH = 25.4;
const THIN = { style: 'thin', color: { rgb: '8A94A6' } } as const;

/**
 * Turns a described workbook into the bytes of an .xlsx file. Text is always stored as text, also
 * where it begins with "=", "+", "-" or "@", so nothing a person typed becomes a formula.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const styles = new Map<string, HucreStyle>();
  const author = printable(workbook.author);
  return writeXlsx({
    sheets: workbook.sheets.map((sheet) => writtenSheet(sheet, workbook, styles)),
    properties: { title: printable(workbook.title), creator: author, company: author },
    defaultFont: { name: workbook.fontName, size: workbook.fontSize },
    namedRanges: workbook.sheets.flatMap(printTitles),
  });
}

/** XML has no place for these, and one of them in one cell keeps the whole file from opening. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

function printable<T extends string | number | null>(value: T): T {
  return typeof value === 'string' ? (value.replace(UNPRINTABLE, ' ') as T) : value;
}

function writtenSheet(sheet: WorkbookSheet, workbook: Workbook, styles: Map<string, HucreStyle>): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map();
  sheet.rows.forEach((row, index) => {
    if (row.height !== undefined) rowDefs.set(index, { height: row.height });
    row.cells.forEach((cell, column) => {
      cells.set(`${index},${column}`, {
        value: printable(cell.value),
        type: typeof cell.value === 'number' ? 'number' : 'string',
        style: writtenStyle(cell, workbook, styles),
      });
    });
  });
  return {
    name: sheet.name,
    columns: sheet.columnWidths.map((width) => ({ width })),
    rows: sheet.rows.map((row) => row.cells.map((cell) => printable(cell.value))),
    cells,
    rowDefs,
    merges: sheet.merges.map((merge) => ({
      startRow: merge.row - 1,
      endRow: merge.row - 1,
      startCol: merge.fromColumn - 1,
      endCol: merge.toColumn - 1,
    })),
    ...(sheet.isHidden ? { hidden: true } : {}),
    ...(sheet.frozenRows > 0 ? { freezePane: { rows: sheet.frozenRows } } : {}),
    ...(sheet.print ? printed(sheet.print) : {}),
  };
}

function printed(print: NonNullable<WorkbookSheet['print']>): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const { margins, footer } = print;
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        top: margins.top / MILLIMETRES_PER_INCH,
        right: margins.right / MILLIMETRES_PER_INCH,
        bottom: margins.bottom / MILLIMETRES_PER_INCH,
        left: margins.left / MILLIMETRES_PER_INCH,
        header: 0.3,
        footer: 0.3,
      },
    },
    headerFooter: { oddFooter: `&L${footerText(footer.left)}&C${footer.center}&R${footer.right}` },
  };
}

/** An ampersand starts a code in a page's foot; a doubled one is printed. */
function footerText(text: string): string {
  return printable(text).replaceAll('&', '&&');
}

/**
 * The repeated heading as a named range of our own: the writer's own option leaves the sheet's name
 * unquoted, and a name with a space or an accent then breaks the file in Excel.
 */
function printTitles(sheet: WorkbookSheet) {
  if (!sheet.print) return [];
  const [first, last] = sheet.print.headingRows;
  const name = `'${sheet.name.replaceAll("'", "''")}'`;
  const lastColumn = colToLetter(sheet.columnWidths.length - 1);
  return [
    { name: '_xlnm.Print_Titles', range: `${name}!$${first}:$${last}`, scope: sheet.name },
    {
      name: '_xlnm.Print_Area',
      range: `${name}!$A$1:$${lastColumn}$${sheet.rows.length}`,
      scope: sheet.name,
    },
  ];
}

function writtenStyle(cell: SheetCell, workbook: Workbook, styles: Map<string, HucreStyle>): HucreStyle {
  const key = JSON.stringify(cell.style);
  const known = styles.get(key);
  if (known) return known;
  const made = makeStyle(cell.style, workbook);
  styles.set(key, made);
  return made;
}

function makeStyle(style: CellStyle, workbook: Workbook): HucreStyle {
  return {
    font: {
      name: workbook.fontName,
      size: style.fontSize ?? workbook.fontSize,
      bold: style.isBold === true,
      italic: style.isItalic === true,
    },
    alignment: {
      ...(style.align ? { horizontal: style.align } : {}),
      ...(style.verticalAlign ? { vertical: style.verticalAlign } : {}),
      ...(style.indent ? { indent: style.indent } : {}),
      wrapText: style.isWrapped === true,
    },
    ...(style.fill
      ? { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: style.fill } } }
      : {}),
    ...(style.isBordered ? { border: { top: THIN, right: THIN, bottom: THIN, left: THIN } } : {}),
    ...(style.format ? { numFmt: style.format } : {}),
  };
}
