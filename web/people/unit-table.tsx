import { CircleCheck, CircleDashed, CircleSlash, Ellipsis, MailCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { mayEver } from '#core/people/permissions.ts';
import type { ChildUnit, UnitChangeInput } from '#core/people/unit.ts';
import { IconButton } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { Menu, MenuItem, MenuSeparator } from '#web/ui/menu.tsx';
import { Status, type Tone } from '#web/ui/status.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import { useUnitWords } from '#web/words/unit-words.ts';
import styles from './people.module.css';
import { useMe } from './session.ts';
import { stateOf, type UnitState } from './unit-state.ts';
import unitStyles from './units.module.css';

const LOOKS: Readonly<Record<UnitState, { tone: Tone; icon: ReactNode }>> = {
  new: { tone: 'draft', icon: <CircleDashed aria-hidden /> },
  invited: { tone: 'submitted', icon: <MailCheck aria-hidden /> },
  joined: { tone: 'approved', icon: <CircleCheck aria-hidden /> },
  ended: { tone: 'none', icon: <CircleSlash aria-hidden /> },
};
const CHANGES = ['rename', 'recode', 'merge', 'split', 'move', 'end'] as const;

export type UnitAction = UnitChangeInput['kind'] | 'invite';
type Acting = { onAct: (action: UnitAction, unit: ChildUnit) => void };

/** Every unit below, one line each; on a phone code and kind stand under the name. */
export function UnitTable({ units: shown, onAct }: { units: readonly ChildUnit[] } & Acting) {
  const units = useUnitWords();
  const { people } = useWords();
  const isNarrow = useIsNarrow();
  const mayManage = mayEver(useMe().role, 'unit.manage');
  return (
    <DataTable caption={units.list}>
      <thead>
        <tr>
          {!isNarrow && <th scope="col">{units.code}</th>}
          <th scope="col">{units.name}</th>
          {!isNarrow && <th scope="col">{units.kind}</th>}
          <th scope="col">{units.state}</th>
          {mayManage && <td />}
        </tr>
      </thead>
      <tbody>
        {shown.map((unit) => (
          <tr key={unit.id}>
            {!isNarrow && <td>{unit.code ?? <span className={cell.soft}>{units.noCode}</span>}</td>}
            <th scope="row" className={unitStyles.name}>
              {unit.name}
              {isNarrow && (
                <span className={styles.hint}>
                  {[unit.code, people.unitKinds[unit.kind]].filter(Boolean).join(' · ')}
                </span>
              )}
            </th>
            {!isNarrow && <td>{people.unitKinds[unit.kind]}</td>}
            <td>
              <StateOf unit={unit} />
            </td>
            {mayManage && (
              <td className={classNames(styles.right, unitStyles.act)}>
                <ActionMenu unit={unit} onAct={onAct} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function StateOf({ unit }: { unit: ChildUnit }) {
  const units = useUnitWords();
  const state = stateOf(unit);
  const since = unit.endedOn ?? unit.joinedOn;
  const day = state === 'invited' ? unit.invitedUntil : since;
  const say = state === 'invited' ? units.until : units.since;
  return (
    <>
      <Status {...LOOKS[state]}>{units.states[state]}</Status>
      {day && <span className={styles.hint}>{say(printDay(day))}</span>}
    </>
  );
}

function ActionMenu({ unit, onAct }: { unit: ChildUnit } & Acting) {
  const units = useUnitWords();
  const state = stateOf(unit);
  if (state === 'ended') return null;
  return (
    <Menu trigger={<IconButton label={units.actions(unit.name)} icon={<Ellipsis />} />}>
      {state !== 'joined' && (
        <>
          <MenuItem onSelect={() => onAct('invite', unit)}>{units.invite}</MenuItem>
          <MenuSeparator />
        </>
      )}
      {CHANGES.map((kind) => (
        <MenuItem key={kind} onSelect={() => onAct(kind, unit)}>
          {units[kind]}
        </MenuItem>
      ))}
    </Menu>
  );
}
