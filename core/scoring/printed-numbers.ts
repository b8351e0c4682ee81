/** Exact decimals as readers see them: a comma and dots between thousands in Vietnamese, the other way round in English. */
export type Language = 'vi' | 'en';

/** "1812.5" → "1.812,5" (vi), "1,812.5" (en). Text that is no decimal is given back as it is. */
export function printNumber(decimal: string, language: Language): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(decimal);
  if (!match) return decimal;
  const [, sign = '', whole = '', decimals] = match;
  const [thousands, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, thousands);
  return `${sign ? '−' : ''}${grouped}${decimals === undefined ? '' : `${point}${decimals}`}`;
}

/** A share as a percentage cut off after two decimals, never rounded up to what was not reached: "0.94999" → "94,99 %". */
export function printShare(share: string, language: Language): string {
  const [whole = '0', decimals = ''] = share.split('.');
  const digits = decimals.padEnd(4, '0');
  const percent = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/u, '');
  const rest = digits.slice(2, 4).replace(/0+$/u, '');
  const isExact = decimals.length <= 4 || /^0*$/u.test(decimals.slice(4));
  const shown = rest === '' && isExact ? percent : `${percent}.${digits.slice(2, 4)}`;
  return `${printNumber(shown, language)} %`;
}

/** Points with at least two decimals, more where they are exact: "0.449" → "0,449", "3" → "3,00". */
export function printExactPoints(points: string, language: Language): string {
  const [whole = '0', decimals = ''] = points.split('.');
  return printNumber(`${whole}.${decimals.padEnd(2, '0')}`, language);
}
