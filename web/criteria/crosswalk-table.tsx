import { ArrowRight } from 'lucide-react';
import type { CrosswalkLeaf } from '#core/criteria/crosswalk.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './crosswalk.module.css';
import type { Choosing } from './crosswalk-choice.tsx';
import { type CrosswalkLine, hasWork } from './crosswalk-lines.ts';

type LinesProps = {
  lines: readonly CrosswalkLine[];
  /** Absent when the crosswalk is only for reading. */
  onChoose: ((choosing: Choosing) => void) | undefined;
};

/** Both sides on one line, former on the left. */
export function CrosswalkTable({ lines, onChoose }: LinesProps) {
  const { crosswalk } = useWords();
  const { columns } = crosswalk;
  return (
    <DataTable caption={crosswalk.tab} isTall className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{columns.from}</th>
          <th scope="col" className={styles.changeColumn}>
            {columns.change}
          </th>
          <th scope="col">{columns.to}</th>
          <th scope="col" className={styles.carriesColumn}>
            {columns.carries}
          </th>
          {onChoose && (
            <th scope="col" className={styles.actColumn}>
              {columns.act}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <td>
              <Leaf leaf={line.from} missing={crosswalk.begins} />
            </td>
            <td>
              <Changes line={line} />
            </td>
            <td>
              <Leaf leaf={line.to} missing={crosswalk.ends} />
            </td>
            <td className={cell.soft}>
              <Carries line={line} />
            </td>
            {onChoose && (
              <td>
                <ChangeButton line={line} onChoose={onChoose} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** The same on a phone, one below the other. */
export function CrosswalkCards({ lines, onChoose }: LinesProps) {
  const { crosswalk } = useWords();
  return (
    <ul className={styles.cards} aria-label={crosswalk.tab}>
      {lines.map((line) => (
        <li key={line.key} className={styles.card}>
          <Changes line={line} />
          <div>
            <span className={styles.sideName}>{crosswalk.former}</span>
            <Leaf leaf={line.from} missing={crosswalk.begins} />
          </div>
          <div>
            <span className={styles.sideName}>{crosswalk.next}</span>
            <Leaf leaf={line.to} missing={crosswalk.ends} />
          </div>
          <span className={styles.says}>
            <Carries line={line} />
          </span>
          {onChoose && <ChangeButton line={line} onChoose={onChoose} />}
        </li>
      ))}
    </ul>
  );
}

function Leaf({ leaf, missing }: { leaf: CrosswalkLeaf | undefined; missing: string }) {
  const { crosswalk } = useWords();
  const print = usePrintedPoints();
  if (!leaf) return <span className={styles.missing}>{missing}</span>;
  const max = print(leaf.maxPoints);
  return (
    <span className={styles.leaf}>
      <span className={styles.code}>{leaf.code}</span>
      <span>
        {leaf.title}
        <span className={styles.says}>
          {leaf.points === null ? crosswalk.maxOnly(max) : crosswalk.ofMax(print(leaf.points), max)}
        </span>
      </span>
    </span>
  );
}

function Changes({ line: { entry } }: { line: CrosswalkLine }) {
  const { crosswalk } = useWords();
  const isJoined = entry.from !== null && entry.to !== null;
  return (
    <span className={styles.changes}>
      {entry.changes.length === 0 && (
        <span className={styles.same}>
          <ArrowRight aria-hidden />
          {crosswalk.changes.unchanged}
        </span>
      )}
      {entry.changes.map((change) => (
        <span key={change} className={styles.tag} data-change={change}>
          {crosswalk.changes[change]}
        </span>
      ))}
      {isJoined && entry.likeness < 100 && (
        <span className={styles.says}>{crosswalk.likeness(entry.likeness)}</span>
      )}
      {isJoined && entry.isByHand && <span className={styles.says}>{crosswalk.byHand}</span>}
    </span>
  );
}

function Carries({ line }: { line: CrosswalkLine }) {
  const { crosswalk } = useWords();
  const { entry, rule, evidence } = line.carries;
  const words = crosswalk.carries;
  if (!hasWork(line)) return <>{line.from ? words.nothing : ''}</>;
  const what = [
    ...(entry ? [words.entry] : []),
    ...(rule ? [words.rule] : []),
    ...(evidence > 0 ? [words.evidence(evidence)] : []),
  ].join(', ');
  return line.to ? (
    <span className={styles.carried}>{what}</span>
  ) : (
    <span className={styles.stays}>{words.stays(what)}</span>
  );
}

function ChangeButton({ line, onChoose }: { line: CrosswalkLine; onChoose: (choosing: Choosing) => void }) {
  const { crosswalk } = useWords();
  const side = line.from ? 'from' : 'to';
  const { code } = (line.from ?? line.to)!;
  return (
    <PermittedButton
      action="crosswalk.edit"
      size="small"
      aria-label={crosswalk.changeOf(code, side)}
      onClick={() => onChoose({ side, code })}
    >
      {crosswalk.change}
    </PermittedButton>
  );
}
