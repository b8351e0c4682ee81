import { useState } from 'react';
import type { ChildUnit, UnitChangeInput, UnitTree } from '#core/people/unit.ts';
import { childKindsOf, readUnitLines } from '#core/people/unit-tree.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field } from '#web/ui/field.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useUnitWords } from '#web/words/unit-words.ts';
import { LinesRead, placeUnder, type UnitDraft, UnitFields } from './unit-dialogs.tsx';
import { CodeField, NameField } from './unit-form.tsx';
import { findUnits } from './unit-state.ts';
import styles from './units.module.css';

/** All that a change may ask for; each kind uses its own. */
export type ChangeDraft = {
  name: string;
  code: string;
  /** Other existing units: merged with it, or taking over from it. */
  unitIds: readonly string[];
  /** The existing unit merged into; empty for a new one. */
  intoId: string;
  made: UnitDraft;
  /** New units that take over, as pasted lines. */
  lines: string;
  parentId: string;
};

type FieldsOfChange = {
  kind: UnitChangeInput['kind'];
  unit: ChildUnit;
  tree: UnitTree;
  draft: ChangeDraft;
  onChange: (draft: ChangeDraft) => void;
  isTried: boolean;
};

/** What one kind of change asks besides its decision. */
export function ChangeFields(props: FieldsOfChange) {
  const { kind, draft, onChange, isTried } = props;
  const units = useUnitWords();
  switch (kind) {
    case 'rename':
      return (
        <NameField
          label={units.newName}
          value={draft.name}
          onChange={(name) => onChange({ ...draft, name })}
          isTried={isTried}
        />
      );
    case 'recode':
      return (
        <CodeField
          label={units.newCode}
          value={draft.code}
          onChange={(code) => onChange({ ...draft, code })}
          isTried={isTried}
        />
      );
    case 'merge':
      return <MergeFields {...props} />;
    case 'split':
      return <SplitFields {...props} />;
    case 'move':
      return <MoveFields {...props} />;
    case 'end':
      return null;
  }
}

function MergeFields({ unit, tree, draft, onChange, isTried }: FieldsOfChange) {
  const units = useUnitWords();
  const others = livingBeside(unit, tree);
  return (
    <>
      <UnitPicks
        legend={units.alsoMerged}
        units={others.filter(({ id }) => id !== draft.intoId)}
        chosen={draft.unitIds}
        onChange={(unitIds) => onChange({ ...draft, unitIds })}
      />
      <Field label={units.into}>
        {(control) => (
          <Select
            {...control}
            value={draft.intoId}
            onChange={(intoId) => onChange({ ...draft, intoId })}
            options={[
              { value: '', label: units.intoNew },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      {draft.intoId === '' && (
        <UnitFields
          draft={draft.made}
          onChange={(made) => onChange({ ...draft, made })}
          parentKind={tree.unit.kind}
          isTried={isTried}
        />
      )}
      {isTried && draft.intoId === '' && draft.unitIds.length === 0 && (
        <p role="alert" className={styles.faulty}>
          {units.alsoMerged}: {units.needed}
        </p>
      )}
    </>
  );
}

function SplitFields({ unit, tree, draft, onChange }: FieldsOfChange) {
  const units = useUnitWords();
  const place = placeUnder({ ...tree, children: livingBeside(unit, tree) });
  return (
    <>
      <Field label={units.intoLines} hint={units.pasteWhy} isOptional>
        {(control) => (
          <TextArea
            {...control}
            placeholder={'00166; phường Hồ Sen; phường'}
            value={draft.lines}
            onChange={(event) => onChange({ ...draft, lines: event.target.value })}
          />
        )}
      </Field>
      <LinesRead read={readUnitLines(draft.lines, place)} />
      <UnitPicks
        legend={units.intoExisting}
        units={livingBeside(unit, tree)}
        chosen={draft.unitIds}
        onChange={(unitIds) => onChange({ ...draft, unitIds })}
      />
    </>
  );
}

function MoveFields({ unit, tree, draft, onChange, isTried }: FieldsOfChange) {
  const units = useUnitWords();
  const parents = livingBeside(unit, tree).filter(({ kind }) => childKindsOf(kind).includes(unit.kind));
  if (parents.length === 0) return <p>{units.noParent}</p>;
  return (
    <Field label={units.newParent} error={isTried && draft.parentId === '' ? units.needed : undefined}>
      {(control) => (
        <Select
          {...control}
          value={draft.parentId}
          onChange={(parentId) => onChange({ ...draft, parentId })}
          options={[{ value: '', label: '' }, ...parents.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </Field>
  );
}

/** Some units out of many: what is chosen stays in sight while others are searched for. */
function UnitPicks(props: {
  legend: string;
  units: readonly ChildUnit[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { legend, units: all, chosen, onChange } = props;
  const units = useUnitWords();
  const [typed, setTyped] = useState('');
  const found = findUnits(all, typed);
  const shown = all.filter((unit) => chosen.includes(unit.id) || found.includes(unit));
  return (
    <fieldset className={styles.picks}>
      <legend>{legend}</legend>
      <SearchField label={units.filter} value={typed} onChange={setTyped} />
      <div className={styles.pickList}>
        {shown.map(({ id, name, code }) => (
          <Checkbox
            key={id}
            label={code === null ? name : `${name} · ${code}`}
            checked={chosen.includes(id)}
            onChange={(isChosen) =>
              onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function livingBeside(unit: ChildUnit, tree: UnitTree): ChildUnit[] {
  return tree.children.filter(({ id, endedOn }) => id !== unit.id && endedOn === null);
}
