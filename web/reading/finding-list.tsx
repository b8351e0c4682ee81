import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { findingSentence } from '#core/reading/finding-sentences.ts';
import { type Finding, SEVERITIES, type Severity } from '#core/reading/plan-reading.ts';
import { Button } from '#web/ui/button.tsx';
import { Status, type Tone } from '#web/ui/status.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import styles from './reading.module.css';

const LOOKS: Record<Severity, [Tone, typeof Info]> = {
  error: ['returned', CircleX],
  warning: ['draft', TriangleAlert],
  note: ['none', Info],
};
/** From this many of one kind on, the rest are folded away. */
const SHOWN_OF_A_KIND = 3;

export type FindingListProps = {
  findings: readonly Finding[];
  onGoTo?: ((finding: Finding) => void) | undefined;
  onApply?: ((finding: Finding) => void) | undefined;
  /** What else can be done about a finding. */
  actionOf?: ((finding: Finding) => ReactNode) | undefined;
};

/** Findings by severity and kind: what was found, why it matters, what to do about it. */
export function FindingList({ findings, ...actions }: FindingListProps) {
  const { reading } = useWords();
  return SEVERITIES.map((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return null;
    const kinds = [...new Set(own.map((finding) => finding.kind))];
    const [tone, Icon] = LOOKS[severity];
    return (
      <section key={severity} className={styles.severity}>
        <h2>
          <Status tone={tone} icon={<Icon aria-hidden />}>
            {reading.review.severities[severity]} ({own.length})
          </Status>
        </h2>
        {kinds.map((kind) => {
          const ofKind = own.filter((finding) => finding.kind === kind);
          const rest = ofKind.slice(SHOWN_OF_A_KIND);
          const lines = (some: readonly Finding[]) => (
            <ul className={styles.findings}>
              {some.map((finding, at) => (
                <FindingLine key={`${finding.subject} ${at.toString()}`} finding={finding} {...actions} />
              ))}
            </ul>
          );
          return (
            <div key={kind}>
              {lines(ofKind.slice(0, SHOWN_OF_A_KIND))}
              {rest.length > 0 && (
                <details className={styles.more}>
                  <summary>{reading.review.moreOfKind(rest.length)}</summary>
                  {lines(rest)}
                </details>
              )}
            </div>
          );
        })}
      </section>
    );
  });
}

function FindingLine({
  finding,
  onGoTo,
  onApply,
  actionOf,
}: Omit<FindingListProps, 'findings'> & { finding: Finding }) {
  const language = useLanguage();
  const { reading } = useWords();
  const { title, why, whatToDo } = findingSentence(finding, language);
  const action = actionOf?.(finding);
  return (
    <li className={styles.finding}>
      <strong>{title}</strong>
      <span>{why}</span>
      <span className={styles.soft}>{whatToDo}</span>
      {(onApply || onGoTo || action) && (
        <span className={styles.lineActions}>
          {onApply && finding.suggestion && (
            <Button size="small" onClick={() => onApply(finding)}>
              {reading.review.apply}
            </Button>
          )}
          {onGoTo && finding.place && (
            <Button size="small" kind="quiet" onClick={() => onGoTo(finding)}>
              {reading.review.goTo}
            </Button>
          )}
          {action}
        </span>
      )}
    </li>
  );
}
