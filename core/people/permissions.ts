import type { Actor, Role } from './roles.ts';

/**
 * The one table of who may do what. The server refuses by it and the page greys its buttons by it,
 * with the same reason. `own` means: only where one of the departments answering for the thing is
 * the actor's own.
 */
const EVERYONE = {
  administrator: 'all',
  focal: 'all',
  officer: 'all',
  leader: 'all',
  viewer: 'all',
} as const;
const KEEPERS = { administrator: 'all', focal: 'all' } as const;
/** Who answers for the whole unit. */
const HEADS = { administrator: 'all', focal: 'all', leader: 'all' } as const;
/** Who works on what the plan gives out. */
const WORKERS = { ...EVERYONE, contributor: 'own' } as const;
const ANYONE = { ...EVERYONE, contributor: 'all', appraiser: 'all', council: 'all' } as const;

export const PERMISSIONS = {
  'unit.read': ANYONE,
  'unit.rename': KEEPERS,
  'unit.manage': KEEPERS,
  'plan.read': EVERYONE,
  'plan.import': KEEPERS,
  'plan.confirm': KEEPERS,
  'plan.correct': KEEPERS,
  'annex.export': EVERYONE,
  'annex.import': KEEPERS,
  'task.read': WORKERS,
  'task.update': { ...HEADS, officer: 'own', contributor: 'own' },
  'task.edit': KEEPERS,
  'task.extend': HEADS,
  'calendar.edit': KEEPERS,
  'obstacle.answer': { administrator: 'all', focal: 'all', leader: 'all', officer: 'own' },
  'task.judge': HEADS,
  'responsibility.read': { administrator: 'all', focal: 'all', leader: 'all', viewer: 'all', officer: 'own' },
  'responsibility.explain': { administrator: 'all', focal: 'all', officer: 'own' },
  'responsibility.decide': { administrator: 'all', leader: 'all' },
  'register.read': EVERYONE,
  'register.read_restricted': HEADS,
  'register.write': { administrator: 'all', focal: 'all', officer: 'own' },
  'register.define': KEEPERS,
  'score.enter': { administrator: 'all', focal: 'all', officer: 'own' },
  'rule.edit': KEEPERS,
  'evidence.read': WORKERS,
  'evidence.add': { ...HEADS, officer: 'own', contributor: 'own' },
  'evidence.decide': HEADS,
  'dossier.export': HEADS,
  'crosswalk.edit': KEEPERS,
  'department.edit': KEEPERS,
  'member.read': EVERYONE,
  'member.invite': KEEPERS,
  'member.edit': { administrator: 'all' },
  'notice.manage': KEEPERS,
  'assessment.read': WORKERS,
  'assessment.open': KEEPERS,
  'assessment.claim': { ...KEEPERS, officer: 'own', contributor: 'own' },
  'assessment.review': KEEPERS,
  'assessment.approve': { leader: 'all' },
  'assessment.submit': HEADS,
  'assessment.explain': { ...HEADS, officer: 'own', contributor: 'own' },
  'campaign.read': ANYONE,
  'campaign.follow': EVERYONE,
  'campaign.manage': KEEPERS,
  'campaign.publish': HEADS,
  'appraisal.judge': { focal: 'all', appraiser: 'all' },
  'appraisal.declare': { ...KEEPERS, appraiser: 'all' },
  'council.manage': KEEPERS,
  'council.vote': { leader: 'all', council: 'all' },
  'event.read': EVERYONE,
  /** The whole log, also who read what: only for roles that may read restricted registers. */
  'log.export': HEADS,
} as const satisfies Record<string, Partial<Record<Role, 'all' | 'own'>>>;

export type Action = keyof typeof PERMISSIONS;

export type NotPermitted = { kind: 'not_permitted'; action: Action; role: Role; because: 'role' | 'not_own' };

/**
 * Whether the actor may do the action, on things the given departments answer for. Returns
 * undefined when allowed, else the refusal. An action with `own` and no department in common is
 * refused as `not_own`.
 */
export function refuseAction(
  actor: Pick<Actor, 'role' | 'departmentId'>,
  action: Action,
  departmentIds: readonly string[] = [],
): NotPermitted | undefined {
  const grants: Partial<Record<Role, 'all' | 'own'>> = PERMISSIONS[action];
  const grant = grants[actor.role];
  if (grant === 'all') return undefined;
  if (grant === undefined) return { kind: 'not_permitted', action, role: actor.role, because: 'role' };
  const isOwn = actor.departmentId !== null && departmentIds.includes(actor.departmentId);
  return isOwn ? undefined : { kind: 'not_permitted', action, role: actor.role, because: 'not_own' };
}

/** Whether the actor may do the action on at least some things of the unit: what a route asks at its door. */
export function mayEver(role: Role, action: Action): boolean {
  const grants: Partial<Record<Role, 'all' | 'own'>> = PERMISSIONS[action];
  return grants[role] !== undefined;
}
