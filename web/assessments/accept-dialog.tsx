import { useState } from 'react';
import type { ClaimRow } from '#core/assessments/assessment-page.ts';
import { LOSS_CAUSES, type LossCause } from '#core/assessments/assessment-words.ts';
import { readPoints } from '#core/points.ts';
import { FormDialog } from '#web/plans/form-dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { assessmentApi } from './assessment-api.ts';

type AcceptDialogProps = { row: ClaimRow; campaign: string; onClose: () => void };

/** Accepts a leaf with fewer points; what is taken off becomes the points of the one reason. */
export function AcceptDialog({ row, campaign, onClose }: AcceptDialogProps) {
  const { accept: words, done } = useWords().assessments;
  const print = usePrintedPoints();
  const declared = row.selfPoints ?? 0;
  const [typed, setTyped] = useState(print(declared));
  const [cause, setCause] = useState<LossCause>('no_proof');
  const [text, setText] = useState('');
  const points = readPoints(typed);
  const isWrong = points === undefined || points > declared;
  const lost = isWrong ? 0 : declared - points;
  const isTextMissing = lost > 0 && text.trim().length < 3;
  return (
    <FormDialog
      title={words.title(row.code)}
      why={words.why}
      kept={done.accept}
      isReady={!isWrong && !isTextMissing}
      send={() =>
        assessmentApi.accept(campaign, row.code, {
          version: row.version,
          judged: row.fingerprint,
          points: points ?? null,
          reasons: lost === 0 ? [] : [{ points: lost, cause, text: text.trim() }],
        })
      }
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <Field
            label={words.points}
            hint={lost > 0 ? words.lost(print(lost)) : undefined}
            error={isTried && isWrong ? words.wrong(print(declared)) : undefined}
          >
            {(control) => (
              <TextInput
                {...control}
                inputMode="decimal"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          {lost > 0 && (
            <>
              <Field label={words.cause}>
                {(control) => (
                  <Select
                    {...control}
                    value={cause}
                    onChange={setCause}
                    options={LOSS_CAUSES.filter((each) => each !== 'granted').map((each) => ({
                      value: each,
                      label: words.causes[each],
                    }))}
                  />
                )}
              </Field>
              <Field label={words.text} error={isTried && isTextMissing ? words.textNeeded : undefined}>
                {(control) => (
                  <TextArea {...control} value={text} onChange={(event) => setText(event.target.value)} />
                )}
              </Field>
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
