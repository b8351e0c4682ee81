import { dayBefore } from '#core/deadlines/calendar-windows.ts';

import { dayNumber, dayOfNumber } from '#core/deadlines/days.ts';

import type { Day } from '#core/deadlines/deadline.ts';

/**
 * Who can be holding a piece of work: the department in charge, a coordinating one, whoever has to
 * approve it in the unit, and the upper level (city, department of the city).
 */
export const HOLDERS = ['owner', 'coordinator', 'approver', 'upper_level'] as const;
export type Holder = (typeof HOLDERS)[number];

/**
 * A piece of work changing hands on a day of Viet Nam time. `answerBy` is the last day the new holder
 * was given to answer, null where nobody set one. `name` is in free words ("Sở Nội vụ").
 */
export type CustodyMove = {
  day: Day;
  holder: Holder;
  departmentId: string | null;
  name: string | null;
  answerBy: Day | null;
};

/** Days in a row, both ends included, at whose end the same holder had the work. */
export type CustodySpan = Omit<CustodyMove, 'day'> & { from: Day; to: Day };

export type CustodyRefusal = { kind: 'custody_move_refused'; from: Holder; to: Holder };

/** What holds until the first move: the department in charge, with no clock but the due day. */
const AT_FIRST: Omit<CustodyMove, 'day'> = {
  holder: 'owner',
  departmentId: null,
  name: null,
  answerBy: null,
};

const MAY_HAND_TO: Readonly<Record<Holder, readonly Holder[]>> = {
  owner: ['coordinator', 'approver', 'upper_level'],
  coordinator: ['owner'],
  approver: ['owner', 'upper_level'],
  upper_level: ['owner', 'approver'],
};

/**
 * Who held the work on each day of a stretch, in order and without gaps. A day belongs to whoever has
 * the work at its end, so of several moves on one day the last counts, and the day of handing back
 * belongs to the one who gets it. Until the first move the department in charge holds it. A new move
 * to the same holder begins a span of its own, since it brings a clock of its own. Refuses nothing;
 * a stretch that ends before it begins has no spans.
 */
export function custodySpans(
  moves: readonly CustodyMove[],
  { from, until }: { from: Day; until: Day },
): CustodySpan[] {
  if (until < from) return [];
  const lastOfDays = inOrder(moves).filter((move, index, all) => all[index + 1]?.day !== move.day);
  const before = lastOfDays.filter((move) => move.day <= from);
  const during = lastOfDays.filter((move) => move.day > from && move.day <= until);
  const starts = [{ ...(before.at(-1) ?? AT_FIRST), day: from }, ...during];
  return starts.map(({ day, ...held }, index) => {
    const next = starts[index + 1];
    return { ...held, from: day, to: next ? dayBefore(next.day) : until };
  });
}

/** Who has the work at the end of a day, and by when an answer was asked for. */
export function holderOn(moves: readonly CustodyMove[], day: Day): Omit<CustodyMove, 'day'> {
  const [span] = custodySpans(moves, { from: day, until: day });
  if (!span) return AT_FIRST;
  const { holder, departmentId, name, answerBy } = span;
  return { holder, departmentId, name, answerBy };
}

/**
 * Refuses a hand-over the table does not know: a coordinating department gives the work back to the
 * one in charge and to nobody else, and nobody hands it to themselves.
 */
export function refuseMove(from: Holder, to: Holder): CustodyRefusal | undefined {
  return MAY_HAND_TO[from].includes(to) ? undefined : { kind: 'custody_move_refused', from, to };
}

/** Moves by day; those of one day stay in the order they were made. */
export function inOrder(moves: readonly CustodyMove[]): CustodyMove[] {
  return moves.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** The days after one day up to and including another: as lateness is counted. */
export function daysAfter(from: Day, to: Day): Day[] {
  const first = dayNumber(from) + 1;
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, index) =>
    dayOfNumber(first + index),
  );
}
