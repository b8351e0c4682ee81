import { Link } from '@tanstack/react-router';
import { CircleAlert, Clock, Hand } from 'lucide-react';
import { daysBetween } from '#core/deadlines/days.ts';
import { isPastClock, type WaitingObstacle } from '#core/plans/brief.ts';
import type { Task } from '#core/plans/task.ts';
import { inChargeOf } from '#core/plans/task-rules.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { printHolder } from '#web/plans/print-holder.ts';
import { TimeLeft } from '#web/plans/task-words.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Status } from '#web/ui/status.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './brief.module.css';

/** One task of the brief: what, how late, whose, what is at stake; and whose hands it is in when not their own. */
export function BriefTask({ task }: { task: Task }) {
  const { brief, plans } = useWords();
  const print = usePrintedPoints();
  const names = inChargeOf(task.owners)
    .map((owner) => owner.name)
    .join(', ');
  const facts = [
    names || plans.task.noOwner,
    ...(task.dueTo ? [brief.dueOn(printDay(task.dueTo))] : []),
    ...(task.pointsAtStake > 0 ? [brief.stakeOfTask(print(task.pointsAtStake))] : []),
  ];
  return (
    <li className={styles.line}>
      <Link to={paths.task} params={{ taskId: task.id }}>
        {task.text}
      </Link>
      <TimeLeft task={task} />
      <span className={styles.soft}>{facts.join(' · ')}</span>
      <HolderLine holder={task.holder} />
    </li>
  );
}

/** Who has it now, since when, and whether their clock has passed; nothing while it never left its owner. */
function HolderLine({ holder }: { holder: Task['holder'] }) {
  const words = useWords();
  const { brief } = words;
  const { today } = useMe();
  const { since, answerBy } = holder;
  if (since === null) return null;
  return (
    <span className={styles.holder}>
      <Hand aria-hidden />
      <span>
        {printHolder(holder, words)}, {brief.since(printDay(since), daysBetween(since, today))}
        {answerBy !== null && !isPastClock(answerBy, today) && ` · ${brief.answerBy(printDay(answerBy))}`}
        {answerBy !== null && isPastClock(answerBy, today) && (
          <Status tone="returned" icon={<CircleAlert aria-hidden />}>
            {brief.pastClock(printDay(answerBy), daysBetween(answerBy, today))}
          </Status>
        )}
      </span>
    </span>
  );
}

/** One obstacle without an answer: what stands in the way, how long, and who has to act. */
export function WaitingLine({ waiting }: { waiting: WaitingObstacle }) {
  const words = useWords();
  const { brief } = words;
  const { today } = useMe();
  const { obstacle, task, days, isPastClock: isLate } = waiting;
  const { answerBy } = obstacle;
  const whom = printHolder(
    { holder: obstacle.holder, name: obstacle.departmentName ?? obstacle.name },
    words,
  );
  return (
    <li className={styles.line}>
      <Link to={paths.task} params={{ taskId: task.id }}>
        {obstacle.entries[0]?.text ?? task.text}
      </Link>
      {isLate && answerBy !== null ? (
        <Status tone="returned" icon={<CircleAlert aria-hidden />}>
          {brief.clockPast(daysBetween(answerBy, today))}
        </Status>
      ) : (
        <Status tone="draft" icon={<Clock aria-hidden />}>
          {brief.waitsDays(days)}
        </Status>
      )}
      <span className={styles.soft}>
        {brief.waitsFor(whom)}
        {answerBy !== null && ` · ${brief.answerBy(printDay(answerBy))}`}
      </span>
      <span className={styles.ofTask}>{brief.ofTask(task.text)}</span>
    </li>
  );
}
