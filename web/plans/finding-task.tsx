import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayEver } from '#core/people/permissions.ts';
import type { Finding } from '#core/reading/plan-reading.ts';
import { proposeForFinding } from '#core/reading/propose-task.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { criteriaQuery, tasksQuery } from '#web/queries.ts';
import { useWords } from '#web/words/language.ts';
import { AssignButton } from './assign-button.tsx';
import styles from './plans.module.css';

/** What the plan does about a finding by now: the task linked to its row, or a way to give one. */
export function FindingTask({ finding }: { finding: Finding }) {
  const me = useMe();
  const { assign } = useWords();
  const rows = useQuery(criteriaQuery).data ?? [];
  const tasks = useQuery(tasksQuery).data ?? [];
  const proposal = proposeForFinding(finding, rows);
  if (proposal === undefined) return null;
  const given = tasks.find((task) => task.criteria.some(({ code }) => code === finding.subject));
  if (given && finding.kind === 'lost_points_without_task') {
    return (
      <span className={styles.soft}>
        {assign.given}{' '}
        <Link to={paths.task} params={{ taskId: given.id }}>
          {given.text}
        </Link>
      </span>
    );
  }
  if (!mayEver(me.role, 'task.edit')) return null;
  return <AssignButton proposal={proposal} about={finding.subject} size="small" />;
}
