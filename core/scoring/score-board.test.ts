import { describe, expect, it } from 'vitest';
import type { Evaluation } from './evaluation.ts';
import { scoreBoard } from './score-board.ts';

const row = (code: string, maxPoints: number, isLeaf = true) => {
  const dot = code.lastIndexOf('.');
  return { id: code, parentId: dot < 0 ? null : code.slice(0, dot), code, isLeaf, maxPoints };
};
const rows = [
  row('I', 300, false),
  row('I.1', 200, false),
  row('I.1.1', 100),
  row('I.1.2', 100),
  row('I.2', 100),
  row('II', 700, false),
  row('II.1', 700),
];
const evaluation = (points: number | null, more: Partial<Evaluation> = {}) =>
  ({ status: points === null ? 'not_scored' : 'scored', points, isDraft: false, ...more }) as Evaluation;

describe('the score board', () => {
  const board = scoreBoard(
    rows,
    new Map([
      ['I.1.1', evaluation(85, { isDraft: true })],
      ['I.1.2', evaluation(null)],
      ['I.2', evaluation(null, { status: 'removed' })],
      ['II.1', evaluation(600)],
    ]),
    '2026-11-26',
  );
  const of = (code: string) => board.rows.find((each) => each.code === code);

  it('adds leaves up exactly, and says how many of them have points', () => {
    expect(of('I')).toMatchObject({ points: 85, scored: 1, leaves: 3, status: 'sum' });
    expect(of('I.1')).toMatchObject({ points: 85, scored: 1, leaves: 2 });
    expect(board).toMatchObject({ points: 685, scored: 2, leaves: 4, drafts: 1 });
  });

  it('tells the whole on the full scale when a leaf was taken out', () => {
    expect(board).toMatchObject({ removedPoints: 100, maxPoints: 1000, rescaled: 761 });
  });

  it('has no points, rather than none, where nothing is scored', () => {
    const empty = scoreBoard(rows, new Map(), '2026-11-26');
    expect(empty).toMatchObject({ points: null, rescaled: null, scored: 0 });
    expect(empty.rows.every(({ points }) => points === null)).toBe(true);
  });
});
