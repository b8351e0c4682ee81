import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useState } from 'react';
import type { Task } from '#core/plans/task.ts';
import type { ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import type { Judgement } from '#core/responsibility/verdict.ts';
import { paths } from '#web/paths.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { taskResponsibilityQuery } from './queries.ts';
import styles from './responsibility.module.css';
import { responsibilityApi } from './responsibility-api.ts';
import { NotMetDialog } from './responsibility-dialogs.tsx';
import { DecisionCell, ExplanationCell } from './said-cells.tsx';
import { SplitBar } from './split-bar.tsx';

/** How late the task is because of whom, what was said of it, and whether its result is good enough. */
export function ResponsibilitySection({ task }: { task: Task }) {
  const { responsibility } = useWords();
  const words = responsibility.section;
  const { lines, judgement } = useSuspenseQuery(taskResponsibilityQuery(task.id)).data;
  return (
    <Section title={words.title} lead={responsibility.states[task.reportingState]}>
      <div className={styles.said}>
        {lines.length === 0 && task.reportingState !== 'overdue' && task.reportingState !== 'done_late' && (
          <p className={styles.soft}>{task.status === 'done' ? words.finishedInTime : words.notLate}</p>
        )}
        {lines.map((line) => (
          <LateLine key={line.occurrence} line={line} />
        ))}
        {task.status === 'done' && <VerdictPart task={task} judgement={judgement} />}
        <Link to={paths.responsibility}>{words.toList}</Link>
      </div>
    </Section>
  );
}

function LateLine({ line }: { line: ResponsibilityLine }) {
  const { responsibility } = useWords();
  const { columns } = responsibility;
  return (
    <>
      <p>
        <strong>{responsibility.late(line.daysLate)}</strong>
        {line.daysLate !== line.workingDaysLate && (
          <span className={styles.soft}> ({responsibility.workingDays(line.workingDaysLate)})</span>
        )}
      </p>
      <SplitBar shares={line.shares} />
      <h3 className={styles.part}>{columns.explanation}</h3>
      <ExplanationCell line={line} />
      <h3 className={styles.part}>{columns.decision}</h3>
      <DecisionCell line={line} />
    </>
  );
}

function VerdictPart({ task, judgement }: { task: Task; judgement: Judgement | null }) {
  const words = useWords().responsibility.verdict;
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const judge = async (verdict: 'met' | null) => {
    setBusy(true);
    await responsibilityApi.judge(task.id, { verdict, reason: '', version: task.version }).then(
      () => say(verdict === null ? words.takenBack : words.kept),
      (problem: unknown) => sayProblem(sentenceOf(problem)),
    );
    for (const key of ['tasks', 'responsibility']) await queryClient.invalidateQueries({ queryKey: [key] });
    setBusy(false);
  };
  if (judgement === null) {
    return (
      <>
        <p>{words.asked}</p>
        <div className={styles.actions}>
          <PermittedButton
            action="task.judge"
            size="small"
            icon={<ThumbsUp aria-hidden />}
            isBusy={isBusy}
            onClick={() => void judge('met')}
          >
            {words.met}
          </PermittedButton>
          <PermittedButton
            action="task.judge"
            size="small"
            icon={<ThumbsDown aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {words.notMet}
          </PermittedButton>
        </div>
        {isAsking && <NotMetDialog task={task} onClose={() => setAsking(false)} />}
      </>
    );
  }
  const word = judgement.verdict === 'met' ? words.met : words.notMet;
  return (
    <>
      <p>{words.judged(word, judgement.byName, printDay(judgement.at))}</p>
      {judgement.reason !== '' && <q>{judgement.reason}</q>}
      <div className={styles.actions}>
        <PermittedButton action="task.judge" size="small" isBusy={isBusy} onClick={() => void judge(null)}>
          {words.takeBack}
        </PermittedButton>
      </div>
    </>
  );
}
