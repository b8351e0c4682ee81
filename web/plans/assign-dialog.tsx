import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { Task } from '#core/plans/task.ts';
import { proposeSection, type TaskProposal } from '#core/reading/propose-task.ts';
import { api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { tasksQuery } from '#web/queries.ts';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { useWords } from '#web/words/language.ts';
import { FormDialog } from './form-dialog.tsx';
import { TaskFields, useTaskDraft } from './task-fields.tsx';
import { listSections } from './task-list.ts';

/** Where a task goes in a plan whose sections hold none yet. */
const FIRST_SECTION = '1';

/** Gives a new task; what is proposed can all be changed before it is kept. */
export function AssignDialog({ proposal, onClose }: { proposal: TaskProposal; onClose: () => void }) {
  const { plans, assign } = useWords();
  const router = useRouter();
  const tasks = useSuspenseQuery(tasksQuery).data;
  const typed = useTaskDraft({ ...proposal, deadline: { words: '', kind: 'none' } });
  const [section, setSection] = useState(proposeSection(proposal.codes, tasks) ?? FIRST_SECTION);
  const sections = listSections(tasks);
  const { input } = typed;
  return (
    <FormDialog<Task>
      size="wide"
      title={assign.title}
      why={proposal.text === '' ? undefined : assign.why}
      kept={assign.kept}
      next={({ id }) => ({
        label: assign.open,
        run: () => void router.navigate({ to: paths.task, params: { taskId: id } }),
      })}
      submit={assign.give}
      isReady={input !== undefined}
      send={() => api.addTask({ ...input!, section })}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <TaskFields {...typed} isTried={isTried} />
          {sections.length > 0 && (
            <Field label={assign.section}>
              {({ id }) => (
                <Select
                  id={id}
                  value={section}
                  onChange={setSection}
                  options={sections.map(({ section: value, title }) => ({
                    value,
                    label: plans.tasks.section(value, title),
                  }))}
                />
              )}
            </Field>
          )}
        </>
      )}
    </FormDialog>
  );
}
