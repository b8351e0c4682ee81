import { z } from 'zod';
import { isWithin } from '#core/assessments/appraisers.ts';
import { assessmentPageSchema, claimLeafSchema } from '#core/assessments/assessment-page.ts';
import type { ClaimContent } from '#core/assessments/leaf-claim.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listHidden } from '#server/evidence/visible-evidence.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { bonusRoutes } from './bonus-routes.ts';
import { describePart, describeRow, isVisible } from './describe-part.ts';
import { findLeaf, findOwnPart, listOwnCampaigns } from './find-assessment.ts';
import { leafMoveRoutes } from './leaf-move-routes.ts';
import { type AssessmentProblem, assessmentProblems } from './problems.ts';
import { refuseOpening } from './refuse-claim-move.ts';
import { addAssessment, listMoves } from './store.ts';
import { listSubmissions } from './submission-store.ts';
import { wholeMoveRoutes } from './whole-move-routes.ts';

const campaignSchema = z.object({ campaign: z.uuid() });

/** The unit's own part of an assessment, from the first leaf to what is handed in. */
export function assessmentRoutes(): Route[] {
  const { inUnit } = routesOf<AssessmentProblem>(assessmentProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/assessment',
      permission: 'assessment.read',
      summary: "the unit's own part of a campaign, the newest unless one is named: stage, clock, every leaf",
      query: z.object({ campaign: z.uuid().optional() }),
      answer: assessmentPageSchema,
      async run({ tx, actor, query, today }) {
        const own = await listOwnCampaigns(tx, actor.unitId);
        const campaigns = own.map(({ id, year, title }) => ({ id, year, title }));
        const wanted = query.campaign ?? own[0]?.id;
        if (wanted === undefined) return { ...NO_CAMPAIGN, campaigns, today };
        const part = await findOwnPart(tx, actor, wanted, today);
        if (!part) return refuse({ kind: 'not_found', noun: 'campaign' });
        const of = { unitId: actor.unitId, assessmentId: part.assessment?.id ?? '' };
        return {
          ...describePart({ part, actor, today }),
          campaigns,
          today,
          submissions: part.assessment ? await listSubmissions(tx, of) : [],
        };
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/assessment/leaves/{code}',
      permission: 'assessment.read',
      summary: 'one leaf: what would be claimed now beside what was declared, and its moves',
      params: z.object({ code: z.string().max(40) }),
      query: campaignSchema,
      answer: claimLeafSchema,
      async run({ tx, actor, params: { code }, query, today }) {
        const part = await findOwnPart(tx, actor, query.campaign, today);
        const leaf = part && findLeaf(part, code);
        if (!part || !leaf || !isVisible(actor, leaf))
          return refuse({ kind: 'not_found', noun: 'criterion' });
        const of = { unitId: actor.unitId, assessmentId: part.assessment?.id ?? '' };
        const { content } = leaf.current;
        const declared = leaf.kept?.content ?? null;
        const hide = await hideRestricted(tx, actor, [content, ...(declared ? [declared] : [])]);
        return {
          row: describeRow({ part, actor, today }, leaf),
          now: hide(content),
          declared: declared && hide(declared),
          bonusClaims: part.bonusClaims
            .filter((claim) => claim.code === code)
            .map(({ createdById: _by, ...claim }) => claim),
          reviewReasons: leaf.kept?.reviewReasons ?? [],
          history: part.assessment ? await listMoves(tx, of, code) : [],
          above: part.criteria
            .filter((each) => each.code !== code && isWithin(code, each.code))
            .map((each) => ({ code: each.code, title: each.title })),
        };
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/assessment/{campaign}/open',
      permission: 'assessment.open',
      summary: "opens the unit's own part: every leaf with a rule and a measure is filled from then on",
      params: campaignSchema,
      answer: z.object({ id: z.uuid() }),
      async run({ tx, actor, params, today }) {
        const part = await findOwnPart(tx, actor, params.campaign, today, { isLocked: true });
        if (!part) return refuse({ kind: 'not_found', noun: 'campaign' });
        if (part.assessment) return refuse({ kind: 'opened_already' });
        const { campaign, plan } = part;
        const refusal = refuseOpening({ part, actor, today });
        if (refusal) return refuse(refusal);
        const { unitId } = actor;
        const id = await addAssessment(
          tx,
          {
            unitId,
            campaignId: campaign.id,
            hostId: campaign.hostId,
            planId: plan!.id,
            year: campaign.year,
            openedBy: actor.userId,
          },
          part.leaves.map(({ code, current }) => ({ code, criterionId: current.planRow?.id ?? null })),
        );
        if (id === undefined) return refuse({ kind: 'opened_already' });
        const after = { title: campaign.title, year: campaign.year, leaves: part.leaves.length };
        await recordEvent(tx, actor, { noun: 'assessment', subjectId: id, verb: 'opened', after });
        return { id };
      },
    }),
    ...leafMoveRoutes(),
    ...bonusRoutes(),
    ...wholeMoveRoutes(),
  ];
}

const NOTHING_YET = {
  maxPoints: 0,
  livePoints: 0,
  selfPoints: 0,
  reviewPoints: 0,
  lastPoints: 0,
  leaves: 0,
  states: { open: 0, declared: 0, accepted: 0, returned: 0 },
  changed: 0,
};
const NO_CAMPAIGN = {
  campaign: null,
  assessment: null,
  stage: null,
  clock: null,
  hasPlan: false,
  moves: [],
  rows: [],
  fields: [],
  totals: NOTHING_YET,
  submissions: [],
};

/** Proof on rows of a restricted register is left out for those who may not read them. */
async function hideRestricted(tx: Tx, actor: SignedInActor, contents: readonly ClaimContent[]) {
  const ids = contents.flatMap(({ proofs }) => proofs.map(({ evidenceId }) => evidenceId));
  const hidden = await listHidden(tx, actor.unitId, ids);
  return (content: ClaimContent): ClaimContent => ({
    ...content,
    proofs: content.proofs.filter(({ evidenceId }) => !hidden.has(evidenceId)),
  });
}
