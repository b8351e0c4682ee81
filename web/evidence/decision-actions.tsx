import { useQueryClient } from '@tanstack/react-query';
import { Check, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Evidence, EvidenceDecision } from '#core/evidence/evidence.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { evidenceApi } from './api.ts';
import styles from './panel.module.css';

/** Accepts a piece of evidence, or returns it with the reason its author is to mend it by. */
export function DecisionActions({ evidence }: { evidence: Evidence }) {
  const { ui, evidence: words } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [isReturning, setReturning] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);

  const decide = async (status: EvidenceDecision['status'], why: string) => {
    setBusy(true);
    const said = status === 'accepted' ? words.item.accepted : words.item.returned;
    await evidenceApi.decide(evidence.id, { status, reason: why, version: evidence.version }).then(
      async () => {
        await queryClient.invalidateQueries({ queryKey: ['evidence'] });
        say(said);
        setReturning(false);
      },
      (refused: unknown) => {
        if (status === 'accepted') sayProblem(sentenceOf(refused));
        else setProblem(sentenceOf(refused));
      },
    );
    setBusy(false);
  };
  const giveBack = () =>
    reason.trim() === '' ? setProblem(words.returning.reasonShort) : void decide('returned', reason.trim());
  return (
    <span className={styles.actions}>
      {evidence.status !== 'accepted' && (
        <PermittedButton
          action="evidence.decide"
          size="small"
          icon={<Check aria-hidden />}
          isBusy={isBusy && !isReturning}
          onClick={() => decide('accepted', '')}
        >
          {words.item.accept}
        </PermittedButton>
      )}
      {evidence.status !== 'returned' && (
        <PermittedButton
          action="evidence.decide"
          size="small"
          icon={<Undo2 aria-hidden />}
          onClick={() => setReturning(true)}
        >
          {words.item.return}
        </PermittedButton>
      )}
      {isReturning && (
        <Dialog
          isOpen
          onClose={() => setReturning(false)}
          title={words.returning.title}
          description={words.returning.why}
          footer={
            <>
              <Button onClick={() => setReturning(false)}>{ui.cancel}</Button>
              <Button kind="primary" isBusy={isBusy} onClick={giveBack}>
                {words.returning.send}
              </Button>
            </>
          }
        >
          <FieldStack>
            {problem && <FormProblem>{problem}</FormProblem>}
            <Field label={words.returning.reason}>
              {(control) => (
                <TextArea
                  {...control}
                  maxLength={2000}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          </FieldStack>
        </Dialog>
      )}
    </span>
  );
}
