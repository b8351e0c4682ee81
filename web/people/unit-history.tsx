import { useSuspenseQuery } from '@tanstack/react-query';
import type { UnitChange } from '#core/people/unit.ts';
import { cell } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { printDay } from '#web/ui/written-day.ts';
import { useUnitWords } from '#web/words/unit-words.ts';
import type { UnitWords } from '#web/words/vi/units.ts';
import styles from './people.module.css';
import unitStyles from './units.module.css';
import { unitChangesQuery } from './units-api.ts';

/** What was decided about the units below and about the own one, the latest first, as it was called then. */
export function UnitHistory() {
  const units = useUnitWords();
  const changes = useSuspenseQuery(unitChangesQuery).data;
  return (
    <div className={styles.below}>
      <Section title={units.history}>
        {changes.length === 0 && <p className={cell.soft}>{units.historyNone}</p>}
        <ol className={unitStyles.history}>
          {changes.toReversed().map((change) => {
            const { day, decision, recordedBy } = change;
            return (
              <li key={change.id}>
                <strong>{printDay(day)}</strong>: {sentenceOf(change, units)}
                <span className={styles.hint}>
                  {units.by(decision.number, decision.issuer, printDay(decision.issuedOn))} ·{' '}
                  {units.recordedBy(recordedBy)}
                </span>
              </li>
            );
          })}
        </ol>
      </Section>
    </div>
  );
}

function sentenceOf({ kind, before, after }: UnitChange, units: UnitWords): string {
  const [from, to] = [before, after].map((side) => side.units.map(({ name }) => name).join(', '));
  const [code = null, newCode = null] = [before, after].map((side) => side.units[0]?.code ?? null);
  const said = units.sentences;
  switch (kind) {
    case 'rename':
    case 'merge':
    case 'split':
      return said[kind](from ?? '', to ?? '');
    case 'recode':
      return said.recode(from ?? '', code ?? units.noCode, newCode ?? units.noCode);
    case 'move':
      return said.move(from ?? '', after.parent?.name ?? '');
    case 'end':
      return said.end(from ?? '');
  }
}
