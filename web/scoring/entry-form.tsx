import { type FormEvent, useState } from 'react';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { LeafEntry, LeafScore } from '#core/scoring/leaf-score.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { type EntryFault, entryToForm, type EntryForm as Form, formToEntry } from './entry-values.ts';
import { LeafInputs } from './leaf-inputs.tsx';
import styles from './scoring.module.css';
import { StaleEntry } from './stale-entry.tsx';
import { useKeepEntry } from './use-keep-entry.ts';

const PENALTY_LEAST = -10_000;

/** The figures a leaf is worked out from; what no register knows is typed here, by those who answer for it. */
export function EntryForm({ leaf, owners }: { leaf: LeafScore; owners: AnnexRow['owners'] }) {
  const { rule } = leaf.rule;
  const { scoring } = useWords();
  const words = scoring.entry;
  const language = useLanguage();
  const refusal = useRefusal('score.enter', owners);
  const keep = useKeepEntry(leaf.code);
  const fresh = (entry: LeafEntry) => ({ entry, form: entryToForm(rule, entry, language) });
  const [{ entry, form }, setState] = useState(() => fresh(leaf.entry));
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const isDirty = JSON.stringify(form) !== JSON.stringify(entryToForm(rule, entry, language));
  // What somebody else typed shows at once, but never over what is being typed here.
  if (!isDirty && entry.version !== leaf.entry.version) setState(fresh(leaf.entry));

  const set = (change: Partial<Form>) => setState({ entry, form: { ...form, ...change } });
  const faultWords: Record<EntryFault, string> = {
    not_number: words.notNumber,
    not_points: words.notPoints,
    reason_needed: words.reasonNeeded,
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const read = formToEntry(rule, form, entry.version);
    if ('faults' in read) {
      setFaults(new Map([...read.faults].map(([field, fault]) => [field, faultWords[fault]])));
      return;
    }
    setBusy(true);
    const kept = await keep(read.input);
    setBusy(false);
    if ('leaf' in kept) setState(fresh(kept.leaf.entry));
    setFaults('leaf' in kept ? new Map() : new Map([[kept.field, kept.sentence]]));
  };
  const asksReason = isDirty || form.isNotApplicable || form.points !== '' || form.reason !== '';

  return (
    <form className={styles.stack} onSubmit={(event) => void send(event)} noValidate>
      <fieldset className={styles.plain} disabled={refusal !== undefined}>
        <LeafInputs
          leaf={leaf}
          typed={form.quantities}
          faults={faults}
          onType={(key, text) => set({ quantities: { ...form.quantities, [key]: text } })}
        />
        {rule.score.family === 'typed' && (
          <PointsField
            leaf={leaf}
            text={form.points}
            error={faults.get('points')}
            onType={(points) => set({ points })}
          />
        )}
        <Checkbox
          label={`${words.notApplicable}. ${words.notApplicableMeans(scoring.notApplicable[rule.notApplicable])}`}
          checked={form.isNotApplicable}
          onChange={(isNotApplicable) => set({ isNotApplicable })}
        />
        {asksReason && (
          <Field label={words.reason} hint={words.reasonHint} error={faults.get('reason')}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                required={form.isNotApplicable || form.points !== ''}
                value={form.reason}
                onChange={(event) => set({ reason: event.target.value })}
              />
            )}
          </Field>
        )}
      </fieldset>
      {isDirty && entry.version !== leaf.entry.version && (
        <StaleEntry
          leaf={leaf}
          mine={form}
          onKeep={() => {
            setState({ entry: leaf.entry, form });
            setFaults(new Map());
          }}
          onTake={() => {
            setState(fresh(leaf.entry));
            setFaults(new Map());
          }}
        />
      )}
      {faults.has('') && <FormProblem>{faults.get('')}</FormProblem>}
      {refusal !== undefined && <p className={styles.soft}>{refusal}</p>}
      {isDirty && (
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" isBusy={isBusy}>
            {words.save}
          </Button>
          <Button
            onClick={() => {
              setState(fresh(leaf.entry));
              setFaults(new Map());
            }}
          >
            {words.cancel}
          </Button>
        </div>
      )}
      {entry.changedBy !== null && entry.changedAt !== null && (
        <p className={styles.soft}>{words.last(entry.changedBy, printMoment(entry.changedAt))}</p>
      )}
    </form>
  );
}

function PointsField(props: {
  leaf: LeafScore;
  text: string;
  error: string | undefined;
  onType: (text: string) => void;
}) {
  const { scoring } = useWords();
  const print = usePrintedPoints();
  const { maxPoints } = props.leaf.evaluation;
  // A penalty has no maximum to reach, only points to lose.
  const [least, most] = maxPoints === 0 ? [PENALTY_LEAST, 0] : [0, maxPoints];
  return (
    <Field
      label={scoring.entry.points}
      hint={scoring.entry.pointsHint(print(least), print(most))}
      error={props.error}
    >
      {(control) => (
        <TextInput
          {...control}
          required={false}
          inputMode="decimal"
          className={styles.figure}
          value={props.text}
          onChange={(event) => props.onType(event.target.value)}
        />
      )}
    </Field>
  );
}
