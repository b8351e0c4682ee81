import { useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Place } from '#core/reading/blocks.ts';
import { proposeForRow } from '#core/reading/propose-task.ts';
import { EvidencePanel } from '#web/evidence/evidence-panel.tsx';
import { sayEvent } from '#web/history/event-sentence.ts';
import { useSaying } from '#web/history/use-saying.ts';
import { paths } from '#web/paths.ts';
import { AssignButton } from '#web/plans/assign-button.tsx';
import { printMoment } from '#web/plans/print-moment.ts';
import { ProgressUpdate } from '#web/plans/progress-update.tsx';
import { DeadlineWords, TaskState, TimeLeft } from '#web/plans/task-words.tsx';
import { criteriaQuery } from '#web/queries.ts';
import { leafScoreQuery, scoreBoardQuery } from '#web/scoring/queries.ts';
import { ScorePanel } from '#web/scoring/score-panel.tsx';
import { usePageKeys } from '#web/shell/shortcut-keys.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './criterion.module.css';
import { CriterionChildren } from './criterion-children.tsx';
import { CriterionNumbers } from './criterion-numbers.tsx';
import { SourceWord } from './criterion-words.tsx';
import { OwnerList } from './owner-list.tsx';
import { printPlace } from './print-place.ts';
import { criterionQuery } from './queries.ts';

/** Everything known about one criterion; J and K walk to its neighbours in the tree. */
export function CriterionPage() {
  const { code } = useParams({ from: '/inside/criteria/$code' });
  const words = useWords();
  const saying = useSaying();
  const { criteria } = words;
  const navigate = useNavigate();
  const [{ data: page }, { data: rows }] = useSuspenseQueries({
    queries: [criterionQuery(code), criteriaQuery],
  });
  const board = useQuery(scoreBoardQuery).data;
  // The list carries what was typed a moment ago, before the page itself is read again.
  const row = rows.find((each) => each.id === page.row.id) ?? page.row;
  const asked = useQuery({ ...leafScoreQuery(code), enabled: row.isLeaf }).data?.rule.rule.evidence;
  const at = rows.findIndex((each) => each.id === row.id);
  const [previous, next] = [rows[at - 1]?.code, rows[at + 1]?.code];

  // A second J pressed before the next page is there goes on from where the first one leads.
  const goingTo = useRef(at);
  useEffect(() => {
    goingTo.current = at;
  }, [at]);
  const goOn = (step: 1 | -1) => {
    const to = rows[goingTo.current + step];
    if (!to) return;
    goingTo.current += step;
    void navigate({ to: paths.criterion, params: { code: to.code } });
  };
  usePageKeys({ j: () => goOn(1), k: () => goOn(-1) });

  return (
    <>
      <nav aria-label={criteria.page.trail} className={styles.trail}>
        <Link to={paths.criteria}>{criteria.tab}</Link>
        {page.ancestors.map((each) => (
          <span key={each.id}>
            <ChevronRight aria-hidden />
            <Link to={paths.criterion} params={{ code: each.code }}>
              {each.code} {each.title}
            </Link>
          </span>
        ))}
      </nav>
      <PageHeader
        title={`${row.code}. ${row.title}`}
        lead={
          <>
            {criteria.page.level[row.level]} {row.isLeaf && <SourceWord source={row.source} />}
          </>
        }
        actions={
          <>
            {previous && (
              <ButtonLink to={paths.criterion} params={{ code: previous }}>
                {criteria.page.previous}
              </ButtonLink>
            )}
            {next && (
              <ButtonLink to={paths.criterion} params={{ code: next }}>
                {criteria.page.next}
              </ButtonLink>
            )}
          </>
        }
      />
      <CriterionNumbers
        row={row}
        rows={rows}
        score={board?.rows.find((each) => each.criterionId === row.id)}
      />
      {row.isLeaf && (
        <div className={styles.proof}>
          <ScorePanel code={row.code} owners={row.owners} />
          <EvidencePanel
            target="criterion"
            targetId={row.id}
            code={row.code}
            title={row.title}
            owners={row.owners}
            asked={asked}
          />
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.stack}>
          {page.children.length > 0 && (
            <Section title={criteria.page.children}>
              <CriterionChildren rows={rows.filter((each) => each.parentId === row.id)} board={board} />
            </Section>
          )}
          <Section
            title={criteria.page.tasks}
            actions={<AssignButton proposal={proposeForRow(row)} size="small" />}
          >
            {page.tasks.length === 0 && <p className={styles.soft}>{criteria.page.noTasks}</p>}
            <ul className={styles.tasks}>
              {page.tasks.map((task) => (
                <li key={task.id}>
                  <Link to={paths.task} params={{ taskId: task.id }}>
                    {task.text}
                  </Link>
                  <span className={styles.state}>
                    <TimeLeft task={task} />
                    <TaskState task={task} />
                  </span>
                  <DeadlineWords task={task} />
                  <ProgressUpdate task={task} />
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <div className={styles.stack}>
          <Section title={criteria.page.owners}>
            <OwnerList owners={row.owners} none={criteria.page.noOwner} />
          </Section>
          <Section title={criteria.page.words}>
            <dl className={styles.facts}>
              <dt>{criteria.page.wordsOwner}</dt>
              <dd>{row.ownerWords ? `“${row.ownerWords}”` : criteria.page.wordsOwnerEmpty}</dd>
              <dt>{criteria.page.place}</dt>
              <dd>{printPlace(page.place as Place | null, criteria.place)}</dd>
            </dl>
          </Section>
          <Section title={criteria.page.history}>
            {page.events.length === 0 && <p className={styles.soft}>{criteria.page.noHistory}</p>}
            <ol className={styles.history}>
              {page.events.map((event) => (
                <li key={event.id}>
                  <span className={styles.soft}>{printMoment(event.at)}</span> {sayEvent(event, saying)}
                </li>
              ))}
            </ol>
          </Section>
        </div>
      </div>
    </>
  );
}
