import { queryOptions } from '@tanstack/react-query';
import { api } from '#web/api.ts';
import { followUpApi } from './follow-up-api.ts';

export const findingsQuery = queryOptions({ queryKey: ['plan', 'findings'], queryFn: api.listFindings });

export const obstaclesQuery = queryOptions({
  queryKey: ['obstacles'],
  queryFn: followUpApi.listObstacles,
});

export function taskQuery(id: string) {
  return queryOptions({ queryKey: ['tasks', id], queryFn: () => api.findTask(id) });
}

export function followUpQuery(id: string) {
  return queryOptions({ queryKey: ['tasks', id, 'follow-up'], queryFn: () => followUpApi.find(id) });
}
