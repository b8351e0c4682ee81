import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Draft } from '#core/reading/draft.ts';
import type { Correction } from '#core/reading/plan-reading.ts';
import { api } from '#web/api.ts';
import { sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf } from '#web/words/language.ts';
import { addCorrection, currentValue, dropCorrection, previewChange } from './draft-corrections.ts';

export function draftQuery(id: string) {
  return queryOptions({
    queryKey: ['readings', id],
    queryFn: () => api.findReading(id),
    staleTime: Infinity,
  });
}

export type DraftEditor = {
  draft: Draft;
  isSaving: boolean;
  /** Puts one value right; what was read is remembered with it. */
  correct: (correction: Omit<Correction, 'before'>) => void;
  /** Puts back one value as it was read. */
  restore: (subject: Pick<Correction, 'target' | 'subject' | 'property'>) => void;
  /** Replaces the whole list: a suggestion applied. */
  keep: (corrections: Correction[]) => void;
  /** Takes the last change back; undefined when there is none. */
  undo: (() => void) | undefined;
};

/**
 * A draft whose corrections are kept as they are made: shown at once, sent one after the other so
 * that none overtakes another, taken back when the server refuses them.
 */
export function useDraft(id: string): DraftEditor {
  const queryClient = useQueryClient();
  const sentenceOf = useSentenceOf();
  const { data: draft } = useSuspenseQuery(draftQuery(id));
  const { queryKey } = draftQuery(id);
  const [former, setFormer] = useState<Correction[][]>([]);
  const [waiting, setWaiting] = useState(0);
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const send = (corrections: Correction[], isUndo: boolean) => {
    const shown = queryClient.getQueryData<Draft>(queryKey) ?? draft;
    queryClient.setQueryData<Draft>(queryKey, {
      ...shown,
      corrections,
      reading: previewChange(shown.reading, shown.corrections, corrections),
    });
    setFormer((list) => (isUndo ? list.slice(0, -1) : [...list, shown.corrections]));
    setWaiting((count) => count + 1);
    line.current = line.current.then(async () => {
      const version = queryClient.getQueryData<Draft>(queryKey)?.version ?? shown.version;
      await api.correctReading(id, { corrections, version }).then(
        (kept) =>
          queryClient.setQueryData<Draft>(queryKey, (now) =>
            // A newer correction is on its way: take the version, leave what is shown.
            now && now.corrections !== corrections ? { ...now, version: kept.version } : kept,
          ),
        (problem: unknown) => {
          sayProblem(sentenceOf(problem));
          return queryClient.refetchQueries({ queryKey });
        },
      );
      setWaiting((count) => count - 1);
    });
  };
  const last = former.at(-1);
  return {
    draft,
    isSaving: waiting > 0,
    correct: (correction) => {
      const now = queryClient.getQueryData<Draft>(queryKey) ?? draft;
      const before = currentValue(now.reading, correction) ?? null;
      send(addCorrection(now.corrections, { ...correction, before }), false);
    },
    restore: (subject) => {
      const now = queryClient.getQueryData<Draft>(queryKey) ?? draft;
      send(dropCorrection(now.corrections, subject), false);
    },
    keep: (corrections) => send(corrections, false),
    undo: last && (() => send(last, true)),
  };
}
