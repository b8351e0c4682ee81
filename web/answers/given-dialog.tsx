import type { PointColumn } from '#core/assessments/columns.ts';
import type { ComparisonLine } from '#core/assessments/comparison.ts';
import { columnOf, reasonsBetween } from '#core/assessments/side-by-side.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { useAnswerWords } from '#web/words/answer-words.ts';
import styles from './answers.module.css';
import { ReasonList } from './reason-list.tsx';

/** One cell of the table. */
export type GivenPlace = { line: ComparisonLine; column: PointColumn | 'explanation' };

/** Why a leaf has its points in a column: the reasons, who gave them and when; or what the unit explained. */
export function GivenDialog({
  place: { line, column },
  shown,
  onClose,
}: {
  place: GivenPlace;
  shown: readonly PointColumn[];
  onClose: () => void;
}) {
  const words = useAnswerWords().compare;
  const name = column === 'explanation' ? words.explanation : words.columns[column];
  return (
    <Dialog isOpen onClose={onClose} title={words.details(line.code, name)} description={line.title}>
      <div className={styles.given}>
        {column === 'explanation' ? (
          <Said said={line.explanation} />
        ) : (
          <GivenPoints line={line} column={column} shown={shown} />
        )}
        {column === 'final' && line.appeal && (
          <>
            <h3 className={styles.small}>{words.appeal}</h3>
            <Said said={line.appeal} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function GivenPoints({
  line,
  column,
  shown,
}: {
  line: ComparisonLine;
  column: PointColumn;
  shown: readonly PointColumn[];
}) {
  const words = useAnswerWords().compare;
  const print = usePrintedPoints();
  const given = line.given.find(({ round }) => columnOf(round) === column);
  const before = shown[shown.indexOf(column) - 1];
  const [from, to] = [before ? line.columns[before] : null, line.columns[column]];
  const printed = (points: number | null | undefined) => (points == null ? '–' : print(points));
  if (!given) return <p>{words.carried}</p>;
  return (
    <>
      <p className={styles.points}>{words.from(printed(from), printed(to))}</p>
      <ReasonList
        reasons={before ? reasonsBetween(line.given, before, column) : given.reasons}
        none={words.unchanged}
      />
      {given.question !== '' && (
        <p>
          <strong>{words.question}:</strong> {given.question}
        </p>
      )}
      {given.note !== '' && (
        <p>
          <strong>{words.note}:</strong> {given.note}
        </p>
      )}
      <p className={styles.soft}>{words.by(given.by, printMoment(given.at))}</p>
    </>
  );
}

function Said({ said }: { said: ComparisonLine['explanation'] }) {
  const { compare, explain } = useAnswerWords();
  const print = usePrintedPoints();
  if (!said) return null;
  return (
    <>
      {said.askedPoints !== null && (
        <p className={styles.points}>{explain.askedFor(print(said.askedPoints))}</p>
      )}
      <p className={styles.text}>{said.text}</p>
      <p className={styles.soft}>
        {compare.proofs(said.proofs)}. {compare.by(said.sentBy, printMoment(said.sentAt))}
      </p>
    </>
  );
}
