import { useQuery } from '@tanstack/react-query';
import type { Holder } from '#core/plans/custody.ts';
import { departmentsQuery } from '#web/queries.ts';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { readDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import { DayField, WordsField } from './form-dialog.tsx';

/** To whom a task goes, as it is being typed. */
export type WhomDraft = { holder: Holder; departmentId: string; name: string; answerBy: string };

export const NOBODY_YET: Omit<WhomDraft, 'holder'> = { departmentId: '', name: '', answerBy: '' };

/** Whether the draft names somebody, with a day that is none or right. */
export function isWhomReady({ holder, departmentId, name, answerBy }: WhomDraft): boolean {
  if (holder === 'coordinator' && departmentId === '') return false;
  if (holder === 'upper_level' && name.trim() === '') return false;
  return answerBy.trim() === '' || readDay(answerBy) !== undefined;
}

/** The draft as the server takes it. */
export function whomOf<H extends Holder>(draft: WhomDraft & { holder: H }) {
  return {
    holder: draft.holder,
    departmentId: draft.holder === 'coordinator' ? draft.departmentId : null,
    name: draft.holder === 'upper_level' ? draft.name.trim() : null,
    answerBy: draft.holder === 'owner' ? null : (readDay(draft.answerBy) ?? null),
  };
}

export function WhomFields({
  label,
  holders,
  draft,
  onChange,
  isTried,
}: {
  label: string;
  holders: readonly Holder[];
  draft: WhomDraft;
  onChange: (draft: WhomDraft) => void;
  isTried: boolean;
}) {
  const { followUp } = useWords();
  const departments = useQuery(departmentsQuery).data ?? [];
  const set = (change: Partial<WhomDraft>) => onChange({ ...draft, ...change });
  const isUnnamed = draft.holder === 'coordinator' && draft.departmentId === '';
  return (
    <>
      <Field label={label}>
        {({ id }) => (
          <Select
            id={id}
            value={draft.holder}
            onChange={(holder) => set({ holder })}
            options={holders.map((holder) => ({ value: holder, label: followUp.holders[holder] }))}
          />
        )}
      </Field>
      {draft.holder === 'coordinator' && (
        <Field label={followUp.custody.department} error={isTried && isUnnamed ? followUp.needed : undefined}>
          {({ id }) => (
            <Select
              id={id}
              value={draft.departmentId}
              onChange={(departmentId) => set({ departmentId })}
              options={[
                { value: '', label: followUp.custody.pickDepartment },
                ...departments.map((each) => ({ value: each.id, label: each.name })),
              ]}
            />
          )}
        </Field>
      )}
      {draft.holder === 'upper_level' && (
        <WordsField
          label={followUp.custody.office}
          value={draft.name}
          onChange={(name) => set({ name })}
          isTried={isTried}
        />
      )}
      {draft.holder !== 'owner' && (
        <DayField
          label={followUp.custody.clock}
          value={draft.answerBy}
          onChange={(answerBy) => set({ answerBy })}
          isTried={isTried}
          isOptional
        />
      )}
    </>
  );
}
