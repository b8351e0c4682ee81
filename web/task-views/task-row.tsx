import { memo, type Ref } from 'react';
import type { Task } from '#core/plans/task.ts';
import { paths } from '#web/paths.ts';
import plans from '#web/plans/plans.module.css';
import { DeadlineWords, TaskState, TimeLeft } from '#web/plans/task-words.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { Points } from '#web/ui/points.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import type { Choice } from './select-rows.ts';
import styles from './task-table.module.css';

/** One task of the table. Only the row itself is reached by Tab: its keys do what its link and box do. */
export const TaskRow = memo(function TaskRow({
  task,
  index,
  choice,
  isStop,
  onFocus,
  ref,
}: {
  task: Task;
  index: number;
  choice: Choice | undefined;
  isStop: boolean;
  onFocus: (taskId: string) => void;
  ref: Ref<HTMLTableRowElement>;
}) {
  const { list } = useWords().taskViews;
  const isChosen = choice?.ids.has(task.id);
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => onFocus(task.id)}
      className={classNames(styles.row, isChosen && styles.chosen)}
    >
      {choice && (
        <td className={styles.choose}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={list.selectTask(task.text)}
            checked={isChosen}
            // A click says whether Shift was held; a change does not.
            onClick={(event) => choice.onChoose(task.id, event.shiftKey)}
            onChange={() => undefined}
          />
        </td>
      )}
      <TaskCells task={task} />
    </tr>
  );
});

// Choosing and moving the focus draw every row again; what stands in it seldom changes. Rows come and go by
// the dozen while one scrolls: links of the router and tooltips in each would cost a slow computer its frames,
// so the table follows the links and the browser shows the title.
const TaskCells = memo(function TaskCells({ task }: { task: Task }) {
  const { criteria } = useWords();
  const names = task.owners.map((owner) => owner.name).join('; ');
  const from = task.owners[0]?.inheritedFrom;
  return (
    <>
      <td className={styles.soft}>{task.key}</td>
      <td>
        <a href={paths.task.replace('$taskId', task.id)} tabIndex={-1} className={plans.link}>
          {task.text}
        </a>
      </td>
      <td>
        <DeadlineWords task={task} />
        {task.timeliness !== 'recurring' && <TimeLeft task={task} />}
      </td>
      <td className={styles.soft}>
        <span title={from ? `${names} — ${criteria.inheritedFull(from)}` : names}>
          {names === '' ? criteria.nobody : names}
          {from && <VisuallyHidden> ({criteria.inherited(from)})</VisuallyHidden>}
        </span>
      </td>
      <td>
        <TaskState task={task} />
      </td>
      <td className={styles.points}>
        <Points value={task.pointsAtStake} />
      </td>
    </>
  );
});
