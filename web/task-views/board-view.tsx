import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Task } from '#core/plans/task.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';
import { ObstacleDialog } from '#web/plans/obstacle-dialogs.tsx';
import { useRecordProgress } from '#web/plans/use-progress.ts';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './board.module.css';
import { BoardColumn } from './board-column.tsx';
import { BOARD_COLUMNS, columnsOf, moveToProgress } from './board-columns.ts';
import type { TaskViewProps } from './view-props.ts';

/**
 * The tasks as cards in a column for each status. A card is moved by dragging or by its menu, which
 * also serves keyboards and phones; on a phone one column is in sight at a time.
 */
export function BoardView({ tasks, search }: TaskViewProps) {
  const { plans, taskViews } = useWords();
  const { board } = taskViews;
  const isNarrow = useIsNarrow();
  const record = useRecordProgress();
  const columns = columnsOf(tasks, search.sort !== undefined);
  const [inSight, setInSight] = useState<TaskStatus>(search.status ?? 'not_started');
  const [toStuck, setToStuck] = useState<Task | undefined>(undefined);
  const [told, setTold] = useState('');

  const send = async (task: Task, to: TaskStatus) => {
    const isKept = await record(task, moveToProgress(task, to));
    const there = columns.find(({ status }) => status === to)?.tasks.length ?? 0;
    setTold(isKept ? board.moved(task.text, plans.statuses[to], there + 1) : board.refused(task.text));
  };
  const move = (task: Task, to: TaskStatus) => {
    if (to === task.status) return;
    if (to === 'stuck') setToStuck(task);
    else void send(task, to);
  };
  const drop = useEffectEvent((id: unknown, to: unknown) => {
    const task = tasks.find((each) => each.id === id);
    const status = BOARD_COLUMNS.find((each) => each === to);
    if (task && status) move(task, status);
  });
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) =>
          drop(source.data.taskId, location.current.dropTargets[0]?.data.status),
      }),
    [],
  );

  const shown = isNarrow ? columns.filter(({ status }) => status === inSight) : columns;
  return (
    <>
      {isNarrow && (
        <fieldset className={styles.tabs} aria-label={board.pickColumn}>
          {columns.map(({ status, tasks: inColumn }) => (
            <button
              key={status}
              type="button"
              aria-pressed={status === inSight}
              onClick={() => setInSight(status)}
            >
              {plans.statuses[status]} <span>{inColumn.length}</span>
            </button>
          ))}
        </fieldset>
      )}
      <section className={styles.board} aria-label={board.label}>
        {shown.map((column) => (
          <BoardColumn key={column.status} status={column.status} tasks={column.tasks} onMove={move} />
        ))}
      </section>
      <VisuallyHidden>
        <span role="status">{told}</span>
      </VisuallyHidden>
      {toStuck && <ObstacleDialog task={toStuck} onClose={() => setToStuck(undefined)} />}
    </>
  );
}
