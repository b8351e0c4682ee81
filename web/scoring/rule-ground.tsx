import { NOT_APPLICABLE, SCORERS, ZERO_DENOMINATOR } from '#core/scoring/families.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Field } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { ChoiceField, TextField } from './form-parts.tsx';
import styles from './rule-form.module.css';
import type { RuleDraft } from './use-rule-draft.ts';

/** What holds when a leaf does not apply, when there is nothing to divide by, and who scores. */
export function RulePolicies({ draft: { form, change } }: { draft: RuleDraft }) {
  const { scoring } = useWords();
  const words = scoring.editor;
  return (
    <Section title={words.policies}>
      <div className={styles.cells}>
        <ChoiceField
          label={words.notApplicable}
          value={form.notApplicable}
          options={NOT_APPLICABLE.map((each) => ({ value: each, label: scoring.notApplicable[each] }))}
          className={styles.wide}
          onChange={(notApplicable) => change({ notApplicable })}
        />
        <ChoiceField
          label={words.zeroDenominator}
          value={form.zeroDenominator}
          options={ZERO_DENOMINATOR.map((each) => ({ value: each, label: scoring.zeroDenominator[each] }))}
          className={styles.wide}
          onChange={(zeroDenominator) => change({ zeroDenominator })}
        />
        <ChoiceField
          label={words.scoredBy}
          value={form.scoredBy}
          options={SCORERS.map((each) => ({ value: each, label: scoring.scorers[each] }))}
          className={styles.wide}
          onChange={(scoredBy) => change({ scoredBy })}
        />
      </div>
    </Section>
  );
}

/** The words of the rule, where they stand, what proves the points, and whether anybody has checked it. */
export function RuleGround({ draft: { form, change } }: { draft: RuleDraft }) {
  const { scoring } = useWords();
  const words = scoring.editor;
  return (
    <Section title={words.ground}>
      <div className={styles.stack}>
        <Field label={words.words} hint={words.wordsHint} isOptional>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={2000}
              value={form.words}
              onChange={(event) => change({ words: event.target.value })}
            />
          )}
        </Field>
        <TextField
          label={words.source}
          hint={words.sourceHint}
          value={form.source}
          isOptional
          className={styles.whole}
          onChange={(source) => change({ source })}
        />
        <Field label={words.evidence} hint={words.evidenceHint} isOptional>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={form.evidence}
              onChange={(event) => change({ evidence: event.target.value })}
            />
          )}
        </Field>
        <Checkbox label={words.isDraft} checked={form.isDraft} onChange={(isDraft) => change({ isDraft })} />
      </div>
    </Section>
  );
}
