import { addDays } from '#core/deadlines/days.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import type { Task } from '#core/plans/task.ts';
import { byUrgency } from '#web/plans/task-list.ts';
import { firstDayOf, lastDayOf, type Month, placeInWeek } from './day-steps.ts';

export type Week = Day[];

/** The weeks a month touches, each from Monday to Sunday, so the first and last may hold days of its neighbours. */
export function weeksOf(month: Month): Week[] {
  const last = lastDayOf(month);
  const weeks: Week[] = [];
  for (let monday = mondayOf(firstDayOf(month)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, step) => addDays(monday, step)));
  }
  return weeks;
}

function mondayOf(day: Day): Day {
  return addDays(day, -placeInWeek(day));
}

/** Tasks by the day they are due, the most pressing first; tasks without a day are left out. */
export function tasksByDay(tasks: readonly Task[]): ReadonlyMap<Day, Task[]> {
  const byDay = new Map<Day, Task[]>();
  for (const task of [...tasks].sort(byUrgency)) {
    if (task.dueTo === null) continue;
    const sameDay = byDay.get(task.dueTo);
    if (sameDay) sameDay.push(task);
    else byDay.set(task.dueTo, [task]);
  }
  return byDay;
}

/** The day a key takes one to from another; undefined for keys that move nothing. */
export function dayAfterKey(key: string, day: Day): Day | undefined {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -placeInWeek(day),
    End: 6 - placeInWeek(day),
  };
  const step = steps[key];
  return step === undefined ? undefined : addDays(day, step);
}
