import type { BeforeDay } from '#core/deadlines/deadline-dates.ts';
import type { DeadlineRules } from '#core/deadlines/read-deadline.ts';
import { type ReportCalendar, USUAL_REPORTS } from '#core/deadlines/report-periods.ts';
import type { CalendarDay, WorkCalendarSettings } from '#core/deadlines/work-calendar.ts';
import { vietnamCalendar, type WorkCalendar } from '#core/deadlines/working-days.ts';
import type { Tx } from './in-unit.ts';

/** Years whose holidays a calendar knows; beyond them only the weekly days off count. */
const FIRST_YEAR = 2020;
const LAST_YEAR = 2040;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

export type DeadlineSettings = {
  weeklyDaysOff: number[];
  beforeDay: BeforeDay;
  reports: ReportCalendar;
  version: number;
};

/** How the unit reads and counts deadlines: the usual rules where it set none. */
export async function findDeadlineSettings(tx: Tx, unitId: string): Promise<DeadlineSettings> {
  const row = await tx
    .selectFrom('deadline_setting')
    .where('unit_id', '=', unitId)
    .selectAll()
    .executeTakeFirst();
  return {
    weeklyDaysOff: row?.weekly_days_off ?? [6, 7],
    beforeDay: row?.before_day ?? 'inclusive',
    reports: { ...USUAL_REPORTS, ...row?.reports },
    version: row?.version ?? 0,
  };
}

/** The unit's own days, in order. */
export async function listCalendarDays(tx: Tx, unitId: string): Promise<CalendarDay[]> {
  const rows = await tx
    .selectFrom('calendar_day')
    .where('unit_id', '=', unitId)
    .orderBy('day')
    .selectAll()
    .execute();
  return rows.map(({ day, is_off, name }) => ({ day, isOff: is_off, name }));
}

/** When the unit works: the national calendar with the unit's weekly days off and its own days over it. */
export async function findWorkCalendar(tx: Tx, unitId: string): Promise<WorkCalendar> {
  const { weeklyDaysOff } = await findDeadlineSettings(tx, unitId);
  const days = await listCalendarDays(tx, unitId);
  const national = nationalCalendar(weeklyDaysOff);
  if (days.length === 0) return national;
  const ownDays = Object.fromEntries(days.map(({ day, isOff, name }) => [day, { isOff, name }]));
  return { weeklyDaysOff, days: { ...national.days, ...ownDays } };
}

const nationalByWeek = new Map<string, WorkCalendar>();

/** Twenty years of holidays are worked out once for each kind of week. */
function nationalCalendar(weeklyDaysOff: readonly number[]): WorkCalendar {
  const key = weeklyDaysOff.join();
  const known = nationalByWeek.get(key) ?? vietnamCalendar(YEARS, { weeklyDaysOff });
  nationalByWeek.set(key, known);
  return known;
}

/** The rules by which the unit reads the words of a deadline. */
export async function findDeadlineRules(tx: Tx, unitId: string): Promise<Omit<DeadlineRules, 'year'>> {
  const { beforeDay } = await findDeadlineSettings(tx, unitId);
  return { beforeDay, calendar: await findWorkCalendar(tx, unitId) };
}

/** Keeps how the unit reads and counts deadlines. False when somebody else changed it since that version. */
export async function saveWorkCalendar(
  tx: Tx,
  unitId: string,
  { weeklyDaysOff, beforeDay, reports, days, version }: WorkCalendarSettings,
): Promise<boolean> {
  const columns = {
    weekly_days_off: weeklyDaysOff,
    before_day: beforeDay,
    reports: JSON.stringify(reports),
  };
  const saved = await tx
    .insertInto('deadline_setting')
    .values({ unit_id: unitId, ...columns, version: 1 })
    .onConflict((conflict) =>
      conflict
        .column('unit_id')
        .doUpdateSet({ ...columns, version: version + 1 })
        .where('deadline_setting.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  if (saved?.version !== version + 1) return false;
  await tx.deleteFrom('calendar_day').where('unit_id', '=', unitId).execute();
  if (days.length === 0) return true;
  await tx
    .insertInto('calendar_day')
    .values(days.map(({ day, isOff, name }) => ({ unit_id: unitId, day, is_off: isOff, name })))
    .execute();
  return true;
}
