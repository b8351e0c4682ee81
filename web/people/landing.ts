import { mayEver } from '#core/people/permissions.ts';
import type { Role } from '#core/people/roles.ts';
import { paths } from '#web/paths.ts';

/** The first page of a role: the one it may read that says most. */
export function landingOf(role: Role) {
  if (mayEver(role, 'plan.read')) return paths.dashboard;
  return mayEver(role, 'task.read') ? paths.myWork : paths.campaigns;
}
