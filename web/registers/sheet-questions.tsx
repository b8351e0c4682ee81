import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import type { Sheet } from './use-sheet.ts';

/** Asks why rows of a closed month change; the write waits for the answer. */
export function ReasonDialog({ asking }: { asking: NonNullable<Sheet['asking']> }) {
  const { ui, registers } = useWords();
  const sentenceOf = useSentenceOf();
  const [reason, setReason] = useState('');
  const [isTold, setTold] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <Dialog
      isOpen
      onClose={() => asking.answer(undefined)}
      title={registers.closed.title}
      description={sentenceOf(asking.problem)}
      footer={
        <>
          <Button onClick={() => asking.answer(undefined)}>{ui.cancel}</Button>
          <Button kind="primary" onClick={() => (isMissing ? setTold(true) : asking.answer(reason.trim()))}>
            {registers.closed.keep}
          </Button>
        </>
      }
    >
      <Field
        label={registers.closed.why}
        hint={registers.closed.hint}
        error={isTold && isMissing ? registers.closed.needed : undefined}
      >
        {(control) => (
          <TextArea
            {...control}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

/** Asks before a page with rows that could not be saved is left. */
export function LeaveQuestion({ rows }: { rows: number }) {
  const { registers } = useWords();
  const blocker = useBlocker({
    // Filters of the same page are no leaving.
    shouldBlockFn: ({ current, next }) => rows > 0 && current.pathname !== next.pathname,
    enableBeforeUnload: () => rows > 0,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog
      isOpen
      onClose={blocker.reset}
      title={registers.leave.title}
      footer={
        <>
          <Button onClick={blocker.proceed}>{registers.leave.go}</Button>
          <Button kind="primary" onClick={blocker.reset}>
            {registers.leave.stay}
          </Button>
        </>
      }
    >
      {registers.leave.why(rows)}
    </Dialog>
  );
}
