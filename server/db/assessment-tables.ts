import type { ColumnType, Generated } from 'kysely';
import type { ClaimState, LeafScorer } from '#core/assessments/assessment-words.ts';
import type { AnswerKind, CampaignCalendar, DecisionPaper, Grace } from '#core/assessments/campaign.ts';
import type { Seat, VoteChoice } from '#core/assessments/council.ts';
import type { ClaimContent, ClaimedProof } from '#core/assessments/leaf-claim.ts';
import type { Move } from '#core/assessments/moves.ts';
import type { Reason } from '#core/assessments/ruling.ts';
import type { CityRound, Phase, UnitStage } from '#core/assessments/stages.ts';
import type { Json, JsonWithDefault, Moment, MomentWithDefault } from './column-types.ts';

type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

type CampaignTable = {
  unit_id: string;
  id: string;
  year: number;
  title: string;
  decision: JsonWithDefault<DecisionPaper>;
  phase: Generated<Phase>;
  calendar: JsonWithDefault<CampaignCalendar>;
  version: Generated<number>;
  created_by: string;
  created_at: MomentWithDefault;
};

type CampaignLeafTable = {
  unit_id: string;
  campaign_id: string;
  code: string;
  parent_code: string | null;
  position: number;
  level: number;
  is_leaf: boolean;
  title: string;
  max_points: number;
  scored_by: LeafScorer;
};

type CampaignUnitTable = {
  unit_id: string;
  campaign_id: string;
  assessed_id: string;
  graces: JsonWithDefault<Grace[]>;
  version: Generated<number>;
  removed_at: Moment | null;
};

type AppraiserAssignmentTable = {
  unit_id: string;
  id: string;
  campaign_id: string;
  user_id: string;
  code: string | null;
  assessed_id: string | null;
  assigned_by: string;
  assigned_at: MomentWithDefault;
};

type AppraiserConflictTable = {
  unit_id: string;
  campaign_id: string;
  user_id: string;
  assessed_id: string;
  reason: string;
  declared_by: string;
  declared_at: MomentWithDefault;
};

type RulingTable = {
  unit_id: string;
  id: string;
  campaign_id: string;
  assessed_id: string;
  code: string;
  round: CityRound;
  from_points: number | null;
  points: number;
  reasons: JsonWithDefault<Reason[]>;
  question: Generated<string>;
  note: Generated<string>;
  fingerprint: string;
  judged_by: string;
  judged_by_name: string;
  judged_at: MomentWithDefault;
};

type CouncilMemberTable = {
  unit_id: string;
  campaign_id: string;
  user_id: string;
  seat: Seat;
  added_at: MomentWithDefault;
  ended_at: Moment | null;
};

type CouncilMeetingTable = {
  unit_id: string;
  id: string;
  campaign_id: string;
  kind: 'meeting' | 'written';
  held_on: string;
  present: JsonWithDefault<string[]>;
  members: NullableJson<string[]>;
  minutes: Generated<string>;
  closed_at: Moment | null;
  version: Generated<number>;
  created_by: string;
  created_at: MomentWithDefault;
};

type CouncilItemTable = {
  unit_id: string;
  id: string;
  meeting_id: string;
  campaign_id: string;
  assessed_id: string | null;
  code: string | null;
  from_points: number | null;
  points: number | null;
  reasons: JsonWithDefault<Reason[]>;
  note: Generated<string>;
  fingerprint: Generated<string>;
  proposed_by: string;
  proposed_at: MomentWithDefault;
  withdrawn_at: Moment | null;
  ruling_id: string | null;
};

type CouncilVoteTable = {
  unit_id: string;
  id: string;
  item_id: string;
  user_id: string;
  choice: VoteChoice;
  note: Generated<string>;
  voted_at: MomentWithDefault;
};

type PublicationTable = {
  unit_id: string;
  id: string;
  campaign_id: string;
  number: number;
  decision: JsonWithDefault<DecisionPaper>;
  reason: Generated<string>;
  published_by: string;
  published_by_name: string;
  published_at: MomentWithDefault;
};

type ResultTable = {
  unit_id: string;
  publication_id: string;
  campaign_id: string;
  assessed_id: string;
  unit_name: string;
  points: number;
  fields: Json<Record<string, number>>;
  leaves: Json<Record<string, number>>;
};

type AssessmentTable = {
  unit_id: string;
  id: string;
  campaign_id: string;
  host_id: string;
  plan_id: string;
  year: number;
  stage: Generated<UnitStage>;
  version: Generated<number>;
  opened_by: string;
  opened_at: MomentWithDefault;
};

type LeafClaimTable = {
  unit_id: string;
  assessment_id: string;
  code: string;
  criterion_id: string | null;
  state: Generated<ClaimState>;
  content: NullableJson<ClaimContent>;
  fingerprint: string | null;
  self_points: number | null;
  review_points: number | null;
  review_reasons: JsonWithDefault<Reason[]>;
  return_reason: Generated<string>;
  declared_by: string | null;
  declared_by_name: string | null;
  declared_at: Moment | null;
  reviewed_by: string | null;
  version: Generated<number>;
};

type AssessmentMoveTable = {
  unit_id: string;
  id: string;
  assessment_id: string;
  code: string | null;
  move: Move;
  points: number | null;
  reasons: JsonWithDefault<Reason[]>;
  reason: Generated<string>;
  fingerprint: string | null;
  moved_by: string;
  moved_by_name: string;
  moved_at: MomentWithDefault;
};

type BonusClaimTable = {
  unit_id: string;
  id: string;
  assessment_id: string;
  code: string;
  title: string;
  points: number;
  evidence_id: string | null;
  page: number | null;
  section: Generated<string>;
  created_by: string;
  created_at: MomentWithDefault;
  removed_at: Moment | null;
  version: Generated<number>;
};

type SubmissionTable = {
  unit_id: string;
  id: string;
  assessment_id: string;
  campaign_id: string;
  host_id: string;
  number: number;
  points: number;
  last_points: JsonWithDefault<Record<string, number>>;
  submitted_by: string;
  submitted_by_name: string;
  submitted_at: MomentWithDefault;
  withdrawn_at: Moment | null;
  withdrawn_by: string | null;
  withdrawn_reason: Generated<string>;
};

type SubmittedLeafTable = {
  unit_id: string;
  submission_id: string;
  campaign_id: string;
  host_id: string;
  code: string;
  self_points: number;
  points: number;
  reasons: JsonWithDefault<Reason[]>;
  last_points: number | null;
  content: Json<ClaimContent>;
  fingerprint: string;
  proofs: number;
  withdrawn_at: Moment | null;
};

type LeafAnswerTable = {
  unit_id: string;
  id: string;
  assessment_id: string;
  campaign_id: string;
  host_id: string;
  code: string;
  kind: AnswerKind;
  text: string;
  asked_points: number | null;
  proofs: JsonWithDefault<ClaimedProof[]>;
  fingerprint: Generated<string>;
  written_by: string;
  written_by_name: string;
  written_at: MomentWithDefault;
  sent_by: string | null;
  sent_by_name: string | null;
  sent_at: Moment | null;
  version: Generated<number>;
};

export type AssessmentTables = {
  campaign: CampaignTable;
  campaign_leaf: CampaignLeafTable;
  campaign_unit: CampaignUnitTable;
  appraiser_assignment: AppraiserAssignmentTable;
  appraiser_conflict: AppraiserConflictTable;
  ruling: RulingTable;
  council_member: CouncilMemberTable;
  council_meeting: CouncilMeetingTable;
  council_item: CouncilItemTable;
  council_vote: CouncilVoteTable;
  publication: PublicationTable;
  result: ResultTable;
  assessment: AssessmentTable;
  leaf_claim: LeafClaimTable;
  assessment_move: AssessmentMoveTable;
  bonus_claim: BonusClaimTable;
  submission: SubmissionTable;
  submitted_leaf: SubmittedLeafTable;
  leaf_answer: LeafAnswerTable;
};
