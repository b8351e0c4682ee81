import type { Generated } from 'kysely';
import type { Holder } from '#core/plans/custody.ts';
import type { HeldUpBy, ObstacleStatus, ObstacleVerb } from '#core/plans/obstacle-words.ts';
import type { TaskStatus } from '#core/plans/task-status.ts';
import type { Moment, MomentWithDefault } from './column-types.ts';

export type ProgressTable = {
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

export type TaskDocumentTable = {
  unit_id: string;
  id: string;
  task_id: string;
  kind: 'extension' | 'directive';
  number: string;
  issuer: string;
  issued_on: string;
  subject: Generated<string>;
  evidence_id: string | null;
  received_on: string | null;
  former_due_on: string | null;
  due_on: string | null;
  recorded_by: string;
  recorded_at: MomentWithDefault;
  withdrawn_by: string | null;
  withdrawn_at: Moment | null;
  withdrawn_reason: string | null;
};

export type CustodyMoveTable = {
  unit_id: string;
  id: string;
  task_id: string;
  day: string;
  holder: Holder;
  department_id: string | null;
  name: string | null;
  answer_by: string | null;
  reason: Generated<string>;
  moved_by: string;
  moved_at: MomentWithDefault;
};

export type ObstacleTable = {
  unit_id: string;
  id: string;
  task_id: string;
  status: ObstacleStatus;
  holder: HeldUpBy;
  department_id: string | null;
  name: string | null;
  answer_by: string | null;
  raised_by: string;
  raised_by_id: string;
  raised_at: MomentWithDefault;
  version: Generated<number>;
};

export type ObstacleEntryTable = {
  unit_id: string;
  id: string;
  obstacle_id: string;
  verb: ObstacleVerb;
  text: string;
  holder: HeldUpBy | null;
  department_id: string | null;
  name: string | null;
  answer_by: string | null;
  by_name: string;
  by_id: string;
  at: MomentWithDefault;
};

export type TaskStepTable = {
  unit_id: string;
  id: string;
  task_id: string;
  position: number;
  text: string;
  department_id: string | null;
  due_on: string | null;
  done_on: string | null;
  done_by: string | null;
  version: Generated<number>;
};
