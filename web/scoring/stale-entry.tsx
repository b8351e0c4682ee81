import type { LeafScore } from '#core/scoring/leaf-score.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button } from '#web/ui/button.tsx';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { entryToForm, type EntryForm as Form } from './entry-values.ts';
import styles from './scoring.module.css';

type StaleEntryProps = { leaf: LeafScore; mine: Form; onKeep: () => void; onTake: () => void };

/** What somebody else kept while this was being typed, beside what is typed here: nothing is lost either way. */
export function StaleEntry({ leaf, mine, onKeep, onTake }: StaleEntryProps) {
  const { scoring } = useWords();
  const words = scoring.entry;
  const language = useLanguage();
  const { rule } = leaf.rule;
  const theirs = entryToForm(rule, leaf.entry, language);
  const yesNo = (isSo: boolean) => (isSo ? words.yes : words.no);
  const lines = [
    ...rule.quantities.map(({ key, title }) => [
      title,
      mine.quantities[key] ?? '',
      theirs.quantities[key] ?? '',
    ]),
    [words.points, mine.points, theirs.points],
    [words.notApplicable, yesNo(mine.isNotApplicable), yesNo(theirs.isNotApplicable)],
    [words.reason, mine.reason, theirs.reason],
  ].filter(([, own, other]) => own !== other);
  const { changedBy, changedAt } = leaf.entry;
  return (
    <div role="alert" className={styles.stack}>
      <p>
        <strong>{words.meanwhile(changedBy ?? '', changedAt === null ? '' : printMoment(changedAt))}</strong>{' '}
        {words.meanwhileWhat}
      </p>
      <DataTable caption={words.differences}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col" className={cell.number}>
              {words.mine}
            </th>
            <th scope="col" className={cell.number}>
              {words.theirs}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([title, own, other]) => (
            <tr key={title}>
              <td>{title}</td>
              <td className={cell.number}>{own || '–'}</td>
              <td className={cell.number}>{other || '–'}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <div className={styles.buttons}>
        <Button onClick={onKeep}>{words.keepMine}</Button>
        <Button onClick={onTake}>{words.takeTheirs}</Button>
      </div>
    </div>
  );
}
