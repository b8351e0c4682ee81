import {
  refuseWorkCalendar,
  type WorkCalendarRefusal,
  type WorkCalendarSettings,
  workCalendarSchema,
} from '#core/deadlines/work-calendar.ts';
import { printDay } from '#core/written-day.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findDeadlineSettings, listCalendarDays, saveWorkCalendar } from '#server/db/work-calendar.ts';
import type { ProblemsOf } from '#server/http/problems.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';

const workCalendarProblems = {
  day_unknown: {
    status: 400,
    vi: ({ day }) => `Ngày ${day} không có trong lịch. Hãy nhập lại ngày.`,
    en: ({ day }) => `The day ${day} is not in the calendar. Enter it again.`,
  },
  day_twice: {
    status: 422,
    vi: ({ day }) => `Ngày ${printDay(day)} được ghi hai lần. Hãy giữ lại một dòng.`,
    en: ({ day }) => `The day ${printDay(day)} is given twice. Keep one of them.`,
  },
  no_working_day: {
    status: 422,
    vi: 'Mỗi tuần phải có ít nhất một ngày làm việc. Hãy bỏ bớt ngày nghỉ hằng tuần.',
    en: 'A week needs at least one working day. Take out a weekly day off.',
  },
} satisfies ProblemsOf<WorkCalendarRefusal>;

export function workCalendarRoutes(): Route[] {
  const { inUnit } = routesOf<WorkCalendarRefusal>(workCalendarProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/work-calendar',
      permission: 'task.read',
      summary: 'when the unit works, how it reads "trước ngày", when its regular reports are due',
      answer: workCalendarSchema,
      run: async ({ tx, actor }) => findSettings(tx, actor.unitId),
    }),
    inUnit({
      method: 'put',
      path: '/api/work-calendar',
      permission: 'calendar.edit',
      summary: 'keeps the whole of it; days not given go back to the national calendar',
      body: workCalendarSchema,
      answer: workCalendarSchema,
      async run({ tx, actor, body }) {
        const refusal = refuseWorkCalendar(body);
        if (refusal) return refuse(refusal);
        const before = await findSettings(tx, actor.unitId);
        if (!(await saveWorkCalendar(tx, actor.unitId, body))) return refuse({ kind: 'stale_version' });
        const after = await findSettings(tx, actor.unitId);
        await recordEvent(tx, actor, {
          noun: 'work_calendar',
          subjectId: actor.unitId,
          verb: 'edited',
          ...difference(before, after),
        });
        return after;
      },
    }),
  ];
}

async function findSettings(tx: Tx, unitId: string): Promise<WorkCalendarSettings> {
  return { ...(await findDeadlineSettings(tx, unitId)), days: await listCalendarDays(tx, unitId) };
}

/** Only what changed; of the days only those that came, went or were rewritten. */
function difference(before: WorkCalendarSettings, after: WorkCalendarSettings) {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const changed = (['weeklyDaysOff', 'beforeDay', 'reports'] as const).filter(
    (key) => !isSame(before[key], after[key]),
  );
  const daysOnlyIn = (one: WorkCalendarSettings, other: WorkCalendarSettings) =>
    one.days.filter((day) => !other.days.some((each) => isSame(day, each)));
  const part = (one: WorkCalendarSettings, other: WorkCalendarSettings) => ({
    ...Object.fromEntries(changed.map((key) => [key, one[key]])),
    days: daysOnlyIn(one, other),
  });
  return { before: part(before, after), after: part(after, before) };
}
