import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Pencil } from 'lucide-react';
import { useState } from 'react';
import { occurrenceName } from '#core/deadlines/occurrence-names.ts';
import { OwnerList } from '#web/criteria/owner-list.tsx';
import { EvidencePanel } from '#web/evidence/evidence-panel.tsx';
import { HistorySection } from '#web/history/history-section.tsx';
import { paths } from '#web/paths.ts';
import { PermittedButton, useRefusal } from '#web/people/permitted-button.tsx';
import { ResponsibilitySection } from '#web/responsibility/responsibility-section.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import { CustodySection } from './custody-section.tsx';
import { DocumentSection } from './document-section.tsx';
import { ObstacleSection } from './obstacle-section.tsx';
import styles from './plans.module.css';
import { printMoment } from './print-moment.ts';
import { ProgressUpdate } from './progress-update.tsx';
import { followUpQuery, taskQuery } from './queries.ts';
import { StepSection } from './step-section.tsx';
import { TaskDialog } from './task-dialog.tsx';
import { printDeadline, printOccurrence, TaskState, TimeLeft } from './task-words.tsx';

/** One task: what, by when, by whom, for which points, and how it went so far. */
export function TaskPage() {
  const { taskId } = useParams({ from: '/inside/tasks/$taskId' });
  const { plans } = useWords();
  const print = usePrintedPoints();
  const { task, progress } = useSuspenseQuery(taskQuery(taskId)).data;
  const around = useSuspenseQuery(followUpQuery(taskId)).data;
  const [isEditing, setEditing] = useState(false);
  const mayReadPlan = useRefusal('plan.read') === undefined;
  return (
    <>
      <Link to={mayReadPlan ? paths.tasks : paths.myWork} className={styles.back}>
        <ArrowLeft aria-hidden /> {mayReadPlan ? plans.task.back : plans.myWork.tab}
      </Link>
      <PageHeader
        title={task.text}
        lead={`${task.section}. ${task.sectionTitle}`}
        actions={
          <PermittedButton action="task.edit" icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
            {plans.task.edit}
          </PermittedButton>
        }
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Section title={plans.update.title} lead={<TaskState task={task} />}>
            <ProgressUpdate task={task} />
          </Section>
          <ObstacleSection task={task} obstacles={around.obstacles} />
          <StepSection task={task} steps={around.steps} />
          <EvidencePanel target="task" targetId={task.id} title={task.text} owners={task.owners} />
          <Section title={plans.task.history}>
            {progress.length === 0 && <p className={styles.soft}>{plans.task.noHistory}</p>}
            <ol className={styles.history}>
              {progress.map((each) => (
                <li key={each.id}>
                  <span className={styles.soft}>
                    {printMoment(each.recordedAt)} · {each.recordedBy}
                  </span>
                  <span>
                    {each.isNothingNew ? plans.task.nothingNew : plans.statuses[each.status]}
                    {each.occurrence && ` (${occurrenceName(each.occurrence)})`},{' '}
                    {plans.task.percentDone(each.percent)}
                  </span>
                  {each.note && <q>{each.note}</q>}
                </li>
              ))}
            </ol>
          </Section>
        </div>
        <div className={styles.stack}>
          <Section title={plans.task.due} lead={<TimeLeft task={task} />}>
            <dl className={styles.facts}>
              <dt>{plans.task.inPlan}</dt>
              <dd>{task.deadline.words || plans.deadline.none}</dd>
              <dt>{plans.task.asDates}</dt>
              <dd>{printDeadline(task.deadline, plans)}</dd>
              {task.occurrence && (
                <>
                  <dt>{plans.task.occurrence}</dt>
                  <dd>{printOccurrence(task.occurrence, plans)}</dd>
                </>
              )}
              {task.dueByDocument && (
                <>
                  <dt>{plans.task.byDocument}</dt>
                  <dd>{printDay(task.dueByDocument)}</dd>
                </>
              )}
            </dl>
          </Section>
          <DocumentSection task={task} documents={around.documents} />
          <CustodySection task={task} moves={around.custody} />
          {mayReadPlan && <ResponsibilitySection task={task} />}
          <Section title={plans.task.owners}>
            <OwnerList owners={task.owners} none={plans.task.noOwner} />
          </Section>
          <Section title={plans.task.criteria}>
            {task.criteria.length === 0 ? (
              <p className={styles.soft}>{plans.task.noCriteria}</p>
            ) : (
              <>
                <p>
                  {task.pointsAtStake > 0
                    ? plans.task.atStake(print(task.pointsAtStake))
                    : plans.task.noneAtStake}
                </p>
                <ul className={styles.linked}>
                  {task.criteria.map((each) => (
                    <li key={each.id}>
                      {mayReadPlan ? (
                        <Link to={paths.criterion} params={{ code: each.code }}>
                          {each.code} {each.title}
                        </Link>
                      ) : (
                        `${each.code} ${each.title}`
                      )}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Section>
          <HistorySection subject={task.id} />
        </div>
      </div>
      {isEditing && <TaskDialog task={task} onClose={() => setEditing(false)} />}
    </>
  );
}
