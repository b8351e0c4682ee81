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
import { readPage } from './written-facts.ts';

type AnchorDialogProps = { evidence: Evidence; link: EvidenceLink; onClose: () => void };

/** Says where in the document the proof of one target stands. */
export function AnchorDialog({ evidence, link, onClose }: AnchorDialogProps) {
  const { ui, evidence: words } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [page, setPage] = useState(String(link.page ?? ''));
  const [section, setSection] = useState(link.section);
  const [note, setNote] = useState(link.note);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const pages = evidence.metadata.pageAmount;
  const read = readPage(page, pages);
  const fault = pages === null ? words.add.pagesWrong : words.add.pageBeyond(pages);
  const save = async () => {
    if (read === undefined) return;
    setSaving(true);
    await evidenceApi.changeAnchor(evidence.id, link.id, { page: read, section, note }).then(
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
        <Field label={words.targets.page} isOptional error={read === undefined && fault}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={page}
              onChange={(event) => setPage(event.target.value)}
            />
          )}
        </Field>
        <Field label={words.targets.section} isOptional>
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              placeholder={words.targets.sectionExample}
              value={section}
              onChange={(event) => setSection(event.target.value)}
            />
          )}
        </Field>
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
