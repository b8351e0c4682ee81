import type { Day } from '#core/deadlines/deadline.ts';
import {
  type CustodyMove,
  type CustodySpan,
  custodySpans,
  daysAfter,
  type Holder,
  inOrder,
} from '#core/plans/custody.ts';

/** How many late days one holder answers for. The owner is the department in charge: it has no name here. */
export type LatenessShare = {
  holder: Holder;
  departmentId: string | null;
  name: string | null;
  days: number;
};

/** `days` are all days late, `counted` the working ones; the shares add up to those of the basis. */
export type Lateness = { days: number; counted: number; shares: LatenessShare[] };

type Answering = Pick<LatenessShare, 'holder' | 'departmentId' | 'name'>;

/**
 * How late a piece of work is, and because of whom. Late days are those after the due day up to and
 * including the day it was finished, or today while it is open. With the basis `working` only the days
 * `isCounted` says are shared out, with `calendar` all of them.
 *
 * Rule 1: each late day belongs to whoever has the work at the end of that day. The day of handing it
 * back therefore belongs to the one who gets it.
 *
 * Rule 2: if another holder kept the work beyond its own clock before the due day, the department in
 * charge lost that time. It gives up as many of its own late days, the first ones first, to those who
 * overran, in the order the overrun days passed; never more than it has. An overrun is counted as
 * lateness is: the days after the clock up to and including the day of handing on, as far as the due
 * day. A holder to whom nobody set a clock takes over nothing.
 *
 * Source: section III.1 of the plan asks who was late; docs/decisions/020 says why the days are split so.
 */
export function splitLateness({
  dueOn,
  endedOn,
  moves,
  isCounted,
  basis = 'calendar',
}: {
  dueOn: Day;
  endedOn: Day;
  moves: readonly CustodyMove[];
  isCounted: (day: Day) => boolean;
  basis?: 'calendar' | 'working';
}): Lateness {
  const lateDays = daysAfter(dueOn, endedOn);
  const counted = lateDays.filter(isCounted);
  const isShared = (day: Day) => basis === 'calendar' || isCounted(day);
  const overruns = overrunDays(moves, dueOn).filter(({ day }) => isShared(day));
  const spans = custodySpans(moves, { from: dueOn, until: endedOn });
  const answering = lateDays.filter(isShared).map((day) => {
    const held = spans.find((span) => span.from <= day && day <= span.to)!;
    return held.holder === 'owner' ? (overruns.shift()?.by ?? held) : held;
  });
  return { days: lateDays.length, counted: counted.length, shares: mergeShares(answering) };
}

/** The days other holders kept the work beyond their clock until the due day, in order. */
function overrunDays(moves: readonly CustodyMove[], dueOn: Day): { day: Day; by: CustodySpan }[] {
  const first = inOrder(moves)[0]?.day;
  if (first === undefined) return [];
  const spans = custodySpans(moves, { from: first, until: dueOn });
  return spans.flatMap((span, index) => {
    const { answerBy } = span;
    if (span.holder === 'owner' || answerBy === null) return [];
    const handedOn = spans[index + 1]?.from ?? dueOn;
    // Counted from the day after the work arrived: nobody can be late with it on that day.
    return daysAfter(span.from, handedOn)
      .filter((day) => day > answerBy)
      .map((day) => ({ day, by: span }));
  });
}

/** One share for each holder, the largest first, of equal ones whoever answers for the earlier day. */
function mergeShares(answering: readonly Answering[]): LatenessShare[] {
  const shareByHolder = new Map<string, LatenessShare>();
  for (const { holder, ...who } of answering) {
    // A piece of work has one department in charge, whether or not a move named it.
    const { departmentId, name } = holder === 'owner' ? { departmentId: null, name: null } : who;
    const key = JSON.stringify([holder, departmentId ?? name]);
    const share = shareByHolder.get(key) ?? { holder, departmentId, name, days: 0 };
    share.days += 1;
    shareByHolder.set(key, share);
  }
  return [...shareByHolder.values()].toSorted((one, other) => other.days - one.days);
}
