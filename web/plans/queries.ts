import { queryOptions } from '@tanstack/react-query';
import { api } from '#web/api.ts';

export const planQuery = queryOptions({ queryKey: ['plan'], queryFn: api.findPlan });
export const findingsQuery = queryOptions({ queryKey: ['plan', 'findings'], queryFn: api.listFindings });
export const tasksQuery = queryOptions({ queryKey: ['tasks'], queryFn: api.listTasks });
export const departmentsQuery = queryOptions({ queryKey: ['departments'], queryFn: api.listDepartments });

export function taskQuery(id: string) {
  return queryOptions({ queryKey: ['tasks', id], queryFn: () => api.findTask(id) });
}
