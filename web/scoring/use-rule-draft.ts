import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Register } from '#core/registers/register.ts';
import type { KeptRule, Rule } from '#core/scoring/rule.ts';
import { ApiProblem } from '#web/request.ts';
import { useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import { rulePreviewQuery } from './queries.ts';
import { formToRule } from './read-rule-form.ts';
import { type RuleForm, ruleToForm, withNeeded } from './rule-form.ts';

/** How long the fields rest before the rule is tried, in milliseconds. */
const REST = 350;

/**
 * A rule while it is edited: its fields, what is wrong with each, and what the rule would do on the
 * current measure. While somebody types, the last answer stays in sight; only the newest rule counts.
 */
export function useRuleDraft(
  kept: KeptRule,
  { registers, mayEdit }: { registers: readonly Register[]; mayEdit: boolean },
) {
  const language = useLanguage();
  const { scoring } = useWords();
  const sentenceOf = useSentenceOf();
  const begin = (from: KeptRule) => ({ from, form: ruleToForm(from.rule, language) });
  const [{ from, form }, setState] = useState(() => begin(kept));
  const kindOf = useMemo(
    () => (register: string, column: string) =>
      registers.find(({ key }) => key === register)?.columns.find(({ key }) => key === column)?.kind,
    [registers],
  );
  const read = useMemo(() => formToRule(form, kindOf), [form, kindOf]);
  const rule = 'rule' in read ? read.rule : undefined;
  const begun = useMemo(
    () => JSON.stringify(formToRule(ruleToForm(from.rule, language), kindOf)),
    [from, language, kindOf],
  );
  const isChanged = JSON.stringify(read) !== begun;
  // A version somebody else has kept shows at once, but never over what is being edited here.
  if (!isChanged && from.version !== kept.version) setState(begin(kept));

  const [rested, setRested] = useState<Rule | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => setRested(rule), REST);
    return () => clearTimeout(timer);
  }, [rule]);
  const asked = useQuery({
    ...rulePreviewQuery(kept.code, rested),
    enabled: mayEdit && rested !== undefined,
  });

  const faults = new Map<string, string>();
  if ('faults' in read) {
    for (const [field, fault] of read.faults) faults.set(field, scoring.editor.faults[fault]);
  }
  const refusal = rule !== undefined && rested === rule ? asked.error : null;
  if (refusal) {
    const field = refusal instanceof ApiProblem ? (refusal.field ?? '') : '';
    faults.set(field, sentenceOf(refusal));
  }

  return {
    form,
    rule,
    /** The version the editing began from: the server refuses to keep over a later one. */
    version: from.version,
    faults: faults as ReadonlyMap<string, string>,
    /** The server's sentence about the rule as it stands, wherever in the form it belongs. */
    refused: refusal ? sentenceOf(refusal) : undefined,
    isChanged,
    preview: refusal ? undefined : asked.data,
    isPreviewing: mayEdit && rule !== undefined && (rested !== rule || asked.isFetching),
    change: (change: Partial<RuleForm>) =>
      setState((before) => ({ ...before, form: withNeeded({ ...before.form, ...change }) })),
    takeUp: (taken: Rule) => setState((before) => ({ ...before, form: ruleToForm(taken, language) })),
    restart: (now: KeptRule) => setState(begin(now)),
  };
}
export type RuleDraft = ReturnType<typeof useRuleDraft>;
