import { vietnamCalendar, type WorkCalendar } from '#core/plans/working-days.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';

/** The working days of a unit around a moment. */
export async function findCalendar(_tx: Tx, _unitId: string, now: Date): Promise<WorkCalendar> {
  const year = Number(dayInVietNam(now).slice(0, 4));
  return vietnamCalendar([year - 1, year, year + 1]);
}
