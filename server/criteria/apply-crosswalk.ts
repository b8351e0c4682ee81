import { printPoints } from '#core/points.ts';
import { type EventActor, type NewEvent, recordEvent, recordEvents } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { addLinks } from '#server/evidence/store.ts';
import { saveRule } from '#server/scoring/leaf-rules.ts';
import { rescore } from '#server/scoring/rescore.ts';
import { saveEntry } from '#server/scoring/store.ts';
import type { Transfer } from './carried-work.ts';
import { type AnyPlan, findAnyPlan, type KeptCrosswalk, saveCrosswalk } from './crosswalk-store.ts';
import { planTransfers } from './describe-crosswalk.ts';

/**
 * Carries the work of the former leaves over to those that continue them and works the year out anew
 * under the next set. The former plan, its points and its links stay as they are. To be called with
 * scores locked and the crosswalk found locked, proposed and leading to a live plan.
 */
export async function applyCrosswalk(
  tx: Tx,
  actor: EventActor,
  kept: KeptCrosswalk,
  today: string,
): Promise<void> {
  const { unitId, personName } = actor;
  const from = (await findAnyPlan(tx, unitId, kept.fromPlanId))!;
  const to = (await findAnyPlan(tx, unitId, kept.toPlanId))!;
  const { transfers, carried } = await planTransfers(tx, kept.entries, { from, to });
  const told = { noun: 'crosswalk' as const, subjectId: kept.id };
  await recordEvents(tx, actor, await carryRules(tx, actor, to, transfers), told);
  await recordEvents(tx, actor, await carryEntries(tx, actor, to, transfers), told);
  await recordEvents(tx, actor, await carryLinks(tx, actor, transfers), told);
  await saveCrosswalk(tx, unitId, kept, { appliedBy: personName });
  await recordEvent(tx, actor, {
    ...told,
    verb: 'applied',
    before: { planId: from.id },
    after: { planId: to.id, lines: kept.entries.length, ...carried },
  });
  const cause = { kind: 'plan' as const, what: from.title, reason: REASON };
  await rescore(tx, actor, to, { today, cause });
}

const REASON = 'Chuyển dữ liệu từ bộ tiêu chí trước';

async function carryRules(
  tx: Tx,
  actor: EventActor,
  plan: AnyPlan,
  transfers: readonly Transfer[],
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const { from, to, carried } of transfers) {
    const { rule } = carried;
    if (!rule) continue;
    const reason = carried.isToCheck ? `${REASON}; ${checkReason({ from, to })}` : REASON;
    const isSaved = await saveRule(tx, plan, to, { rule, reason, changedBy: actor.personName });
    if (!isSaved) throw new Error(`the rule of ${to.code} changed while scores were locked`);
    events.push({
      noun: 'rule',
      subjectId: to.criterionId,
      verb: 'carried_over',
      before: { version: to.version, rule: to.rule },
      after: { version: to.version + 1, rule, reason, from: from.criterionId },
    });
  }
  return events;
}

function checkReason({ from, to }: Pick<Transfer, 'from' | 'to'>): string {
  return from.maxPoints === to.maxPoints
    ? 'cần đối chiếu lại quy tắc'
    : `điểm tối đa đổi từ ${printPoints(from.maxPoints)} thành ${printPoints(to.maxPoints)}, cần đối chiếu lại quy tắc`;
}

async function carryEntries(
  tx: Tx,
  actor: EventActor,
  plan: AnyPlan,
  transfers: readonly Transfer[],
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const { from, to, carried } of transfers) {
    const { entry } = carried;
    if (!entry) continue;
    const input = { ...entry, version: 0 };
    if (!(await saveEntry(tx, plan, to.criterionId, input, actor.personName)))
      throw new Error(`the entry of ${to.code} changed while scores were locked`);
    const after = { ...entry, from: from.criterionId };
    events.push({ noun: 'entry', subjectId: to.criterionId, verb: 'carried_over', after });
  }
  return events;
}

async function carryLinks(tx: Tx, actor: EventActor, transfers: readonly Transfer[]): Promise<NewEvent[]> {
  const links = transfers.flatMap(({ to, links: each }) =>
    each.map(({ evidenceId, page, section, note }) => ({
      evidenceId,
      link: { target: 'criterion' as const, targetId: to.criterionId, page, section, note },
    })),
  );
  for (const [evidenceId, each] of Map.groupBy(links, (link) => link.evidenceId))
    await addLinks(
      tx,
      actor.unitId,
      actor.userId,
      evidenceId,
      each.map(({ link }) => link),
    );
  return links.map(({ evidenceId, link: { note: _note, ...after } }) => ({
    noun: 'evidence',
    subjectId: evidenceId,
    verb: 'linked',
    after,
  }));
}
