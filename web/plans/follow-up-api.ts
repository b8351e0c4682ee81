import type {
  CustodyInput,
  DirectiveInput,
  ExtensionInput,
  FollowUp,
  Obstacle,
  ObstacleEntryInput,
  ObstacleInput,
  Step,
  StepInput,
} from '#core/plans/follow-up.ts';
import type { Task } from '#core/plans/task.ts';
import { request } from '#web/request.ts';

const of = (taskId: string) => `/api/tasks/${encodeURIComponent(taskId)}`;

/** Every call that follows a task up. */
export const followUpApi = {
  find: (taskId: string) => request<FollowUp>('GET', `${of(taskId)}/follow-up`),
  /** Every obstacle of the unit that is not settled. */
  listObstacles: () => request<Obstacle[]>('GET', '/api/obstacles'),
  extend: (taskId: string, input: ExtensionInput) => request<Task>('POST', `${of(taskId)}/extensions`, input),
  direct: (taskId: string, input: DirectiveInput) => request<Task>('POST', `${of(taskId)}/directives`, input),
  withdraw: (taskId: string, documentId: string, input: { reason: string; version: number }) =>
    request<Task>('POST', `${of(taskId)}/documents/${documentId}/withdrawal`, input),
  handOn: (taskId: string, input: CustodyInput) => request<Task>('POST', `${of(taskId)}/custody`, input),
  raise: (taskId: string, input: ObstacleInput) =>
    request<Obstacle>('POST', `${of(taskId)}/obstacles`, input),
  say: (obstacleId: string, input: ObstacleEntryInput) =>
    request<Obstacle>('POST', `/api/obstacles/${encodeURIComponent(obstacleId)}/entries`, input),
  addStep: (taskId: string, input: StepInput) => request<Step[]>('POST', `${of(taskId)}/steps`, input),
  changeStep: (taskId: string, stepId: string, input: StepInput & { version: number }) =>
    request<Step[]>('PATCH', `${of(taskId)}/steps/${stepId}`, input),
  removeStep: (taskId: string, stepId: string) => request<Step[]>('DELETE', `${of(taskId)}/steps/${stepId}`),
};
