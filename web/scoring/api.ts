import type {
  LeafEntryInput,
  LeafKept,
  LeafScore,
  ProofRows,
  RuleChange,
  RulePreview,
  ScoreBoard,
} from '#core/scoring/leaf-score.ts';
import type { KeptRule, Rule } from '#core/scoring/rule.ts';
import { request } from '#web/request.ts';

const segment = encodeURIComponent;

/** Every call of the scoring pages. */
export const scoringApi = {
  findBoard: () => request<ScoreBoard>('GET', '/api/scores'),
  findLeaf: (code: string) => request<LeafScore>('GET', `/api/scores/${segment(code)}`),
  listProofRows: (code: string) => request<ProofRows>('GET', `/api/scores/${segment(code)}/rows`),
  keepEntry: (code: string, input: LeafEntryInput) =>
    request<LeafKept>('PUT', `/api/scores/${segment(code)}/entry`, input),
  listRules: () => request<KeptRule[]>('GET', '/api/rules'),
  previewRule: (code: string, rule: Rule) =>
    request<RulePreview>('POST', `/api/rules/${segment(code)}/preview`, { rule }),
  keepRule: (code: string, input: RuleChange) =>
    request<LeafKept>('PUT', `/api/rules/${segment(code)}`, input),
};
