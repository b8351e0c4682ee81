import { useSuspenseQuery } from '@tanstack/react-query';
import { ClipboardPaste, Network, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ChildUnit } from '#core/people/unit.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { useUnitWords } from '#web/words/unit-words.ts';
import styles from './people.module.css';
import { PermittedButton } from './permitted-button.tsx';
import { UnitChangeDialog } from './unit-change-dialog.tsx';
import { AddUnitDialog, InviteUnitDialog, PasteUnitsDialog } from './unit-dialogs.tsx';
import { UnitHistory } from './unit-history.tsx';
import { findUnits, stateOf } from './unit-state.ts';
import { type UnitAction, UnitTable } from './unit-table.tsx';
import unitStyles from './units.module.css';
import { unitTreeQuery } from './units-api.ts';

type Asked = 'add' | 'paste' | { action: UnitAction; unit: ChildUnit };

/** The units directly below: whether they have joined, and what decisions made of them. */
export function UnitsPage() {
  const units = useUnitWords();
  const tree = useSuspenseQuery(unitTreeQuery).data;
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const close = () => setAsked(undefined);
  const states = tree.children.map(stateOf);
  const living = states.filter((state) => state !== 'ended').length;
  const joined = states.filter((state) => state === 'joined').length;
  const shown = findUnits(tree.children, typed);
  const above = tree.ancestors.map(({ name }) => name).join(' › ');
  return (
    <>
      <PageHeader
        title={living === 0 ? units.none : units.title(living, living - joined)}
        tabTitle={units.tab}
        lead={above === '' ? units.lead : `${units.lead} ${units.above(above)}.`}
        actions={
          <>
            <PermittedButton
              action="unit.manage"
              icon={<ClipboardPaste aria-hidden />}
              onClick={() => setAsked('paste')}
            >
              {units.paste}
            </PermittedButton>
            <PermittedButton
              action="unit.manage"
              kind="primary"
              icon={<Plus aria-hidden />}
              onClick={() => setAsked('add')}
            >
              {units.add}
            </PermittedButton>
          </>
        }
      />
      {tree.children.length === 0 ? (
        <EmptyState icon={<Network aria-hidden />} title={units.none}>
          {units.noneWhy}
        </EmptyState>
      ) : (
        <>
          <SearchField className={styles.filter} label={units.filter} value={typed} onChange={setTyped} />
          <p role="status" className={unitStyles.count}>
            {typed.trim() !== '' && units.filtered(shown.length)}
          </p>
          <UnitTable units={shown} onAct={(action, unit) => setAsked({ action, unit })} />
        </>
      )}
      <UnitHistory />
      {asked === 'add' && <AddUnitDialog tree={tree} onClose={close} />}
      {asked === 'paste' && <PasteUnitsDialog tree={tree} onClose={close} />}
      {typeof asked === 'object' &&
        (asked.action === 'invite' ? (
          <InviteUnitDialog unit={asked.unit} onClose={close} />
        ) : (
          <UnitChangeDialog kind={asked.action} unit={asked.unit} tree={tree} onClose={close} />
        ))}
    </>
  );
}
