import { DEPARTMENT_COLUMN } from '#core/registers/check-rows.ts';
import type { CellValue, Column, Register, Values } from '#core/registers/register.ts';

/** What a row holds, apart from who keeps it and since when. */
export type Cells = { departmentId: string | null; values: Values };

/** The columns of the table: those of the register, and the department as one more list to choose from. */
export function sheetColumns(
  register: Pick<Register, 'columns'>,
  departments: readonly { id: string; name: string }[],
  title: string,
): Column[] {
  const choices = departments.map(({ id, name }) => ({ key: id, title: name }));
  return [
    ...register.columns,
    { key: DEPARTMENT_COLUMN.key, title, kind: 'choice', isRequired: false, choices },
  ];
}

export function cellOf({ departmentId, values }: Cells, key: string): CellValue {
  return key === DEPARTMENT_COLUMN.key ? departmentId : (values[key] ?? null);
}

/** The same cells with one value in place of another; an empty one is left out. */
export function withCell(cells: Cells, key: string, value: CellValue): Cells {
  if (key === DEPARTMENT_COLUMN.key)
    return { ...cells, departmentId: typeof value === 'string' ? value : null };
  const { [key]: _, ...others } = cells.values;
  return { ...cells, values: value === null || value === '' ? others : { ...others, [key]: value } };
}

/** Whether two rows hold the same in every cell. */
export function sameCells(one: Cells, other: Cells): boolean {
  if (one.departmentId !== other.departmentId) return false;
  const keys = new Set([...Object.keys(one.values), ...Object.keys(other.values)]);
  return [...keys].every((key) => cellOf(one, key) === cellOf(other, key));
}
