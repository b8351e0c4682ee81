import type { OwnerOf } from '#core/criteria/annex-row.ts';

/** The one department of a piece of evidence, or of a person, as the table of permissions asks for it. */
export function ownersOf({ departmentId }: { departmentId: string | null }): OwnerOf[] {
  return departmentId === null ? [] : [{ departmentId, name: '', role: 'lead', inheritedFrom: null }];
}
