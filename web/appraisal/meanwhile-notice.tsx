import type { CityRuling } from '#core/assessments/appraisal.ts';
import { Button } from '#web/ui/button.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import styles from './appraisal.module.css';
import { ReasonList } from './ruling-history.tsx';

/** What somebody else ruled while this was being typed; nothing typed is lost. */
export function MeanwhileNotice({ ruling, onTake }: { ruling: CityRuling; onTake: () => void }) {
  const { form, claim } = useAppraisalWords();
  const print = usePrintedPoints();
  return (
    <div role="alert" className={styles.meanwhile}>
      <p className={styles.strong}>{form.meanwhile(ruling.judgedBy, print(ruling.points))}</p>
      <ReasonList reasons={ruling.reasons} />
      {ruling.question !== '' && <p>{claim.question(ruling.question)}</p>}
      <p>{form.meanwhileWhat}</p>
      <Button size="small" onClick={onTake}>
        {form.take}
      </Button>
    </div>
  );
}
