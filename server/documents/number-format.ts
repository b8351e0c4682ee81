const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const latin = 'abcdefghijklmnopqrstuvwxyz';
/** The order of points in Vietnamese papers: "đ" follows "d", and f, j, w, z are left out. */
const vietnamese = 'abcdđeghiklmnopqrstuvxy';

/** A list number as Word writes it in a format of its own naming ("upperRoman", "lowerLetter", …). */
export function formatNumber(value: number, format: string, isVietnamese: boolean): string {
  if (format === 'upperRoman') return roman(value).toUpperCase();
  if (format === 'lowerRoman') return roman(value);
  if (format === 'upperLetter') return letter(value, isVietnamese).toUpperCase();
  if (format === 'lowerLetter') return letter(value, isVietnamese);
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return format === 'none' ? '' : String(value);
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of romans) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

/** After the last letter Word doubles: y, then aa, bb. */
function letter(value: number, isVietnamese: boolean): string {
  const alphabet = isVietnamese ? vietnamese : latin;
  if (value < 1 || value > alphabet.length * 20) return String(value);
  const sign = alphabet[(value - 1) % alphabet.length] ?? '';
  return sign.repeat(Math.ceil(value / alphabet.length));
}
