import type { TaskStatus, Timeliness } from '#core/plans/task-status.ts';
import type { TaskSearch } from './task-list.ts';

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
const SORTS = ['deadline', 'points'] as const;

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((each) => each === value);
}
const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What an address asks of the task list; whatever it asks wrongly is left out. */
export function readTaskAddress(search: Record<string, unknown>): TaskSearch {
  return {
    q: word(search.q),
    status: oneOf(STATUSES, search.status),
    timeliness: oneOf(TIMES, search.timeliness),
    department: word(search.department),
    section: word(search.section),
    criterion: word(search.criterion),
    sort: oneOf(SORTS, search.sort),
  };
}
