import { validate } from 'uuid';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { Actor } from '#core/people/roles.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { recordRead } from '#server/db/read-events.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { listRestrictedKeys } from '#server/registers/known-registers.ts';
import { listTargetTitles } from './link-targets.ts';
import { type KeptEvidence, listEarlier, listHangingOn, listKept, listLinks } from './store.ts';

/** Pieces with links and earlier versions: a handful of queries whatever their number. */
export async function describeEvidence(
  tx: Tx,
  actor: Actor,
  kept: readonly KeptEvidence[],
): Promise<Evidence[]> {
  const ids = kept.map(({ id }) => id);
  const links = await listLinks(tx, actor.unitId, ids);
  const titles = await listTargetTitles(tx, actor.unitId, links);
  const linksById = Map.groupBy(links, ({ evidenceId }) => evidenceId);
  const earlierById = Map.groupBy(await listEarlier(tx, actor.unitId, ids), (version) => version.of);
  return kept.map(({ createdBy: _by, replacesId: _before, isReplaced: _after, ...evidence }) => ({
    ...evidence,
    links: (linksById.get(evidence.id) ?? []).map(({ evidenceId: _id, ...link }) => ({
      ...link,
      targetTitle: titles.get(link.targetId) ?? '',
    })),
    earlier: (earlierById.get(evidence.id) ?? []).map(({ of: _of, ...version }) => version),
  }));
}

/**
 * One piece the person may see. What hangs on a restricted row is, for who may not read it, not there;
 * that who may did read it goes into the log.
 */
export async function findVisible(
  tx: Tx,
  actor: SignedInActor,
  id: string,
): Promise<KeptEvidence | { kind: 'not_found'; noun: 'evidence' }> {
  const [kept] = validate(id) ? await listKept(tx, actor.unitId, { ids: [id] }) : [];
  if (!kept) return { kind: 'not_found', noun: 'evidence' };
  const restricted = await listRestrictedKeys(tx, actor.unitId);
  if ((await listHangingOn(tx, actor.unitId, [id], restricted)).has(id))
    await recordRead(tx, actor, { noun: 'evidence', subjectId: id });
  return kept;
}

/** Which of the pieces the database keeps from the role of the transaction. */
export async function listHidden(tx: Tx, unitId: string, ids: readonly string[]): Promise<Set<string>> {
  const visible = await listKept(tx, unitId, { ids });
  const seen = new Set(visible.map(({ id }) => id));
  return new Set(ids.filter((id) => !seen.has(id)));
}
