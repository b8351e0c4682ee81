import { type Zippable, zipSync } from 'fflate';
import { type CellValue, type ReadOptions, readXlsx, type Sheet } from 'hucre/xlsx';

/** A value of a sheet as the product knows it; a date is a calendar day, "dd/mm/yyyy" when written out. */
export type SheetValue = string | number | boolean | Date | null;

export type Merge = { startRow: number; startCol: number; endRow: number; endCol: number };

/** One worksheet; rows, columns and merges count from 0. */
export type ReadSheet = {
  name: string;
  isHidden: boolean;
  rows: SheetValue[][];
  merges: Merge[];
  formulas: number;
};

/**
 * Reads the worksheets of a workbook from its parts, already unpacked and checked: they are packed again
 * without compression, so that the library opens nothing the guard has not seen. Undefined when damaged.
 */
export async function readWorkbook(parts: Map<string, Uint8Array>): Promise<ReadSheet[] | undefined> {
  const packed = zipSync(Object.fromEntries(parts) as Zippable, { level: 0 });
  const all = await sheetsOf(packed, {});
  if (all) return all;
  // A chart sheet makes the library give up on the whole workbook: read the others one by one.
  const count = [...parts.keys()].filter((name) =>
    /^xl\/(work|chart|dialog)sheets\/[^/]+\.xml$/.test(name),
  ).length;
  const found: ReadSheet[] = [];
  for (let index = 0; index < count; index++)
    found.push(...((await sheetsOf(packed, { sheets: [index] })) ?? []));
  return found.length > 0 ? found : undefined;
}

async function sheetsOf(packed: Uint8Array, options: ReadOptions): Promise<ReadSheet[] | undefined> {
  const workbook = await readXlsx(packed, { ...options, readStyles: true }).catch(() => undefined);
  return workbook?.sheets.map(describeSheet);
}

function describeSheet(sheet: Sheet): ReadSheet {
  const formulas = [...(sheet.cells ?? [])].filter(([, cell]) => cell.formula !== undefined);
  for (const [key, cell] of formulas) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const cached: CellValue | undefined = cell.formulaResult;
    const values = sheet.rows[row];
    if (values && cached !== undefined && cached !== null) values[column] = cached;
  }
  return {
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows,
    merges: sheet.merges ?? [],
    formulas: formulas.length,
  };
}
