import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Rule } from '#core/scoring/rule.ts';
import { scoringApi } from './api.ts';

/** Points of every row of the annex, and the whole. */
export const scoreBoardQuery = queryOptions({ queryKey: ['scores'], queryFn: scoringApi.findBoard });

export function leafScoreQuery(code: string) {
  return queryOptions({ queryKey: ['scores', code], queryFn: () => scoringApi.findLeaf(code) });
}

/** The register rows behind a leaf; up to five hundred of a register, so it is asked for only when looked at. */
export function proofRowsQuery(code: string) {
  return queryOptions({
    queryKey: ['scores', code, 'rows'],
    queryFn: () => scoringApi.listProofRows(code),
  });
}

export const rulesQuery = queryOptions({ queryKey: ['rules'], queryFn: scoringApi.listRules });

/** What a rule would do; the answer to the rule asked last is the one that shows. */
export function rulePreviewQuery(code: string, rule: Rule | undefined) {
  return queryOptions({
    queryKey: ['scores', code, 'preview', rule],
    queryFn: () => scoringApi.previewRule(code, rule as Rule),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    retry: false,
  });
}
