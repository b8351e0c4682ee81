import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Deadline } from '#core/deadlines/deadline.ts';
import { deadlineBounds } from '#core/deadlines/deadline-bounds.ts';
import { readDeadline } from '#core/deadlines/read-deadline.ts';
import type { TaskInput } from '#core/plans/task.ts';
import { useDeadlineRules } from '#web/deadlines/use-deadline-rules.ts';
import { useMe } from '#web/people/session.ts';
import { criteriaQuery, departmentsQuery } from '#web/queries.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './plans.module.css';
import { printDeadline } from './task-words.tsx';

/** A task as it is being typed: its deadline in the plan's words, its criteria as codes. */
type TaskDraft = { text: string; words: string; ownerIds: string[]; codes: string };

/** What is typed of a task and what it would be kept as; `input` is undefined while something is wrong. */
export function useTaskDraft(was: {
  text: string;
  deadline: Deadline;
  ownerIds: readonly string[];
  codes: readonly string[];
}) {
  const rules = useDeadlineRules();
  const rows = useSuspenseQuery(criteriaQuery).data;
  const [draft, setDraft] = useState<TaskDraft>({
    text: was.text,
    words: was.deadline.words,
    ownerIds: [...was.ownerIds],
    codes: was.codes.join(', '),
  });
  // Words nobody touched keep the days somebody may have set by hand.
  const deadline = draft.words === was.deadline.words ? was.deadline : readDeadline(draft.words, rules);
  const asked = draft.codes
    .split(/[,;\s]+/u)
    .map((code) => code.replace(/\.$/u, '').toUpperCase())
    .filter((code) => code !== '');
  const rowByCode = new Map(rows.map((row) => [row.code, row]));
  const unknown = asked.filter((code) => !rowByCode.has(code));
  const text = draft.text.trim();
  const input: Omit<TaskInput, 'version'> | undefined =
    text.length < 3 || unknown.length > 0
      ? undefined
      : {
          text,
          deadline,
          ownerIds: draft.ownerIds,
          criterionIds: asked.flatMap((code) => rowByCode.get(code)?.id ?? []),
        };
  return { draft, setDraft, deadline, unknown, input, ownersAtFirst: was.ownerIds };
}

/** The fields of a task; the deadline is shown as days while its words are typed. */
export function TaskFields({
  draft,
  setDraft,
  deadline,
  unknown,
  ownersAtFirst,
  isTried,
}: ReturnType<typeof useTaskDraft> & { isTried: boolean }) {
  const { today } = useMe();
  const { plans } = useWords();
  const departments = useSuspenseQuery(departmentsQuery).data;
  // Who answers already stands first, and does not move while boxes are ticked.
  const rank = ({ id }: { id: string }) => Number(!ownersAtFirst.includes(id));
  const set = (change: Partial<TaskDraft>) => setDraft({ ...draft, ...change });
  const lastDay = deadlineBounds(deadline).to;
  return (
    <>
      <Field
        label={plans.task.editText}
        error={isTried && draft.text.trim().length < 3 ? plans.task.textTooShort : undefined}
      >
        {(control) => (
          <TextArea {...control} value={draft.text} onChange={(event) => set({ text: event.target.value })} />
        )}
      </Field>
      <Field
        label={plans.task.editDeadline}
        isOptional
        hint={
          <>
            <strong role="status">
              {printDeadline(deadline, plans)}
              {lastDay !== null && lastDay < today && `, ${plans.task.deadlinePast}`}
            </strong>
            <br />
            {plans.task.editDeadlineHint}
          </>
        }
      >
        {(control) => (
          <TextInput
            {...control}
            value={draft.words}
            onChange={(event) => set({ words: event.target.value })}
          />
        )}
      </Field>
      <fieldset className={styles.fieldset}>
        <legend>{plans.task.owners}</legend>
        {departments
          .toSorted((one, other) => rank(one) - rank(other))
          .map((each) => (
            <Checkbox
              key={each.id}
              label={each.name}
              checked={draft.ownerIds.includes(each.id)}
              onChange={(isChosen) =>
                set({
                  ownerIds: isChosen
                    ? [...draft.ownerIds, each.id]
                    : draft.ownerIds.filter((id) => id !== each.id),
                })
              }
            />
          ))}
      </fieldset>
      <Field
        label={plans.task.editCriteria}
        isOptional
        error={unknown.length > 0 ? plans.task.unknownCodes(unknown.join(', ')) : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            value={draft.codes}
            onChange={(event) => set({ codes: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
