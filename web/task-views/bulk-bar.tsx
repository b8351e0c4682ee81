import { Pencil } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Task } from '#core/plans/task.ts';
import { Button } from '#web/ui/button.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './task-table.module.css';

const BulkDialog = lazy(() => import('./bulk-dialog.tsx').then((module) => ({ default: module.BulkDialog })));

/** What can be done with the tasks chosen, at the foot of the screen while there are some. */
export function BulkBar({ tasks, onClear }: { tasks: readonly Task[]; onClear: () => void }) {
  const { bulk } = useWords().taskViews;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.underBar} />
      <section className={styles.bar} aria-label={bulk.bar}>
        <strong role="status">{bulk.selected(tasks.length)}</strong>
        <Button onClick={onClear}>{bulk.clear}</Button>
        <Button kind="primary" icon={<Pencil aria-hidden />} onClick={() => setOpen(true)}>
          {bulk.edit}
        </Button>
      </section>
      {isOpen && (
        <Suspense>
          <BulkDialog
            tasks={tasks}
            onClose={() => setOpen(false)}
            onSaved={() => {
              setOpen(false);
              onClear();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
