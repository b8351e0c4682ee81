import { describe, expect, it } from 'vitest';
import { mayEver } from '#core/people/permissions.ts';
import { ROLES } from '#core/people/roles.ts';
import { type FactsOf, MOVES, type Move, NEEDS, type Need, refuseMove, stageAfter } from './moves.ts';
import { PHASES, STAGES, type Stage, stageOf, UNIT_STAGES } from './stages.ts';

const moves = Object.keys(MOVES) as Move[];
const today = '2026-12-10';
const needsOf = (move: Move): readonly Need[] => MOVES[move].needs;
const factsWithout = (move: Move, missing?: Need) =>
  Object.fromEntries(needsOf(move).map((need) => [need, need !== missing])) as FactsOf<Move>;
const fromOf = (move: Move): readonly Stage[] => MOVES[move].from;

/** Every role in every stage before every move: what must come of it, said once more from the table itself. */
const PAIRS = moves.flatMap((move) =>
  ROLES.flatMap((role) => STAGES.map((stage) => ({ move, role, stage }))),
);

describe('who may move what, from where', () => {
  it.each(moves)('%s: every role in every stage', (move) => {
    for (const { role, stage } of PAIRS.filter((pair) => pair.move === move)) {
      const refusal = refuseMove(move, { stage, role, today, facts: factsWithout(move) });
      const expected = !mayEver(role, MOVES[move].who)
        ? { kind: 'move_not_permitted', move, role }
        : fromOf(move).includes(stage)
          ? undefined
          : { kind: 'wrong_stage', move, stage };
      expect(refusal, `${role} ${move} in ${stage}`).toEqual(expected);
    }
  });

  it.each(moves)('%s: each thing it needs is asked for by itself', (move) => {
    const role = ROLES.find((each) => mayEver(each, MOVES[move].who))!;
    const stage = fromOf(move)[0]!;
    for (const need of needsOf(move))
      expect(refuseMove(move, { stage, role, today, facts: factsWithout(move, need) })).toEqual({
        kind: 'need_unmet',
        move,
        need,
      });
  });
});

describe('the clock', () => {
  const cases = [
    ['lets move on the last day', { until: '2026-12-10', graceUntil: null }, undefined],
    ['refuses the day after', { until: '2026-12-09', graceUntil: null }, '2026-12-09'],
    [
      'lets move until the later day of a document',
      { until: '2026-12-01', graceUntil: '2026-12-10' },
      undefined,
    ],
    ['refuses after the later day', { until: '2026-12-01', graceUntil: '2026-12-09' }, '2026-12-09'],
    ['keeps the later of the two days', { until: '2026-12-10', graceUntil: '2026-12-05' }, undefined],
  ] as const;
  const timed = moves.filter((move) => 'clock' in MOVES[move]);
  it.each(cases)('%s', (_what, clock, until) => {
    for (const move of timed) {
      const role = ROLES.find((each) => mayEver(each, MOVES[move].who))!;
      const refusal = refuseMove(move, {
        stage: fromOf(move)[0]!,
        role,
        today,
        clock,
        facts: factsWithout(move),
      });
      expect(refusal).toEqual(until && { kind: 'clock_ran_out', move, until });
    }
  });
  it('does not stop what has none', () => {
    const role = 'focal';
    const clock = { until: '2020-01-01', graceUntil: null };
    for (const move of moves.filter((each) => !timed.includes(each) && mayEver(role, MOVES[each].who)))
      expect(
        refuseMove(move, { stage: fromOf(move)[0]!, role, today, clock, facts: factsWithout(move) }),
      ).toBeUndefined();
  });
});

describe('where moves lead', () => {
  it('reaches every stage from the first, and only by the table', () => {
    const reached = new Set<Stage>(['preparing']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const move of moves)
        for (const stage of fromOf(move)) if (reached.has(stage)) reached.add(stageAfter(move, stage));
    }
    // `submitted` becomes `appraising` by what the city does with the campaign.
    expect([...reached].toSorted()).toEqual([...STAGES].toSorted());
  });

  it('names no need that no move asks for', () => {
    expect(NEEDS.filter((need) => !moves.some((move) => needsOf(move).includes(need)))).toEqual([]);
  });

  it.each(UNIT_STAGES)('a unit that is %s stands where its part and the campaign say', (unitStage) => {
    for (const phase of PHASES) {
      const expected =
        phase === 'preparing'
          ? 'preparing'
          : unitStage === 'submitted' && phase !== 'claiming'
            ? phase
            : unitStage;
      expect(stageOf(unitStage, phase)).toBe(expected);
    }
  });
});
