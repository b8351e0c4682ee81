import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeadlineRules } from '#core/deadlines/read-deadline.ts';
import { vietnamCalendar } from '#core/deadlines/working-days.ts';
import { useMe } from '#web/people/session.ts';
import { workCalendarQuery } from './work-calendar-api.ts';

/** The rules by which the unit reads the words of a deadline, of its plan's year unless another is given. */
export function useDeadlineRules(ofYear?: number): DeadlineRules {
  const { planYear } = useMe();
  const year = ofYear ?? planYear ?? undefined;
  const settings = useQuery(workCalendarQuery).data;
  return useMemo(() => {
    const named = year === undefined ? {} : { year };
    if (!settings) return named;
    const years = year === undefined ? [] : [year - 1, year, year + 1];
    const ownDays = Object.fromEntries(settings.days.map(({ day, isOff, name }) => [day, { isOff, name }]));
    const calendar = vietnamCalendar(years, { weeklyDaysOff: settings.weeklyDaysOff, ownDays });
    return { ...named, beforeDay: settings.beforeDay, calendar };
  }, [year, settings]);
}
