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
