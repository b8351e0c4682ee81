import { CircleAlert, CircleCheck } from 'lucide-react';
import type { KeptRule } from '#core/scoring/rule.ts';
import { sayRule } from '#core/scoring/rule-sentences.ts';
import { printMoment } from '#web/plans/print-moment.ts';
import { Status } from '#web/ui/status.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import type { Words } from '#web/words/vi.ts';
import styles from './scoring.module.css';

/** "phiên bản 2, Cán bộ đầu mối, 24/11/2026 07:15", or that the unit has not touched it. */
export function printVersion({ version, changedBy, changedAt }: KeptRule, { scoring }: Words): string {
  if (changedBy === null || changedAt === null) return scoring.panel.untouched;
  return scoring.panel.versionOf(scoring.version(version), changedBy, printMoment(changedAt));
}

export function DraftState({ isDraft }: { isDraft: boolean }) {
  const { scoring } = useWords();
  return isDraft ? (
    <Status tone="draft" icon={<CircleAlert aria-hidden />}>
      {scoring.draft}
    </Status>
  ) : (
    <Status tone="approved" icon={<CircleCheck aria-hidden />}>
      {scoring.checked}
    </Status>
  );
}

/** The rule in words, where it comes from and what proves it. */
export function RuleFacts({ kept, maxPoints }: { kept: KeptRule; maxPoints: number }) {
  const words = useWords();
  const language = useLanguage();
  const { panel, scorers, families } = words.scoring;
  const { rule } = kept;
  return (
    <dl className={styles.facts}>
      <dt>
        {panel.rule}: {families[rule.score.family].toLowerCase()}
      </dt>
      <dd className={styles.ruleWords}>{sayRule(rule, maxPoints, language)}</dd>
      {rule.words !== '' && (
        <>
          <dt>{panel.ruleWords}</dt>
          <dd lang="vi">“{rule.words}”</dd>
        </>
      )}
      <dt>{panel.source}</dt>
      <dd lang="vi">
        {rule.source || panel.noSource} <span className={styles.soft}>({printVersion(kept, words)})</span>
      </dd>
      <dt>{panel.scoredBy}</dt>
      <dd>{scorers[rule.scoredBy]}</dd>
      <dt>{panel.evidence}</dt>
      <dd lang="vi">{rule.evidence.join('; ') || panel.noEvidence}</dd>
    </dl>
  );
}

/** What the rule was before, newest first, folded away. */
export function RuleVersions({ versions, maxPoints }: { versions: readonly KeptRule[]; maxPoints: number }) {
  const words = useWords();
  const language = useLanguage();
  if (versions.length === 0) return null;
  return (
    <details className={styles.reveal}>
      <summary>{words.scoring.panel.versions(versions.length)}</summary>
      <ol className={styles.history}>
        {versions.map((kept) => (
          <li key={kept.version}>
            <span className={styles.soft}>{printVersion(kept, words)}</span>
            <span>{sayRule(kept.rule, maxPoints, language)}</span>
            {kept.reason !== '' && <q>{kept.reason}</q>}
          </li>
        ))}
      </ol>
    </details>
  );
}
