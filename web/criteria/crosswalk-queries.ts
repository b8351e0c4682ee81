import { queryOptions } from '@tanstack/react-query';
import { crosswalkApi } from './crosswalk-api.ts';

/** Replaced criteria sets, the newest first. */
export const crosswalksQuery = queryOptions({ queryKey: ['crosswalks'], queryFn: crosswalkApi.list });

export function crosswalkQuery(id: string) {
  return queryOptions({ queryKey: ['crosswalks', id], queryFn: () => crosswalkApi.find(id) });
}
