import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Task } from '#core/plans/task.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';
import { paths } from '#web/paths.ts';
import { PermittedButton, useRefusal } from '#web/people/permitted-button.tsx';
import { leadOf } from '#web/plans/task-list.ts';
import { TimeLeft } from '#web/plans/task-words.tsx';
import { IconButton } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { Menu, MenuItem } from '#web/ui/menu.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './board.module.css';
import { BOARD_COLUMNS } from './board-columns.ts';

/** One task on the board. Who may not update it sees why, and cannot take it. */
export function BoardCard({ task, onMove }: { task: Task; onMove: (task: Task, to: TaskStatus) => void }) {
  const { plans, taskViews } = useWords();
  const { board } = taskViews;
  const card = useRef<HTMLLIElement>(null);
  const [isDragged, setDragged] = useState(false);
  const mayMove = useRefusal('task.update', task.owners) === undefined;
  const { id } = task;
  useEffect(() => {
    if (!card.current || !mayMove) return;
    return draggable({
      element: card.current,
      getInitialData: () => ({ taskId: id }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [id, mayMove]);
  const lead = leadOf(task);
  const label = board.moveOf(task.text);
  return (
    <li
      ref={card}
      className={classNames(styles.card, mayMove && styles.movable, isDragged && styles.dragged)}
    >
      <div className={styles.cardHead}>
        <span className={styles.cardKey}>{task.key}</span>
        <TimeLeft task={task} />
        {mayMove ? (
          <Menu trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
            {BOARD_COLUMNS.filter((status) => status !== task.status).map((status) => (
              <MenuItem key={status} onSelect={() => onMove(task, status)}>
                {board.moveTo(plans.statuses[status])}
              </MenuItem>
            ))}
          </Menu>
        ) : (
          <PermittedButton
            action="task.update"
            owners={task.owners}
            kind="quiet"
            size="small"
            aria-label={label}
            icon={<Ellipsis aria-hidden />}
          />
        )}
      </div>
      <Link
        to={paths.task}
        params={{ taskId: task.id }}
        className={styles.cardText}
        // The card is what is dragged, not the address.
        draggable={false}
      >
        {task.text}
      </Link>
      <p className={styles.cardFoot}>
        <span>{lead?.name ?? plans.task.noOwner}</span>
        {task.status !== 'done' && task.percent > 0 && <span>{task.percent} %</span>}
      </p>
      {task.status === 'stuck' && task.lastNote && <q className={styles.cardNote}>{task.lastNote}</q>}
    </li>
  );
}
