import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { OwnerNames } from '#web/criteria/criterion-words.tsx';
import { paths } from '#web/paths.ts';
import plans from '#web/plans/plans.module.css';
import { DeadlineWords, TaskState, TimeLeft } from '#web/plans/task-words.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { useWords } from '#web/words/language.ts';
import styles from './task-table.module.css';
import type { TaskListProps } from './task-table.tsx';

/** The tasks on a phone: cards that scroll with the page, only those in sight drawn. */
export function TaskCards({ tasks, choice }: TaskListProps) {
  const words = useWords();
  const box = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (box.current) setTop(box.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: tasks.length,
    estimateSize: () => 170,
    overscan: 6,
    gap: 8,
    scrollMargin: top,
    getItemKey: (index) => tasks[index]?.id ?? index,
  });
  return (
    <ul
      ref={box}
      className={styles.cards}
      aria-label={words.plans.tasks.tab}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const task = tasks[index];
        if (!task) return null;
        const isChosen = choice?.ids.has(task.id);
        return (
          <li
            key={key}
            data-index={index}
            ref={virtual.measureElement}
            aria-setsize={tasks.length}
            aria-posinset={index + 1}
            className={classNames(plans.workItem, styles.card, isChosen && styles.chosen)}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            <div className={plans.workHead}>
              {task.status !== 'done' && <TimeLeft task={task} />}
              <TaskState task={task} />
            </div>
            <div className={styles.cardText}>
              <Link to={paths.task} params={{ taskId: task.id }} className={plans.workText}>
                {task.text}
              </Link>
              {choice && (
                <label className={styles.cardChoose}>
                  <input
                    type="checkbox"
                    aria-label={words.taskViews.list.selectTask(task.text)}
                    checked={isChosen}
                    onChange={() => choice.onChoose(task.id, false)}
                  />
                </label>
              )}
            </div>
            <DeadlineWords task={task} />
            <span className={plans.soft}>
              <OwnerNames owners={task.owners} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
