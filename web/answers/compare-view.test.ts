import { expect, it } from 'vitest';
import type { PointColumn } from '#core/assessments/columns.ts';
import type { ComparisonLine } from '#core/assessments/comparison.ts';
import type { CompareSearch } from './compare-search.ts';
import { changeAt, filterLines } from './compare-view.ts';

const SHOWN: PointColumn[] = ['self', 'review', 'appraisal_1'];

function line(code: string, self: number | null, review: number | null, first: number): ComparisonLine {
  return {
    code,
    parentCode: null,
    level: 1,
    isLeaf: code.includes('.'),
    title: code,
    maxPoints: 100,
    scoredBy: 'self',
    lastPoints: null,
    columns: { self, review, appraisal_1: first },
    given: [],
    explanation: null,
    appeal: null,
  };
}

const LINES = [
  line('I', 150, 150, 140),
  line('I.1', 100, 100, 90),
  line('I.2', 50, 50, 50),
  line('II', null, null, 30),
  line('II.1', null, null, 30),
  line('X', 10, 5, 10),
  line('X.1', 10, 5, 10),
];

it.each<[string, PointColumn, number, number | null]>([
  ['the first column changes nothing', 'self', 1, null],
  ['the same points are no change', 'review', 1, null],
  ['fewer points', 'appraisal_1', 1, -10],
  ['first points are no change', 'appraisal_1', 4, null],
  ['a sum', 'appraisal_1', 0, null],
  ['points given back', 'appraisal_1', 6, 5],
])('%s', (_, column, at, change) => {
  expect(changeAt(LINES[at]!, column, SHOWN)).toBe(change);
});

it.each<[string, CompareSearch, string[]]>([
  ['everything without a filter', {}, ['I', 'I.1', 'I.2', 'II', 'II.1', 'X', 'X.1']],
  ['a field with all below it', { field: 'I' }, ['I', 'I.1', 'I.2']],
  ['what was cut anywhere, with what is above it', { only: 'cut' }, ['I', 'I.1', 'X', 'X.1']],
  ['both', { field: 'II', only: 'cut' }, []],
])('shows %s', (_, search, codes) => {
  expect(filterLines({ lines: LINES, shown: SHOWN }, search).map(({ code }) => code)).toEqual(codes);
});
