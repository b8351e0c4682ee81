import { queryOptions } from '@tanstack/react-query';
import type { WorkCalendarSettings } from '#core/deadlines/work-calendar.ts';
import { request } from '#web/request.ts';

export const workCalendarQuery = queryOptions({
  queryKey: ['work-calendar'],
  queryFn: () => request<WorkCalendarSettings>('GET', '/api/work-calendar'),
});

export const saveWorkCalendar = (settings: WorkCalendarSettings) =>
  request<WorkCalendarSettings>('PUT', '/api/work-calendar', settings);
