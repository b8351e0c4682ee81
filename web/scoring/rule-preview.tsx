import { useState } from 'react';
import { sayEvaluation } from '#core/scoring/evaluation-sentences.ts';
import type { LeafScore, RulePreview as Preview } from '#core/scoring/leaf-score.ts';
import type { KeptRule, Rule } from '#core/scoring/rule.ts';
import { sayRule } from '#core/scoring/rule-sentences.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { Button } from '#web/ui/button.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { Points } from '#web/ui/points.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { printVersion } from './rule-facts.tsx';
import styles from './rule-form.module.css';
import { useKeepRule } from './use-keep-rule.ts';
import type { RuleDraft } from './use-rule-draft.ts';

const LEAST_REASON = 3;

/** What the rule would do if it were kept, beside the form; and the way to keep it, with a reason. */
export function RulePreview({ leaf, draft }: { leaf: LeafScore; draft: RuleDraft }) {
  const { scoring } = useWords();
  const language = useLanguage();
  const words = scoring.editor;
  const { rule, faults, preview, refused, isPreviewing } = draft;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<{ field: string; sentence: string } | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const keep = useKeepRule(leaf.code);
  const send = async (kept: Rule) => {
    if (reason.trim().length < LEAST_REASON) {
      setProblem({ field: 'reason', sentence: words.reasonShort });
      return;
    }
    setBusy(true);
    const answer = await keep({ rule: kept, reason: reason.trim(), version: draft.version });
    setBusy(false);
    if ('leaf' in answer) {
      draft.restart(answer.leaf.rule);
      setReason('');
      setProblem(undefined);
    } else setProblem(answer);
  };
  return (
    <Section title={words.preview}>
      <div className={styles.stack}>
        {rule && <p className={styles.strong}>{sayRule(rule, leaf.evaluation.maxPoints, language)}</p>}
        {rule === undefined && <p className={styles.error}>{words.previewFaults(faults.size)}</p>}
        {refused !== undefined && <FormProblem>{refused}</FormProblem>}
        <div role="status" className={styles.soft}>
          {isPreviewing ? words.previewing : ''}
        </div>
        {preview && rule && <Consequences preview={preview} />}
        {draft.isChanged ? (
          <>
            <Field
              label={words.keepReason}
              hint={words.keepReasonHint}
              error={problem?.field === 'reason' ? problem.sentence : undefined}
            >
              {(control) => (
                <TextArea
                  {...control}
                  rows={2}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            {problem && problem.field !== 'reason' && <FormProblem>{problem.sentence}</FormProblem>}
            <div className={styles.buttons}>
              <PermittedButton
                action="rule.edit"
                kind="primary"
                isBusy={isBusy}
                disabled={rule === undefined || refused !== undefined}
                onClick={() => rule && void send(rule)}
              >
                {words.keep(draft.version + 1)}
              </PermittedButton>
              <Button onClick={() => draft.restart(leaf.rule)}>{words.reset}</Button>
            </div>
          </>
        ) : (
          <p className={styles.soft}>{words.unchanged}</p>
        )}
      </div>
    </Section>
  );
}

function Consequences({ preview }: { preview: Preview }) {
  const { scoring } = useWords();
  const language = useLanguage();
  const words = scoring.editor;
  return (
    <>
      <ol className={styles.steps}>
        {sayEvaluation(preview.evaluation, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <p>{words.moves(preview.moved.length)}</p>
      {preview.moved.length > 0 && (
        <ul className={styles.moved}>
          {preview.moved.map((each) => (
            <li key={each.code}>
              <span title={each.title}>
                {each.code} {each.title}
              </span>
              <span>
                <Points value={each.before} /> → <Points value={each.after} />
              </span>
              <strong>
                <Points value={(each.after ?? 0) - (each.before ?? 0)} isSigned />
              </strong>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.total}>
        <span>{words.total}</span>
        <span>
          <Points value={preview.totalBefore} /> → <Points value={preview.totalAfter} />
        </span>
      </p>
    </>
  );
}

/** Earlier versions, each with a way to take it up again: it is then edited and kept like any other. */
export function EarlierRules(props: { versions: readonly KeptRule[]; maxPoints: number; draft: RuleDraft }) {
  const { versions, maxPoints, draft } = props;
  const words = useWords();
  const language = useLanguage();
  const { editor } = words.scoring;
  if (versions.length === 0) return null;
  return (
    <Section title={editor.otherVersions}>
      <ol className={styles.history}>
        {versions.map((kept) => (
          <li key={kept.version}>
            <span className={styles.soft}>{printVersion(kept, words)}</span>
            <span>{sayRule(kept.rule, maxPoints, language)}</span>
            {kept.reason !== '' && <q>{kept.reason}</q>}
            <PermittedButton action="rule.edit" size="small" onClick={() => draft.takeUp(kept.rule)}>
              {editor.takeUp}
            </PermittedButton>
          </li>
        ))}
      </ol>
    </Section>
  );
}
