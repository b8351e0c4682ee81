import { useSuspenseQuery } from '@tanstack/react-query';
import { Download, FilePlus, FileText, FileUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { api } from '#web/api.ts';
import { CrosswalkNotice } from '#web/criteria/crosswalk-notice.tsx';
import { paths } from '#web/paths.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { useMe } from '#web/people/session.ts';
import { planQuery } from '#web/queries.ts';
import { FindingList } from '#web/reading/finding-list.tsx';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { useWords } from '#web/words/language.ts';
import { FindingTask } from './finding-task.tsx';
import styles from './plans.module.css';
import { printMoment } from './print-moment.ts';
import { findingsQuery } from './queries.ts';

/** The live plan: what it holds, what it wants, and what was noticed when it was confirmed. */
export function PlanPage() {
  const me = useMe();
  const { plans } = useWords();
  const refusal = useRefusal('plan.import');
  if (me.hasPlan) return <LivePlan />;
  return (
    <EmptyState
      fills="page"
      icon={<FileText aria-hidden />}
      title={plans.plan.empty}
      actions={
        <KeeperLink to={paths.import} label={plans.plan.import} icon={<FilePlus aria-hidden />} isMain />
      }
    >
      {plans.plan.emptyWhy}
      {refusal && <p>{refusal}</p>}
    </EmptyState>
  );
}

/** A way to a page only some may use: greyed with the reason for the others. */
function KeeperLink(props: {
  to: typeof paths.import | typeof paths.annex;
  label: string;
  icon: ReactNode;
  isMain?: boolean;
}) {
  const refusal = useRefusal(props.to === paths.import ? 'plan.import' : 'annex.import');
  const kind = props.isMain ? 'primary' : 'plain';
  if (refusal === undefined) {
    return (
      <ButtonLink to={props.to} kind={kind} icon={props.icon}>
        {props.label}
      </ButtonLink>
    );
  }
  return (
    <Tooltip text={refusal}>
      <Button icon={props.icon} aria-disabled="true" title={refusal}>
        {props.label}
      </Button>
    </Tooltip>
  );
}

function LivePlan() {
  const { plans } = useWords();
  const print = usePrintedPoints();
  const plan = useSuspenseQuery(planQuery).data;
  const findings = useSuspenseQuery(findingsQuery).data;
  const gap = plan.targetPoints - plan.lastPoints;
  const counts = [
    [plan.fields, plans.plan.fields],
    [plan.criteria, plans.plan.criteria],
    [plan.components, plans.plan.components],
    [plan.leaves, plans.plan.leaves],
  ] as const;
  return (
    <>
      <PageHeader
        title={gap > 0 ? plans.plan.finding(plan.year, print(gap)) : plans.plan.reached(plan.year)}
        tabTitle={plans.plan.tab}
        lead={plan.title}
        actions={
          <>
            <KeeperLink to={paths.import} label={plans.plan.importAnother} icon={<FilePlus aria-hidden />} />
            <KeeperLink to={paths.annex} label={plans.plan.readBack} icon={<FileUp aria-hidden />} />
            <a href={api.annexWorkbook} className={buttonClass({ kind: 'primary' })} download>
              <Download aria-hidden />
              {plans.plan.exportAnnex}
            </a>
          </>
        }
      />
      <CrosswalkNotice />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Section title={plans.plan.sums}>
            <dl className={styles.sums}>
              <div>
                <dt>{plans.plan.last(plan.year - 1)}</dt>
                <dd>
                  <Points value={plan.lastPoints} />
                </dd>
              </div>
              <div>
                <dt>{plans.plan.target(plan.year)}</dt>
                <dd>
                  <Points value={plan.targetPoints} />
                </dd>
              </div>
              <div>
                <dt>{plans.plan.max}</dt>
                <dd>
                  <Points value={plan.maxPoints} />
                </dd>
              </div>
            </dl>
          </Section>
          <Section title={plans.plan.findings}>
            {findings.length === 0 ? (
              <p>{plans.plan.noFindings}</p>
            ) : (
              <FindingList findings={findings} actionOf={(finding) => <FindingTask finding={finding} />} />
            )}
          </Section>
        </div>
        <div className={styles.stack}>
          <Section title={plans.plan.counts}>
            <dl className={styles.sums}>
              {counts.map(([count, label]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
            </dl>
          </Section>
          <Section title={plans.plan.tab}>
            <dl className={styles.facts}>
              <dt>{plans.plan.number}</dt>
              <dd>{plan.number ?? plans.plan.noNumber}</dd>
              {plan.fileName && (
                <>
                  <dt>{plans.plan.file}</dt>
                  <dd>{plan.fileName}</dd>
                </>
              )}
            </dl>
            <p className={styles.soft}>
              {plans.plan.confirmed(plan.confirmedBy, printMoment(plan.confirmedAt))}
            </p>
          </Section>
          <Section title={plans.plan.goals}>
            {plan.goals.length === 0 && <p className={styles.soft}>{plans.plan.noGoals}</p>}
            <ul className={styles.goals}>
              {plan.goals.map((goal) => (
                <li key={goal.text}>
                  <span className={styles.soft}>
                    {goal.kind === 'purpose' ? plans.plan.purpose : plans.plan.requirement}:
                  </span>{' '}
                  {goal.text}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </>
  );
}
