import type { Task } from '#core/plans/task.ts';
import { api } from '#web/api.ts';
import { useWords } from '#web/words/language.ts';
import { FormDialog } from './form-dialog.tsx';
import { TaskFields, useTaskDraft } from './task-fields.tsx';

/** Changes a task. */
export function TaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { plans } = useWords();
  const typed = useTaskDraft({
    text: task.text,
    deadline: task.deadline,
    ownerIds: task.owners.map((owner) => owner.departmentId),
    codes: task.criteria.map((each) => each.code),
  });
  const { input } = typed;
  return (
    <FormDialog
      size="wide"
      title={plans.task.edit}
      kept={plans.task.changed}
      isReady={input !== undefined}
      send={() => api.changeTask(task.id, { ...input!, version: task.version })}
      onClose={onClose}
    >
      {(isTried) => <TaskFields {...typed} isTried={isTried} />}
    </FormDialog>
  );
}
