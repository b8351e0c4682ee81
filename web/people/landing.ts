import type { Me } from '#core/people/member.ts';
import { mayEver } from '#core/people/permissions.ts';
import { paths } from '#web/paths.ts';

/** The first page of a person: the one they may read that says most. A city without a plan of its own runs campaigns. */
export function landingOf({ role, unit, hasPlan }: Pick<Me, 'role' | 'unit' | 'hasPlan'>) {
  if (!hasPlan && (unit.kind === 'city' || unit.kind === 'country')) return paths.campaigns;
  if (mayEver(role, 'plan.read')) return paths.dashboard;
  return mayEver(role, 'task.read') ? paths.myWork : paths.campaigns;
}
