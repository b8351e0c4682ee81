import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Evidence, EvidenceLink } from '#core/evidence/evidence.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { evidenceApi } from './api.ts';
import { PlaceFields } from './place-fields.tsx';
import { readPage } from './written-facts.ts';

type AnchorDialogProps = { evidence: Evidence; link: EvidenceLink; onClose: () => void };

/** Says where in the document the proof of one target stands. */
export function AnchorDialog({ evidence, link, onClose }: AnchorDialogProps) {
  const { ui, evidence: words } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [place, setPlace] = useState({ page: String(link.page ?? ''), section: link.section });
  const [note, setNote] = useState(link.note);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const { pageAmount } = evidence.metadata;
  const save = async () => {
    const page = readPage(place.page, pageAmount);
    if (page === undefined) return;
    setSaving(true);
    await evidenceApi.changeAnchor(evidence.id, link.id, { page, section: place.section, note }).then(
      async () => {
        await queryClient.invalidateQueries({ queryKey: ['evidence'] });
        say(words.anchoring.saved);
        onClose();
      },
      (refused: unknown) => setProblem(sentenceOf(refused)),
    );
    setSaving(false);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.anchoring.title}
      description={evidence.title}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isSaving} onClick={save}>
            {words.anchoring.save}
          </Button>
        </>
      }
    >
      <FieldStack>
        {problem && <FormProblem>{problem}</FormProblem>}
        <PlaceFields place={place} pageAmount={pageAmount} onChange={setPlace} />
        <Field label={words.add.note} isOptional>
          {(control) => (
            <TextInput
              {...control}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </FieldStack>
    </Dialog>
  );
}
