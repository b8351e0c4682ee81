import { type Action, mayEver } from '#core/people/permissions.ts';
import type { Role } from '#core/people/roles.ts';

type Right = readonly Action[] | 'anyone';
type Rights = { read: Right; write: Right };

const PLAN: Rights = {
  read: ['plan.read', 'task.read'],
  write: ['plan.confirm', 'plan.correct', 'task.edit'],
};
const WORK: Rights = { read: ['task.read'], write: ['task.update', 'plan.confirm'] };
const EVIDENCE: Rights = { read: ['evidence.read'], write: ['evidence.add', 'crosswalk.edit'] };
const NOTICES: Rights = { read: ['notice.manage'], write: ['notice.manage'] };
const PERSONAL: Rights = { read: 'anyone', write: 'anyone' };
/** Written by the product, whoever gives it cause. */
const BY_CAUSE = 'anyone';

/**
 * Which actions of the one table of permissions read and write each table of a unit: what is expected of the
 * walls in the database, said a second time on purpose. A new table is named here with the actions it serves.
 */
export const RIGHTS: Readonly<Record<string, Rights>> = {
  department: { read: 'anyone', write: ['department.edit', 'plan.confirm'] },
  // Names stand beside what colleagues did; whoever sees just their own work sees their own membership.
  membership: { read: 'anyone', write: ['member.edit'] },
  invitation: { read: ['member.invite'], write: ['member.invite'] },
  reading: { read: ['plan.read'], write: ['plan.import'] },
  criteria_set: PLAN,
  criterion: PLAN,
  plan: PLAN,
  target: PLAN,
  criterion_owner: PLAN,
  crosswalk: { read: ['plan.read'], write: ['crosswalk.edit', 'plan.confirm'] },
  calendar_day: { read: ['task.read'], write: ['calendar.edit'] },
  deadline_setting: { read: ['task.read'], write: ['calendar.edit'] },
  task: { read: ['task.read'], write: ['task.update', 'task.edit', 'task.judge', 'plan.confirm'] },
  task_owner: { read: ['task.read'], write: ['task.edit', 'plan.confirm'] },
  task_criterion: { read: ['task.read'], write: ['task.edit', 'plan.confirm'] },
  progress: WORK,
  task_document: { read: ['task.read'], write: ['task.extend', 'task.edit'] },
  custody_move: WORK,
  task_step: WORK,
  obstacle: WORK,
  obstacle_entry: WORK,
  explanation: { read: ['plan.read'], write: ['responsibility.explain', 'plan.confirm'] },
  responsibility_decision: { read: ['plan.read'], write: ['responsibility.decide', 'plan.confirm'] },
  register: { read: ['register.read'], write: ['register.define'] },
  register_row: { read: ['register.read'], write: ['register.write'] },
  register_snapshot: { read: ['register.read'], write: ['register.define'] },
  leaf_rule: { read: ['plan.read'], write: ['rule.edit', 'crosswalk.edit'] },
  leaf_entry: { read: ['plan.read'], write: ['score.enter', 'crosswalk.edit'] },
  leaf_score: { read: ['plan.read'], write: BY_CAUSE },
  upload: { read: ['evidence.add'], write: ['evidence.add'] },
  stored_file: EVIDENCE,
  evidence: { read: ['evidence.read'], write: ['evidence.add', 'evidence.decide'] },
  evidence_link: EVIDENCE,
  notice_settings: { read: 'anyone', write: ['notice.manage'] },
  notice_run: NOTICES,
  notice: { read: 'anyone', write: BY_CAUSE },
  // Who has what open; the route asks what reading it takes.
  presence: PERSONAL,
  delivery: { read: ['notice.manage'], write: BY_CAUSE },
  webhook: NOTICES,
  contact: PERSONAL,
  push_subscription: PERSONAL,
  calendar_feed: PERSONAL,
  event: { read: ['event.read', 'task.read'], write: BY_CAUSE },
  campaign: { read: ['campaign.read'], write: ['campaign.manage', 'campaign.publish', 'council.manage'] },
  campaign_leaf: { read: ['campaign.read'], write: ['campaign.manage'] },
  campaign_unit: { read: ['campaign.read'], write: ['campaign.manage'] },
  appraiser_assignment: { read: ['campaign.read'], write: ['campaign.manage'] },
  appraiser_conflict: { read: ['campaign.read'], write: ['appraisal.declare'] },
  ruling: { read: ['campaign.read'], write: ['appraisal.judge', 'council.manage'] },
  council_member: { read: ['campaign.read'], write: ['council.manage'] },
  council_meeting: { read: ['campaign.read'], write: ['council.manage'] },
  council_item: { read: ['campaign.read'], write: ['council.manage'] },
  council_vote: { read: ['campaign.read'], write: ['council.vote'] },
  publication: { read: ['campaign.read'], write: ['campaign.publish'] },
  result: { read: ['campaign.read'], write: ['campaign.publish'] },
  assessment: {
    read: ['assessment.read'],
    write: ['assessment.open', 'assessment.submit', 'assessment.approve'],
  },
  leaf_claim: {
    read: ['assessment.read'],
    write: ['assessment.claim', 'assessment.review', 'assessment.approve'],
  },
  assessment_move: {
    read: ['assessment.read'],
    write: ['assessment.claim', 'assessment.review', 'assessment.approve', 'assessment.submit'],
  },
  bonus_claim: { read: ['assessment.read'], write: ['assessment.claim'] },
  submission: { read: ['campaign.read'], write: ['assessment.submit'] },
  submitted_leaf: { read: ['campaign.read'], write: ['assessment.submit'] },
  leaf_answer: { read: ['campaign.read'], write: ['assessment.explain', 'assessment.submit'] },
  event_seal: { read: ['log.export'], write: BY_CAUSE },
  event_head: { read: ['log.export'], write: BY_CAUSE },
  unit: { read: 'anyone', write: ['unit.rename', 'unit.manage'] },
  unit_change: { read: 'anyone', write: ['unit.manage'] },
};

/** Whether a role may read or write a table at all. Throws for a table nobody has named. */
export function mayTouch(role: Role, table: string, way: keyof Rights): boolean {
  const rights = RIGHTS[table];
  if (!rights)
    throw new Error(
      `name "${table}" in server/walls/rights-of-tables.ts, with the actions that read and write it`,
    );
  const right = rights[way];
  return right === 'anyone' || right.some((action) => mayEver(role, action));
}
