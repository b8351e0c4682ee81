import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestorCodes, codeLevel, compareCodes, parentCode, printRoman, readRoman } from './code.ts';

describe('codes of the criteria tree', () => {
  it.each([
    ['a field', 'VII', 1, undefined],
    ['a criterion', 'VII.3', 2, 'VII'],
    ['a component', 'VII.3.1', 3, 'VII.3'],
    ['a tree numbered with figures', '1.2.10', 3, '1.2'],
    ['a tree with letters', 'A.1', 2, 'A'],
    ['four levels are no code of the tree', 'I.1.1.1', undefined, 'I.1.1'],
    ['a date is no code', '30/6', undefined, undefined],
    ['nothing is no code', '', undefined, undefined],
  ])('%s: %s', (_sentence, code, level, parent) => {
    expect(codeLevel(code)).toBe(level);
    expect(parentCode(code)).toBe(parent);
  });

  it('ancestors come nearest first', () => {
    expect(ancestorCodes('VII.3.1')).toEqual(['VII.3', 'VII']);
  });

  it('orders as the annex prints', () => {
    const printed = ['I', 'I.1', 'I.1.1', 'I.2', 'I.10', 'II', 'IV', 'V', 'IX', 'X'];
    expect([...printed].reverse().sort(compareCodes)).toEqual(printed);
  });

  it('reads every Roman numeral it prints, and none that is badly formed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 89 }), (number) => {
        expect(readRoman(printRoman(number))).toBe(number);
      }),
    );
    expect(readRoman('IIII')).toBeUndefined();
    expect(readRoman('')).toBeUndefined();
  });
});
