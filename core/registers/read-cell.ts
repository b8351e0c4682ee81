import { isDay } from '#core/deadlines/days.ts';
import { foldText, tidyText } from '#core/vietnamese.ts';
import { type CellFault, cellChecker } from './check-cell.ts';
import type { CellValue, Column } from './register.ts';

export type CellRead = { value: CellValue } | { fault: CellFault };

const YES = new Set(['co', 'x', 'v', '✓', '✔', '1', 'true', 'dung', 'yes', 'y']);
const NO = new Set(['khong', 'ko', '0', 'false', 'sai', 'no', 'n']);
const WRITTEN_DATE =
  /^(?:ngày\s*)?(\d{1,2})(?:\s*[/.-]\s*|\s*tháng\s*)(\d{1,2})(?:\s*[/.-]\s*|\s*năm\s*)(\d{4}|\d{2})$/iu;
const WRITTEN_MONTH = /^(?:tháng\s*|t)?(\d{1,2})(?:\s*[/.-]\s*|\s*năm\s*)(\d{4}|\d{2})$/iu;
const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/u;

/**
 * Makes the reader of a column: it takes a cell as people write it in Vietnam ("5/9/2026", "9/2026",
 * "1.234,5", "Có", a choice by its title or key) to the value that is kept. An empty cell is null.
 * From a workbook, numbers come with a decimal point: "1.234" is then no thousand where a column
 * keeps thousandths.
 */
export function cellReader(column: Column, { isWorkbook = false } = {}): (written: string) => CellRead {
  const check = cellChecker(column);
  const read = isWorkbook && holdsThousandths(column) ? readPoint : readerOf(column);
  return (written) => {
    const text = column.kind === 'long_text' ? written.normalize('NFC').trim() : tidyText(written);
    const value = text === '' ? null : read(text);
    if (value === undefined) return { fault: { kind: 'unreadable' } };
    const fault = check(value);
    return fault ? { fault } : { value };
  };
}

function holdsThousandths({ kind, decimals = 4 }: Column): boolean {
  return kind === 'number' && decimals >= 3;
}

function readPoint(text: string): number | undefined {
  return /^-?\d+\.\d+$/u.test(text) ? Number(text) : readNumber(text);
}

function readerOf(column: Column): (text: string) => CellValue | undefined {
  switch (column.kind) {
    case 'number':
      return (text) => readNumber(column.unit === '%' ? text.replace(/\s*%$/u, '') : text);
    case 'date':
      return readDate;
    case 'month':
      return readMonth;
    case 'flag':
      return readFlag;
    case 'choice':
      return choiceReader(column);
    default:
      return (text) => text;
  }
}

/** "1.234,5", "1 234,5" and "1,234.5" are the same number; "1.234" is one thousand and more, as in Vietnamese. */
function readNumber(text: string): number | undefined {
  const plain = text.replace(/\s+(?=\d{3}(?!\d))/gu, '').replace(/^[−–]/u, '-');
  let dotted: string | undefined;
  if (/^-?\d+(,\d+)?$/u.test(plain)) dotted = plain.replace(',', '.');
  else if (/^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/u.test(plain))
    dotted = plain.replaceAll('.', '').replace(',', '.');
  else if (/^-?\d+\.\d+$/u.test(plain)) dotted = plain;
  else if (/^-?\d{1,3}(,\d{3})+\.\d+$/u.test(plain) || /^-?\d{1,3}(,\d{3}){2,}$/u.test(plain))
    dotted = plain.replaceAll(',', '');
  return dotted === undefined ? undefined : Number(dotted);
}

function readDate(text: string): string | undefined {
  if (isDay(text)) return text;
  const moment = ISO_MOMENT.exec(text)?.[1];
  if (moment && isDay(moment)) return moment;
  const [, day = '', month = '', year = ''] = WRITTEN_DATE.exec(text) ?? [];
  const read = `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(read) ? read : undefined;
}

function readMonth(text: string): string | undefined {
  if (/^\d{4}-\d{1,2}$/u.test(text)) return monthOf(text.slice(0, 4), text.slice(5));
  const [, month = '', year = ''] = WRITTEN_MONTH.exec(text) ?? [];
  return year === '' ? readDate(text)?.slice(0, 7) : monthOf(fullYear(year), month);
}

function monthOf(year: string, month: string): string | undefined {
  const read = `${year}-${month.padStart(2, '0')}`;
  return isDay(`${read}-01`) ? read : undefined;
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function readFlag(text: string): boolean | undefined {
  const folded = foldText(text);
  if (YES.has(folded)) return true;
  return NO.has(folded) ? false : undefined;
}

function choiceReader({ choices = [] }: Column): (text: string) => string | undefined {
  const keyByWords = new Map<string, string>();
  for (const { key, title } of choices) keyByWords.set(foldText(title), key);
  for (const { key } of choices) keyByWords.set(key, key);
  return (text) => keyByWords.get(text) ?? keyByWords.get(foldText(text));
}
