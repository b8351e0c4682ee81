import type { UncheckedReading } from './check-sums.ts';
import { ownTasksByLeaf } from './own-tasks.ts';
import type { Finding, FindingKind, Severity, TaskReading } from './plan-reading.ts';

/** A loss from a quarter point on is worth a warning; smaller ones are noted. */
const WORTH_A_WARNING = 25;

/** Tasks without a day, an owner or a matter, days outside the plan's year, and lost points nobody works on. */
export function checkTasks(reading: UncheckedReading): Finding[] {
  return [
    ...reading.tasks.flatMap((task) => checkTask(task, reading.document.year)),
    ...checkLostPoints(reading),
  ];
}

function checkTask(task: TaskReading, year: number | undefined): Finding[] {
  const { deadline } = task;
  const found = (kind: FindingKind, severity: Severity, params: Finding['params'] = {}): Finding => ({
    kind,
    severity,
    subject: task.key,
    place: task.place,
    params: { text: task.text, ...params },
  });
  const findings: Finding[] = [];
  if (deadline.kind === 'none') findings.push(found('task_without_deadline', 'warning'));
  if (deadline.kind === 'not_understood') {
    findings.push(found('deadline_not_understood', 'warning', { words: deadline.words }));
  }
  if (task.deadlinePlace) findings.push(found('deadline_governed', 'note', { words: deadline.words }));
  const days = [
    deadline.from,
    deadline.to,
    ...(deadline.windows ?? []).flatMap((each) => [each.from, each.to]),
  ];
  const outside = days.filter(
    (day) => day !== undefined && year !== undefined && Number(day.slice(0, 4)) !== year,
  );
  if (outside.length > 0 && year !== undefined) {
    const [day = ''] = outside;
    findings.push(found('deadline_outside_year', 'warning', { words: deadline.words, day, year }));
  }
  if (task.units.length === 0) findings.push(found('task_without_owner', 'warning'));
  if (task.criteria.length === 0) findings.push(found('task_without_criterion', 'note'));
  return findings;
}

/** Leaves below their target that no task names; see own-tasks.ts for the rule and its weakness. */
function checkLostPoints({ criteria, tasks }: UncheckedReading): Finding[] {
  const leaves = criteria.filter((row) => row.isLeaf);
  const ownTasks = ownTasksByLeaf(leaves, tasks);
  return leaves.flatMap((leaf): Finding[] => {
    const lost = (leaf.targetPoints ?? leaf.maxPoints) - (leaf.lastPoints ?? leaf.maxPoints);
    if (lost <= 0 || (ownTasks.get(leaf.code) ?? []).length > 0) return [];
    return [
      {
        kind: 'lost_points_without_task',
        severity: lost >= WORTH_A_WARNING ? 'warning' : 'note',
        subject: leaf.code,
        place: leaf.place,
        params: { title: leaf.title, lost, maxPoints: leaf.maxPoints, source: leaf.source },
      },
    ];
  });
}
