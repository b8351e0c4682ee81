import type { Basis } from '#core/responsibility/responsibility.ts';

/** What an address asks of the responsibility list; all days are counted unless it says otherwise. */
export type ResponsibilitySearch = { department?: string | undefined; basis?: Basis | undefined };

export function readResponsibilityAddress(search: Record<string, unknown>): ResponsibilitySearch {
  const { department, basis } = search;
  return {
    department: typeof department === 'string' && department !== '' ? department : undefined,
    basis: basis === 'working' ? 'working' : undefined,
  };
}

/** The same as the query of a call: "?department=…&basis=working", "" when nothing is asked. */
export function writeResponsibilityQuery({ department, basis }: ResponsibilitySearch): string {
  const query = new URLSearchParams();
  if (department !== undefined) query.set('department', department);
  if (basis !== undefined) query.set('basis', basis);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
