import { type Action, mayEver } from '#core/people/permissions.ts';
import type { Role } from '#core/people/roles.ts';
import { type Clock, type ClockKind, hasRunOut } from './clock.ts';
import type { Stage } from './stages.ts';

/** What must hold for a move, besides who, from where and in time. Each has its own sentence. */
export const NEEDS = [
  'claimed_by_unit',
  'points_known',
  'proved_or_explained',
  'is_open',
  'is_declared',
  'is_fresh',
  'not_own_claim',
  'has_reason',
  'all_accepted',
  'all_fresh',
  'no_own_claims',
  'has_leaves',
  'has_units',
  'has_calendar',
  'has_submissions',
  'all_appraised',
  'is_submitted',
  'is_assigned',
  'has_no_conflict',
  'is_due',
  'sum_matches',
  'was_cut_or_asked',
  'has_text',
  'explaining_is_over',
  'all_answered',
  'has_quorum',
  'council_adopted',
  'council_adopted_all',
  'not_appealed_yet',
  'was_appealed',
  'something_changed',
] as const;
export type Need = (typeof NEEDS)[number];

type MoveRow = {
  /** One leaf, a unit's whole assessment, or the campaign with all units. */
  on: 'leaf' | 'assessment' | 'campaign';
  who: Action;
  from: readonly Stage[];
  /** Where it leads; `same` leaves the stage. */
  to: Stage | 'same';
  clock?: ClockKind;
  needs: readonly Need[];
};

/**
 * The one table of the assessment: who may move what, from where to where, and what must hold. The
 * server refuses by it, the page greys its buttons by it. The order of the stages follows how cities
 * carry out the assessment (tự chấm, thẩm định, giải trình, hội đồng, công bố); what each city sets for
 * itself, such as the length of the explanation, is in the campaign's calendar.
 */
export const MOVES = {
  declare: {
    on: 'leaf',
    who: 'assessment.claim',
    from: ['claiming'],
    to: 'same',
    clock: 'claim',
    needs: ['claimed_by_unit', 'is_open', 'points_known', 'proved_or_explained'],
  },
  take_back: { on: 'leaf', who: 'assessment.claim', from: ['claiming'], to: 'same', needs: ['is_declared'] },
  accept: {
    on: 'leaf',
    who: 'assessment.review',
    from: ['claiming'],
    to: 'same',
    needs: ['is_declared', 'is_fresh', 'not_own_claim', 'sum_matches'],
  },
  return: {
    on: 'leaf',
    who: 'assessment.review',
    from: ['claiming'],
    to: 'same',
    needs: ['is_declared', 'has_reason'],
  },
  put_forward: {
    on: 'assessment',
    who: 'assessment.review',
    from: ['claiming'],
    to: 'approving',
    clock: 'claim',
    needs: ['all_accepted', 'all_fresh'],
  },
  send_back: {
    on: 'assessment',
    who: 'assessment.approve',
    from: ['approving'],
    to: 'claiming',
    needs: ['has_reason'],
  },
  approve: {
    on: 'assessment',
    who: 'assessment.approve',
    from: ['approving'],
    to: 'approved',
    needs: ['all_fresh', 'no_own_claims'],
  },
  reopen: {
    on: 'assessment',
    who: 'assessment.submit',
    from: ['approving', 'approved'],
    to: 'claiming',
    needs: ['has_reason'],
  },
  submit: {
    on: 'assessment',
    who: 'assessment.submit',
    from: ['approved'],
    to: 'submitted',
    clock: 'claim',
    needs: ['all_fresh'],
  },
  withdraw: {
    on: 'assessment',
    who: 'assessment.submit',
    from: ['submitted'],
    to: 'claiming',
    clock: 'claim',
    needs: ['has_reason'],
  },
  open: {
    on: 'campaign',
    who: 'campaign.manage',
    from: ['preparing'],
    to: 'claiming',
    needs: ['has_leaves', 'has_units', 'has_calendar'],
  },
  start_appraisal: {
    on: 'campaign',
    who: 'campaign.manage',
    from: ['claiming'],
    to: 'appraising',
    needs: ['has_submissions'],
  },
  appraise: {
    on: 'leaf',
    who: 'appraisal.judge',
    from: ['appraising'],
    to: 'same',
    needs: ['is_submitted', 'is_assigned', 'has_no_conflict', 'is_fresh', 'sum_matches'],
  },
  release: {
    on: 'campaign',
    who: 'campaign.manage',
    from: ['appraising'],
    to: 'explaining',
    needs: ['all_appraised'],
  },
  explain: {
    on: 'leaf',
    who: 'assessment.explain',
    from: ['explaining'],
    to: 'same',
    clock: 'explain',
    needs: ['was_cut_or_asked', 'has_text'],
  },
  send_explanation: {
    on: 'leaf',
    who: 'assessment.submit',
    from: ['explaining'],
    to: 'same',
    clock: 'explain',
    needs: ['was_cut_or_asked', 'has_text'],
  },
  start_second: {
    on: 'campaign',
    who: 'campaign.manage',
    from: ['explaining'],
    to: 'reappraising',
    needs: ['explaining_is_over'],
  },
  reappraise: {
    on: 'leaf',
    who: 'appraisal.judge',
    from: ['reappraising'],
    to: 'same',
    needs: ['is_submitted', 'is_assigned', 'has_no_conflict', 'is_due', 'is_fresh', 'sum_matches'],
  },
  convene: {
    on: 'campaign',
    who: 'campaign.manage',
    from: ['reappraising'],
    to: 'deciding',
    needs: ['all_answered'],
  },
  decide: {
    on: 'leaf',
    who: 'campaign.manage',
    from: ['deciding'],
    to: 'same',
    needs: ['is_submitted', 'has_quorum', 'council_adopted', 'is_fresh', 'sum_matches'],
  },
  publish: {
    on: 'campaign',
    who: 'campaign.publish',
    from: ['deciding'],
    to: 'published',
    needs: ['has_quorum', 'council_adopted_all'],
  },
  appeal: {
    on: 'leaf',
    who: 'assessment.submit',
    from: ['published'],
    to: 'same',
    clock: 'appeal',
    needs: ['not_appealed_yet', 'has_text'],
  },
  decide_appeal: {
    on: 'leaf',
    who: 'campaign.manage',
    from: ['published'],
    to: 'same',
    needs: ['was_appealed', 'has_quorum', 'council_adopted', 'is_fresh', 'sum_matches'],
  },
  publish_again: {
    on: 'campaign',
    who: 'campaign.publish',
    from: ['published'],
    to: 'same',
    needs: ['something_changed', 'has_reason'],
  },
} as const satisfies Record<string, MoveRow>;
export type Move = keyof typeof MOVES;

/** Every need a move names must be answered: a fact nobody looked up does not compile. */
export type FactsOf<M extends Move> = Record<(typeof MOVES)[M]['needs'][number], boolean>;

export type Situation<M extends Move> = {
  stage: Stage;
  role: Role;
  today: string;
  /** Needed where the move has a clock; without one there is no deadline. */
  clock?: Clock | undefined;
  facts: FactsOf<M>;
};

export type MoveRefusal =
  | { kind: 'move_not_permitted'; move: Move; role: Role }
  | { kind: 'wrong_stage'; move: Move; stage: Stage }
  | { kind: 'clock_ran_out'; move: Move; until: string }
  | { kind: 'need_unmet'; move: Move; need: Need };

/**
 * Whether a move is allowed: undefined, or the first thing that stands against it, in the order a
 * person would ask: may I, is it the time for it, is there still time, what is missing.
 */
export function refuseMove<M extends Move>(move: M, situation: Situation<M>): MoveRefusal | undefined {
  const row: MoveRow = MOVES[move];
  const { stage, role, today, clock } = situation;
  if (!mayEver(role, row.who)) return { kind: 'move_not_permitted', move, role };
  if (!row.from.includes(stage)) return { kind: 'wrong_stage', move, stage };
  if (row.clock !== undefined && clock && hasRunOut(clock, today))
    return { kind: 'clock_ran_out', move, until: clock.graceUntil ?? clock.until };
  const facts: Partial<Record<Need, boolean>> = situation.facts;
  const need = row.needs.find((each) => facts[each] !== true);
  return need && { kind: 'need_unmet', move, need };
}

/** The stage after a move that was not refused. */
export function stageAfter(move: Move, stage: Stage): Stage {
  const { to }: MoveRow = MOVES[move];
  return to === 'same' ? stage : to;
}
