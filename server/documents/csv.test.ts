import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';

describe('text with separators', () => {
  it.each<[string, string, string[][]]>([
    [
      'of semicolons, as written here',
      '\uFEFFa;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'of commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'of tabs, with commas in its numbers',
      'a\tb\n1,5\t2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'with separators, quotes and line ends in a quoted cell',
      'a;b\n"x;""y""\nz";2',
      [
        ['a', 'b'],
        ['x;"y"\nz', '2'],
      ],
    ],
    [
      'with a quote in the middle of a cell',
      'a;b\n5" ống;2',
      [
        ['a', 'b'],
        ['5" ống', '2'],
      ],
    ],
    [
      'with empty cells at the end',
      'a;b;c\n1;;\n',
      [
        ['a', 'b', 'c'],
        ['1', '', ''],
      ],
    ],
    ['whose quote is never closed', 'a;b\n"1;2', [['a', 'b'], ['1;2']]],
    ['of nothing', '', []],
  ])('%s is read', (_, text, cells) => {
    expect(readCsv(text)).toEqual(cells);
  });

  it.each([
    ['a formula', '=1+1', "'=1+1"],
    ['a sum', '+84 912', "'+84 912"],
    ['a call by at', '@SUM(A1)', "'@SUM(A1)"],
    ['a formula behind a minus', '-1+cmd|calc', "'-1+cmd|calc"],
    ['a negative number as it is', '-1.234,5', '"-1.234,5"'],
    ['a text with a separator in quotes', 'a;b', '"a;b"'],
  ])('writes %s so that no spreadsheet runs it, and reads the same back', (_, cell, written) => {
    const text = writeCsv([
      ['x', 'y'],
      [cell, '1'],
    ]);
    expect(text).toBe(`\uFEFFx;y\r\n${written};1\r\n`);
    expect(readCsv(text)[1]).toEqual([cell, '1']);
  });
});
