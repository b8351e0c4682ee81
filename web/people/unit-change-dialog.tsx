import { useState } from 'react';
import type { ChildUnit, UnitChangeInput, UnitTree } from '#core/people/unit.ts';
import { isUnitName, readUnitLines } from '#core/people/unit-tree.ts';
import { readDay } from '#web/ui/written-day.ts';
import { useUnitWords } from '#web/words/unit-words.ts';
import { type ChangeDraft, ChangeFields } from './unit-change-fields.tsx';
import { EMPTY_UNIT, isDraftReady, placeUnder, settleDraft } from './unit-dialogs.tsx';
import { isCode, NeededField, UnitForm, WrittenDayField } from './unit-form.tsx';
import { unitsApi } from './units-api.ts';

const EMPTY_DECISION = { day: '', number: '', issuer: '', issuedOn: '' };

/** Records what a decision makes of a unit below. */
export function UnitChangeDialog(props: {
  kind: UnitChangeInput['kind'];
  unit: ChildUnit;
  tree: UnitTree;
  onClose: () => void;
}) {
  const { kind, unit, tree, onClose } = props;
  const units = useUnitWords();
  const [draft, setDraft] = useState<ChangeDraft>({
    name: unit.name,
    code: unit.code ?? '',
    unitIds: [],
    intoId: '',
    made: EMPTY_UNIT,
    lines: '',
    parentId: '',
  });
  const [decision, setDecision] = useState(EMPTY_DECISION);
  const change = changeOf(kind, unit, tree, draft);
  const [day, issuedOn] = [decision.day, decision.issuedOn].map(readDay);
  const [number, issuer] = [decision.number.trim(), decision.issuer.trim()];
  const input =
    change && day && issuedOn && number.length > 1 && issuer.length > 1
      ? ({ ...change, day, decision: { number, issuer, issuedOn } } as UnitChangeInput)
      : undefined;
  return (
    <UnitForm
      title={units.changeTitles[kind](unit.name)}
      why={units.changeWhy[kind]}
      submit={units.record}
      isReady={input !== undefined}
      isWide={kind === 'merge' || kind === 'split'}
      send={async () => input && unitsApi.record(input)}
      kept={units.recorded}
      onClose={onClose}
    >
      {(isTried) => {
        const typed = (name: keyof typeof decision) => ({
          value: decision[name],
          onChange: (value: string) => setDecision({ ...decision, [name]: value }),
          isTried,
        });
        return (
          <>
            <ChangeFields
              kind={kind}
              unit={unit}
              tree={tree}
              draft={draft}
              onChange={setDraft}
              isTried={isTried}
            />
            <WrittenDayField label={units.day} {...typed('day')} />
            <NeededField label={units.decisionNumber} {...typed('number')} />
            <NeededField label={units.decisionIssuer} {...typed('issuer')} />
            <WrittenDayField label={units.decisionDay} {...typed('issuedOn')} />
          </>
        );
      }}
    </UnitForm>
  );
}

/** What was chosen, as the server takes it; undefined while something is missing. The server judges the rest. */
function changeOf(kind: UnitChangeInput['kind'], unit: ChildUnit, tree: UnitTree, draft: ChangeDraft) {
  const unitId = unit.id;
  switch (kind) {
    case 'rename': {
      const name = draft.name.trim();
      return isUnitName(name) ? { kind, unitId, name } : undefined;
    }
    case 'recode':
      return isCode(draft.code, false) ? { kind, unitId, code: draft.code.trim() } : undefined;
    case 'move':
      return draft.parentId === '' ? undefined : { kind, unitId, parentId: draft.parentId };
    case 'end':
      return { kind, unitId };
    case 'merge': {
      const unitIds = [unitId, ...draft.unitIds.filter((id) => id !== draft.intoId)];
      if (draft.intoId !== '') return { kind, unitIds, into: { id: draft.intoId } };
      return isDraftReady(draft.made) && unitIds.length > 1
        ? { kind, unitIds, into: settleDraft(draft.made, tree.unit.kind) }
        : undefined;
    }
    case 'split': {
      const place = placeUnder({ ...tree, children: tree.children.filter(({ id }) => id !== unitId) });
      const { units: made, faults } = readUnitLines(draft.lines, place);
      const into = [...made, ...draft.unitIds.map((id) => ({ id }))];
      return faults.length === 0 && into.length > 1 ? { kind, unitId, into } : undefined;
    }
  }
}
