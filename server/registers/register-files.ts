import { type BlockRead, DEPARTMENT_COLUMN, readBlock } from '#core/registers/check-rows.ts';
import { MOST_ROWS_AT_ONCE } from '#core/registers/column-kinds.ts';
import { printCell } from '#core/registers/print-cell.ts';
import type { Register, RegisterRow } from '#core/registers/register.ts';
import type { CellStyle, SheetCell } from '#core/reports/workbook.ts';
import { readCsv, writeCsv } from '#server/documents/csv.ts';
import { decodeText } from '#server/documents/decode-text.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { writeWorkbook } from '#server/documents/write-workbook.ts';
import type { RegisterRefusal } from './problems.ts';

type Department = { id: string; name: string };

const HEADING: CellStyle = {
  isBold: true,
  align: 'center',
  verticalAlign: 'center',
  isWrapped: true,
  isBordered: true,
  fill: 'E7ECF3',
};
const CELL: CellStyle = { verticalAlign: 'top', isWrapped: true, isBordered: true, format: '@' };
const NUMBER: CellStyle = { verticalAlign: 'top', isBordered: true };

/** The rows of a register as a printable workbook that reads back: days and choices as they are written. */
export async function writeRegister(
  register: Register,
  rows: readonly RegisterRow[],
  departments: readonly Department[],
  unitName: string,
): Promise<Uint8Array> {
  const nameById = new Map(departments.map(({ id, name }) => [id, name]));
  const heading = headingOf(register).map((value) => ({ value, style: HEADING }));
  const lines = rows.map((row): SheetCell[] => [
    ...register.columns.map((column): SheetCell => {
      const value = row.values[column.key] ?? null;
      return typeof value === 'number'
        ? { value, style: NUMBER }
        : { value: printCell(column, value), style: CELL };
    }),
    { value: nameById.get(row.departmentId ?? '') ?? '', style: CELL },
  ]);
  const widths = [...register.columns.map(({ kind }) => (kind === 'long_text' ? 40 : 16)), 24];
  return writeWorkbook({
    title: register.title,
    author: unitName,
    fontName: 'Times New Roman',
    fontSize: 12,
    sheets: [
      {
        name: 'Sổ theo dõi',
        columnWidths: widths,
        rows: [heading, ...lines].map((cells) => ({ cells })),
        merges: [],
        frozenRows: 1,
        print: {
          orientation: 'landscape',
          headingRows: [1, 1],
          margins: { top: 15, right: 10, bottom: 15, left: 15 },
          footer: { left: register.title, center: '', right: '&P/&N' },
        },
      },
    ],
  });
}

/** The same rows as text with separators; what would be a formula is guarded. */
export function writeRegisterText(
  register: Register,
  rows: readonly RegisterRow[],
  departments: readonly Department[],
): string {
  const nameById = new Map(departments.map(({ id, name }) => [id, name]));
  const lines = rows.map((row) => [
    ...register.columns.map((column) => printCell(column, row.values[column.key])),
    nameById.get(row.departmentId ?? '') ?? '',
  ]);
  return writeCsv([headingOf(register), ...lines]);
}

function headingOf({ columns }: Register): string[] {
  return [...columns.map(({ title }) => title), DEPARTMENT_COLUMN.title];
}

/** Reads the rows of a workbook or separated text by their headings; keeps nothing. */
export async function readRegisterFile(
  register: Register,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
  departments: readonly Department[],
  departmentId: string | null,
): Promise<BlockRead | RegisterRefusal | { kind: 'too_large'; limitMiB: number }> {
  const isText = /\.(csv|tsv)$/iu.test(fileName);
  const cells = isText ? readText(bytes) : await readTable(bytes, fileName);
  if ('kind' in cells) return cells;
  if (cells.length > MOST_ROWS_AT_ONCE + 1) return { kind: 'too_many_rows', most: MOST_ROWS_AT_ONCE };
  return readBlock(register, cells, { departments, departmentId, isWorkbook: !isText });
}

async function readTable(
  bytes: Uint8Array,
  fileName: string,
): Promise<string[][] | RegisterRefusal | { kind: 'too_large'; limitMiB: number }> {
  const source = await readDocument(bytes, fileName);
  if (!('blocks' in source)) {
    if (source.kind !== 'too_large') return source;
    return { kind: 'too_large', limitMiB: Math.floor(source.limit / 1024 / 1024) };
  }
  const table = source.blocks.find((block) => block.kind === 'table' && !block.isHidden);
  if (table?.kind !== 'table') return { kind: 'no_text' };
  return table.rows.map(({ cells }) =>
    cells.flatMap(({ text, span }) => [text, ...Array.from({ length: span - 1 }, () => '')]),
  );
}

function readText(bytes: Uint8Array): string[][] | RegisterRefusal {
  const decoded = decodeText(bytes);
  return decoded ? readCsv(decoded.text) : { kind: 'damaged' };
}
