import { Link } from '@tanstack/react-router';
import type { MovedPoints } from '#core/registers/register.ts';
import { ApiProblem } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/button.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { Points } from '#web/ui/points.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import type { Outcome } from './keep-rows.ts';
import styles from './registers.module.css';
import type { Sheet } from './use-sheet.ts';

/** How many moved leaves the line spells out before it only counts them. */
const SPELT_OUT = 4;

/** What the last write did: how many rows, which leaves moved and how far, the total before and after. */
export function OutcomeLine({ outcome }: { outcome: Outcome | undefined }) {
  const { registers } = useWords();
  const words = registers.outcome;
  if (!outcome) return null;
  const { kind, rows, kept, elsewhere } = outcome;
  const { moved, totalBefore, totalAfter } = kept;
  const done = {
    saved: words.saved(rows),
    removed: words.removed(rows),
    undone: words.undone,
    redone: words.redone,
  }[kind];
  return (
    <p className={styles.outcome} role="status">
      <span>{done}</span>
      {elsewhere.rows > 0 && <span>{words.elsewhere(elsewhere.rows, elsewhere.years.join(', '))}</span>}
      {moved.length === 0 ? (
        <span className={styles.soft}>{words.still}</span>
      ) : (
        <>
          <span className={styles.soft}>{words.moved}</span>
          {moved.slice(0, SPELT_OUT).map((leaf) => (
            <Moved key={leaf.code} leaf={leaf} />
          ))}
          {moved.length > SPELT_OUT && <span>{words.others(moved.length - SPELT_OUT)}</span>}
          <span className={styles.moved}>
            {words.total} <Points value={totalBefore} /> → <strong>{<Points value={totalAfter} />}</strong>
          </span>
        </>
      )}
    </p>
  );
}

function Moved({ leaf }: { leaf: MovedPoints }) {
  return (
    <span className={styles.moved} title={leaf.title}>
      <Link to={paths.criterion} params={{ code: leaf.code }}>
        {leaf.code}
      </Link>{' '}
      <Points value={leaf.before} /> → <strong>{<Points value={leaf.after} />}</strong>
    </span>
  );
}

/** Why the last write was refused, and the way on. Rows others changed are read anew under what was typed. */
export function WriteProblem({ sheet }: { sheet: Sheet }) {
  const { registers, ui } = useWords();
  const sentenceOf = useSentenceOf();
  if (!sheet.problem) return null;
  const { reason, kind } = sheet.problem;
  const refusal = reason instanceof ApiProblem ? reason.kind : '';
  const isOld = refusal === 'stale_version' || refusal === 'not_found';
  const isStep = kind === 'undone' || kind === 'redone';
  return (
    <FormProblem>
      <div className={styles.problem}>
        <span>{isOld ? (isStep ? registers.stale.undo : registers.stale.sentence) : sentenceOf(reason)}</span>
        {isOld ? (
          <Button size="small" onClick={() => void sheet.reload()}>
            {registers.stale.reload}
          </Button>
        ) : (
          <Button size="small" onClick={sheet.clearProblem}>
            {ui.close}
          </Button>
        )}
      </div>
    </FormProblem>
  );
}
