import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Crosswalk } from '#core/criteria/crosswalk.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import styles from './crosswalk.module.css';
import { crosswalkApi } from './crosswalk-api.ts';
import { type CrosswalkLine, hasWork } from './crosswalk-lines.ts';
import { crosswalkQuery } from './crosswalk-queries.ts';

/** What applying will carry over and what stays behind, before anything is done. */
export function ApplyDialog({
  crosswalk,
  lines,
  onClose,
}: {
  crosswalk: Crosswalk;
  lines: readonly CrosswalkLine[];
  onClose: () => void;
}) {
  const { crosswalk: words, ui } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<unknown>(undefined);
  const [isApplying, setApplying] = useState(false);
  const goingOn = lines.filter(({ to }) => to !== undefined);
  const entries = goingOn.filter(({ carries }) => carries.entry).length;
  const rules = goingOn.filter(({ carries }) => carries.rule).length;
  const evidence = goingOn.reduce((sum, { carries }) => sum + carries.evidence, 0);
  const alone = lines.filter((line) => line.to === undefined && hasWork(line)).length;

  const apply = async () => {
    setApplying(true);
    setProblem(undefined);
    await crosswalkApi.apply(crosswalk.id, crosswalk.version).then(
      (applied) => {
        queryClient.setQueryData(crosswalkQuery(crosswalk.id).queryKey, applied);
        say(words.applied);
        onClose();
        void queryClient.invalidateQueries();
      },
      (refused: unknown) => {
        setProblem(refused);
        setApplying(false);
        void queryClient.invalidateQueries({ queryKey: ['crosswalks'] });
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.applyTitle}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isApplying} onClick={apply}>
            {words.apply}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
        {entries + rules + evidence === 0 ? (
          <p>{words.applyNothing}</p>
        ) : (
          <div>
            <p>{words.applyIntro}</p>
            <ul className={styles.list}>
              {entries > 0 && <li>{words.applyEntries(entries)}</li>}
              {rules > 0 && <li>{words.applyRules(rules)}</li>}
              {evidence > 0 && <li>{words.applyEvidence(evidence)}</li>}
            </ul>
          </div>
        )}
        {alone > 0 && <p className={styles.stays}>{words.applyAlone(alone)}</p>}
        <p className={styles.says}>{words.applyRegisters}</p>
        <p>
          <strong>{words.applyOnce}</strong>
        </p>
      </div>
    </Dialog>
  );
}
