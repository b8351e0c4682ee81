import { describe, expect, it } from 'vitest';
import { type Action, mayEver, PERMISSIONS, refuseAction } from './permissions.ts';
import { ROLES, type Role } from './roles.ts';

const OWN = 'department-own';
const OTHER = 'department-other';

/** Who may do an action: on everything, on things of the own department, not at all. */
function sentence(action: Action): string {
  const whole = ROLES.filter((role) => !refuseAction({ role, departmentId: OWN }, action, [OTHER]));
  const own = ROLES.filter((role) => !refuseAction({ role, departmentId: OWN }, action, [OWN, OTHER]));
  const partly = own.filter((role) => !whole.includes(role));
  return `${action}: ${whole.join(', ')}${partly.length > 0 ? `; own department: ${partly.join(', ')}` : ''}`;
}

describe('who may do what', () => {
  it('is this table and no other', () => {
    expect((Object.keys(PERMISSIONS) as Action[]).map(sentence)).toMatchInlineSnapshot(`
      [
        "unit.read: administrator, focal, officer, leader, viewer, contributor, appraiser, council",
        "unit.rename: administrator, focal",
        "unit.manage: administrator, focal",
        "plan.read: administrator, focal, officer, leader, viewer",
        "plan.import: administrator, focal",
        "plan.confirm: administrator, focal",
        "plan.correct: administrator, focal",
        "annex.export: administrator, focal, officer, leader, viewer",
        "annex.import: administrator, focal",
        "task.read: administrator, focal, officer, leader, viewer; own department: contributor",
        "task.update: administrator, focal, leader; own department: officer, contributor",
        "task.edit: administrator, focal",
        "task.extend: administrator, focal, leader",
        "calendar.edit: administrator, focal",
        "obstacle.answer: administrator, focal, leader; own department: officer",
        "task.judge: administrator, focal, leader",
        "responsibility.read: administrator, focal, leader, viewer; own department: officer",
        "responsibility.explain: administrator, focal; own department: officer",
        "responsibility.decide: administrator, leader",
        "register.read: administrator, focal, officer, leader, viewer",
        "register.read_restricted: administrator, focal, leader",
        "register.write: administrator, focal; own department: officer",
        "register.define: administrator, focal",
        "score.enter: administrator, focal; own department: officer",
        "rule.edit: administrator, focal",
        "evidence.read: administrator, focal, officer, leader, viewer; own department: contributor",
        "evidence.add: administrator, focal, leader; own department: officer, contributor",
        "evidence.decide: administrator, focal, leader",
        "dossier.export: administrator, focal, leader",
        "crosswalk.edit: administrator, focal",
        "department.edit: administrator, focal",
        "member.read: administrator, focal, officer, leader, viewer",
        "member.invite: administrator, focal",
        "member.edit: administrator",
        "notice.manage: administrator, focal",
        "assessment.read: administrator, focal, officer, leader, viewer; own department: contributor",
        "assessment.open: administrator, focal",
        "assessment.claim: administrator, focal; own department: officer, contributor",
        "assessment.review: administrator, focal",
        "assessment.approve: leader",
        "assessment.submit: administrator, focal, leader",
        "assessment.explain: administrator, focal, leader; own department: officer, contributor",
        "campaign.read: administrator, focal, officer, leader, viewer, contributor, appraiser, council",
        "campaign.follow: administrator, focal, officer, leader, viewer",
        "campaign.manage: administrator, focal",
        "campaign.publish: administrator, focal, leader",
        "appraisal.judge: focal, appraiser",
        "appraisal.declare: administrator, focal, appraiser",
        "council.manage: administrator, focal",
        "council.vote: leader, council",
        "event.read: administrator, focal, officer, leader, viewer",
        "log.export: administrator, focal, leader",
      ]
    `);
  });

  it.each<[string, Role, string | null, Action, string[], string | undefined]>([
    ['an officer updates a task of the own department', 'officer', OWN, 'task.update', [OWN], undefined],
    [
      'an officer helps with a task two departments share',
      'officer',
      OWN,
      'task.update',
      [OTHER, OWN],
      undefined,
    ],
    ['an officer leaves other tasks alone', 'officer', OWN, 'task.update', [OTHER], 'not_own'],
    ['an officer without a department owns nothing', 'officer', null, 'task.update', [OWN], 'not_own'],
    ['a task nobody answers for is no officer’s own', 'officer', OWN, 'task.update', [], 'not_own'],
    ['a viewer updates nothing', 'viewer', OWN, 'task.update', [OWN], 'role'],
    ['only an administrator changes what others are', 'focal', null, 'member.edit', [], 'role'],
  ])('%s', (_sentence, role, departmentId, action, departments, because) => {
    expect(refuseAction({ role, departmentId }, action, departments)?.because).toBe(because);
  });

  it('says what was refused to whom', () => {
    expect(refuseAction({ role: 'viewer', departmentId: null }, 'plan.confirm')).toEqual({
      kind: 'not_permitted',
      action: 'plan.confirm',
      role: 'viewer',
      because: 'role',
    });
  });

  it('opens a route to a role that may do the thing somewhere', () => {
    expect(mayEver('officer', 'task.update')).toBe(true);
    expect(mayEver('viewer', 'task.update')).toBe(false);
  });

  it('lets everyone but the narrow roles read the whole unit, and those only where they work', () => {
    const readers = (Object.keys(PERMISSIONS) as Action[]).filter((action) => action.endsWith('.read'));
    const wide = ROLES.filter((role) => mayEver(role, 'plan.read'));
    expect(wide).toEqual(['administrator', 'focal', 'officer', 'leader', 'viewer']);
    for (const action of readers) for (const role of wide) expect(mayEver(role, action)).toBe(true);
    for (const role of ['appraiser', 'council'] as const)
      expect(readers.filter((action) => mayEver(role, action))).toEqual(['unit.read', 'campaign.read']);
  });

  it('keeps from the administrator what is a leader’s or a judge’s own to decide', () => {
    const closed = (Object.keys(PERMISSIONS) as Action[]).filter(
      (action) => !mayEver('administrator', action),
    );
    expect(closed).toEqual(['assessment.approve', 'appraisal.judge', 'council.vote']);
  });
});
