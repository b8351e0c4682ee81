import { cellReader } from '#core/registers/read-cell.ts';

const WRITTEN_SHARE = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/u;
/** The largest share a rule may hold, 200 %. */
const MOST_SHARE = 20_000;

/** A percentage as people type it ("95", "92,5 %") in whole ten-thousandths; undefined for anything else and over 200 %. */
export function readShare(text: string): number | undefined {
  const [, whole, decimals = ''] = WRITTEN_SHARE.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const share = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return share > MOST_SHARE ? undefined : share;
}

/** A share of ten-thousandths for a field, without the sign: 9250 → "92,5" (vi), "92.5" (en). */
export function shareText(share: number, language: 'vi' | 'en'): string {
  return decimalText(String(share / 100), language);
}

/** A whole number that is not negative, thousands apart or not: "1.200" is 1200. */
export function readWhole(text: string): number | undefined {
  const plain = text.trim().replace(/(?<=\d)[. ](?=\d{3}(?!\d))/gu, '');
  return /^\d{1,9}$/u.test(plain) ? Number(plain) : undefined;
}

const readDecimal = cellReader({ key: 'value', title: '', kind: 'number', isRequired: false, decimals: 4 });

/**
 * A quantity as people type it, as the exact decimal that is kept: "1.812" → "1812", "96,92" → "96.92".
 * Null for an empty field, undefined for what is no such number.
 */
export function readQuantity(text: string): string | null | undefined {
  const read = readDecimal(text);
  if ('fault' in read) return undefined;
  if (read.value === null) return null;
  return Number(read.value) < 0 ? undefined : String(read.value);
}

/**
 * An exact decimal for a field: "96.92" → "96,92" (vi), "96.92" (en). Three decimals take the comma
 * in both, because "1.812" is read as a thousand and more.
 */
export function decimalText(decimal: string, language: 'vi' | 'en'): string {
  const isAmbiguous = /^\d{1,3}\.\d{3}$/u.test(decimal);
  return language === 'vi' || isAmbiguous ? decimal.replace('.', ',') : decimal;
}
