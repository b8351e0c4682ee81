import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CustodyMove, custodySpans, HOLDERS, holderOn, refuseMove } from './custody.ts';

const move = (day: string, holder: CustodyMove['holder'], answerBy: string | null = null): CustodyMove => ({
  day,
  holder,
  departmentId: null,
  name: null,
  answerBy,
});
const june = { from: '2026-06-01', until: '2026-06-30' };
const heldIn = (moves: CustodyMove[], stretch = june) =>
  custodySpans(moves, stretch).map(({ holder, from, to }) => `${holder} ${from.slice(5)}..${to.slice(5)}`);

describe('who holds a piece of work', () => {
  const cases: [string, CustodyMove[], string[]][] = [
    ['the department in charge, as long as nothing moved', [], ['owner 06-01..06-30']],
    [
      'the approver from the day it was handed in, the owner from the day it came back',
      [move('2026-06-10', 'approver'), move('2026-06-12', 'owner')],
      ['owner 06-01..06-09', 'approver 06-10..06-11', 'owner 06-12..06-30'],
    ],
    [
      'of several moves on one day, the one it went to last',
      [move('2026-06-10', 'approver'), move('2026-06-10', 'owner'), move('2026-06-10', 'upper_level')],
      ['owner 06-01..06-09', 'upper_level 06-10..06-30'],
    ],
    [
      'whoever had it before the stretch began',
      [move('2026-05-20', 'coordinator')],
      ['coordinator 06-01..06-30'],
    ],
    [
      'what moved after the stretch changes nothing',
      [move('2026-07-01', 'approver')],
      ['owner 06-01..06-30'],
    ],
    [
      'moves told out of order are put in order',
      [move('2026-06-12', 'owner'), move('2026-06-10', 'approver')],
      ['owner 06-01..06-09', 'approver 06-10..06-11', 'owner 06-12..06-30'],
    ],
    [
      'a move on the first day leaves no empty span',
      [move('2026-06-01', 'approver')],
      ['approver 06-01..06-30'],
    ],
  ];
  it.each(cases)('%s', (_sentence, moves, spans) => {
    expect(heldIn(moves)).toEqual(spans);
  });

  it('knows no day in a stretch that ends before it begins', () => {
    expect(custodySpans([], { from: '2026-06-02', until: '2026-06-01' })).toEqual([]);
  });

  it('says who has it on a day, and by when an answer was asked for', () => {
    const moves = [move('2026-06-10', 'approver', '2026-06-15')];
    expect(holderOn(moves, '2026-06-09')).toMatchObject({ holder: 'owner', answerBy: null });
    expect(holderOn(moves, '2026-06-10')).toMatchObject({ holder: 'approver', answerBy: '2026-06-15' });
  });

  it('leaves no day without a holder and none with two', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((each) => `2026-06-${String(each).padStart(2, '0')}`);
    const moves = fc.array(fc.tuple(day, fc.constantFrom(...HOLDERS)), { maxLength: 12 });
    fc.assert(
      fc.property(moves, (told) => {
        const spans = custodySpans(
          told.map(([on, holder]) => move(on, holder)),
          june,
        );
        const days = spans.map(({ from, to }) => Number(to.slice(8)) - Number(from.slice(8)) + 1);
        expect(days.every((each) => each > 0)).toBe(true);
        expect(days.reduce((sum, each) => sum + each, 0)).toBe(30);
      }),
    );
  });
});

const ALLOWED = [
  'owner coordinator',
  'owner approver',
  'owner upper_level',
  'coordinator owner',
  'approver owner',
  'approver upper_level',
  'upper_level owner',
  'upper_level approver',
];
it.each(HOLDERS.flatMap((from) => HOLDERS.map((to) => [from, to] as const)))(
  'handing over from %s to %s follows the table',
  (from, to) => {
    const isAllowed = ALLOWED.includes(`${from} ${to}`);
    expect(refuseMove(from, to)).toEqual(isAllowed ? undefined : { kind: 'custody_move_refused', from, to });
  },
);
