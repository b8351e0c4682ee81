import type { AnswerInput, AnswerLine, AnswerPage, SentAll } from '#core/assessments/answers.ts';
import type { AnswerKind } from '#core/assessments/campaign.ts';
import type { Comparison } from '#core/assessments/comparison.ts';
import type { Results } from '#core/ranking/results.ts';
import { request } from '#web/request.ts';

const PARTS: Record<AnswerKind, string> = { explanation: 'answers', appeal: 'appeals' };
const of = (campaignId: string) => `/api/campaigns/${encodeURIComponent(campaignId)}`;
const leafOf = (campaignId: string, kind: AnswerKind, code: string) =>
  `${of(campaignId)}/${PARTS[kind]}/${encodeURIComponent(code)}`;

/** Every call about explanations, the rounds side by side and the results. */
export const answerApi = {
  find: (campaignId: string) => request<AnswerPage>('GET', `${of(campaignId)}/answers`),
  keep: (campaignId: string, kind: AnswerKind, code: string, input: AnswerInput) =>
    request<AnswerLine>('PUT', leafOf(campaignId, kind, code), input),
  send: (campaignId: string, kind: AnswerKind, code: string, version: number) =>
    request<AnswerLine>('POST', `${leafOf(campaignId, kind, code)}/send`, { version }),
  sendAll: (campaignId: string) => request<SentAll>('POST', `${of(campaignId)}/answers/send-all`),
  compare: (campaignId: string, unitId: string) =>
    request<Comparison>('GET', `${of(campaignId)}/comparison/${encodeURIComponent(unitId)}`),
  results: (campaignId: string) => request<Results>('GET', `${of(campaignId)}/results`),
  /** Addresses: the browser saves the file under the name the server gives. */
  comparisonFile: (campaignId: string, unitId: string) =>
    `${of(campaignId)}/comparison/${encodeURIComponent(unitId)}/workbook.xlsx`,
  resultsFile: (campaignId: string) => `${of(campaignId)}/results.xlsx`,
};
