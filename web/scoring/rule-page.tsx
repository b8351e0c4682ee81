import { useSuspenseQueries } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { Register } from '#core/registers/register.ts';
import type { LeafScore } from '#core/scoring/leaf-score.ts';
import { paths } from '#web/paths.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { registersQuery } from '#web/registers/queries.ts';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { CapsEditor } from './caps-editor.tsx';
import { QuantitiesEditor } from './quantities-editor.tsx';
import { leafScoreQuery } from './queries.ts';
import { DraftState, printVersion } from './rule-facts.tsx';
import styles from './rule-form.module.css';
import { RuleGround, RulePolicies } from './rule-ground.tsx';
import { EarlierRules, RulePreview } from './rule-preview.tsx';
import { ScoreEditor } from './score-editor.tsx';
import { useRuleDraft } from './use-rule-draft.ts';

/** The rule of one leaf, edited with its consequences in sight. */
export function RulePage() {
  const { code } = useParams({ from: '/inside/rules/$code' });
  const [leaf, registers] = useSuspenseQueries({ queries: [leafScoreQuery(code), registersQuery] });
  const words = useWords();
  const language = useLanguage();
  const print = usePrintedPoints();
  const { editor, list } = words.scoring;
  const { rule, title, evaluation } = leaf.data;
  return (
    <>
      <Link to={paths.rules} className={styles.back}>
        <ArrowLeft aria-hidden /> {list.back}
      </Link>
      <PageHeader
        title={editor.title(code, title)}
        tabTitle={`${code}: ${list.link}`}
        lead={
          <>
            {editor.lead(print(evaluation.maxPoints), printVersion(rule, words))}{' '}
            <DraftState isDraft={rule.rule.isDraft} />
          </>
        }
        actions={
          <ButtonLink to={paths.criterion} params={{ code }}>
            {editor.toLeaf}
          </ButtonLink>
        }
      />
      <RuleEditor key={`${code} ${language}`} leaf={leaf.data} registers={registers.data} />
    </>
  );
}

function RuleEditor({ leaf, registers }: { leaf: LeafScore; registers: readonly Register[] }) {
  const { scoring } = useWords();
  const refusal = useRefusal('rule.edit');
  const draft = useRuleDraft(leaf.rule, { registers, mayEdit: refusal === undefined });
  return (
    <div className={styles.columns}>
      <fieldset className={styles.form} disabled={refusal !== undefined}>
        {refusal !== undefined && <p className={styles.soft}>{scoring.editor.readOnly(refusal)}</p>}
        <ScoreEditor draft={draft} />
        <QuantitiesEditor draft={draft} registers={registers} />
        <CapsEditor draft={draft} />
        <RulePolicies draft={draft} />
        <RuleGround draft={draft} />
      </fieldset>
      <div className={styles.side}>
        <RulePreview leaf={leaf} draft={draft} />
        <EarlierRules versions={leaf.versions} draft={draft} maxPoints={leaf.evaluation.maxPoints} />
      </div>
    </div>
  );
}
