import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { evidenceApi } from './api.ts';
import { PickEvidence, type PickedEvidence } from './pick-evidence.tsx';
import type { EvidenceTargetNamed } from './target-fields.tsx';

/** Lets a document that is here already prove one more target, at its own page and section. */
export function LinkEvidence({ target, onClose }: { target: EvidenceTargetNamed; onClose: () => void }) {
  const words = useWords().evidence.linking;
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const save = async ({ evidence, page, section }: PickedEvidence) => {
    setSaving(true);
    const { target: kind, targetId } = target;
    await evidenceApi.link(evidence.id, { target: kind, targetId, page, section, note: '' }).then(
      async () => {
        await queryClient.invalidateQueries({ queryKey: ['evidence'] });
        say(words.linked);
        onClose();
      },
      (refused: unknown) => setProblem(sentenceOf(refused)),
    );
    setSaving(false);
  };
  return (
    <PickEvidence
      title={words.title}
      description={target.title}
      submit={words.link}
      isFree={({ links }) => links.every(({ targetId }) => targetId !== target.targetId)}
      isSaving={isSaving}
      problem={problem}
      onPick={save}
      onClose={onClose}
    />
  );
}
