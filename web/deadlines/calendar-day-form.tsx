import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkCalendarSettings } from '#core/deadlines/work-calendar.ts';
import { DayField, FormDialog, WordsField } from '#web/plans/form-dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { printDay, readDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import { type NamedDayOfYear, withDay } from './named-days.ts';
import { saveWorkCalendar, workCalendarQuery } from './work-calendar-api.ts';

/** Adds a day that differs from the week, or writes one anew: its name, and whether it is off. */
export function CalendarDayForm({
  settings,
  edited,
  onClose,
}: {
  settings: WorkCalendarSettings;
  edited: NamedDayOfYear | undefined;
  onClose: () => void;
}) {
  const { workCalendar: words } = useWords();
  const queryClient = useQueryClient();
  const [written, setWritten] = useState(edited ? printDay(edited.day) : '');
  const [name, setName] = useState(edited?.name ?? '');
  const [state, setState] = useState<'off' | 'worked'>(edited?.isOff === false ? 'worked' : 'off');
  const day = edited?.day ?? readDay(written);
  const isReady = day !== undefined && name.trim() !== '';
  return (
    <FormDialog
      title={edited ? words.editDay(printDay(edited.day)) : words.addDay}
      kept={words.kept(written)}
      isReady={isReady}
      send={async () => {
        const days = withDay(settings.days, { day: day!, name: name.trim(), isOff: state === 'off' });
        queryClient.setQueryData(workCalendarQuery.queryKey, await saveWorkCalendar({ ...settings, days }));
      }}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          {!edited && <DayField label={words.day} value={written} onChange={setWritten} isTried={isTried} />}
          <WordsField label={words.name} value={name} onChange={setName} isTried={isTried} />
          <Field label={words.state}>
            {(control) => (
              <Select
                {...control}
                value={state}
                onChange={setState}
                options={[
                  { value: 'off', label: words.isOff },
                  { value: 'worked', label: words.isWorked },
                ]}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
