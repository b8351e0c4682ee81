import { isDay } from '#core/deadlines/days.ts';
import type { CellValue, Column } from './register.ts';

/** What is wrong with one cell; `unreadable` is text that is not of the column's kind. */
export type CellFault =
  | { kind: 'required' }
  | { kind: 'unreadable' }
  | { kind: 'too_long'; most: number }
  | { kind: 'decimals'; most: number }
  | { kind: 'negative' }
  | { kind: 'too_large' };

const MOST_TEXT = { text: 400, long_text: 4000, link: 2000 } as const;
const LARGEST = 1e12;
const MOST_DECIMALS = 4;

/** Makes the check of a column: whether a value may be kept in it. Counts (no decimals) are never negative. */
export function cellChecker(column: Column): (value: CellValue) => CellFault | undefined {
  const checkFilled = fitOf(column);
  return (value) => {
    if (value === null || value === '') return column.isRequired ? { kind: 'required' } : undefined;
    return checkFilled(value);
  };
}

function fitOf(column: Column): (value: CellValue) => CellFault | undefined {
  const isKind = (test: (text: string) => boolean) => (value: CellValue) =>
    typeof value === 'string' && test(value) ? undefined : ({ kind: 'unreadable' } as const);
  switch (column.kind) {
    case 'number':
      return (value) => checkNumber(value, column.decimals ?? MOST_DECIMALS);
    case 'date':
      return isKind(isDay);
    case 'month':
      return isKind((text) => isDay(`${text}-01`));
    case 'choice': {
      const keys = new Set((column.choices ?? []).map(({ key }) => key));
      return isKind((text) => keys.has(text));
    }
    case 'flag':
      return (value) => (typeof value === 'boolean' ? undefined : { kind: 'unreadable' });
    case 'link': {
      const isLink = isKind((text) => /^https?:\/\/\S+$/iu.test(text));
      return (value) => isLink(value) ?? checkLength(value, MOST_TEXT.link);
    }
    default: {
      const most = MOST_TEXT[column.kind];
      return (value) => checkLength(value, most);
    }
  }
}

function checkLength(value: CellValue, most: number): CellFault | undefined {
  if (typeof value !== 'string') return { kind: 'unreadable' };
  return value.length > most ? { kind: 'too_long', most } : undefined;
}

function checkNumber(value: CellValue, decimals: number): CellFault | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { kind: 'unreadable' };
  if (Math.abs(value) > LARGEST) return { kind: 'too_large' };
  if (decimals === 0 && value < 0) return { kind: 'negative' };
  return Number(value.toFixed(decimals)) === value ? undefined : { kind: 'decimals', most: decimals };
}

const WANTED = {
  number: ['một số, ví dụ 1.234,5', 'a number, for example 1.234,5'],
  date: ['một ngày, ví dụ 30/9/2026', 'a day, for example 30/9/2026'],
  month: ['một tháng, ví dụ 9/2026', 'a month, for example 9/2026'],
  choice: ['một giá trị trong danh sách', 'one of the list'],
  flag: ['Có hoặc Không', 'yes or no'],
  link: ['địa chỉ bắt đầu bằng https://', 'an address that begins with https://'],
  text: ['văn bản', 'text'],
  long_text: ['văn bản', 'text'],
} as const;

/** A fault in both languages, with what to enter instead. */
export function sayFault(fault: CellFault, column: Column): { vi: string; en: string } {
  const { title } = column;
  switch (fault.kind) {
    case 'required':
      return { vi: `"${title}" không được để trống.`, en: `"${title}" may not be empty.` };
    case 'too_long':
      return {
        vi: `"${title}" dài quá ${fault.most} ký tự. Hãy viết gọn lại.`,
        en: `"${title}" is longer than ${fault.most} characters. Shorten it.`,
      };
    case 'decimals':
      return fault.most === 0
        ? { vi: `"${title}" phải là số nguyên.`, en: `"${title}" is a whole number.` }
        : {
            vi: `"${title}" có nhiều nhất ${fault.most} chữ số thập phân.`,
            en: `"${title}" has at most ${fault.most} decimals.`,
          };
    case 'negative':
      return { vi: `"${title}" không được âm.`, en: `"${title}" may not be negative.` };
    case 'too_large':
      return {
        vi: `"${title}" quá lớn. Hãy kiểm tra lại số.`,
        en: `"${title}" is too large. Check the number.`,
      };
    case 'unreadable': {
      const [vi, en] = WANTED[column.kind];
      const choices = (column.choices ?? []).map((choice) => choice.title).join(', ');
      const listed = column.kind === 'choice' ? `: ${choices}` : '';
      return { vi: `"${title}" phải là ${vi}${listed}.`, en: `"${title}" is ${en}${listed}.` };
    }
  }
}
