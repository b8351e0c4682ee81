import type { Hundredths } from '#core/points.ts';

/**
 * Exact fractions for everything between the measure and the points. Points are rounded once, half
 * up, at the leaf; before that nothing may be rounded, or 94,94 % would pass a floor of 95 %.
 */
export type Fraction = { readonly n: bigint; readonly d: bigint };

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

/** A share in ten-thousandths, or points in hundredths, as a fraction of the given denominator. */
export function fraction(n: number | bigint, d: number | bigint = 1): Fraction {
  return { n: BigInt(n), d: BigInt(d) };
}

/** A decimal as text ("1812", "96.92", "-0.25"); undefined for anything else. */
export function readDecimal(text: string): Fraction | undefined {
  const match = /^(-?)(\d{1,24})(?:\.(\d{1,24}))?$/u.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', decimals = ''] = match;
  const n = BigInt(whole + decimals);
  return { n: sign === '-' ? -n : n, d: 10n ** BigInt(decimals.length) };
}

export const add = (one: Fraction, other: Fraction): Fraction => ({
  n: one.n * other.d + other.n * one.d,
  d: one.d * other.d,
});
export const negate = ({ n, d }: Fraction): Fraction => ({ n: -n, d });
export const times = (one: Fraction, other: Fraction): Fraction => ({
  n: one.n * other.n,
  d: one.d * other.d,
});

/** Throws on a divisor of zero: what that means is a policy of the rule, not of arithmetic. */
export function divide(one: Fraction, other: Fraction): Fraction {
  if (other.n === 0n) throw new RangeError('divided by zero');
  const sign = other.n < 0n ? -1n : 1n;
  return { n: one.n * other.d * sign, d: one.d * other.n * sign };
}

/** −1, 0 or 1, as a sort asks. */
export function compare(one: Fraction, other: Fraction): number {
  const difference = one.n * other.d - other.n * one.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isUnder = (one: Fraction, other: Fraction) => compare(one, other) < 0;
export const smaller = (one: Fraction, other: Fraction) => (isUnder(other, one) ? other : one);
export const larger = (one: Fraction, other: Fraction) => (isUnder(one, other) ? other : one);

/** The nearest whole number, halves away from zero: 46,5 → 47, −46,5 → −47. */
export function roundHalfUp({ n, d }: Fraction): Hundredths {
  const size = n < 0n ? -n : n;
  const rounded = Number((2n * size + d) / (2n * d));
  return n < 0n && rounded !== 0 ? -rounded : rounded;
}

/** As decimal text with at most `places` decimals, cut off (never rounded up to what was not reached), without trailing zeros. */
export function printDecimal({ n, d }: Fraction, places = 8): string {
  const size = n < 0n ? -n : n;
  const scaled = (size * 10n ** BigInt(places)) / d;
  const digits = scaled.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const decimals = places === 0 ? '' : digits.slice(-places).replace(/0+$/u, '');
  const text = decimals === '' ? whole : `${whole}.${decimals}`;
  return n < 0n && text !== '0' ? `-${text}` : text;
}

/** Points in hundredths as a decimal of a point: 44.9 → "0.449". */
export function printPointsOf(hundredths: Fraction): string {
  return printDecimal({ n: hundredths.n, d: hundredths.d * 100n });
}
