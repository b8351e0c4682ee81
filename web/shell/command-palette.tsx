import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { mayEver } from '#core/people/permissions.ts';
import { api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { criteriaQuery, departmentsQuery, tasksQuery } from '#web/queries.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './command-palette.module.css';
import {
  type Command,
  criteriaCommands,
  departmentCommands,
  findCommands,
  taskCommands,
} from './find-commands.ts';
import { pagesOf } from './navigation.tsx';

function useCommands(): Command[] {
  const me = useMe();
  const { shell } = useWords();
  const mayReadPlan = mayEver(me.role, 'plan.read');
  const criteria = useQuery({ ...criteriaQuery, enabled: me.hasPlan && mayReadPlan });
  const tasks = useQuery({ ...tasksQuery, enabled: me.hasPlan && mayEver(me.role, 'task.read') });
  const departments = useQuery({ ...departmentsQuery, enabled: mayReadPlan });
  return useMemo(() => {
    const pages = pagesOf(me.role, me.unit.kind).map(
      (page): Command => ({ key: page.name, group: 'groupPages', label: shell[page.name], address: page.to }),
    );
    const action = (label: string, address: string): Command => ({
      key: address + label,
      group: 'groupActions',
      label,
      address,
    });
    const actions = [
      action(shell.myNotices, paths.myNotices),
      ...(mayEver(me.role, 'annex.export') && me.hasPlan
        ? [action(shell.exportAnnex, api.annexWorkbook)]
        : []),
      ...(mayEver(me.role, 'plan.import') ? [action(shell.importPlan, paths.import)] : []),
      ...(mayEver(me.role, 'annex.import') && me.hasPlan ? [action(shell.compareAnnex, paths.annex)] : []),
      ...(mayEver(me.role, 'member.invite') ? [action(shell.invitePerson, paths.people)] : []),
    ];
    return [
      ...pages,
      ...criteriaCommands(criteria.data ?? []),
      ...taskCommands(tasks.data ?? []),
      ...departmentCommands(departments.data ?? []),
      ...actions,
    ];
  }, [me, shell, criteria.data, tasks.data, departments.data]);
}

/** Ctrl K: criteria, tasks, departments, pages and actions by a few letters; results open pages. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { shell } = useWords();
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const commands = useCommands();
  const query = useDeferredValue(typed);
  const found = useMemo(() => findCommands(commands, query), [commands, query]);
  const open = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    if (command.address.startsWith('/api/')) window.location.assign(command.address);
    else router.history.push(command.address);
  };
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = (active + step + found.length) % found.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(found[active]);
    }
  };
  const groups = [...new Set(found.map((command) => command.group))];
  return (
    <Dialog isOpen onClose={onClose} title={shell.searchTitle} size="wide">
      <TextInput
        role="combobox"
        aria-label={shell.search}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        placeholder={shell.searchHint}
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={steer}
      />
      <div id={`${id}-list`} role="listbox" aria-label={shell.searchTitle} className={styles.list}>
        {groups.map((group) => (
          <fieldset key={group} className={styles.of} aria-label={shell[group]}>
            <p className={styles.group} aria-hidden>
              {shell[group]}
            </p>
            {found.map((command, place) =>
              command.group === group ? (
                <div
                  key={command.key}
                  id={`${id}-${place}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === active}
                  className={styles.option}
                  onPointerMove={() => setActive(place)}
                  onClick={() => open(command)}
                  onKeyDown={steer}
                >
                  {command.hint && <span className={styles.code}>{command.hint}</span>}
                  <span className={styles.label}>{command.label}</span>
                </div>
              ) : null,
            )}
          </fieldset>
        ))}
      </div>
      <p role="status" className={styles.status}>
        {found.length === 0 ? shell.searchNothing(typed) : shell.searchFound(found.length)}
      </p>
    </Dialog>
  );
}
