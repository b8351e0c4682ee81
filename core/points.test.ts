import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalPoints, printPoints, readPoints, sumPoints } from './points.ts';

const written: [sentence: string, text: string, points: number | undefined][] = [
  ['a decimal point is read', '12.5', 1250],
  ['a decimal comma is read', '12,5', 1250],
  ['two decimals are hundredths', '93,17', 9317],
  ['a whole number is points', '100', 10_000],
  ['zeros at the end add nothing', '0.500', 50],
  ['spaces around are ignored', ' 8 ', 800],
  ['a true minus sign is read', '−0,25', -25],
  ['a hyphen is a minus sign', '-0.25', -25],
  ['a dash is a minus sign', '–0,25', -25],
  ['a plus sign is read', '+1', 100],
  ['minus nothing is nothing', '-0', 0],
  ['a third decimal would need rounding and is refused', '0,465', undefined],
  ['a thousands separator is refused', '1.072,5', undefined],
  ['an empty cell is no number', '', undefined],
  ['a range is no number', '1-2', undefined],
  ['words are no number', 'tối đa', undefined],
  ['a number without a digit before the sign is refused', ',5', undefined],
  ['a number in scientific writing is refused', '1e2', undefined],
];

const printed: [sentence: string, points: number, vi: string, en: string][] = [
  ['whole points show two decimals', 10_000, '100,00', '100.00'],
  ['hundredths below ten keep their zero', 5, '0,05', '0.05'],
  ['a loss carries a true minus sign', -25, '−0,25', '−0.25'],
  ['nothing has no sign', 0, '0,00', '0.00'],
];

const points = fc.integer({ min: -999_999_999, max: 999_999_999 });

describe('reading points', () => {
  it.each(written)('%s', (_sentence, text, expected) => {
    expect(readPoints(text)).toBe(expected);
  });
});

describe('printing points', () => {
  it.each(printed)('%s', (_sentence, value, vi, en) => {
    expect(printPoints(value)).toBe(vi);
    expect(printPoints(value, 'en')).toBe(en);
  });

  it('gives machines a plain minus sign', () => {
    expect(decimalPoints(-25)).toBe('-0.25');
  });

  it('prints nothing that it would not read back', () => {
    fc.assert(
      fc.property(points, (value) => {
        expect(readPoints(printPoints(value))).toBe(value);
        expect(readPoints(printPoints(value, 'en'))).toBe(value);
        expect(readPoints(decimalPoints(value))).toBe(value);
      }),
    );
  });
});

describe('adding points', () => {
  it('adds tenths exactly, where binary fractions would not', () => {
    expect(sumPoints([readPoints('0.1')!, readPoints('0.2')!])).toBe(readPoints('0.3'));
  });

  it('gives one sum, however the points are grouped', () => {
    fc.assert(
      fc.property(fc.array(points), fc.array(points), (some, others) => {
        expect(sumPoints([...some, ...others])).toBe(sumPoints(some) + sumPoints(others));
      }),
    );
  });
});
