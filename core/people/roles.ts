/**
 * What a person is in a unit. The five roles of the first release; the legal wording stands in
 * docs/glossary.md.
 */
export const ROLES = ['administrator', 'focal', 'officer', 'leader', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who is acting: taken from the session, never from what the client sends. `departmentId` is the
 * department an officer works for; other roles may have none.
 */
export type Actor = { userId: string; unitId: string; role: Role; departmentId: string | null };
