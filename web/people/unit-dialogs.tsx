import { useState } from 'react';
import type { ChildUnit, UnitTree } from '#core/people/unit.ts';
import {
  childKindsOf,
  isUnitName,
  kindInName,
  readUnitLines,
  type UnitKind,
} from '#core/people/unit-tree.ts';
import { Button } from '#web/ui/button.tsx';
import { CopyField } from '#web/ui/copy-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { useUnitWords } from '#web/words/unit-words.ts';
import { CodeField, isCode, NameField, NeededField, UnitForm } from './unit-form.tsx';
import styles from './units.module.css';
import { unitsApi } from './units-api.ts';

/** What a new unit is called, its code and kind; the kind follows the name until it is chosen. */
export type UnitDraft = { name: string; code: string; kind: UnitKind | undefined };
export const EMPTY_UNIT: UnitDraft = { name: '', code: '', kind: undefined };

/** The draft as a unit under one of the kind; the first kind that may stand there where nothing is said. */
export function settleDraft({ name, code, kind }: UnitDraft, parentKind: UnitKind) {
  const kinds = childKindsOf(parentKind);
  const named = kindInName(name);
  const settled = kind ?? (named && kinds.includes(named) ? named : kinds[0]) ?? 'agency';
  return { name: name.trim(), code: code.trim() === '' ? null : code.trim(), kind: settled };
}

export function isDraftReady({ name, code }: UnitDraft): boolean {
  return isUnitName(name.trim()) && isCode(code, true);
}

/** Name, code and kind of a new unit. */
export function UnitFields(props: {
  draft: UnitDraft;
  onChange: (draft: UnitDraft) => void;
  parentKind: UnitKind;
  isTried: boolean;
}) {
  const { draft, onChange, parentKind, isTried } = props;
  const units = useUnitWords();
  const { people } = useWords();
  return (
    <>
      <NameField
        label={units.name}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        isTried={isTried}
      />
      <CodeField
        label={units.code}
        value={draft.code}
        onChange={(code) => onChange({ ...draft, code })}
        isTried={isTried}
        isOptional
      />
      <Field label={units.kind}>
        {(control) => (
          <Select
            {...control}
            value={settleDraft(draft, parentKind).kind}
            onChange={(kind) => onChange({ ...draft, kind })}
            options={childKindsOf(parentKind).map((value) => ({ value, label: people.unitKinds[value] }))}
          />
        )}
      </Field>
    </>
  );
}

/** Adds one unit below. */
export function AddUnitDialog({ tree, onClose }: { tree: UnitTree; onClose: () => void }) {
  const units = useUnitWords();
  const [draft, setDraft] = useState(EMPTY_UNIT);
  return (
    <UnitForm
      title={units.add}
      submit={units.add}
      isReady={isDraftReady(draft)}
      send={() => unitsApi.add(settleDraft(draft, tree.unit.kind))}
      kept={units.added(draft.name.trim())}
      onClose={onClose}
    >
      {(isTried) => (
        <UnitFields draft={draft} onChange={setDraft} parentKind={tree.unit.kind} isTried={isTried} />
      )}
    </UnitForm>
  );
}

/** Adds many units from pasted lines; every line that needs correcting is named before anything is sent. */
export function PasteUnitsDialog({ tree, onClose }: { tree: UnitTree; onClose: () => void }) {
  const units = useUnitWords();
  const [text, setText] = useState('');
  const read = readUnitLines(text, placeUnder(tree));
  const isReady = read.units.length > 0 && read.faults.length === 0;
  return (
    <UnitForm
      title={units.pasteTitle}
      why={units.pasteWhy}
      submit={units.add}
      isReady={isReady}
      isWide
      send={() => unitsApi.addLines(text)}
      kept={units.pasted(read.units.length)}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <Field
            label={units.pasteField}
            error={isTried && text.trim() === '' ? units.pasteEmpty : undefined}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={10}
                placeholder={'00166; phường Hồ Sen; phường'}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <LinesRead read={read} />
        </>
      )}
    </UnitForm>
  );
}

/** The place a new unit would take: what living siblings are called, and their codes. */
export function placeUnder({ unit, children }: UnitTree) {
  const living = children.filter(({ endedOn }) => endedOn === null);
  return {
    kind: unit.kind,
    names: living.map(({ name }) => name),
    codes: living.flatMap(({ code }) => code ?? []),
  };
}

/** How many units the lines make, or what is wrong with which line. */
export function LinesRead({ read: { units: read, faults } }: { read: ReturnType<typeof readUnitLines> }) {
  const units = useUnitWords();
  return (
    <div role="status" className={styles.read}>
      {faults.length > 0 && <p className={styles.faulty}>{units.pasteFaults(faults.length)}</p>}
      {faults.length === 0 && read.length > 0 && <p>{units.pasteReady(read.length)}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={fault.line}>
              <strong>{units.line(fault.line)}</strong>: {units.faults[fault.kind]} <q>{fault.text}</q>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Invites the first administrator of a unit below and shows the link, once. */
export function InviteUnitDialog({ unit, onClose }: { unit: ChildUnit; onClose: () => void }) {
  const units = useUnitWords();
  const { people, ui } = useWords();
  const [personName, setPersonName] = useState('');
  const [link, setLink] = useState<string | undefined>(undefined);
  if (link !== undefined) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={people.inviteMade(personName)}
        description={people.inviteCopyOnce}
        footer={<Button onClick={onClose}>{ui.close}</Button>}
      >
        <CopyField label={people.inviteLink} text={new URL(link, window.location.origin).href} />
      </Dialog>
    );
  }
  return (
    <UnitForm
      title={units.inviteTitle(unit.name)}
      why={units.inviteWhy}
      submit={units.inviteMake}
      isReady={personName.trim().length >= 2}
      send={async () => setLink((await unitsApi.invite(unit.id, personName.trim())).link)}
      onClose={onClose}
    >
      {(isTried) => (
        <NeededField
          label={people.personName}
          value={personName}
          onChange={setPersonName}
          isTried={isTried}
        />
      )}
    </UnitForm>
  );
}
