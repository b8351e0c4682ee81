import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TaskSearch } from '#web/plans/task-list.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useWords } from '#web/words/language.ts';
import { deleteFilter, renameFilter, type SavedFilter, saveFilter, tidyName } from './saved-filters.ts';
import views from './task-views.module.css';

type Change = (change: (filters: readonly SavedFilter[]) => SavedFilter[]) => void;

/** Asks under which name the present filters are kept. */
export function SaveFilterDialog(props: {
  filters: readonly SavedFilter[];
  search: TaskSearch;
  onChange: Change;
  onClose: () => void;
}) {
  const { ui, taskViews } = useWords();
  const { saved } = taskViews;
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const tidy = tidyName(name);
  const isTaken = props.filters.some((filter) => filter.name === tidy);
  const save = () => {
    if (tidy === '') return setTried(true);
    props.onChange((filters) => saveFilter(filters, name, props.search));
    say(saved.saved(tidy));
    props.onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={saved.saveTitle}
      description={saved.saveWhy}
      footer={
        <>
          <Button onClick={props.onClose}>{ui.cancel}</Button>
          <Button kind="primary" onClick={save}>
            {ui.save}
          </Button>
        </>
      }
    >
      <Field
        label={saved.name}
        hint={isTaken ? saved.nameTaken(tidy) : undefined}
        error={isTried && tidy === '' ? saved.nameNeeded : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
        )}
      </Field>
    </Dialog>
  );
}

/** The saved filters with their names to change, each kept as soon as one leaves its field. */
export function ManageFiltersDialog(props: {
  filters: readonly SavedFilter[];
  onChange: Change;
  onClose: () => void;
}) {
  const { ui, taskViews } = useWords();
  const { saved } = taskViews;
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={saved.manageTitle}
      footer={<Button onClick={props.onClose}>{ui.close}</Button>}
    >
      {props.filters.length === 0 && <p>{saved.none}</p>}
      <ul className={views.savedList}>
        {props.filters.map((filter) => (
          <li key={filter.name}>
            <FilterName
              name={filter.name}
              onRename={(name) => {
                props.onChange((filters) => renameFilter(filters, filter.name, name));
                say(saved.renamed(tidyName(name)));
              }}
            />
            <IconButton
              label={saved.delete(filter.name)}
              icon={<Trash2 />}
              onClick={() => {
                props.onChange((filters) => deleteFilter(filters, filter.name));
                say(saved.deleted(filter.name), {
                  label: ui.undo,
                  run: () => props.onChange((filters) => saveFilter(filters, filter.name, filter.search)),
                });
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function FilterName({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const { saved } = useWords().taskViews;
  const [typed, setTyped] = useState(name);
  const keep = () => {
    if (tidyName(typed) === '') setTyped(name);
    else if (tidyName(typed) !== name) onRename(typed);
  };
  return (
    <TextInput
      aria-label={saved.nameOf(name)}
      maxLength={80}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}
