import { useQueryClient } from '@tanstack/react-query';
import type { Task } from '#core/plans/task.ts';
import { api } from '#web/api.ts';
import { plansApi } from '#web/plans/api.ts';
import { undoProgress } from '#web/plans/my-work.ts';
import { tasksQuery } from '#web/queries.ts';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { moveToProgress } from './board-columns.ts';
import { type BulkEdit, formerInput, isEmptyChange, withChanged } from './bulk-change.ts';

/**
 * Changes several tasks at once. Resolves with the refusal when nothing was kept, else with undefined
 * after saying what was kept. The undo offered gives each task its former values, one by one.
 */
export function useBulkEdit(): (tasks: readonly Task[], edit: BulkEdit) => Promise<unknown> {
  const queryClient = useQueryClient();
  const sentenceOf = useSentenceOf();
  const { ui, taskViews } = useWords();
  const { bulk } = taskViews;
  const show = (changed: readonly Task[]) =>
    queryClient.setQueryData(tasksQuery.queryKey, (tasks) => tasks && withChanged(tasks, changed));
  const renew = () => {
    for (const key of ['tasks', 'criteria', 'gaps', 'departments'])
      void queryClient.invalidateQueries({ queryKey: [key] });
  };

  const takeBack = async (before: readonly Task[], after: readonly Task[], edit: BulkEdit) => {
    const nowById = new Map(after.map((task) => [task.id, task]));
    const back: Task[] = [];
    const restore = async (former: Task): Promise<void> => {
      let now = nowById.get(former.id);
      if (!now) return;
      if (!isEmptyChange(edit.change)) now = await api.changeTask(former.id, formerInput(former, now));
      if (now.status !== former.status || now.percent !== former.percent)
        now = await api.recordProgress(former.id, undoProgress(former, now, bulk.undoNote));
      back.push(now);
    };
    const problem = await inTurn(before, restore);
    show(back);
    renew();
    if (problem === undefined) say(bulk.undone(back.length));
    else sayProblem(`${bulk.undoneSome(back.length, before.length)} ${sentenceOf(problem)}`);
  };

  return async (tasks, edit) => {
    let after: readonly Task[] = tasks;
    if (!isEmptyChange(edit.change)) {
      const named = tasks.map(({ id, version }) => ({ id, version }));
      const answer = await plansApi.changeTasks({ tasks: named, change: edit.change }).then(
        (kept) => ({ kept }),
        (problem: unknown) => ({ problem }),
      );
      if ('problem' in answer) return answer.problem;
      after = withChanged(tasks, answer.kept);
    }
    const { status } = edit;
    let problem: unknown;
    let moved = tasks.length;
    if (status !== undefined) {
      const toMove = after.filter((task) => task.status !== status);
      const kept: Task[] = [];
      problem = await inTurn(toMove, async (task) => {
        kept.push(await api.recordProgress(task.id, moveToProgress(task, status)));
      });
      if (problem !== undefined && kept.length === 0 && isEmptyChange(edit.change)) return problem;
      after = withChanged(after, kept);
      moved -= toMove.length - kept.length;
    }
    show(after);
    renew();
    const undo = { label: ui.undo, run: () => void takeBack(tasks, after, edit) };
    say(problem === undefined ? bulk.saved(tasks.length) : bulk.savedSome(moved, tasks.length), undo);
    if (problem !== undefined) sayProblem(sentenceOf(problem));
    return undefined;
  };
}

/** Does one after the other, because every change of a plan waits for the one before; stops at the first refusal. */
async function inTurn(tasks: readonly Task[], change: (task: Task) => Promise<void>): Promise<unknown> {
  for (const task of tasks) {
    const problem = await change(task).then(
      () => undefined,
      (refused: unknown) => refused,
    );
    if (problem !== undefined) return problem;
  }
  return undefined;
}
