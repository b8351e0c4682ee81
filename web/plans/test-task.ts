import type { Task } from '#core/plans/task.ts';

/** A task to test views with: not begun, due 30 June 2026, of nobody. */
export function taskOf(key: string, more: Partial<Task> = {}): Task {
  const [section = ''] = key.split('/');
  return {
    id: key,
    key,
    section,
    sectionTitle: `Mục ${section}`,
    text: `Nhiệm vụ ${key}`,
    deadline: { words: 'quý II/2026', kind: 'window', from: '2026-04-01', to: '2026-06-30' },
    dueTo: '2026-06-30',
    status: 'not_started',
    percent: 0,
    timeliness: 'later',
    daysLeft: 60,
    occurrence: null,
    dueByDocument: null,
    finishedOn: null,
    verdict: null,
    reportingState: 'not_due',
    holder: { holder: 'owner', departmentId: null, name: null, since: null, answerBy: null },
    openObstacles: 0,
    steps: { done: 0, all: 0 },
    owners: [],
    criteria: [],
    pointsAtStake: 0,
    lastUpdateAt: null,
    lastNote: null,
    version: 3,
    ...more,
  };
}
