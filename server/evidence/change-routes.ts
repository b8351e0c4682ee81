import { z } from 'zod';
import {
  anchorSchema,
  type Evidence,
  evidenceChangeSchema,
  evidenceDecisionSchema,
  evidenceSchema,
  newEvidenceSchema,
  newLinkSchema,
} from '#core/evidence/evidence.ts';
import { refuseChange, refuseDecision, refuseRemoval } from '#core/evidence/refuse-evidence.ts';
import { type Action, type NotPermitted, refuseAction } from '#core/people/permissions.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { departmentsOf, keepEvidence, refuseLinks } from './add-evidence.ts';
import { type EvidenceProblem, evidenceProblems } from './problems.ts';
import {
  addLinks,
  type KeptEvidence,
  listKept,
  listLinks,
  moveLinks,
  removeLink,
  saveAnchor,
  saveEvidence,
} from './store.ts';
import { describeEvidence, findVisible } from './visible-evidence.ts';

const idSchema = z.object({ id: z.string().max(100) });
const linkIdSchema = idSchema.extend({ linkId: z.string().max(100) });

export function evidenceChangeRoutes({ files }: Pick<Deps, 'files'>): Route[] {
  const { inUnit } = routesOf<EvidenceProblem>(evidenceProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/evidence',
      permission: 'evidence.add',
      summary: 'adds a document from a received file, a statement or an explanation, with what it proves',
      body: newEvidenceSchema,
      answer: evidenceSchema,
      async run({ tx, actor, body, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const kept = await keepEvidence(tx, { actor, plan, today }, files, body);
        return 'kind' in kept ? refuse(kept) : describeAgain(tx, actor, kept.id);
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/evidence/{id}',
      permission: 'evidence.add',
      summary:
        'corrects title, words, metadata or day of effect; a returned piece waits for a decision again',
      params: idSchema,
      body: evidenceChangeSchema,
      answer: evidenceSchema,
      async run({ tx, actor, params: { id }, body }) {
        const kept = await findOwn(tx, actor, id);
        if (!('createdBy' in kept)) return refuse(kept);
        const refusal = refuseChange(kept, body);
        if (refusal) return refuse(refusal);
        const after = {
          title: body.title.normalize('NFC'),
          text: body.text.normalize('NFC'),
          metadata: body.metadata,
          effectiveOn: body.effectiveOn,
        };
        const isSaved = await saveEvidence(
          tx,
          actor.unitId,
          { id, version: body.version },
          {
            title: after.title,
            text: after.text,
            metadata: JSON.stringify(after.metadata),
            effective_on: after.effectiveOn,
            status: 'waiting',
            decision_reason: '',
            decided_by: null,
            decided_at: null,
          },
        );
        if (!isSaved) return refuse({ kind: 'stale_version' });
        const changed = (['title', 'text', 'metadata', 'effectiveOn'] as const).filter(
          (part) => JSON.stringify(kept[part]) !== JSON.stringify(after[part]),
        );
        await recordEvent(tx, actor, {
          noun: 'evidence',
          subjectId: id,
          verb: 'changed',
          after: { changed },
        });
        return describeAgain(tx, actor, id);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/evidence/{id}/links',
      permission: 'evidence.add',
      summary:
        'links a piece to one more leaf, task or register row, with the page and section that prove it',
      params: idSchema,
      body: newLinkSchema,
      answer: evidenceSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const kept = await findVisible(tx, actor, id);
        if (!('createdBy' in kept)) return refuse(kept);
        if (kept.isReplaced) return refuse({ kind: 'evidence_replaced' });
        const refusal = await refuseLinks(tx, { actor, plan, today }, [body]);
        if (refusal) return refuse(refusal);
        // Counting the change holds the piece, so that two people cannot make the same link at once.
        if (!(await saveEvidence(tx, actor.unitId, kept, {}))) return refuse({ kind: 'stale_version' });
        const links = await listLinks(tx, actor.unitId, [id]);
        if (links.some(({ target, targetId }) => target === body.target && targetId === body.targetId))
          return refuse({ kind: 'linked_already', field: 'links' });
        await addLinks(tx, actor.unitId, actor.userId, id, [body]);
        const { target, targetId, page, section } = body;
        await recordEvent(tx, actor, {
          noun: 'evidence',
          subjectId: id,
          verb: 'linked',
          after: { target, targetId, page, section },
        });
        return describeAgain(tx, actor, id);
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/evidence/{id}/links/{linkId}',
      permission: 'evidence.add',
      summary: 'says anew where in the document the proof stands',
      params: linkIdSchema,
      body: anchorSchema,
      answer: evidenceSchema,
      async run({ tx, actor, params: { id, linkId }, body, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const kept = await findVisible(tx, actor, id);
        if (!('createdBy' in kept)) return refuse(kept);
        const link = (await listLinks(tx, actor.unitId, [id])).find((each) => each.id === linkId);
        if (!link) return refuse({ kind: 'not_found', noun: 'link' });
        const refusal = await refuseLinks(tx, { actor, plan, today }, [link]);
        if (refusal) return refuse(refusal);
        await saveAnchor(tx, actor.unitId, linkId, body);
        const { target, targetId, page, section } = link;
        await recordEvent(tx, actor, {
          noun: 'evidence',
          subjectId: id,
          verb: 'anchored',
          before: { target, targetId, page, section },
          after: { target, targetId, page: body.page, section: body.section },
        });
        return describeAgain(tx, actor, id);
      },
    }),
    inUnit({
      method: 'delete',
      path: '/api/evidence/{id}/links/{linkId}',
      permission: 'evidence.add',
      summary: 'takes a link away',
      params: linkIdSchema,
      answer: evidenceSchema,
      async run({ tx, actor, params: { id, linkId }, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const kept = await findVisible(tx, actor, id);
        if (!('createdBy' in kept)) return refuse(kept);
        const links = await listLinks(tx, actor.unitId, [id]);
        const link = links.find((each) => each.id === linkId);
        if (!link) return refuse({ kind: 'not_found', noun: 'link' });
        const refusal = await refuseLinks(tx, { actor, plan, today }, [link]);
        // What it hung on may be gone: then whoever may change the piece takes the link away.
        const settled =
          refusal?.kind === 'target_unknown'
            ? refuseAction(actor, 'evidence.add', departmentsOf(kept))
            : refusal;
        if (settled) return refuse(settled);
        await removeLink(tx, actor.unitId, linkId);
        const { target, targetId, page, section } = link;
        await recordEvent(tx, actor, {
          noun: 'evidence',
          subjectId: id,
          verb: 'unlinked',
          before: { target, targetId, page, section },
        });
        return describeAgain(tx, actor, id);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/evidence/{id}/decision',
      permission: 'evidence.decide',
      summary: 'accepts a piece, or returns it with a reason; never by whoever added or changed it',
      params: idSchema,
      body: evidenceDecisionSchema,
      answer: evidenceSchema,
      async run({ tx, actor, params: { id }, body, now }) {
        const kept = await findOwn(tx, actor, id, 'evidence.decide');
        if (!('createdBy' in kept)) return refuse(kept);
        const refusal = refuseDecision(
          kept,
          body,
          await listContributors(tx, kept, actor.unitId),
          actor.userId,
        );
        if (refusal) return refuse(refusal);
        const isSaved = await saveEvidence(
          tx,
          actor.unitId,
          { id, version: body.version },
          {
            status: body.status,
            decision_reason: body.reason.normalize('NFC'),
            decided_by: actor.userId,
            decided_at: now.toISOString(),
          },
        );
        if (!isSaved) return refuse({ kind: 'stale_version' });
        await recordEvent(tx, actor, {
          noun: 'evidence',
          subjectId: id,
          verb: body.status,
          before: { status: kept.status },
          after: { status: body.status, reason: body.reason },
        });
        return describeAgain(tx, actor, id);
      },
    }),
    inUnit({
      method: 'delete',
      path: '/api/evidence/{id}',
      permission: 'evidence.add',
      summary: 'removes a piece nobody has decided on; what it replaced stands again with its links',
      params: idSchema,
      query: z.object({ version: z.coerce.number().int() }),
      answer: 'nothing',
      async run({ tx, actor, params: { id }, query: { version }, now }) {
        const kept = await findOwn(tx, actor, id);
        if (!('createdBy' in kept)) return refuse(kept);
        const refusal = refuseRemoval(kept);
        if (refusal) return refuse(refusal);
        const removal = { removed_at: now.toISOString(), sha256: null };
        if (!(await saveEvidence(tx, actor.unitId, { id, version }, removal)))
          return refuse({ kind: 'stale_version' });
        if (kept.replacesId !== null) {
          const [earlier] = await listKept(tx, actor.unitId, { ids: [kept.replacesId] });
          if (!earlier || !(await saveEvidence(tx, actor.unitId, earlier, { replaced_by_id: null })))
            return refuse({ kind: 'stale_version' });
          await moveLinks(tx, actor.unitId, id, earlier.id);
          await recordEvent(tx, actor, { noun: 'evidence', subjectId: earlier.id, verb: 'restored' });
        }
        await recordEvent(tx, actor, {
          noun: 'evidence',
          subjectId: id,
          verb: 'removed',
          before: { kind: kept.kind, sha256: kept.file?.sha256, replaces: kept.replacesId },
        });
        return undefined;
      },
    }),
  ];
}

/** A piece the person may see and do the action on. */
async function findOwn(
  tx: Tx,
  actor: SignedInActor,
  id: string,
  action: Action = 'evidence.add',
): Promise<KeptEvidence | NotPermitted | { kind: 'not_found'; noun: 'evidence' }> {
  const kept = await findVisible(tx, actor, id);
  if (!('createdBy' in kept)) return kept;
  return refuseAction(actor, action, departmentsOf(kept)) ?? kept;
}

/** Who added the piece and who changed its words since, by the log. */
async function listContributors(tx: Tx, kept: KeptEvidence, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('event')
    .where('unit_id', '=', unitId)
    .where('noun', '=', 'evidence')
    .where('subject_id', '=', kept.id)
    .where('verb', '=', 'changed')
    .select('actor_id')
    .distinct()
    .execute();
  return [kept.createdBy, ...rows.map(({ actor_id }) => actor_id)];
}

async function describeAgain(tx: Tx, actor: SignedInActor, id: string): Promise<Evidence> {
  const [evidence] = await describeEvidence(tx, actor, await listKept(tx, actor.unitId, { ids: [id] }));
  return evidence!;
}
