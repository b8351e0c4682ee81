import { CircleCheck } from 'lucide-react';
import { Children, type ReactNode, useState } from 'react';
import type { Brief } from '#core/plans/brief.ts';
import type { Task } from '#core/plans/task.ts';
import { Button } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { Section } from '#web/ui/page-header.tsx';
import { Status } from '#web/ui/status.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import styles from './brief.module.css';
import { BriefTask, WaitingLine } from './brief-lines.tsx';

/** As many lines of a list as the style sheet leaves on the screen; the paper has them all. */
const SHOWN = 6;

/** What is late, parted by whether the department in charge has it or somebody else. */
export function LateSection({
  withOwner,
  elsewhere,
}: {
  withOwner: readonly Task[];
  elsewhere: readonly Task[];
}) {
  const { brief } = useWords();
  const late = withOwner.length + elsewhere.length;
  if (late === 0) return <GoodNews title={brief.lateNone} />;
  const groups = [
    [brief.withOwner(withOwner.length), withOwner],
    [brief.elsewhere(elsewhere.length), elsewhere],
  ] as const;
  return (
    <Section title={brief.late(late)}>
      {groups
        .filter(([, tasks]) => tasks.length > 0)
        .map(([title, tasks]) => (
          <div key={title} className={styles.group}>
            <h3>{title}</h3>
            <TaskLines tasks={tasks} />
          </div>
        ))}
    </Section>
  );
}

/** What turns late within seven days when nobody acts; else the next to fall due. */
export function DueSection({ due, next }: Pick<Brief, 'due' | 'next'>) {
  const { brief } = useWords();
  if (due.length === 0) {
    return (
      <GoodNews title={brief.dueNone} lead={next?.dueTo && brief.next(printDay(next.dueTo))}>
        {next && <TaskLines tasks={[next]} />}
      </GoodNews>
    );
  }
  return (
    <Section title={brief.due(due.length)}>
      <TaskLines tasks={due} />
    </Section>
  );
}

export function WaitingSection({ waiting }: Pick<Brief, 'waiting'>) {
  const { brief } = useWords();
  if (waiting.length === 0) return <GoodNews title={brief.waitingNone} />;
  return (
    <Section title={brief.waiting(waiting.length)} lead={waiting.length > 1 ? brief.waitingLead : undefined}>
      <Lines>
        {waiting.map((each) => (
          <WaitingLine key={each.obstacle.id} waiting={each} />
        ))}
      </Lines>
    </Section>
  );
}

/** A part with nothing in it, which here is good news. */
export function GoodNews({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className={styles.good}>
      <h2>
        <Status tone="approved" icon={<CircleCheck aria-hidden />}>
          {title}
        </Status>
      </h2>
      {lead && <p className={styles.soft}>{lead}</p>}
      {children}
    </section>
  );
}

function TaskLines({ tasks }: { tasks: readonly Task[] }) {
  return (
    <Lines>
      {tasks.map((task) => (
        <BriefTask key={task.id} task={task} />
      ))}
    </Lines>
  );
}

function Lines({ children }: { children: ReactNode }) {
  const { brief } = useWords();
  const [isWhole, setWhole] = useState(false);
  const more = isWhole ? 0 : Children.count(children) - SHOWN;
  return (
    <>
      <ul className={classNames(styles.lines, more > 0 && styles.cut)}>{children}</ul>
      {more > 0 && (
        <Button kind="quiet" size="small" className={styles.more} onClick={() => setWhole(true)}>
          {brief.more(more)}
        </Button>
      )}
    </>
  );
}
