import type {
  AppraisalInput,
  AppraisedClaim,
  AppraisedLeaf,
  AppraisedUnit,
  ColumnOutcome,
  EnteredColumn,
  MyAppraisal,
} from '#core/assessments/appraisal.ts';
import { request } from '#web/request.ts';

const segment = encodeURIComponent;

/** One leaf of one unit of a campaign: what an address of the appraisal names. */
export type ClaimAddress = { campaignId: string; code: string; unitId: string };

const leafPath = ({ campaignId, code }: Omit<ClaimAddress, 'unitId'>) =>
  `/api/campaigns/${segment(campaignId)}/appraisal/${segment(code)}`;
const claimPath = (of: ClaimAddress) => `${leafPath(of)}/${segment(of.unitId)}`;

/** Every call of the appraisal pages. */
export const appraisalApi = {
  findMine: (campaignId: string) =>
    request<MyAppraisal>('GET', `/api/campaigns/${segment(campaignId)}/appraisal`),
  findLeaf: (of: Omit<ClaimAddress, 'unitId'>) => request<AppraisedLeaf>('GET', leafPath(of)),
  findClaim: (of: ClaimAddress) => request<AppraisedClaim>('GET', claimPath(of)),
  rule: (of: ClaimAddress, input: AppraisalInput) =>
    request<{ unit: AppraisedUnit; claim: AppraisedClaim }>('POST', claimPath(of), input),
  enterColumn: (of: Omit<ClaimAddress, 'unitId'>, column: EnteredColumn) =>
    request<ColumnOutcome>('POST', `${leafPath(of)}/bulk`, column),
  /** The address of a submitted file, for the viewer. */
  file: ({ campaignId, code, unitId }: ClaimAddress, sha256: string) =>
    `/api/campaigns/${segment(campaignId)}/proofs/${segment(unitId)}/${segment(code)}/${sha256}`,
};
