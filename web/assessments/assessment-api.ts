import type { z } from 'zod';
import type {
  AcceptInput,
  AssessmentPage,
  BonusInput,
  ClaimLeaf,
  ClaimRow,
  ManyMoved,
  manyLeavesSchema,
} from '#core/assessments/assessment-page.ts';
import { request } from '#web/request.ts';

const segment = encodeURIComponent;
const of = (campaign: string) => `/api/assessment/${segment(campaign)}`;
const leafOf = (campaign: string, code: string) => `${of(campaign)}/leaves/${segment(code)}`;

export type WholeMove = 'put_forward' | 'send_back' | 'approve' | 'reopen' | 'submit' | 'withdraw';
type ManyLeaves = z.infer<typeof manyLeavesSchema>['leaves'];

/** A leaf as the person sees it: what a move names. */
export function seen({ code, version, fingerprint }: ClaimRow): ManyLeaves[number] {
  return { code, version, judged: fingerprint };
}

/** Every call of the unit's own part of an assessment. */
export const assessmentApi = {
  find: (campaign: string | undefined) =>
    request<AssessmentPage>(
      'GET',
      `/api/assessment${campaign === undefined ? '' : `?campaign=${segment(campaign)}`}`,
    ),
  findLeaf: (campaign: string, code: string) =>
    request<ClaimLeaf>('GET', `/api/assessment/leaves/${segment(code)}?campaign=${segment(campaign)}`),
  open: (campaign: string) => request<{ id: string }>('POST', `${of(campaign)}/open`, {}),
  move: (campaign: string, move: WholeMove, input: { version: number; reason?: string }) =>
    request<unknown>('POST', `${of(campaign)}/${move.replace('_', '-')}`, input),
  declare: (campaign: string, row: ClaimRow) =>
    request<void>('POST', `${leafOf(campaign, row.code)}/declare`, {
      version: row.version,
      judged: row.fingerprint,
    }),
  takeBack: (campaign: string, row: ClaimRow) =>
    request<void>('POST', `${leafOf(campaign, row.code)}/take-back`, { version: row.version }),
  accept: (campaign: string, code: string, input: AcceptInput) =>
    request<void>('POST', `${leafOf(campaign, code)}/accept`, input),
  giveBack: (campaign: string, code: string, input: { version: number; reason: string }) =>
    request<void>('POST', `${leafOf(campaign, code)}/return`, input),
  moveMany: (campaign: string, move: 'declare' | 'accept', leaves: ManyLeaves) =>
    request<ManyMoved>('POST', `${of(campaign)}/${move}`, { leaves }),
  addBonus: (campaign: string, code: string, input: BonusInput) =>
    request<{ id: string }>('POST', `${leafOf(campaign, code)}/bonus-claims`, input),
  removeBonus: (campaign: string, id: string, version: number) =>
    request<void>('POST', `${of(campaign)}/bonus-claims/${segment(id)}/removal`, { version }),
};
