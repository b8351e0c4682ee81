import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppraisedUnit, ColumnOutcome } from '#core/assessments/appraisal.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { appraisalApi } from './api.ts';
import styles from './appraisal.module.css';
import { readPastedPoints } from './pasted-points.ts';

type ColumnDialogProps = {
  address: { campaignId: string; code: string };
  /** In the order of the list, which a single column follows. */
  units: readonly AppraisedUnit[];
  onClose: () => void;
};

/** A column of points for many units at once; what cannot be kept is said unit by unit. */
export function ColumnDialog({ address, units, onClose }: ColumnDialogProps) {
  const { column: words } = useAppraisalWords();
  const { ui } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const { rows, faults, beyond } = readPastedPoints(text, units);
  const nameById = new Map(units.map(({ unitId, unitName }) => [unitId, unitName]));

  const show = ({ kept, unchanged, faults: refused }: ColumnOutcome) => {
    say(words.kept(kept, unchanged));
    setProblems(
      refused.map(({ unitId, problem }) => words.fault(nameById.get(unitId) ?? unitId, sentenceOf(problem))),
    );
    if (refused.length === 0) onClose();
  };
  const send = async () => {
    setBusy(true);
    await appraisalApi.enterColumn(address, { note, rows }).then(show, (problem: unknown) => {
      setProblems([sentenceOf(problem)]);
    });
    await queryClient.invalidateQueries({ queryKey: ['appraisal', address.campaignId] });
    setBusy(false);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isBusy} disabled={rows.length === 0} onClick={() => void send()}>
            {words.save}
          </Button>
        </>
      }
    >
      <FieldStack>
        <Field label={words.paste} hint={words.hint}>
          {(control) => (
            <TextArea {...control} rows={8} value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
        <Field label={words.note}>
          {(control) => (
            <TextInput {...control} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        {text.trim() !== '' && (
          <div role="status">
            <p>{words.ready(rows.length)}</p>
            <ul className={styles.reasons}>
              {faults.map(({ kind, line }) => (
                <li key={`${kind} ${line}`}>{words[kind](line)}</li>
              ))}
              {beyond > 0 && <li>{words.beyond(beyond)}</li>}
            </ul>
          </div>
        )}
        {problems.length > 0 && (
          <FormProblem>
            <ul className={styles.reasons}>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </FormProblem>
        )}
      </FieldStack>
    </Dialog>
  );
}
