import type { TaskStatus, Timeliness } from '#core/plans/task-status.ts';
import type { TaskSearch, TaskView } from '#web/plans/task-list.ts';

// Written out, because the first screen must not load the schemas for them.
const STATUSES = ['not_started', 'in_progress', 'done', 'stuck'] as const satisfies readonly TaskStatus[];
const TIMES = [
  'done',
  'overdue',
  'due_soon',
  'later',
  'recurring',
  'undated',
] as const satisfies readonly Timeliness[];
const VIEWS = ['board', 'calendar', 'timeline', 'workload'] as const satisfies readonly TaskView[];
const SORTS = ['deadline', 'points', 'department'] as const;
const MONTH = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/u;
const DUE = /^(?:open|7|30|(?!0000)\d{4}-(?:0[1-9]|1[0-2]))$/u;

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((each) => each === value);
}
const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const written = (pattern: RegExp, value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** What an address asks of the task list; whatever it asks wrongly is left out. */
export function readTaskAddress(search: Record<string, unknown>): TaskSearch {
  return {
    view: oneOf(VIEWS, search.view),
    q: word(search.q),
    status: oneOf(STATUSES, search.status),
    timeliness: oneOf(TIMES, search.timeliness),
    department: word(search.department),
    section: word(search.section),
    criterion: word(search.criterion),
    due: written(DUE, search.due),
    sort: oneOf(SORTS, search.sort),
    month: written(MONTH, search.month),
    group: search.group === 'department' ? 'department' : undefined,
  };
}
