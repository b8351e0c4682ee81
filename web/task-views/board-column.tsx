import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { useEffect, useId, useRef, useState } from 'react';
import type { Task } from '#core/plans/task.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';
import { StatusMark } from '#web/plans/task-words.tsx';
import { Button } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { useWords } from '#web/words/language.ts';
import styles from './board.module.css';
import { BoardCard } from './board-card.tsx';
import { CARDS_AT_ONCE } from './board-columns.ts';

/** One status of the board: its count, its cards, and a place to drop others. */
export function BoardColumn({
  status,
  tasks,
  onMove,
}: {
  status: TaskStatus;
  tasks: readonly Task[];
  onMove: (task: Task, to: TaskStatus) => void;
}) {
  const { plans, taskViews } = useWords();
  const { board } = taskViews;
  const box = useRef<HTMLElement>(null);
  const titleId = useId();
  const [isOver, setOver] = useState(false);
  const [limit, setLimit] = useState(CARDS_AT_ONCE);
  useEffect(() => {
    if (!box.current) return;
    return dropTargetForElements({
      element: box.current,
      getData: () => ({ status }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [status]);
  const rest = tasks.length - limit;
  return (
    <section ref={box} className={classNames(styles.column, isOver && styles.over)} aria-labelledby={titleId}>
      <h2
        id={titleId}
        className={styles.columnTitle}
        aria-label={board.column(plans.statuses[status], tasks.length)}
      >
        <StatusMark status={status} />
        <span className={styles.columnCount}>{tasks.length}</span>
      </h2>
      {tasks.length === 0 && <p className={styles.empty}>{board.empty}</p>}
      <ul className={styles.cards}>
        {tasks.slice(0, limit).map((task) => (
          <BoardCard key={task.id} task={task} onMove={onMove} />
        ))}
      </ul>
      {rest > 0 && (
        <Button className={styles.more} onClick={() => setLimit(limit + CARDS_AT_ONCE)}>
          {board.more(Math.min(rest, CARDS_AT_ONCE))}
        </Button>
      )}
    </section>
  );
}
