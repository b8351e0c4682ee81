import type { Generated } from 'kysely';
import type { Verdict } from '#core/plans/reporting-state.ts';
import type { Moment, MomentWithDefault } from './column-types.ts';

/** Words on one occurrence of late work, or '' for work that is done once; the highest version counts. */
type WordOnLateWork = {
  unit_id: string;
  task_id: string;
  occurrence: Generated<string>;
  version: number;
  by_name: string;
  by_id: string;
  at: MomentWithDefault;
};

type ExplanationTable = WordOnLateWork & { text: string };

type ResponsibilityDecisionTable = WordOnLateWork & {
  is_accepted: boolean;
  reason: Generated<string>;
};

/** What a task keeps of whoever checked its result. */
export type JudgedTask = {
  verdict: Verdict;
  verdict_by: string | null;
  verdict_at: Moment | null;
  verdict_reason: string | null;
};

export type ResponsibilityTables = {
  explanation: ExplanationTable;
  responsibility_decision: ResponsibilityDecisionTable;
};
