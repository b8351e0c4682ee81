import type { Generated } from 'kysely';
import type { BeforeDay } from '#core/deadlines/deadline-dates.ts';
import type { ReportCalendar } from '#core/deadlines/report-periods.ts';
import type { JsonWithDefault } from './column-types.ts';

type CalendarDayTable = { unit_id: string; day: string; is_off: boolean; name: string };

type DeadlineSettingTable = {
  unit_id: string;
  weekly_days_off: Generated<number[]>;
  before_day: Generated<BeforeDay>;
  /** Only the periods whose days the unit set. */
  reports: JsonWithDefault<Partial<ReportCalendar>>;
  version: Generated<number>;
};

export type WorkCalendarTables = {
  calendar_day: CalendarDayTable;
  deadline_setting: DeadlineSettingTable;
};
