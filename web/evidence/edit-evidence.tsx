import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Evidence } from '#core/evidence/evidence.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FieldStack, FormProblem } from '#web/ui/field.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { evidenceApi } from './api.ts';
import { FactFields } from './fact-fields.tsx';
import { readFacts, writeFacts } from './written-facts.ts';

/** Corrects what is known of a piece of evidence. A refusal, as when somebody else was faster, leaves what was typed. */
export function EditEvidence({ evidence, onClose }: { evidence: Evidence; onClose: () => void }) {
  const { ui, evidence: words } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [written, setWritten] = useState(() => writeFacts(evidence));
  const [problem, setProblem] = useState<unknown>(undefined);
  const [isSaving, setSaving] = useState(false);
  // The version seen when the form was opened: a change that came in meanwhile must not be overwritten unseen.
  const [version] = useState(evidence.version);
  const read = readFacts(evidence.kind, written);

  const save = async () => {
    if (Array.isArray(read)) return;
    setSaving(true);
    setProblem(undefined);
    await evidenceApi.change(evidence.id, { ...read, version }).then(
      () => {
        void queryClient.invalidateQueries({ queryKey: ['evidence'] });
        say(words.page.changed);
        onClose();
      },
      (refused: unknown) => {
        setProblem(refused);
        setSaving(false);
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={words.page.editTitle}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isSaving} onClick={save}>
            {ui.save}
          </Button>
        </>
      }
    >
      <FieldStack>
        {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
        <FactFields
          kind={evidence.kind}
          written={written}
          faults={Array.isArray(read) ? read : []}
          onChange={setWritten}
        />
      </FieldStack>
    </Dialog>
  );
}
