import { Link } from '@tanstack/react-router';
import { compareCodes } from '#core/criteria/code.ts';
import type { GapLedger } from '#core/outlook/gaps.ts';
import { paths } from '#web/paths.ts';
import { BarList } from '#web/ui/bar-list.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { ChartTable } from '#web/ui/chart-table.tsx';
import { cell } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { Waterfall } from '#web/ui/waterfall.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './dashboard-page.module.css';
import { inSentenceCase, shortFieldName } from './field-names.ts';
import { mostOfGap } from './outlook-findings.ts';

/** From last year's score to the target, field by field; on a phone the same as bars. */
export function GapByField({ ledger, year }: { ledger: GapLedger; year: number }) {
  const { outlook } = useWords();
  const print = usePrintedPoints();
  const fields = ledger.byField.toSorted((a, b) => compareCodes(a.key, b.key));
  const largest = ledger.byField.toSorted((a, b) => b.gapPoints - a.gapPoints)[0];
  const strong = new Set(mostOfGap(ledger.byField, ledger.gapPoints)?.shares.map((share) => share.key));
  const finding =
    largest && largest.gapPoints > 0
      ? outlook.byFieldFinding(shortFieldName(largest.label), print(largest.gapPoints))
      : outlook.byField;
  const description = outlook.waterfallLead(
    print(ledger.lastPoints),
    year - 1,
    print(ledger.targetPoints),
    year,
  );
  return (
    <Section
      title={finding}
      lead={description}
      actions={
        <ButtonLink to={paths.gaps} size="small" kind="plain">
          {outlook.openLedger}
        </ButtonLink>
      }
    >
      <div className={styles.wide}>
        <Waterfall
          title={finding}
          description={description}
          start={{ label: outlook.lastYear(year - 1), value: ledger.lastPoints }}
          end={{ label: outlook.target(year), value: ledger.targetPoints }}
          steps={fields.map((field) => ({
            key: field.key,
            label: shortFieldName(field.label),
            change: field.gapPoints,
            isStrong: strong.has(field.key),
          }))}
          print={print}
        />
      </div>
      <div className={styles.narrow}>
        <BarList
          label={outlook.byField}
          bars={ledger.byField.map((field) => ({
            key: field.key,
            label: (
              <Link to={paths.gaps} search={{ field: field.key }}>
                {field.key}. {shortFieldName(field.label)}
              </Link>
            ),
            value: field.gapPoints,
            shown: <Points value={field.gapPoints} isSigned />,
            isStrong: strong.has(field.key),
          }))}
        />
      </div>
      <ChartTable caption={outlook.byField}>
        <thead>
          <tr>
            <th scope="col">{outlook.code}</th>
            <th scope="col">{outlook.field}</th>
            <th scope="col" className={cell.number}>
              {outlook.max}
            </th>
            <th scope="col" className={cell.number}>
              {outlook.gap}
            </th>
            <th scope="col" className={cell.number}>
              {outlook.leaves}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.key}>
              <td>{field.key}</td>
              <th scope="row">{inSentenceCase(field.label)}</th>
              <td className={cell.number}>
                <Points value={field.maxPoints} />
              </td>
              <td className={cell.number}>
                <Points value={field.gapPoints} />
              </td>
              <td className={cell.number}>{field.leaves}</td>
            </tr>
          ))}
        </tbody>
      </ChartTable>
    </Section>
  );
}
