import { z } from 'zod';
import { bonusInputSchema } from '#core/assessments/assessment-page.ts';
import type { EventVerb } from '#core/event-kinds.ts';
import type { NotPermitted } from '#core/people/permissions.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listKept } from '#server/evidence/store.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { type FoundLeaf, findLeaf, findOpenedPart, type OpenedPart } from './find-assessment.ts';
import { type AssessmentProblem, assessmentProblems } from './problems.ts';
import { refuseLeafMove } from './refuse-claim-move.ts';
import { addBonusClaim, saveBonusClaim } from './store.ts';

const campaignSchema = z.object({ campaign: z.uuid() });
const versionSchema = z.int().min(1);

/** Bonuses the unit asks for and penalties it owns up to, each with its own proof. */
export function bonusRoutes(): Route[] {
  const { inUnit } = routesOf<AssessmentProblem>(assessmentProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/assessment/{campaign}/leaves/{code}/bonus-claims',
      permission: 'assessment.claim',
      summary: 'adds a bonus or a penalty to its leaf',
      params: campaignSchema.extend({ code: z.string().max(40) }),
      body: bonusInputSchema,
      answer: z.object({ id: z.uuid() }),
      async run({ tx, actor, params: { campaign, code }, body, today }) {
        const found = await findPermitted(tx, actor, { campaign, today, code });
        if ('kind' in found) return refuse(found);
        if (!(await isEvidenceOf(tx, found.part, body.evidenceId))) return refuse(UNKNOWN);
        const of = { unitId: actor.unitId, assessmentId: found.part.assessment.id };
        const id = await addBonusClaim(tx, of, { ...body, code, createdBy: actor.userId });
        await tell(tx, actor, found.part, 'bonus_added', { code, title: body.title, points: body.points });
        return { id };
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/assessment/{campaign}/bonus-claims/{id}',
      permission: 'assessment.claim',
      summary: 'changes a bonus or a penalty',
      params: campaignSchema.extend({ id: z.uuid() }),
      body: bonusInputSchema.extend({ version: versionSchema }),
      answer: 'nothing',
      async run({ tx, actor, params: { campaign, id }, body: { version, ...input }, today }) {
        const found = await findPermitted(tx, actor, { campaign, today, id });
        if ('kind' in found) return refuse(found);
        if (!(await isEvidenceOf(tx, found.part, input.evidenceId))) return refuse(UNKNOWN);
        const of = { unitId: actor.unitId, assessmentId: found.part.assessment.id };
        if (!(await saveBonusClaim(tx, of, { id, version }, input))) return refuse({ kind: 'stale_version' });
        const { code } = found.leaf;
        await tell(tx, actor, found.part, 'bonus_changed', {
          code,
          title: input.title,
          points: input.points,
        });
        return undefined;
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/assessment/{campaign}/bonus-claims/{id}/removal',
      permission: 'assessment.claim',
      summary: 'takes a bonus or a penalty out',
      params: campaignSchema.extend({ id: z.uuid() }),
      body: z.object({ version: versionSchema }),
      answer: 'nothing',
      async run({ tx, actor, params: { campaign, id }, body: { version }, today }) {
        const found = await findPermitted(tx, actor, { campaign, today, id });
        if ('kind' in found) return refuse(found);
        const of = { unitId: actor.unitId, assessmentId: found.part.assessment.id };
        if (!(await saveBonusClaim(tx, of, { id, version }, null))) return refuse({ kind: 'stale_version' });
        await tell(tx, actor, found.part, 'bonus_removed', { code: found.leaf.code });
        return undefined;
      },
    }),
  ];
}

const UNKNOWN = { kind: 'evidence_unknown', field: 'evidenceId' } as const;

type Found = { part: OpenedPart; leaf: FoundLeaf };
type Wanted = { campaign: string; today: string; code?: string; id?: string };

/** The leaf named, or the one a bonus claim belongs to, if the person may claim it now. */
async function findPermitted(
  tx: Tx,
  actor: SignedInActor,
  { campaign, today, code, id }: Wanted,
): Promise<Found | AssessmentProblem | NotPermitted | { kind: 'not_found'; noun: string }> {
  const part = await findOpenedPart(tx, actor, campaign, today);
  if ('kind' in part) return part;
  const wanted = code ?? part.bonusClaims.find((claim) => claim.id === id)?.code;
  const leaf = wanted === undefined ? undefined : findLeaf(part, wanted);
  if (!leaf) return { kind: 'not_found', noun: 'criterion' };
  if (leaf.scoredBy !== 'bonus' && leaf.scoredBy !== 'penalty') return { kind: 'not_a_bonus_leaf' };
  const facts = { claimed_by_unit: true, is_open: true, points_known: true, proved_or_explained: true };
  return refuseLeafMove('declare', { part, actor, today }, leaf, facts) ?? { part, leaf };
}

async function isEvidenceOf(tx: Tx, { plan }: OpenedPart, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const [kept] = plan ? await listKept(tx, plan.unitId, { ids: [id] }) : [];
  return kept !== undefined && kept.year === plan?.year && !kept.isReplaced;
}

async function tell(
  tx: Tx,
  actor: SignedInActor,
  part: OpenedPart,
  verb: EventVerb<'assessment'>,
  after: Record<string, unknown>,
): Promise<void> {
  await recordEvent(tx, actor, { noun: 'assessment', subjectId: part.assessment.id, verb, after });
}
