import type { Task } from '#core/plans/task.ts';
import type {
  DecisionInput,
  ExplanationInput,
  ResponsibilityLine,
} from '#core/responsibility/responsibility.ts';
import type { ResponsibilityOverview, TaskResponsibility } from '#core/responsibility/responsibility-list.ts';
import type { VerdictInput } from '#core/responsibility/verdict.ts';
import { request } from '#web/request.ts';
import { type ResponsibilitySearch, writeResponsibilityQuery } from './responsibility-search.ts';

const of = (taskId: string) => `/api/tasks/${encodeURIComponent(taskId)}`;

/** Every call about who was late, and what is said of it. */
export const responsibilityApi = {
  find: (search: ResponsibilitySearch) =>
    request<ResponsibilityOverview>('GET', `/api/responsibility${writeResponsibilityQuery(search)}`),
  findOf: (taskId: string) => request<TaskResponsibility>('GET', `${of(taskId)}/responsibility`),
  explain: (taskId: string, input: ExplanationInput) =>
    request<ResponsibilityLine>('POST', `${of(taskId)}/explanation`, input),
  decide: (taskId: string, input: DecisionInput) =>
    request<ResponsibilityLine>('POST', `${of(taskId)}/decision`, input),
  judge: (taskId: string, input: VerdictInput) => request<Task>('POST', `${of(taskId)}/verdict`, input),
  /** The address itself: the browser saves the file under the name the server gives. */
  file: (format: 'xlsx' | 'docx', search: ResponsibilitySearch) =>
    `/api/responsibility.${format}${writeResponsibilityQuery(search)}`,
};
