import { memo, useCallback, useRef, useState } from 'react';
import { printPoints, readPoints } from '#core/points.ts';
import type { Correction, CriterionReading, Owner } from '#core/reading/plan-reading.ts';
import { isSaidIn } from '#web/criteria/said-in.ts';
import { classNames } from '#web/ui/class-names.ts';
import { cell, DataTable } from '#web/ui/data-table.tsx';
import { EditCell } from '#web/ui/edit-cell.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { findCorrection } from './draft-corrections.ts';
import { type GoTo, GoToButton } from './goto-button.tsx';
import styles from './review.module.css';
import type { DraftEditor } from './use-draft.ts';

const POINTS = ['maxPoints', 'lastPoints', 'targetPoints'] as const;
type Correct = DraftEditor['correct'];
type Restore = DraftEditor['restore'];

/** Every row that was read, each value put right where it stands. */
export function ReviewCriteria({ editor, onGoTo }: { editor: DraftEditor; onGoTo: GoTo }) {
  const { reading, ui } = useWords();
  const { columns } = reading.review;
  const [query, setQuery] = useState('');
  const latest = useRef({ editor, onGoTo });
  latest.current = { editor, onGoTo };
  const correct = useCallback<Correct>((correction) => latest.current.editor.correct(correction), []);
  const restore = useCallback<Restore>((subject) => latest.current.editor.restore(subject), []);
  const goTo = useCallback<GoTo>((place) => latest.current.onGoTo(place), []);
  const { corrections } = editor.draft;
  const rows = editor.draft.reading.criteria;
  const shown = rows.filter((row) => isSaidIn(query, row.code, row.title));
  const correctionsByCode = new Map<string, Correction[]>();
  for (const each of corrections) {
    if (each.target === 'criterion')
      correctionsByCode.set(each.subject, [...(correctionsByCode.get(each.subject) ?? []), each]);
  }
  return (
    <>
      <div className={styles.filter}>
        <SearchField
          className={styles.grow}
          label={reading.review.filter}
          value={query}
          onChange={setQuery}
        />
        <span className={styles.soft}>{ui.rowsShown(shown.length, rows.length)}</span>
      </div>
      <p className={styles.soft}>{reading.review.criteriaHint}</p>
      <DataTable caption={reading.review.tabs.criteria} className={styles.criteria}>
        <thead>
          <tr>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col" className={cell.number}>
              {columns.max}
            </th>
            <th scope="col" className={cell.number}>
              {columns.last}
            </th>
            <th scope="col" className={cell.number}>
              {columns.target}
            </th>
            <th scope="col">{columns.units}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <ReadRow
              key={row.code}
              row={row}
              corrections={correctionsByCode.get(row.code) ?? NONE}
              onCorrect={correct}
              onRestore={restore}
              onGoTo={goTo}
            />
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

const NONE: Correction[] = [];

/** Departments as one text: their names, separated by semicolons. */
export function printUnits(units: readonly Owner[]): string {
  return units.map((unit) => unit.name).join('; ');
}

/** The departments typed in one cell; a name that stood there keeps its part. */
export function readUnits(typed: string, before: readonly Owner[]): Owner[] {
  return typed
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const role = before.find((unit) => unit.name === name)?.role;
      return role === undefined ? { name } : { name, role };
    });
}

type ReadRowProps = {
  row: CriterionReading;
  corrections: Correction[];
  onCorrect: Correct;
  onRestore: Restore;
  onGoTo: GoTo;
};

const ReadRow = memo(function ReadRow(props: ReadRowProps) {
  const { row, corrections, onCorrect, onRestore, onGoTo } = props;
  const language = useLanguage();
  const { reading, criteria } = useWords();
  const words = reading.review;
  const about = (property: string) => {
    const subject = { target: 'criterion', subject: row.code, property } as const;
    const made = findCorrection(corrections, subject);
    const before = made && (Array.isArray(made.before) ? printUnits(made.before as Owner[]) : made.before);
    const printed = typeof before === 'number' ? printPoints(before, language) : String(before ?? '');
    return {
      subject,
      isMarked: made !== undefined,
      title: made && (printed === '' ? words.wasEmpty : words.was(printed)),
      restore: made && { label: words.restore, run: () => onRestore(subject) },
    };
  };
  const names = {
    maxPoints: words.columns.max,
    lastPoints: words.columns.last,
    targetPoints: words.columns.target,
  };
  const from = row.units[0]?.inheritedFrom;
  const { subject: titleSubject, ...titleMarks } = about('title');
  const { subject: unitsSubject, ...unitsMarks } = about('units');
  return (
    <tr className={classNames(!row.isLeaf && styles.parent)}>
      <td>
        <span className={styles.withPlace}>
          {row.code}
          <GoToButton place={row.place} what={row.code} onGoTo={onGoTo} />
        </span>
      </td>
      <td>
        <EditCell
          {...titleMarks}
          label={criteria.edit(words.columns.title, row.code)}
          column="title"
          text={row.title}
          refuse={(typed) => (typed.trim() === '' ? words.titleNeeded : undefined)}
          onKeep={(value) => onCorrect({ ...titleSubject, value })}
        />
      </td>
      {POINTS.map((property) => {
        const { subject, ...marks } = about(property);
        const points = row[property];
        return (
          <td key={property} className={cell.number} data-label={names[property]}>
            <EditCell
              {...marks}
              label={criteria.edit(names[property], row.code)}
              column={property}
              text={points === undefined || points === null ? '' : printPoints(points, language)}
              refuse={(typed) => {
                const isEmptied = typed.trim() === '' && property !== 'maxPoints';
                return isEmptied || readPoints(typed) !== undefined ? undefined : criteria.notPoints;
              }}
              onKeep={(typed) => onCorrect({ ...subject, value: typed === '' ? null : readPoints(typed) })}
              isNumber
            />
          </td>
        );
      })}
      <td data-label={words.columns.units}>
        <EditCell
          {...unitsMarks}
          label={`${criteria.edit(words.columns.units, row.code)} (${words.unitsHint})`}
          column="units"
          text={from === undefined ? printUnits(row.units) : ''}
          refuse={() => undefined}
          onKeep={(typed) => onCorrect({ ...unitsSubject, value: readUnits(typed, row.units) })}
        >
          {row.units.length === 0 ? (
            <span className={styles.blank}>{row.isLeaf ? words.noUnits : '–'}</span>
          ) : from === undefined ? (
            printUnits(row.units)
          ) : (
            <span className={styles.blank}>
              {printUnits(row.units)} ({words.inherited(from)})
            </span>
          )}
        </EditCell>
      </td>
    </tr>
  );
});
