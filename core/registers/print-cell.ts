import type { CellValue, Column } from './register.ts';

/** A value as it is written in Vietnam: what a reader of the same column reads back to the same value. */
export function printCell(column: Column, value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  switch (column.kind) {
    case 'date':
      return typeof value === 'string' ? value.split('-').toReversed().join('/') : String(value);
    case 'month':
      return typeof value === 'string' ? value.split('-').toReversed().join('/') : String(value);
    case 'flag':
      return value === true ? 'Có' : 'Không';
    case 'choice':
      return column.choices?.find(({ key }) => key === value)?.title ?? String(value);
    case 'number':
      return typeof value === 'number' ? printNumber(value) : String(value);
    default:
      return String(value);
  }
}

function printNumber(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
