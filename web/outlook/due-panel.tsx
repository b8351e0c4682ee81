import { Link } from '@tanstack/react-router';
import { CircleAlert, Clock } from 'lucide-react';
import type { Task } from '#core/plans/task.ts';
import { inChargeOf } from '#core/plans/task-rules.ts';
import { paths } from '#web/paths.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Status } from '#web/ui/status.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './dashboard-page.module.css';

const MOST_SHOWN = 5;

/** What is late and what falls due within a week, with who owns it. */
export function DuePanel({ overdue, due, next }: { overdue: Task[]; due: Task[]; next: Task | undefined }) {
  const { outlook } = useWords();
  const shown = [...overdue, ...due];
  return (
    <Section
      title={outlook.dueWeek(due.length, overdue.length)}
      lead={shown.length === 0 && next ? outlook.nextDue : undefined}
      actions={
        <ButtonLink
          to={paths.tasks}
          search={overdue.length > MOST_SHOWN && due.length === 0 ? { timeliness: 'overdue' } : {}}
          size="small"
        >
          {shown.length > MOST_SHOWN ? outlook.allOf(shown.length) : outlook.allTasks}
        </ButtonLink>
      }
    >
      {shown.length === 0 && !next && <p className={styles.note}>{outlook.dueNone}</p>}
      <ul className={styles.list}>
        {(shown.length > 0 ? shown.slice(0, MOST_SHOWN) : next ? [next] : []).map((task) => (
          <DueLine key={task.id} task={task} />
        ))}
      </ul>
    </Section>
  );
}

function DueLine({ task }: { task: Task }) {
  const { outlook } = useWords();
  const print = usePrintedPoints();
  const days = task.daysLeft ?? 0;
  const names = inChargeOf(task.owners)
    .map((owner) => owner.name)
    .join(', ');
  return (
    <li className={styles.line}>
      <Link to={paths.task} params={{ taskId: task.id }}>
        {task.text}
      </Link>
      {days < 0 ? (
        <Status tone="returned" icon={<CircleAlert aria-hidden />}>
          {outlook.overdueBy(-days)}
        </Status>
      ) : (
        <Status tone="draft" icon={<Clock aria-hidden />}>
          {days === 0 ? outlook.dueToday : outlook.dueIn(days)}
        </Status>
      )}
      <span className={styles.hint}>
        {names || outlook.nobody}
        {task.dueTo && ` · ${printDay(task.dueTo)}`}
        {task.pointsAtStake > 0 && ` · ${outlook.atStake(print(task.pointsAtStake))}`}
      </span>
    </li>
  );
}
