import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Draft } from '#core/reading/draft.ts';
import { api } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useMe } from '#web/people/session.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import styles from './review.module.css';

/** What confirming will keep and which errors stay open, before anything is kept. */
export function ConfirmDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const me = useMe();
  const { ui, reading } = useWords();
  const sentenceOf = useSentenceOf();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<unknown>(undefined);
  const [isKeeping, setKeeping] = useState(false);
  const words = reading.review;
  const plan = draft.reading;
  const errors = plan.findings.filter((finding) => finding.severity === 'error').length;

  const confirm = async () => {
    setKeeping(true);
    setProblem(undefined);
    await api.confirmReading(draft.id, draft.version).then(
      async () => {
        say(words.confirmed);
        await queryClient.refetchQueries({ queryKey: ['me'] });
        void queryClient.invalidateQueries();
        await navigate({ to: paths.plan });
      },
      (refused: unknown) => {
        setProblem(refused);
        setKeeping(false);
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.confirmTitle}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isKeeping} onClick={confirm}>
            {words.confirm}
          </Button>
        </>
      }
    >
      {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
      <h3>{words.confirmKeeps}</h3>
      <ul className={styles.keeps}>
        <li>
          {plan.criteria.length} {words.counts.rows}, {plan.criteria.filter((row) => row.isLeaf).length}{' '}
          {words.counts.leaves}
        </li>
        <li>
          {plan.tasks.length} {words.counts.tasks}
        </li>
        <li>{words.corrections(draft.corrections.length)}</li>
      </ul>
      <p>{errors > 0 ? words.confirmErrors(errors) : words.confirmClean}</p>
      {me.hasPlan && <p>{words.confirmReplaces}</p>}
    </Dialog>
  );
}
