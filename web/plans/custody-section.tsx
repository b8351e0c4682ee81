import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import { HOLDERS } from '#core/plans/custody.ts';
import type { CustodyEntry } from '#core/plans/follow-up.ts';
import type { Task } from '#core/plans/task.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import { followUpApi } from './follow-up-api.ts';
import { FormDialog } from './form-dialog.tsx';
import styles from './plans.module.css';
import { printHolder } from './print-holder.ts';
import { isWhomReady, NOBODY_YET, type WhomDraft, WhomFields, whomOf } from './whom-fields.tsx';

/** In whose hands the task is, since when and by when they answer; and handing it on. */
export function CustodySection({ task, moves }: { task: Task; moves: readonly CustodyEntry[] }) {
  const words = useWords();
  const { custody } = words.followUp;
  const [isHanding, setHanding] = useState(false);
  const { holder } = task;
  return (
    <Section
      title={task.status === 'done' ? custody.titleDone : custody.title}
      lead={printHolder(holder, words)}
      actions={
        task.status !== 'done' && (
          <PermittedButton
            action="task.update"
            owners={task.owners}
            size="small"
            icon={<ArrowRightLeft aria-hidden />}
            onClick={() => setHanding(true)}
          >
            {custody.handOn}
          </PermittedButton>
        )
      }
    >
      {holder.since && holder.holder !== 'owner' && (
        <p className={styles.soft}>
          {custody.since(printDay(holder.since))}
          {holder.answerBy && `, ${custody.answerBy(printDay(holder.answerBy))}`}
        </p>
      )}
      {moves.length > 0 && (
        <details>
          <summary>{custody.history(moves.length)}</summary>
          <ol className={styles.history}>
            {moves.map((move) => (
              <li key={move.id}>
                <span className={styles.soft}>
                  {printDay(move.day)} · {move.movedBy}
                </span>
                <span>{printHolder(move, words)}</span>
                {move.reason && <q>{move.reason}</q>}
              </li>
            ))}
          </ol>
        </details>
      )}
      {isHanding && <HandOnDialog task={task} onClose={() => setHanding(false)} />}
    </Section>
  );
}

function HandOnDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { followUp } = useWords();
  const { custody } = followUp;
  const holders = HOLDERS.filter((each) => each !== task.holder.holder);
  const [whom, setWhom] = useState<WhomDraft>({ holder: holders[0] ?? 'owner', ...NOBODY_YET });
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={custody.handOnTitle}
      why={custody.handOnWhy}
      kept={custody.handed}
      submit={custody.handOn}
      isReady={isWhomReady(whom)}
      send={() =>
        followUpApi.handOn(task.id, { ...whomOf(whom), reason: reason.trim(), version: task.version })
      }
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <WhomFields
            label={custody.to}
            holders={holders}
            draft={whom}
            onChange={setWhom}
            isTried={isTried}
          />
          <Field label={custody.reason} isOptional>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
