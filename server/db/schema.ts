import type { ColumnType, Generated } from 'kysely';
import type { Deadline } from '#core/deadlines/deadline.ts';
import type { DepartmentInput } from '#core/people/department.ts';
import type { Unit } from '#core/people/member.ts';
import type { Role } from '#core/people/roles.ts';
import type { Holder } from '#core/plans/custody.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';
import type { Block, Place } from '#core/reading/blocks.ts';
import type {
  Correction,
  DocumentHeader,
  Finding,
  GoalReading,
  OwnerRole,
  PlanReading,
  ScoredBy,
} from '#core/reading/plan-reading.ts';

import type { AssessmentTables } from './assessment-tables.ts';
import type { Json, JsonWithDefault, Moment, MomentWithDefault } from './column-types.ts';
import type { EventTables } from './event-tables.ts';
import type { FollowUpTables } from './follow-up-tables.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { PresenceTables } from './presence-tables.ts';
import type { ProofTables } from './proof-tables.ts';
import type { JudgedTask, ResponsibilityTables } from './responsibility-tables.ts';
import type { UnitTreeTables } from './unit-tree-tables.ts';
import type { WorkCalendarTables } from './work-calendar-tables.ts';

type UnitTable = {
  id: string;
  parent_id: string | null;
  path: string;
  kind: Unit['kind'];
  name: string;
  city_name: string | null;
  code: Generated<string | null>;
  began_on: Generated<string | null>;
  ended_on: Generated<string | null>;
  joined_on: Generated<string | null>;
  created_at: MomentWithDefault;
};

type DepartmentTable = {
  unit_id: string;
  id: string;
  name: string;
  kind: DepartmentInput['kind'];
  spellings: Generated<string[]>;
  position: Generated<number>;
  version: Generated<number>;
  ended_at: Moment | null;
};

type MembershipTable = {
  unit_id: string;
  user_id: string;
  role: Role;
  department_id: string | null;
  person_name: string;
  position_title: string | null;
  version: Generated<number>;
  created_at: MomentWithDefault;
  ended_at: Moment | null;
};

type InvitationTable = {
  unit_id: string;
  id: string;
  person_name: string;
  role: Role;
  department_id: string | null;
  token_hash: string;
  created_by: string;
  created_at: MomentWithDefault;
  expires_at: Moment;
  accepted_at: Moment | null;
  accepted_by: string | null;
  revoked_at: Moment | null;
  invited_by_unit: Generated<string | null>;
};

type ReadingTable = {
  unit_id: string;
  id: string;
  file_name: string;
  sha256: string;
  size: number;
  blocks: Json<Block[]>;
  reading: Json<PlanReading>;
  corrections: JsonWithDefault<Correction[]>;
  status: Generated<'open' | 'confirmed' | 'discarded'>;
  version: Generated<number>;
  created_by: string;
  created_at: MomentWithDefault;
  updated_at: MomentWithDefault;
};

type CriteriaSetTable = {
  unit_id: string;
  id: string;
  year: number;
  title: string;
  issuer: string | null;
  decision: string | null;
  issued_on: string | null;
  created_at: MomentWithDefault;
};

type CriterionTable = {
  unit_id: string;
  id: string;
  set_id: string;
  parent_id: string | null;
  code: string;
  position: number;
  level: number;
  is_leaf: boolean;
  title: string;
  max_points: number;
  scored_by: ScoredBy;
};

type PlanTable = {
  unit_id: string;
  id: string;
  set_id: string;
  reading_id: string | null;
  year: number;
  title: string;
  document: Json<DocumentHeader>;
  goals: JsonWithDefault<GoalReading[]>;
  findings: JsonWithDefault<Finding[]>;
  status: Generated<'live' | 'replaced'>;
  version: Generated<number>;
  confirmed_by: string;
  confirmed_at: MomentWithDefault;
};

type TargetTable = {
  unit_id: string;
  plan_id: string;
  criterion_id: string;
  last_points: number | null;
  target_points: number | null;
  owner_words: Generated<string>;
  place: ColumnType<Place | null, string | null | undefined, string | null>;
  version: Generated<number>;
};

type CriterionOwnerTable = {
  unit_id: string;
  plan_id: string;
  criterion_id: string;
  department_id: string;
  role: Generated<OwnerRole>;
  position: Generated<number>;
};

type TaskTable = JudgedTask & {
  unit_id: string;
  id: string;
  plan_id: string;
  key: string;
  section: string;
  section_title: string;
  position: number;
  text: string;
  deadline: Json<Deadline>;
  due_from: string | null;
  due_to: string | null;
  status: Generated<TaskStatus>;
  percent: Generated<number>;
  place: ColumnType<Place | null, string | null | undefined, string | null>;
  last_update_at: Moment | null;
  version: Generated<number>;
  due_by_document: string | null;
  finished_on: string | null;
  holder: Generated<Holder>;
  holder_department_id: string | null;
  holder_name: string | null;
  held_since: string | null;
  answer_by: string | null;
  recurs_from: Generated<string>;
};

type TaskOwnerTable = {
  unit_id: string;
  task_id: string;
  department_id: string;
  role: Generated<OwnerRole>;
  inherited_from: string | null;
};

type TaskCriterionTable = { unit_id: string; task_id: string; criterion_id: string };

type ProgressTable = {
  unit_id: string;
  id: string;
  task_id: string;
  status: TaskStatus;
  percent: number;
  note: Generated<string>;
  is_nothing_new: Generated<boolean>;
  occurrence: string | null;
  recorded_by: string;
  recorded_at: MomentWithDefault;
};

type EventTable = {
  unit_id: string;
  id: string;
  at: MomentWithDefault;
  actor_id: string;
  actor_name: string;
  noun: string;
  subject_id: string;
  verb: string;
  before: ColumnType<unknown, string | null, never>;
  after: ColumnType<unknown, string | null, never>;
};

type AccountUserTable = {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  username: string;
  display_username: string;
  created_at: MomentWithDefault;
  updated_at: MomentWithDefault;
};

type AccountCredentialTable = {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  password: string;
  created_at: MomentWithDefault;
  updated_at: MomentWithDefault;
};

type SetupTokenTable = { token_hash: string; created_at: MomentWithDefault; used_at: Moment | null };

type SignInAttemptTable = {
  username_hash: string;
  wrong: number;
  last_at: Moment;
};

/** Every table of the migrations, as Kysely sees it. */
export type Schema = AssessmentTables &
  EventTables &
  FollowUpTables &
  NoticeTables &
  PresenceTables &
  ProofTables &
  ResponsibilityTables &
  UnitTreeTables &
  WorkCalendarTables & {
    unit: UnitTable;
    department: DepartmentTable;
    membership: MembershipTable;
    invitation: InvitationTable;
    reading: ReadingTable;
    criteria_set: CriteriaSetTable;
    criterion: CriterionTable;
    plan: PlanTable;
    target: TargetTable;
    criterion_owner: CriterionOwnerTable;
    task: TaskTable;
    task_owner: TaskOwnerTable;
    task_criterion: TaskCriterionTable;
    progress: ProgressTable;
    event: EventTable;
    account_user: AccountUserTable;
    account_credential: AccountCredentialTable;
    setup_token: SetupTokenTable;
    sign_in_attempt: SignInAttemptTable;
  };
