import { useSuspenseQueries } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Megaphone, Printer } from 'lucide-react';
import { briefOf } from '#core/plans/brief.ts';
import { lostByCode } from '#core/plans/points-at-stake.ts';
import { SilentPanel } from '#web/outlook/silent-panel.tsx';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { obstaclesQuery } from '#web/plans/queries.ts';
import { criteriaQuery, departmentsQuery, planQuery, tasksQuery } from '#web/queries.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Select } from '#web/ui/select.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './brief.module.css';
import { DueSection, GoodNews, LateSection, WaitingSection } from './brief-sections.tsx';

/** What a leader has to know today, in one minute and on one sheet of paper. */
export function BriefPage() {
  const me = useMe();
  const { outlook } = useWords();
  if (me.hasPlan) return <BriefOfPlan />;
  return (
    <EmptyState fills="page" icon={<Megaphone aria-hidden />} title={outlook.noPlan}>
      {outlook.noPlanAsk}
    </EmptyState>
  );
}

function BriefOfPlan() {
  const me = useMe();
  const { brief: words, outlook, plans } = useWords();
  const print = usePrintedPoints();
  const navigate = useNavigate();
  const departmentId = useSearch({ strict: false }).department;
  const [tasks, obstacles, rows, plan, departments] = useSuspenseQueries({
    queries: [tasksQuery, obstaclesQuery, criteriaQuery, planQuery, departmentsQuery],
  });
  const department = departments.data.find((each) => each.id === departmentId);
  const brief = briefOf({
    tasks: tasks.data,
    obstacles: obstacles.data,
    lost: lostByCode(rows.data),
    confirmedAt: plan.data.confirmedAt,
    today: me.today,
    departmentId: department?.id,
  });
  const late = brief.lateWithOwner.length + brief.lateElsewhere.length;
  return (
    <>
      <PageHeader
        title={words.headline({
          late,
          elsewhere: brief.lateElsewhere.length,
          due: brief.due.length,
          waiting: brief.waiting.length,
        })}
        tabTitle={words.tab}
        lead={
          <>
            {brief.pointsAtStake > 0 && (
              <strong className={styles.stake}>{words.atStake(print(brief.pointsAtStake))} </strong>
            )}
            {words.asOf(department?.name ?? me.unit.name, printDay(me.today))}
          </>
        }
        actions={
          <>
            <Select
              label={words.pick}
              className={styles.pick}
              value={department?.id ?? ''}
              onChange={(chosen) =>
                void navigate({
                  to: paths.brief,
                  search: { department: chosen === '' ? undefined : chosen },
                  replace: true,
                })
              }
              options={[
                { value: '', label: plans.myWork.everyone },
                ...departments.data.map((each) => ({ value: each.id, label: each.name })),
              ]}
            />
            <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
              {words.print}
            </Button>
          </>
        }
      />
      <div className={late > 0 ? styles.columns : styles.stack}>
        <LateSection withOwner={brief.lateWithOwner} elsewhere={brief.lateElsewhere} />
        <div className={styles.stack}>
          <DueSection due={brief.due} next={brief.next} />
          <WaitingSection waiting={brief.waiting} />
          {brief.silent.length > 0 ? (
            <SilentPanel owners={brief.silent} />
          ) : (
            <GoodNews title={outlook.staleNone} />
          )}
        </div>
      </div>
    </>
  );
}
