import type { Comparison } from '#core/assessments/comparison.ts';
import { ledgerOf } from '#core/assessments/side-by-side.ts';
import { BarList } from '#web/ui/bar-list.tsx';
import { ChartTable } from '#web/ui/chart-table.tsx';
import { cell } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { useIsNarrow } from '#web/ui/use-is-narrow.ts';
import { Waterfall } from '#web/ui/waterfall.tsx';
import { useAnswerWords } from '#web/words/answer-words.ts';
import styles from './answers.module.css';

/** From the points there were first to those that stand last, cause by cause; nothing where nothing moved. */
export function LossWaterfall({ comparison: { lines, shown } }: { comparison: Comparison }) {
  const { compare: words, causes } = useAnswerWords();
  const print = usePrintedPoints();
  const isNarrow = useIsNarrow();
  const last = shown.at(-1) ?? 'review';
  const { start, end, causes: lost, entered } = ledgerOf(lines, last);
  const steps = lost.map(({ cause, points }, at) => ({
    key: cause,
    label: causes[cause],
    change: -points,
    isStrong: at === 0,
  }));
  if (steps.length === 0) return null;
  const begin = start + entered;
  const lead =
    entered === 0
      ? words.waterfallLead(print(begin), print(end), words.columns[last])
      : words.waterfallEntered(print(start), print(entered), print(end), words.columns[last]);
  return (
    <Section title={words.waterfall} lead={lead}>
      {isNarrow ? (
        <BarList
          label={words.waterfall}
          bars={steps.map(({ key, label, change, isStrong }) => ({
            key,
            label,
            value: Math.abs(change),
            shown: <Points value={change} isSigned />,
            isStrong,
          }))}
        />
      ) : (
        <div className={styles.chart}>
          <Waterfall
            title={words.waterfall}
            description={lead}
            start={{ label: entered === 0 ? words.columns.self : words.claimedAndEntered, value: begin }}
            end={{ label: words.columns[last], value: end }}
            steps={steps}
            print={print}
          />
        </div>
      )}
      <ChartTable caption={words.waterfall}>
        <thead>
          <tr>
            <th scope="col">{words.cause}</th>
            <th scope="col" className={cell.number}>
              {words.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ key, label, change }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className={cell.number}>
                <Points value={change} isSigned />
              </td>
            </tr>
          ))}
        </tbody>
      </ChartTable>
    </Section>
  );
}
