import type { BulkInput } from '#core/plans/bulk-edit.ts';
import type { Task } from '#core/plans/task.ts';
import { request } from '#web/request.ts';

/** Calls of the task views beside those in web/api.ts. */
export const plansApi = {
  changeTasks: (input: BulkInput) => request<Task[]>('POST', '/api/tasks/bulk', input),
};
