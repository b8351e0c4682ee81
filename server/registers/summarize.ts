import { mayEver } from '#core/people/permissions.ts';
import type { Role } from '#core/people/roles.ts';
import type { Register, RegisterSummary } from '#core/registers/register.ts';
import { asSystem, type Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { listLeafRules } from '#server/scoring/leaf-rules.ts';
import { listRowStats } from './store.ts';
import { listTaskRows } from './task-rows.ts';

/** Whether a person of the role reads the rows of a register. */
export function mayReadRows(role: Role, { isRestricted }: Pick<Register, 'isRestricted'>): boolean {
  return !isRestricted || mayEver(role, 'register.read_restricted');
}

/** Registers with how many rows they have in a year, when they last changed and which leaves they feed. */
export async function summarizeRegisters(
  tx: Tx,
  actor: { unitId: string; role: Role },
  registers: readonly Register[],
  { plan, year, today }: { plan: LivePlan | undefined; year: number; today: string },
): Promise<RegisterSummary[]> {
  // How many rows a restricted register has is no secret, only what they say.
  const stats = await asSystem(tx, () => listRowStats(tx, actor.unitId, year));
  const leaves = plan ? [...(await listLeafRules(tx, plan)).values()] : [];
  const isOfTasks = registers.some(({ source }) => source === 'tasks');
  const tasks = plan && isOfTasks ? (await listTaskRows(tx, { plan, today })).length : 0;
  return registers.map((register) => ({
    ...register,
    rows: register.source === 'tasks' ? tasks : (stats.get(register.key)?.rows ?? 0),
    lastChangedAt: stats.get(register.key)?.lastChangedAt ?? null,
    leaves: leaves
      .filter(({ rule }) => rule.quantities.some((quantity) => quantity.register === register.key))
      .map(({ code }) => code),
    mayRead: mayReadRows(actor.role, register),
  }));
}
