import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Place } from '#core/reading/blocks.ts';
import { paths } from '#web/paths.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { ProgressUpdate } from '#web/plans/progress-update.tsx';
import { DeadlineWords, TaskState, TimeLeft } from '#web/plans/task-words.tsx';
import { criteriaQuery } from '#web/queries.ts';
import { BulletBar } from '#web/ui/bullet-bar.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { GapCell, PointsCell } from './criteria-row.tsx';
import { gapOf } from './criteria-view.ts';
import styles from './criterion.module.css';
import { SourceWord } from './criterion-words.tsx';
import { addTotals } from './enter-points.ts';
import { describeEvent } from './event-sentence.ts';
import { OwnerList } from './owner-list.tsx';
import { printPlace } from './print-place.ts';
import { criterionQuery } from './queries.ts';
import { useKeepPoints } from './use-points.ts';

/** Everything known about one criterion; J and K walk to its neighbours in the tree. */
export function CriterionPage() {
  const { code } = useParams({ from: '/inside/criteria/$code' });
  const words = useWords();
  const language = useLanguage();
  const { criteria } = words;
  const navigate = useNavigate();
  const page = useSuspenseQuery(criterionQuery(code)).data;
  const rows = useSuspenseQuery(criteriaQuery).data;
  // The list carries what was typed a moment ago, before the page itself is read again.
  const row = rows.find((each) => each.id === page.row.id) ?? page.row;
  const at = rows.findIndex((each) => each.id === row.id);
  const [previous, next] = [rows[at - 1]?.code, rows[at + 1]?.code];

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement).closest('input, textarea, [role="dialog"]') !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = event.key === 'j' ? next : event.key === 'k' ? previous : undefined;
      if (to) void navigate({ to: paths.criterion, params: { code: to } });
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [navigate, next, previous]);

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
      <FourNumbers row={row} rows={rows} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {page.children.length > 0 && (
            <Section title={criteria.page.children}>
              <Children rows={rows.filter((each) => each.parentId === row.id)} />
            </Section>
          )}
          <Section title={criteria.page.tasks}>
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
                  <DeadlineWords deadline={task.deadline} />
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
                  <span className={styles.soft}>{printMoment(event.at)}</span>{' '}
                  {describeEvent(event, words, language)}
                </li>
              ))}
            </ol>
          </Section>
        </div>
      </div>
    </>
  );
}

function FourNumbers({ row, rows }: { row: AnnexRow; rows: readonly AnnexRow[] }) {
  const me = useMe();
  const { criteria } = useWords();
  const language = useLanguage();
  const print = usePrintedPoints();
  const keepPoints = useKeepPoints();
  const mayEdit = useRefusal('plan.correct') === undefined;
  const year = me.planYear ?? new Date(me.today).getFullYear();
  const { page } = criteria;
  const gap = gapOf(row);
  const allGap = addTotals(rows).gapPoints;
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const actions = { row, mayEdit, lastYear: year - 1, onPoints: keepPoints, onPastePoints: () => undefined };
  const sentence =
    gap === undefined
      ? page.unscored
      : gap === 0
        ? page.full
        : page.gapShare(print(gap), share.format(gap / (allGap || gap)));
  return (
    <div className={styles.numbers}>
      <dl>
        <div>
          <dt>{page.own}</dt>
          <dd>
            <Points value={null} missing={page.ownMissing} />{' '}
            <small>{page.ofMax(print(row.maxPoints))}</small>
          </dd>
        </div>
        <div>
          <dt>{page.forecast}</dt>
          <dd>
            <Points value={null} missing={page.forecastMissing} />
          </dd>
        </div>
        <div>
          <dt>{page.last(year - 1)}</dt>
          <dd>
            <PointsCell {...actions} property="lastPoints" />
          </dd>
        </div>
        <div>
          <dt>{page.target(year)}</dt>
          <dd>
            <PointsCell {...actions} property="targetPoints" />
          </dd>
        </div>
      </dl>
      <div className={styles.bar}>
        <BulletBar
          title={page.barTitle(row.code)}
          description={sentence}
          max={Math.max(row.maxPoints, 1)}
          own={null}
          forecast={null}
          last={row.lastPoints}
          target={row.targetPoints}
          legend={page.legend}
        />
        <p>{sentence}</p>
      </div>
    </div>
  );
}

function Children({ rows }: { rows: readonly AnnexRow[] }) {
  const { criteria } = useWords();
  return (
    <DataTable caption={criteria.page.children}>
      <thead>
        <tr>
          <th scope="col">{criteria.columns.code}</th>
          <th scope="col">{criteria.columns.title}</th>
          <th scope="col" className={cell.number}>
            {criteria.columns.max}
          </th>
          <th scope="col" className={cell.number}>
            {criteria.columns.gap}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={cell.soft}>{row.code}</td>
            <td>
              <Link to={paths.criterion} params={{ code: row.code }}>
                {row.title}
              </Link>
            </td>
            <td className={cell.number}>
              <Points value={row.maxPoints} />
            </td>
            <td className={cell.number}>
              <GapCell row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
