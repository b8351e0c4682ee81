import { describe, expect, it } from 'vitest';
import { type Action, mayEver, PERMISSIONS, refuseAction } from './permissions.ts';
import { ROLES, type Role } from './roles.ts';

const OWN = 'department-own';
const OTHER = 'department-other';

/** What one role may do on things of its own department and of another, in one word. */
function verdict(role: Role, action: Action): string {
  const actor = { role, departmentId: OWN };
  const own = refuseAction(actor, action, [OWN, OTHER]);
  const other = refuseAction(actor, action, [OTHER]);
  if (!own && !other) return 'may';
  if (!own && other) return `may, on their own department's only (else ${other.because})`;
  return `may not (${own?.because})`;
}

function sentences(): string[] {
  return (Object.keys(PERMISSIONS) as Action[]).flatMap((action) =>
    ROLES.map((role) => `${role} ${verdict(role, action)}: ${action}`),
  );
}

describe('who may do what', () => {
  it('is this table and no other', () => {
    expect(sentences()).toMatchInlineSnapshot(`
      [
        "administrator may: unit.read",
        "focal may: unit.read",
        "officer may: unit.read",
        "leader may: unit.read",
        "viewer may: unit.read",
        "administrator may: unit.rename",
        "focal may: unit.rename",
        "officer may not (role): unit.rename",
        "leader may not (role): unit.rename",
        "viewer may not (role): unit.rename",
        "administrator may: plan.read",
        "focal may: plan.read",
        "officer may: plan.read",
        "leader may: plan.read",
        "viewer may: plan.read",
        "administrator may: plan.import",
        "focal may: plan.import",
        "officer may not (role): plan.import",
        "leader may not (role): plan.import",
        "viewer may not (role): plan.import",
        "administrator may: plan.confirm",
        "focal may: plan.confirm",
        "officer may not (role): plan.confirm",
        "leader may not (role): plan.confirm",
        "viewer may not (role): plan.confirm",
        "administrator may: plan.correct",
        "focal may: plan.correct",
        "officer may not (role): plan.correct",
        "leader may not (role): plan.correct",
        "viewer may not (role): plan.correct",
        "administrator may: annex.export",
        "focal may: annex.export",
        "officer may: annex.export",
        "leader may: annex.export",
        "viewer may: annex.export",
        "administrator may: annex.import",
        "focal may: annex.import",
        "officer may not (role): annex.import",
        "leader may not (role): annex.import",
        "viewer may not (role): annex.import",
        "administrator may: task.update",
        "focal may: task.update",
        "officer may, on their own department's only (else not_own): task.update",
        "leader may: task.update",
        "viewer may not (role): task.update",
        "administrator may: task.edit",
        "focal may: task.edit",
        "officer may not (role): task.edit",
        "leader may not (role): task.edit",
        "viewer may not (role): task.edit",
        "administrator may: task.extend",
        "focal may: task.extend",
        "officer may not (role): task.extend",
        "leader may: task.extend",
        "viewer may not (role): task.extend",
        "administrator may: calendar.edit",
        "focal may: calendar.edit",
        "officer may not (role): calendar.edit",
        "leader may not (role): calendar.edit",
        "viewer may not (role): calendar.edit",
        "administrator may: obstacle.answer",
        "focal may: obstacle.answer",
        "officer may, on their own department's only (else not_own): obstacle.answer",
        "leader may: obstacle.answer",
        "viewer may not (role): obstacle.answer",
        "administrator may: task.judge",
        "focal may: task.judge",
        "officer may not (role): task.judge",
        "leader may: task.judge",
        "viewer may not (role): task.judge",
        "administrator may: responsibility.read",
        "focal may: responsibility.read",
        "officer may, on their own department's only (else not_own): responsibility.read",
        "leader may: responsibility.read",
        "viewer may: responsibility.read",
        "administrator may: responsibility.explain",
        "focal may: responsibility.explain",
        "officer may, on their own department's only (else not_own): responsibility.explain",
        "leader may not (role): responsibility.explain",
        "viewer may not (role): responsibility.explain",
        "administrator may: responsibility.decide",
        "focal may not (role): responsibility.decide",
        "officer may not (role): responsibility.decide",
        "leader may: responsibility.decide",
        "viewer may not (role): responsibility.decide",
        "administrator may: register.read",
        "focal may: register.read",
        "officer may: register.read",
        "leader may: register.read",
        "viewer may: register.read",
        "administrator may: register.read_restricted",
        "focal may: register.read_restricted",
        "officer may not (role): register.read_restricted",
        "leader may: register.read_restricted",
        "viewer may not (role): register.read_restricted",
        "administrator may: register.write",
        "focal may: register.write",
        "officer may, on their own department's only (else not_own): register.write",
        "leader may not (role): register.write",
        "viewer may not (role): register.write",
        "administrator may: register.define",
        "focal may: register.define",
        "officer may not (role): register.define",
        "leader may not (role): register.define",
        "viewer may not (role): register.define",
        "administrator may: score.enter",
        "focal may: score.enter",
        "officer may, on their own department's only (else not_own): score.enter",
        "leader may not (role): score.enter",
        "viewer may not (role): score.enter",
        "administrator may: rule.edit",
        "focal may: rule.edit",
        "officer may not (role): rule.edit",
        "leader may not (role): rule.edit",
        "viewer may not (role): rule.edit",
        "administrator may: evidence.read",
        "focal may: evidence.read",
        "officer may: evidence.read",
        "leader may: evidence.read",
        "viewer may: evidence.read",
        "administrator may: evidence.add",
        "focal may: evidence.add",
        "officer may, on their own department's only (else not_own): evidence.add",
        "leader may: evidence.add",
        "viewer may not (role): evidence.add",
        "administrator may: evidence.decide",
        "focal may: evidence.decide",
        "officer may not (role): evidence.decide",
        "leader may: evidence.decide",
        "viewer may not (role): evidence.decide",
        "administrator may: dossier.export",
        "focal may: dossier.export",
        "officer may not (role): dossier.export",
        "leader may: dossier.export",
        "viewer may not (role): dossier.export",
        "administrator may: crosswalk.edit",
        "focal may: crosswalk.edit",
        "officer may not (role): crosswalk.edit",
        "leader may not (role): crosswalk.edit",
        "viewer may not (role): crosswalk.edit",
        "administrator may: department.edit",
        "focal may: department.edit",
        "officer may not (role): department.edit",
        "leader may not (role): department.edit",
        "viewer may not (role): department.edit",
        "administrator may: member.read",
        "focal may: member.read",
        "officer may: member.read",
        "leader may: member.read",
        "viewer may: member.read",
        "administrator may: member.invite",
        "focal may: member.invite",
        "officer may not (role): member.invite",
        "leader may not (role): member.invite",
        "viewer may not (role): member.invite",
        "administrator may: member.edit",
        "focal may not (role): member.edit",
        "officer may not (role): member.edit",
        "leader may not (role): member.edit",
        "viewer may not (role): member.edit",
        "administrator may: notice.manage",
        "focal may: notice.manage",
        "officer may not (role): notice.manage",
        "leader may not (role): notice.manage",
        "viewer may not (role): notice.manage",
        "administrator may: event.read",
        "focal may: event.read",
        "officer may: event.read",
        "leader may: event.read",
        "viewer may: event.read",
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

  it('lets everyone read and nobody but an administrator do everything', () => {
    const readers = (Object.keys(PERMISSIONS) as Action[]).filter((action) => action.endsWith('.read'));
    for (const action of readers) for (const role of ROLES) expect(mayEver(role, action)).toBe(true);
    for (const action of Object.keys(PERMISSIONS) as Action[])
      expect(mayEver('administrator', action)).toBe(true);
  });
});
