import { CircleCheck, Clock, MessageCircle, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Obstacle } from '#core/plans/follow-up.ts';
import { nextVerbs } from '#core/plans/follow-up-rules.ts';
import type { ObstacleStatus, ObstacleVerb } from '#core/plans/obstacle-words.ts';
import type { Task } from '#core/plans/task.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Status, type Tone } from '#web/ui/status.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import { ObstacleDialog, ObstacleWordDialog } from './obstacle-dialogs.tsx';
import styles from './plans.module.css';
import { printHolder } from './print-holder.ts';
import { printMoment } from './print-moment.ts';

const LOOKS: Record<ObstacleStatus, [Tone, ReactNode]> = {
  open: ['returned', <TriangleAlert key="icon" aria-hidden />],
  answered: ['submitted', <MessageCircle key="icon" aria-hidden />],
  settled: ['approved', <CircleCheck key="icon" aria-hidden />],
};

/** What stands in the way of a task: who has to act, by when, and what was said so far. */
export function ObstacleSection({ task, obstacles }: { task: Task; obstacles: readonly Obstacle[] }) {
  const { followUp } = useWords();
  const [isRaising, setRaising] = useState(false);
  return (
    <Section
      title={followUp.obstacle.title}
      actions={
        task.status !== 'done' && (
          <PermittedButton
            action="task.update"
            owners={task.owners}
            size="small"
            icon={<TriangleAlert aria-hidden />}
            onClick={() => setRaising(true)}
          >
            {followUp.obstacle.raise}
          </PermittedButton>
        )
      }
    >
      {obstacles.length === 0 && <p className={styles.soft}>{followUp.obstacle.none}</p>}
      {obstacles.map((obstacle) => (
        <ObstacleThread key={obstacle.id} task={task} obstacle={obstacle} />
      ))}
      {isRaising && <ObstacleDialog task={task} onClose={() => setRaising(false)} />}
    </Section>
  );
}

function ObstacleThread({ task, obstacle }: { task: Task; obstacle: Obstacle }) {
  const words = useWords();
  const { followUp } = words;
  const [verb, setVerb] = useState<ObstacleVerb | undefined>(undefined);
  const [tone, icon] = LOOKS[obstacle.status];
  const holding = { holder: obstacle.holder, name: obstacle.departmentName ?? obstacle.name };
  return (
    <article className={styles.thread} aria-label={obstacle.entries[0]?.text}>
      <div className={styles.workHead}>
        <Status tone={tone} icon={icon}>
          {followUp.obstacle.statuses[obstacle.status]}
        </Status>
        {obstacle.status === 'open' && <span>{printHolder(holding, words)}</span>}
        {obstacle.status === 'open' && obstacle.answerBy && (
          <Status tone="draft" icon={<Clock aria-hidden />}>
            {followUp.custody.answerBy(printDay(obstacle.answerBy))}
          </Status>
        )}
      </div>
      <ol className={styles.history}>
        {obstacle.entries.map((entry) => (
          <li key={entry.id}>
            <span className={styles.soft}>
              {printMoment(entry.at)} · {entry.byName} · {followUp.obstacle.verbs[entry.verb]}
              {entry.holder &&
                `, ${followUp.obstacle.toldTo(
                  printHolder({ holder: entry.holder, name: entry.departmentName ?? entry.name }, words),
                )}`}
            </span>
            <span>{entry.text}</span>
          </li>
        ))}
      </ol>
      <div className={styles.taps}>
        {nextVerbs(obstacle.status).map((next) => (
          <WordButton key={next} task={task} obstacle={obstacle} verb={next} onClick={() => setVerb(next)} />
        ))}
      </div>
      {verb && <ObstacleWordDialog obstacle={obstacle} verb={verb} onClose={() => setVerb(undefined)} />}
    </article>
  );
}

/** Answering and forwarding belong to whoever has to act, the other words to the owner of the task. */
function WordButton({
  task,
  obstacle,
  verb,
  onClick,
}: {
  task: Task;
  obstacle: Obstacle;
  verb: ObstacleVerb;
  onClick: () => void;
}) {
  const { followUp } = useWords();
  const isTheirs = verb === 'answered' || verb === 'forwarded';
  const acting = {
    departmentId: obstacle.departmentId ?? '',
    name: obstacle.departmentName ?? '',
    role: 'coordinate' as const,
    inheritedFrom: null,
  };
  return (
    <PermittedButton
      action={isTheirs ? 'obstacle.answer' : 'task.update'}
      owners={isTheirs ? [acting] : task.owners}
      size="small"
      onClick={onClick}
    >
      {followUp.obstacle.verbs[verb]}
    </PermittedButton>
  );
}
