import type { Register, Snapshot } from '#core/registers/register.ts';
import { type EventActor, recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { listLeafRules } from '#server/scoring/leaf-rules.ts';
import { rescore } from '#server/scoring/rescore.ts';
import { measureQuantities } from './measure.ts';
import type { RegisterRefusal } from './problems.ts';
import { addSnapshot, listRows, listSnapshots } from './store.ts';

/** The last day of a month: "2026-02" → "2026-02-28". */
function lastDayOf(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * Closes a month: keeps the numbers of the register from the start of the year to the end of that
 * month. Of a register without a row it says that nothing arose, so the leaves it feeds are scored
 * again. Refuses months that have not begun and those of another year.
 */
export async function takeSnapshot(
  tx: Tx,
  actor: EventActor,
  { register, plan, today, period }: { register: Register; plan: LivePlan; today: string; period: string },
): Promise<Snapshot | RegisterRefusal> {
  if (period > today.slice(0, 7) || Number(period.slice(0, 4)) !== plan.year)
    return { kind: 'month_not_begun', field: 'period' };
  const until = lastDayOf(period);
  const wanted = [...(await listLeafRules(tx, plan)).values()].flatMap(({ code, rule }) =>
    rule.quantities
      .filter((quantity) => quantity.register === register.key && quantity.source !== 'typed')
      .map((quantity) => ({ leaf: code, quantity })),
  );
  const measured = await measureQuantities(tx, { plan, today, until }, wanted);
  const quantities = wanted.map(({ leaf, quantity: { key, title } }) => ({
    leaf,
    key,
    title,
    value: measured.get(leaf)?.[key] ?? null,
  }));
  const rows = (await listRows(tx, actor.unitId, register.key, { year: plan.year })).filter(
    ({ happenedOn }) => happenedOn !== null && happenedOn <= until,
  ).length;
  const place = { unitId: actor.unitId, key: register.key, by: actor.personName };
  const id = await addSnapshot(tx, place, { period, rows, quantities });
  await recordEvent(tx, actor, {
    noun: 'register',
    subjectId: register.key,
    verb: 'month_closed',
    after: { period, rows },
  });
  const cause = { kind: 'register' as const, what: register.title, reason: '' };
  await rescore(tx, actor, plan, { today, cause, registers: [register.key] });
  return (await listSnapshots(tx, actor.unitId, register.key)).find((snapshot) => snapshot.id === id)!;
}
