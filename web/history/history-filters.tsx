import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { EVENT_NOUNS, type EventNoun } from '#core/event-kinds.ts';
import { paths } from '#web/paths.ts';
import { membersQuery } from '#web/queries.ts';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { printDay, readDay } from '#web/ui/written-day.ts';
import { useLanguage } from '#web/words/language.ts';
import { useLogWords } from '#web/words/log-words.ts';
import styles from './history.module.css';
import type { HistorySearch } from './history-search.ts';

/** By whom, of what, from which day to which; it lives in the address. */
export function HistoryFilters({ search }: { search: HistorySearch }) {
  const log = useLogWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const members = useQuery(membersQuery).data ?? [];
  const set = (change: Partial<HistorySearch>) =>
    void navigate({ to: paths.history, search: { ...search, ...change }, replace: true });
  const nouns = EVENT_NOUNS.map((value) => ({ value, label: log.nouns[value] }));
  return (
    <search aria-label={log.filters} className={styles.filters}>
      <Select
        label={log.person}
        className={styles.pick}
        value={search.person ?? ''}
        onChange={(person) => set({ person: person || undefined })}
        options={[
          { value: '', label: log.everyone },
          ...members.map(({ userId, personName }) => ({ value: userId, label: personName })),
        ]}
      />
      <Select<EventNoun | ''>
        label={log.noun}
        className={styles.pick}
        value={search.noun ?? ''}
        onChange={(noun) => set({ noun: noun || undefined })}
        options={[
          { value: '', label: log.everyNoun },
          ...nouns.toSorted((one, other) => one.label.localeCompare(other.label, language)),
        ]}
      />
      <DayFilter
        key={`from ${search.from}`}
        label={log.fromDay}
        day={search.from}
        onDay={(from) => set({ from })}
      />
      <DayFilter key={`to ${search.to}`} label={log.toDay} day={search.to} onDay={(to) => set({ to })} />
      {Object.values(search).some((value) => value !== undefined) && (
        <Button onClick={() => void navigate({ to: paths.history, search: {}, replace: true })}>
          {log.clear}
        </Button>
      )}
    </search>
  );
}

type DayFilterProps = {
  label: string;
  day: string | undefined;
  onDay: (day: string | undefined) => void;
};

/** A day typed as people write it, asked for when the field is left or Enter is pressed. */
function DayFilter({ label, day, onDay }: DayFilterProps) {
  const id = useId();
  const written = day === undefined ? '' : printDay(day);
  const [typed, setTyped] = useState(written);
  const read = readDay(typed);
  const isWrong = typed.trim() !== '' && read === undefined;
  const apply = () => {
    if (!isWrong && read !== day) onDay(read);
  };
  return (
    <span className={styles.day}>
      <label htmlFor={id} className={styles.soft}>
        {label}
      </label>
      <TextInput
        id={id}
        className={styles.dayInput}
        inputMode="numeric"
        placeholder="30/9/2026"
        value={typed}
        aria-invalid={isWrong || undefined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={apply}
        onKeyDown={({ key }) => key === 'Enter' && apply()}
      />
    </span>
  );
}
