import {
  CalendarClock,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Clock,
  Repeat,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Deadline } from '#core/deadlines/deadline.ts';
import type { Task } from '#core/plans/task.ts';
import type { TaskStatus, Timeliness } from '#core/plans/task-status.ts';
import { Status, type Tone } from '#web/ui/status.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import type { Words } from '#web/words/vi.ts';
import styles from './plans.module.css';

const STATUS_LOOKS: Record<TaskStatus, [Tone, ReactNode]> = {
  not_started: ['none', <CircleDashed key="icon" aria-hidden />],
  in_progress: ['submitted', <CircleDot key="icon" aria-hidden />],
  done: ['approved', <CircleCheck key="icon" aria-hidden />],
  stuck: ['returned', <TriangleAlert key="icon" aria-hidden />],
};

/** A status alone, as icon and word. */
export function StatusMark({ status }: { status: TaskStatus }) {
  const { plans } = useWords();
  const [tone, icon] = STATUS_LOOKS[status];
  return (
    <Status tone={tone} icon={icon}>
      {plans.statuses[status]}
    </Status>
  );
}

/** Where a task stands, with its percent while it is under way. */
export function TaskState({ task }: { task: Pick<Task, 'status' | 'percent'> }) {
  const { plans } = useWords();
  const [tone, icon] = STATUS_LOOKS[task.status];
  const isUnderWay = task.status !== 'done' && task.percent > 0;
  return (
    <Status tone={tone} icon={icon}>
      {plans.statuses[task.status]}
      {isUnderWay && ` ${task.percent} %`}
    </Status>
  );
}

const TIME_LOOKS: Record<Timeliness, [Tone, ReactNode]> = {
  done: ['approved', <CircleCheck key="icon" aria-hidden />],
  overdue: ['returned', <TriangleAlert key="icon" aria-hidden />],
  due_soon: ['draft', <Clock key="icon" aria-hidden />],
  later: ['none', <CalendarClock key="icon" aria-hidden />],
  recurring: ['none', <Repeat key="icon" aria-hidden />],
  undated: ['none', <CircleDashed key="icon" aria-hidden />],
};

/** A state of time alone, as icon and word. */
export function TimeMark({ timeliness }: { timeliness: Timeliness }) {
  const { plans } = useWords();
  const [tone, icon] = TIME_LOOKS[timeliness];
  return (
    <Status tone={tone} icon={icon}>
      {plans.timeliness[timeliness]}
    </Status>
  );
}

/** How much time is left, in days where there is a day, in a word where there is none. */
export function TimeLeft({ task }: { task: Pick<Task, 'timeliness' | 'daysLeft'> }) {
  const { plans } = useWords();
  const [tone, icon] = TIME_LOOKS[task.timeliness];
  const { daysLeft, timeliness } = task;
  const word =
    daysLeft === null || timeliness === 'done'
      ? plans.timeliness[timeliness]
      : daysLeft < 0
        ? plans.deadline.late(-daysLeft)
        : daysLeft === 0
          ? plans.deadline.today
          : plans.deadline.left(daysLeft);
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  );
}

/** A deadline as dates, in one line; its kind in words where it has no date. */
export function printDeadline(deadline: Deadline, plans: Words['plans']): string {
  const windows = deadline.windows?.length
    ? deadline.windows
    : deadline.to === undefined
      ? []
      : [{ from: deadline.from, to: deadline.to }];
  if (windows.length === 0) {
    return deadline.requestedBy
      ? plans.deadline.requestedBy(deadline.requestedBy)
      : plans.deadlineKinds[deadline.kind];
  }
  return windows
    .map(({ from, to }) =>
      from ? plans.deadline.between(printDay(from), printDay(to)) : plans.deadline.until(printDay(to)),
    )
    .join('; ');
}

/** The occurrence a task stands at: "Tháng 11 · hạn 30/11". */
export function printOccurrence(occurrence: NonNullable<Task['occurrence']>, plans: Words['plans']): string {
  const { name, to, isMarked } = occurrence;
  const words = name.charAt(0).toUpperCase() + name.slice(1);
  return isMarked ? plans.deadline.allMarked : plans.deadline.occurrence(words, printDay(to).slice(0, 5));
}

/** The days of a task in one line: those of its plan, or the occurrence it stands at, and the day a document set. */
export function printDates(
  { deadline, occurrence, dueByDocument }: Pick<Task, 'deadline' | 'occurrence' | 'dueByDocument'>,
  plans: Words['plans'],
): string {
  if (!dueByDocument) return occurrence ? printOccurrence(occurrence, plans) : printDeadline(deadline, plans);
  return `${printDeadline(deadline, plans)} → ${plans.deadline.byDocument(printDay(dueByDocument))}`;
}

/** A deadline as the plan writes it, with its dates under it where they say more. */
export function DeadlineWords({ task }: { task: Pick<Task, 'deadline' | 'occurrence' | 'dueByDocument'> }) {
  const { plans } = useWords();
  const { words } = task.deadline;
  const dates = printDates(task, plans);
  return (
    <span className={styles.deadline}>
      <span>{words || plans.deadline.none}</span>
      {(words || task.dueByDocument) && !words.includes(dates) && (
        <span className={styles.dates}>{dates}</span>
      )}
    </span>
  );
}
