import type { UnitKind } from './unit-tree.ts';

/**
 * What a person is in a unit; the legal wording stands in docs/glossary.md. The last three are narrow:
 * they see just their own work. A contributor works on what the own department was given, an appraiser
 * judges what the campaign assigned, a council member votes.
 */
export const ROLES = [
  'administrator',
  'focal',
  'officer',
  'leader',
  'viewer',
  'contributor',
  'appraiser',
  'council',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who is acting: taken from the session, never from what the client sends. `departmentId` is the
 * department an officer works for; other roles may have none.
 */
export type Actor = { userId: string; unitId: string; role: Role; departmentId: string | null };

const NARROW_ROLES: readonly Role[] = ['contributor', 'appraiser', 'council'];

/** Whether the role sees just its own work. */
export function isNarrow(role: Role): boolean {
  return NARROW_ROLES.includes(role);
}

/** The roles of a unit of the kind: those who judge belong to a unit that holds assessments. */
export function rolesIn(unitKind: UnitKind): readonly Role[] {
  const isJudging = unitKind === 'country' || unitKind === 'city' || unitKind === 'agency';
  return isJudging ? ROLES : ROLES.filter((role) => role !== 'appraiser' && role !== 'council');
}

/** Whether the role works for one department, so that without one it could do nothing. */
export function needsDepartment(role: Role): boolean {
  return role === 'officer' || role === 'contributor';
}

/** What a person may be in a unit that has ended: whoever saw all of it may still read it, the narrow roles stay narrow. */
export function roleAfterEnd(role: Role): Role {
  return isNarrow(role) ? role : 'viewer';
}
