import { useState } from 'react';
import { mayEver } from '#core/people/permissions.ts';
import { useMe } from '#web/people/session.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { useWords } from '#web/words/language.ts';
import { BulkBar } from './bulk-bar.tsx';
import {
  type Choice,
  keepShown,
  NOTHING_SELECTED,
  reachTo,
  type Selection,
  toggleAll,
  toggleRow,
} from './select-rows.ts';
import { TaskCards } from './task-cards.tsx';
import { TaskTable } from './task-table.tsx';
import type { TaskViewProps } from './view-props.ts';

/** The tasks as a list: a table at a desk, cards on a phone; whoever may edit tasks chooses several at once. */
export function TaskListView({ tasks, all, search, onSearch }: TaskViewProps) {
  const me = useMe();
  const { plans } = useWords();
  const isNarrow = useIsNarrow();
  const [kept, setSelection] = useState<Selection>(NOTHING_SELECTED);
  const order = tasks.map((task) => task.id);
  const selection = keepShown(kept, order);
  const choice: Choice | undefined = mayEver(me.role, 'task.edit')
    ? {
        ids: selection.ids,
        onChoose: (id, isReaching) =>
          setSelection(isReaching ? reachTo(selection, id, order) : toggleRow(selection, id)),
        onChooseAll: () => setSelection(toggleAll(selection, order)),
      }
    : undefined;
  const List = isNarrow ? TaskCards : TaskTable;
  return (
    <>
      {tasks.length === 0 ? (
        <EmptyState title={all.length === 0 ? plans.tasks.noneYet : plans.tasks.none} />
      ) : (
        <List tasks={tasks} choice={choice} sort={search.sort} onSort={(sort) => onSearch({ sort })} />
      )}
      {choice && selection.ids.size > 0 && (
        <BulkBar
          tasks={tasks.filter((task) => selection.ids.has(task.id))}
          onClear={() => setSelection(NOTHING_SELECTED)}
        />
      )}
    </>
  );
}
