import { CircleCheck, CircleX } from 'lucide-react';
import { sumPoints } from '#core/points.ts';
import type { DocumentHeader, PlanReading } from '#core/reading/plan-reading.ts';
import { EditCell } from '#web/ui/edit-cell.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { Status } from '#web/ui/status.tsx';
import { printDay, readDay } from '#web/ui/written-day.ts';
import { useWords } from '#web/words/language.ts';
import { findCorrection } from './draft-corrections.ts';
import { type GoTo, GoToButton } from './goto-button.tsx';
import styles from './review.module.css';
import type { DraftEditor } from './use-draft.ts';

const HEADER = [
  'kind',
  'subject',
  'year',
  'issuer',
  'unitName',
  'number',
  'symbol',
  'issuedAt',
  'issuedOn',
  'annexTitle',
] as const satisfies readonly (keyof DocumentHeader)[];

/** The plan at a glance: its head, how much was read, and whether the sums agree with what it states. */
export function ReviewOverview({ editor, onGoTo }: { editor: DraftEditor; onGoTo: GoTo }) {
  const { reading } = useWords();
  const plan = editor.draft.reading;
  const notes = plan.document.notes.flatMap((note) => reading.review.notes[note.kind]?.(note.count) ?? []);
  return (
    <div className={styles.stack}>
      <Counts plan={plan} />
      <Sums plan={plan} />
      <section>
        <h2>{reading.review.header.title}</h2>
        <dl className={styles.header}>
          {HEADER.map((property) => (
            <HeaderValue key={property} property={property} editor={editor} onGoTo={onGoTo} />
          ))}
          <dt>{reading.review.header.signature}</dt>
          <dd>
            {[...plan.document.signature.capacity, plan.document.signature.name ?? '']
              .filter(Boolean)
              .join(' · ')}
          </dd>
          <dt>{reading.review.header.legalBasis}</dt>
          <dd>
            {plan.document.legalBasis.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </dd>
          <dt>{reading.review.header.recipients}</dt>
          <dd>{plan.document.recipients.join('; ')}</dd>
        </dl>
      </section>
      {notes.length > 0 && <p className={styles.soft}>{notes.join('; ')}</p>}
    </div>
  );
}

function HeaderValue(props: { property: (typeof HEADER)[number]; editor: DraftEditor; onGoTo: GoTo }) {
  const { property, editor, onGoTo } = props;
  const { reading } = useWords();
  const words = reading.review.header;
  const { draft, correct, restore } = editor;
  const value = draft.reading.document[property];
  const text =
    value === undefined || value === null
      ? ''
      : property === 'issuedOn'
        ? printDay(String(value))
        : String(value);
  const subject = { target: 'document', subject: 'document', property } as const;
  const isCorrected = findCorrection(draft.corrections, subject);
  const refuse = (typed: string) => {
    if (typed.trim() === '') return undefined;
    if (property === 'year' && !/^20\d\d$/u.test(typed.trim())) return words.wrongYear;
    return property === 'issuedOn' && readDay(typed) === undefined ? words.wrongDay : undefined;
  };
  const read = (typed: string) => {
    if (typed === '') return null;
    if (property === 'year') return Number(typed);
    return property === 'issuedOn' ? (readDay(typed) ?? null) : typed;
  };
  return (
    <>
      <dt>{words[property]}</dt>
      <dd className={styles.withPlace}>
        <EditCell
          label={reading.review.edit(words[property])}
          column={property}
          text={text}
          refuse={refuse}
          onKeep={(typed) => correct({ ...subject, value: read(typed) })}
          isMarked={isCorrected !== undefined}
          restore={isCorrected && { label: reading.review.restore, run: () => restore(subject) }}
          title={
            isCorrected &&
            (isCorrected.before ? reading.review.was(String(isCorrected.before)) : reading.review.wasEmpty)
          }
        >
          {text || <span className={styles.blank}>{words.blank}</span>}
        </EditCell>
        <GoToButton place={draft.reading.document.places[property]} what={words[property]} onGoTo={onGoTo} />
      </dd>
    </>
  );
}

function Counts({ plan }: { plan: PlanReading }) {
  const { reading } = useWords();
  const words = reading.review.counts;
  const levels = (level: number) => plan.criteria.filter((row) => row.level === level).length;
  const counts = [
    [levels(1), words.fields],
    [levels(2), words.criteria],
    [levels(3), words.components],
    [plan.criteria.length, words.rows],
    [plan.criteria.filter((row) => row.isLeaf).length, words.leaves],
    [plan.tasks.length, words.tasks],
    [plan.units.length, words.units],
  ] as const;
  return (
    <section>
      <h2>{words.title}</h2>
      <dl className={styles.figures}>
        {counts.map(([count, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Sums({ plan }: { plan: PlanReading }) {
  const { reading } = useWords();
  const print = usePrintedPoints();
  const words = reading.review.sums;
  const leaves = plan.criteria.filter((row) => row.isLeaf);
  const columns = [
    ['maxPoints', words.max],
    ['lastPoints', words.last],
    ['targetPoints', words.target],
  ] as const;
  return (
    <section>
      <h2>{words.title}</h2>
      <dl className={styles.figures}>
        {columns.map(([column, label]) => {
          const sum = sumPoints(leaves.map((row) => row[column] ?? 0));
          const stated = plan.statedTotal?.[column];
          return (
            <div key={column}>
              <dt>{label}</dt>
              <dd>
                <Points value={sum} />
              </dd>
              <dd className={styles.verdict}>
                {stated === undefined ? (
                  <span className={styles.soft}>{words.notStated}</span>
                ) : stated === sum ? (
                  <Status tone="approved" icon={<CircleCheck aria-hidden />}>
                    {words.agrees}
                  </Status>
                ) : (
                  <Status tone="returned" icon={<CircleX aria-hidden />}>
                    {words.stated(print(stated))}
                  </Status>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
