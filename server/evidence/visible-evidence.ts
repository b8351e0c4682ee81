import { validate } from 'uuid';
import type { Evidence } from '#core/evidence/evidence.ts';
import { type NotPermitted, refuseAction } from '#core/people/permissions.ts';
import type { Actor } from '#core/people/roles.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { recordRead } from '#server/db/read-events.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { listRestrictedKeys } from '#server/registers/known-registers.ts';
import { listTargetTitles } from './link-targets.ts';
import { type KeptEvidence, listEarlier, listHangingOn, listKept, listLinks } from './store.ts';

/** Those of the pieces the person may see, with links and earlier versions: a handful of queries whatever their number. */
export async function describeVisible(
  tx: Tx,
  actor: SignedInActor,
  kept: readonly KeptEvidence[],
): Promise<Evidence[]> {
  const hidden = await listHidden(tx, actor, kept);
  const visible = kept.filter(({ id }) => !hidden.has(id));
  const ids = visible.map(({ id }) => id);
  const links = await listLinks(tx, actor.unitId, ids);
  const titles = await listTargetTitles(tx, actor.unitId, links);
  const linksById = Map.groupBy(links, ({ evidenceId }) => evidenceId);
  const earlierById = Map.groupBy(await listEarlier(tx, actor.unitId, ids), (version) => version.of);
  return visible.map(({ createdBy: _by, replacesId: _before, isReplaced: _after, ...evidence }) => ({
    ...evidence,
    links: (linksById.get(evidence.id) ?? []).map(({ evidenceId: _id, ...link }) => ({
      ...link,
      targetTitle: titles.get(link.targetId) ?? '',
    })),
    earlier: (earlierById.get(evidence.id) ?? []).map(({ of: _of, ...version }) => version),
  }));
}

/** Evidence on rows of a restricted register is as restricted as the rows, in all its versions. */
export async function listHidden(
  tx: Tx,
  actor: Actor,
  kept: readonly Pick<KeptEvidence, 'id'>[],
): Promise<Set<string>> {
  if (refuseAction(actor, 'register.read_restricted') === undefined) return new Set();
  const ids = kept.map(({ id }) => id);
  return listHangingOn(tx, actor.unitId, ids, await listRestrictedKeys(tx, actor.unitId));
}

/** One piece the person may see; else that it is not there, or that they may not. That one on restricted rows is read goes into the log. */
export async function findVisible(
  tx: Tx,
  actor: SignedInActor,
  id: string,
): Promise<KeptEvidence | NotPermitted | { kind: 'not_found'; noun: 'evidence' }> {
  const [kept] = validate(id) ? await listKept(tx, actor.unitId, { ids: [id] }) : [];
  if (!kept) return { kind: 'not_found', noun: 'evidence' };
  const restricted = await listRestrictedKeys(tx, actor.unitId);
  if (!(await listHangingOn(tx, actor.unitId, [id], restricted)).has(id)) return kept;
  const refusal = refuseAction(actor, 'register.read_restricted');
  if (refusal) return refusal;
  await recordRead(tx, actor, { noun: 'evidence', subjectId: id });
  return kept;
}
