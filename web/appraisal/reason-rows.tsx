import { X } from 'lucide-react';
import { LOSS_CAUSES } from '#core/assessments/assessment-words.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import styles from './appraisal.module.css';
import { pointsOfRow, type TypedReason, type TypedRuling } from './ruling-form.ts';

type ReasonRowsProps = {
  form: TypedRuling;
  from: number | null;
  faults: ReadonlyMap<string, string>;
  onChange: (form: TypedRuling) => void;
};

/** The reasons of a cut; the first without points of its own shows and takes what the others leave. */
export function ReasonRows({ form, from, faults, onChange }: ReasonRowsProps) {
  const { form: words, causes } = useAppraisalWords();
  const print = usePrintedPoints();
  const change = (key: number, changed: Partial<TypedReason>) =>
    onChange({
      ...form,
      reasons: form.reasons.map((reason) => (reason.key === key ? { ...reason, ...changed } : reason)),
    });
  return (
    <ul className={styles.reasonRows} aria-label={words.reasons}>
      {form.reasons.map((reason, at) => (
        <li key={reason.key}>
          <div className={styles.reasonTop}>
            <TextInput
              aria-label={words.reasonPoints}
              inputMode="decimal"
              className={styles.reasonPoints}
              value={reason.points}
              placeholder={print(pointsOfRow(form, at, from) ?? 0)}
              onChange={(event) => change(reason.key, { points: event.target.value })}
            />
            <Select
              label={words.cause}
              value={reason.cause}
              onChange={(cause) => change(reason.key, { cause })}
              options={LOSS_CAUSES.map((value) => ({ value, label: causes[value] }))}
            />
            <IconButton
              size="small"
              label={words.remove}
              icon={<X />}
              onClick={() =>
                onChange({ ...form, reasons: form.reasons.filter(({ key }) => key !== reason.key) })
              }
            />
          </div>
          <Field label={words.text} error={faults.get(`reason ${at}`)}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={reason.text}
                onChange={(event) => change(reason.key, { text: event.target.value })}
              />
            )}
          </Field>
        </li>
      ))}
    </ul>
  );
}
