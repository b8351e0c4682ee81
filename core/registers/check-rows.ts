import { foldText } from '#core/vietnamese.ts';
import { cellChecker, sayFault } from './check-cell.ts';
import { cellReader } from './read-cell.ts';
import type { Column, Register, RowInput, Values } from './register.ts';

/** What is wrong in a block of rows: the position of the row, the key of the column, what stands there, and what to do. */
export type RowFault = { row: number; column: string; written?: string; vi: string; en: string };

/** What a block of cells was read as. Rows with faults are among them, without the cells that are faulty. */
export type BlockRead = { rows: RowInput[]; faults: RowFault[]; unknownHeadings: string[] };

/** The column of the department, which every register has beside its own. */
export const DEPARTMENT_COLUMN = { key: 'department', title: 'Đơn vị' } as const;

const NO_COLUMN = {
  vi: 'Cột này không có trong sổ. Hãy tải lại trang rồi nhập lại.',
  en: 'The register has no such column. Reload the page and enter it again.',
};

/** Checks rows that are to be kept, cell by cell; an empty list when all may be. */
export function checkRows(
  { columns }: Pick<Register, 'columns'>,
  rows: readonly Pick<RowInput, 'values'>[],
): RowFault[] {
  const checks = columns.map((column) => ({ column, check: cellChecker(column) }));
  const known = new Set(columns.map(({ key }) => key));
  return rows.flatMap(({ values }, row) => [
    ...checks.flatMap(({ column, check }) => {
      const fault = check(values[column.key] ?? null);
      return fault ? [{ row, column: column.key, ...sayFault(fault, column) }] : [];
    }),
    ...Object.keys(values)
      .filter((key) => !known.has(key))
      .map((key) => ({ row, column: key, ...NO_COLUMN })),
  ]);
}

/** Values as they are kept: texts composed and trimmed, empty cells left out. */
export function tidyValues(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .map(
        ([key, value]) => [key, typeof value === 'string' ? value.normalize('NFC').trim() : value] as const,
      )
      .filter(([, value]) => value !== null && value !== ''),
  );
}

type Place = { column: Column; read: ReturnType<typeof cellReader> } | 'department' | undefined;

/**
 * Reads a block of cells as it is pasted or stands in a file. A first row that names columns says
 * where each goes; without one the cells go to the columns in order from `fromColumn` on. Empty rows
 * are passed over. Every row lacking a department gets `departmentId`.
 */
export function readBlock(
  { columns }: Pick<Register, 'columns'>,
  cells: readonly (readonly string[])[],
  {
    departments,
    departmentId = null,
    fromColumn = 0,
    isWorkbook = false,
  }: {
    departments: readonly { id: string; name: string }[];
    departmentId?: string | null;
    fromColumn?: number;
    isWorkbook?: boolean;
  },
): BlockRead {
  const headings = columnsByHeading(columns, cells[0] ?? []);
  const places = (headings?.columns ?? columns.slice(fromColumn)).map(
    (column): Place =>
      typeof column === 'object' ? { column, read: cellReader(column, { isWorkbook }) } : column,
  );
  const idByName = new Map(departments.map(({ id, name }) => [foldText(name), id]));
  const placed = new Set(places.map((place) => (typeof place === 'object' ? place.column : undefined)));
  const missing = columns.filter((column) => column.isRequired && !placed.has(column));
  const rows: RowInput[] = [];
  const faults: RowFault[] = [];
  for (const written of headings ? cells.slice(1) : cells) {
    if (written.every((cell) => cell.trim() === '')) continue;
    const row = rows.length;
    const values: Values = {};
    let department = departmentId;
    for (const [position, place] of places.entries()) {
      const text = written[position] ?? '';
      if (place === undefined) continue;
      if (place === 'department') {
        if (text.trim() === '') continue;
        const found = idByName.get(foldText(text));
        if (found) department = found;
        else
          faults.push({ row, column: DEPARTMENT_COLUMN.key, written: text, ...sayUnknownDepartment(text) });
        continue;
      }
      const read = place.read(text);
      if ('fault' in read)
        faults.push({ row, column: place.column.key, written: text, ...sayFault(read.fault, place.column) });
      else if (read.value !== null) values[place.column.key] = read.value;
    }
    for (const column of missing)
      faults.push({ row, column: column.key, ...sayFault({ kind: 'required' }, column) });
    rows.push({ departmentId: department, values });
  }
  return { rows, faults, unknownHeadings: headings?.unknown ?? [] };
}

/** Undefined when the first row is no heading: fewer than half of its words name a column. */
function columnsByHeading(
  columns: readonly Column[],
  first: readonly string[],
): { columns: (Column | 'department' | undefined)[]; unknown: string[] } | undefined {
  const columnByWords = new Map<string, Column | 'department'>([
    [foldText(DEPARTMENT_COLUMN.title), 'department'],
  ]);
  for (const column of columns) {
    columnByWords.set(column.key, column);
    columnByWords.set(foldText(column.title), column);
  }
  // A heading may tell the unit as exports write it: "Văn bản đi (văn bản)".
  const found = first.map((heading) => {
    const words = foldText(heading);
    return columnByWords.get(words) ?? columnByWords.get(words.replace(/\s*\([^()]*\)$|\s*\*$/u, ''));
  });
  const written = first.filter((heading) => heading.trim() !== '');
  const known = found.filter((column) => column !== undefined).length;
  if (known === 0 || known * 2 < written.length) return undefined;
  return {
    columns: found,
    unknown: first.filter((heading, position) => heading.trim() !== '' && !found[position]),
  };
}

function sayUnknownDepartment(name: string): { vi: string; en: string } {
  return {
    vi: `Không có đơn vị "${name.trim()}". Hãy chọn trong danh sách đơn vị.`,
    en: `There is no department "${name.trim()}". Choose one of the list.`,
  };
}
