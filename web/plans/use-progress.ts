import { useQueryClient } from '@tanstack/react-query';
import type { ProgressInput, Task } from '#core/plans/task.ts';
import { api } from '#web/api.ts';
import { useMe } from '#web/people/session.ts';
import { tasksQuery } from '#web/queries.ts';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { undoProgress, withProgress } from './my-work.ts';

/**
 * Records an update of a task: every list shows it at once, the server's refusal takes it back and
 * the promise is then false. The undo offered is one more update with the task's former state.
 */
export function useRecordProgress(): (task: Task, input: ProgressInput) => Promise<boolean> {
  const queryClient = useQueryClient();
  const me = useMe();
  const sentenceOf = useSentenceOf();
  const { ui, plans } = useWords();
  const show = (shown: Task) =>
    queryClient.setQueryData(tasksQuery.queryKey, (tasks) =>
      tasks?.map((each) => (each.id === shown.id ? shown : each)),
    );
  const renew = () => {
    for (const key of ['tasks', 'responsibility', 'gaps', 'departments'])
      void queryClient.invalidateQueries({ queryKey: [key] });
  };
  const refused = (task: Task, problem: unknown) => {
    show(task);
    sayProblem(sentenceOf(problem));
    renew();
    return false;
  };
  return async (task, input) => {
    await queryClient.cancelQueries({ queryKey: tasksQuery.queryKey });
    show(withProgress(task, input, me.today));
    return api.recordProgress(task.id, input).then(
      (kept) => {
        show(kept);
        renew();
        const takeBack = () => {
          show(task);
          void api.recordProgress(kept.id, undoProgress(task, kept, plans.update.undoNote)).then(
            (back) => {
              show(back);
              renew();
              say(plans.update.undone);
            },
            (problem: unknown) => refused(kept, problem),
          );
        };
        const word = input.isNothingNew ? plans.update.nothingNew : plans.statuses[input.status];
        say(plans.update.saved(word), { label: ui.undo, run: takeBack });
        return true;
      },
      (problem: unknown) => refused(task, problem),
    );
  };
}
