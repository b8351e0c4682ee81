/**
 * Points are whole hundredths everywhere in the product: 93,17 điểm is the integer 9317.
 * They are rounded once, half up, at the leaf; above the leaf they are only added, so every
 * parent equals the exact sum of its children, as in the published results.
 */
export type Hundredths = number;

const WRITTEN_POINTS = /^([+\-−–]?)(\d{1,7})(?:[.,](\d+))?$/u;

/**
 * Reads points as people type and print them: "12.5", "12,5", "0,50", "−0,25", "100".
 * Both decimal signs are accepted because offices print the comma and spreadsheets the point.
 * Returns undefined for anything else, for more than two significant decimals ("0,465" would need
 * rounding, and points are never rounded on reading) and for a thousands separator.
 */
export function readPoints(text: string): Hundredths | undefined {
  const match = WRITTEN_POINTS.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const decimals = fraction.replace(/0+$/u, '');
  if (decimals.length > 2) return undefined;
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '' || sign === '+' || hundredths === 0 ? hundredths : -hundredths;
}

/** Points as a decimal string with two decimals and a point, for JSON and machines: 1250 → "12.50". */
export function decimalPoints(points: Hundredths): string {
  const size = Math.abs(points);
  return `${points < 0 ? '-' : ''}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

/** Points for readers: decimal comma in Vietnamese, point in English, a true minus sign: −25 → "−0,25". */
export function printPoints(points: Hundredths, language: 'vi' | 'en' = 'vi'): string {
  const decimal = decimalPoints(Math.abs(points));
  return `${points < 0 ? '−' : ''}${language === 'vi' ? decimal.replace('.', ',') : decimal}`;
}

/** The exact sum of points. */
export function sumPoints(points: Iterable<Hundredths>): Hundredths {
  let sum = 0;
  for (const each of points) sum += each;
  return sum;
}
