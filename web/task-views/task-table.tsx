import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { Task } from '#core/plans/task.ts';
import { paths } from '#web/paths.ts';
import type { TaskSearch } from '#web/plans/task-list.ts';
import { classNames } from '#web/ui/class-names.ts';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useWords } from '#web/words/language.ts';
import { type Choice, rowAfterKey, rowsDrawn, withFocused } from './select-rows.ts';
import { TaskRow } from './task-row.tsx';
import styles from './task-table.module.css';

const ROW_HEIGHT = 50;
const ROWS_A_PAGE = 10;

export type TaskListProps = {
  tasks: readonly Task[];
  choice: Choice | undefined;
  sort: TaskSearch['sort'];
  onSort: (sort: TaskSearch['sort']) => void;
};

/** The tasks as a table of which only the rows in sight are drawn; one row at a time takes the focus. */
export function TaskTable({ tasks, choice, sort, onSort }: TaskListProps) {
  const { plans, taskViews } = useWords();
  const { columns } = plans.tasks;
  const navigate = useNavigate();
  const hintId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | undefined>(undefined);
  const wantsFocus = useRef(false);
  const at = tasks.findIndex((task) => task.id === focusedId);

  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 3,
    scrollPaddingStart: ROW_HEIGHT,
    getItemKey: (index) => tasks[index]?.id ?? index,
    // The row with the focus stays drawn wherever one scrolls, so that the keyboard is never lost.
    rangeExtractor: (range) => withFocused(rowsDrawn(range), at),
  });
  useEffect(() => {
    if (!wantsFocus.current || at < 0) return;
    virtual.scrollToIndex(at);
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const steer = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.dataset.index === undefined) return;
    const index = Number(target.dataset.index);
    const task = tasks[index];
    const to = rowAfterKey(event.key, index, tasks.length, ROWS_A_PAGE);
    if (to !== undefined) {
      wantsFocus.current = true;
      setFocusedId(tasks[to]?.id);
    } else if (event.key === 'Enter' && task) {
      void navigate({ to: paths.task, params: { taskId: task.id } });
    } else if (event.key === ' ' && task && choice) {
      choice.onChoose(task.id, event.shiftKey);
    } else return;
    event.preventDefault();
  };

  const follow = (event: MouseEvent<HTMLElement>) => {
    const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
    const isPlain = button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
    const row = target instanceof Element && target.closest('a')?.closest<HTMLElement>('[data-index]');
    const task = row ? tasks[Number(row.dataset.index)] : undefined;
    if (!isPlain || !task) return;
    event.preventDefault();
    void navigate({ to: paths.task, params: { taskId: task.id } });
  };

  const items = virtual.getVirtualItems();
  const hasAll = choice !== undefined && tasks.every((task) => choice.ids.has(task.id));
  const hasSome = choice !== undefined && choice.ids.size > 0 && !hasAll;
  const sortable = (by: NonNullable<TaskSearch['sort']>, title: string, className?: string) => (
    <th
      scope="col"
      className={className}
      aria-sort={sort !== by ? undefined : by === 'points' ? 'descending' : 'ascending'}
    >
      <button type="button" className={styles.sort} onClick={() => onSort(sort === by ? undefined : by)}>
        {title}
        {sort === by && (by === 'points' ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
      </button>
    </th>
  );
  // Rows between those drawn are one empty row of their height.
  const lines: ReactNode[] = [];
  let end = 0;
  for (const { index, key, start, end: itemEnd } of items) {
    const task = tasks[index];
    if (!task) continue;
    if (start > end) lines.push(<Gap key={`gap ${start}`} height={start - end} />);
    lines.push(
      <TaskRow
        key={key}
        ref={virtual.measureElement}
        task={task}
        index={index}
        choice={choice}
        isStop={at < 0 ? index === 0 : index === at}
        onFocus={setFocusedId}
      />,
    );
    end = itemEnd;
  }
  if (virtual.getTotalSize() > end) lines.push(<Gap key="gap after" height={virtual.getTotalSize() - end} />);
  const grid = {
    role: 'grid',
    'aria-label': plans.tasks.tab,
    'aria-describedby': hintId,
    'aria-rowcount': tasks.length + 1,
    'aria-multiselectable': choice ? true : undefined,
  };
  return (
    <div ref={box} className={styles.box}>
      <VisuallyHidden id={hintId}>{taskViews.list.hint}</VisuallyHidden>
      <table
        {...grid}
        className={classNames(styles.table, choice && styles.choosing)}
        onKeyDown={steer}
        onClick={follow}
      >
        <thead>
          <tr aria-rowindex={1}>
            {choice && (
              <th scope="col" className={styles.choose}>
                <input
                  type="checkbox"
                  aria-label={taskViews.list.selectAll}
                  checked={hasAll}
                  ref={(input) => {
                    if (input) input.indeterminate = hasSome;
                  }}
                  onChange={choice.onChooseAll}
                />
              </th>
            )}
            <th scope="col" className={styles.key}>
              {columns.key}
            </th>
            <th scope="col">{columns.text}</th>
            {sortable('deadline', columns.deadline, styles.deadline)}
            {sortable('department', columns.owners, styles.owners)}
            <th scope="col" className={styles.status}>
              {columns.status}
            </th>
            {sortable('points', columns.points, styles.points)}
          </tr>
        </thead>
        <tbody>{lines}</tbody>
      </table>
    </div>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={7} className={styles.gap} style={{ height }} />
    </tr>
  );
}
