import { useQuery } from '@tanstack/react-query';
import { CircleAlert, FilePenLine } from 'lucide-react';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { sayEvaluation, sayResult } from '#core/scoring/evaluation-sentences.ts';
import type { LeafScore } from '#core/scoring/leaf-score.ts';
import { paths } from '#web/paths.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { AlsoHere } from '#web/shell/also-here.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points, usePrintedPoints } from '#web/ui/points.tsx';
import { Status } from '#web/ui/status.tsx';
import { useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import { EntryForm } from './entry-form.tsx';
import { ProofSection } from './proof-section.tsx';
import { leafScoreQuery } from './queries.ts';
import { RuleFacts, RuleVersions } from './rule-facts.tsx';
import { ScoreMoves } from './score-moves.tsx';
import styles from './scoring.module.css';

/** The points of one leaf and everything behind them, from the result down to the rows of the registers. */
export function ScorePanel({ code, owners }: { code: string; owners: AnnexRow['owners'] }) {
  const { scoring } = useWords();
  const sentenceOf = useSentenceOf();
  const { data: leaf, error } = useQuery(leafScoreQuery(code));
  if (leaf) return <LeafPanel leaf={leaf} owners={owners} />;
  return (
    <Section title={scoring.panel.title}>
      <p className={styles.soft} role={error ? 'alert' : 'status'}>
        {error ? `${scoring.panel.failed} ${sentenceOf(error)}` : scoring.panel.loading}
      </p>
    </Section>
  );
}

function LeafPanel({ leaf, owners }: { leaf: LeafScore; owners: AnnexRow['owners'] }) {
  const { scoring } = useWords();
  const mayEdit = useRefusal('rule.edit') === undefined;
  return (
    <Section
      title={scoring.panel.title}
      actions={
        <ButtonLink to={paths.rule} params={{ code: leaf.code }} icon={<FilePenLine aria-hidden />}>
          {mayEdit ? scoring.panel.edit : scoring.panel.view}
        </ButtonLink>
      }
    >
      <AlsoHere subject={`criterion:${leaf.code}`} />
      <div className={styles.panel}>
        <div className={styles.stack}>
          <Result leaf={leaf} />
          <EntryForm key={`${leaf.code} ${leaf.rule.version}`} leaf={leaf} owners={owners} />
        </div>
        <RuleFacts kept={leaf.rule} maxPoints={leaf.evaluation.maxPoints} />
      </div>
      <ProofSection key={leaf.code} leaf={leaf} />
      <ScoreMoves moves={leaf.moves} />
      <RuleVersions versions={leaf.versions} maxPoints={leaf.evaluation.maxPoints} />
    </Section>
  );
}

/** The points, the one line they come from, and on demand every step of it. */
function Result({ leaf: { evaluation } }: { leaf: LeafScore }) {
  const { scoring } = useWords();
  const language = useLanguage();
  const print = usePrintedPoints();
  const { panel } = scoring;
  const missing = evaluation.status === 'removed' ? panel.removed : panel.notScored;
  return (
    <div className={styles.result}>
      <p className={styles.big}>
        <strong>
          <Points value={evaluation.status === 'scored' ? evaluation.points : null} missing={missing} />
        </strong>{' '}
        <span>{panel.ofMax(print(evaluation.maxPoints))}</span>
      </p>
      <p className={styles.line}>{sayResult(evaluation, language)}</p>
      {evaluation.isDraft && (
        <Status tone="draft" icon={<CircleAlert aria-hidden />}>
          {scoring.draftWarning}
        </Status>
      )}
      {evaluation.scoredBy !== 'self' && (
        <p className={styles.soft}>{panel.scoredElsewhere(scoring.scorers[evaluation.scoredBy])}</p>
      )}
      {evaluation.steps.length > 0 && (
        <details className={styles.reveal}>
          <summary>{panel.steps}</summary>
          <ol className={styles.steps}>
            {sayEvaluation(evaluation, language).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
