import { CircleCheck, Minus, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import type { Task } from '#core/plans/task.ts';
import { PermittedButton, useRefusal } from '#web/people/permitted-button.tsx';
import { Button } from '#web/ui/button.tsx';
import { classNames } from '#web/ui/class-names.ts';
import { Field } from '#web/ui/field.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { type Tap, tapToProgress } from './my-work.ts';
import { ObstacleDialog } from './obstacle-dialogs.tsx';
import styles from './plans.module.css';
import { useRecordProgress } from './use-progress.ts';

const PERCENTS = [25, 50, 75, 90] as const;

/**
 * One tap says how a task stands: done, how far, nothing new. Only what is stuck asks for more: what
 * is to be cleared away, and by whom.
 */
export function ProgressUpdate({ task }: { task: Task }) {
  const { plans } = useWords();
  const record = useRecordProgress();
  const refusal = useRefusal('task.update', task.owners);
  const groupId = useId();
  const [note, setNote] = useState('');
  const [isNoting, setNoting] = useState(false);
  const [isRaising, setRaising] = useState(false);
  const [isSending, setSending] = useState(false);
  const { action, owners } = { action: 'task.update', owners: task.owners } as const;

  const tap = async (what: Tap) => {
    setSending(true);
    const isKept = await record(task, tapToProgress(task, what, note.trim()));
    setSending(false);
    if (isKept) {
      setNote('');
      setNoting(false);
    }
  };
  const percentTap = (percent: number) => tap({ kind: 'in_progress', percent });

  return (
    <div className={styles.update}>
      <div className={styles.taps}>
        {task.status === 'done' ? (
          <PermittedButton
            action={action}
            owners={owners}
            disabled={isSending}
            onClick={() => percentTap(90)}
          >
            {plans.update.reopen}
          </PermittedButton>
        ) : (
          <>
            <PermittedButton
              action={action}
              owners={owners}
              disabled={isSending}
              icon={<CircleCheck aria-hidden />}
              onClick={() => tap({ kind: 'done' })}
            >
              {task.occurrence && !task.occurrence.isMarked
                ? plans.update.doneOccurrence(task.occurrence.name)
                : plans.update.done}
            </PermittedButton>
            <span id={groupId} className={styles.percentLabel}>
              {plans.update.inProgress}
            </span>
            <fieldset aria-labelledby={groupId} className={styles.percents}>
              {PERCENTS.map((percent) => (
                <PermittedButton
                  key={percent}
                  action={action}
                  owners={owners}
                  disabled={isSending}
                  aria-pressed={task.status === 'in_progress' && task.percent === percent}
                  className={classNames(
                    styles.percent,
                    task.status === 'in_progress' && task.percent === percent && styles.chosen,
                  )}
                  onClick={() => percentTap(percent)}
                >
                  {percent} %
                </PermittedButton>
              ))}
            </fieldset>
            <PermittedButton
              action={action}
              owners={owners}
              disabled={isSending}
              icon={<Minus aria-hidden />}
              onClick={() => tap({ kind: 'nothing_new' })}
            >
              {plans.update.nothingNew}
            </PermittedButton>
            <PermittedButton
              action={action}
              owners={owners}
              disabled={isSending}
              icon={<TriangleAlert aria-hidden />}
              onClick={() => setRaising(true)}
            >
              {plans.update.stuck}
            </PermittedButton>
          </>
        )}
        {refusal === undefined && !isNoting && (
          <Button kind="quiet" onClick={() => setNoting(true)}>
            {plans.update.addNote}
          </Button>
        )}
      </div>
      {refusal !== undefined && <p className={styles.soft}>{refusal}</p>}
      {isNoting && (
        <div className={styles.note}>
          <Field label={plans.update.note}>
            {(control) => (
              <TextArea
                {...control}
                required={false}
                rows={2}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          <Button kind="primary" isBusy={isSending} onClick={() => tap({ kind: 'note' })}>
            {plans.update.send}
          </Button>
        </div>
      )}
      {isRaising && <ObstacleDialog task={task} onClose={() => setRaising(false)} />}
    </div>
  );
}
