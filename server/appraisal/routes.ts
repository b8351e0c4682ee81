import { validate } from 'uuid';
import { z } from 'zod';
import {
  appraisalInputSchema,
  appraisedClaimSchema,
  appraisedLeafSchema,
  appraisedUnitSchema,
  columnOutcomeSchema,
  enteredColumnSchema,
  myAppraisalSchema,
} from '#core/assessments/appraisal.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import {
  type Desk,
  type DeskClaim,
  type DeskLeaf,
  findDeskLeaf,
  isHidden,
  listDeskClaims,
  openDesk,
} from './desk.ts';
import { describeMove, keepColumn, keepRuling } from './keep-ruling.ts';
import { campaignLineOf, describeMyAppraisal } from './my-appraisal.ts';
import { type AppraisalRefusal, appraisalProblems } from './problems.ts';
import { proofFileRoutes } from './proof-routes.ts';
import { findClaimContent, findLastYear, listHistory, listOwnReasons, waitTurn } from './store.ts';

const campaignSchema = z.object({ id: z.string().max(100) });
const leafSchema = campaignSchema.extend({ code: z.string().max(40) });
const unitSchema = leafSchema.extend({ unitId: z.string().max(100) });

export function appraisalRoutes(deps: Pick<Deps, 'files'>): Route[] {
  const { inUnit } = routesOf<AppraisalRefusal>(appraisalProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/appraisal',
      permission: 'appraisal.judge',
      summary: 'the leaves given to the person, with how many units are submitted, ruled, cut and asked',
      params: campaignSchema,
      answer: myAppraisalSchema,
      async run({ tx, actor, params: { id } }) {
        const desk = await openDesk(tx, actor, id);
        return 'kind' in desk ? refuse(desk) : describeMyAppraisal(tx, desk);
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/appraisal/{code}',
      permission: 'appraisal.judge',
      summary: 'one leaf across all units that submitted: claimed, standing, how each was ruled on',
      params: leafSchema,
      answer: appraisedLeafSchema,
      async run({ tx, actor, params, today }) {
        const found = await findLeaf(tx, actor, params);
        if ('kind' in found) return refuse(found);
        const { desk, leaf } = found;
        const { claims, notSubmitted } = await listDeskClaims(tx, desk, leaf);
        return {
          campaign: campaignLineOf(desk.campaign),
          round: desk.round,
          leaf,
          units: claims.map(({ unit }) => unit),
          notSubmitted,
          move: describeMove(desk, leaf, today),
          ownReasons: await listOwnReasons(tx, desk.campaign, leaf.code, actor.userId),
        };
      },
    }),
    // Before the route of a unit, whose path it would match too.
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/appraisal/{code}/bulk',
      permission: 'appraisal.judge',
      summary: 'enters a column of points of a leaf the city scores; rows that do not fit come back',
      params: leafSchema,
      body: enteredColumnSchema,
      answer: columnOutcomeSchema,
      async run({ tx, actor, params, body, now, today }) {
        if (validate(params.id)) await waitTurn(tx, { id: params.id, hostId: actor.unitId }, params.code);
        const found = await findLeaf(tx, actor, params);
        if ('kind' in found) return refuse(found);
        const { claims } = await listDeskClaims(tx, found.desk, found.leaf);
        const outcome = await keepColumn(tx, found.desk, found.leaf, claims, body, { now, today });
        return 'kind' in outcome ? refuse(outcome) : outcome;
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/appraisal/{code}/{unitId}',
      permission: 'appraisal.judge',
      summary: 'one leaf of one unit: claim, proof, all rulings, the answer, last year, the fingerprint',
      params: unitSchema,
      answer: appraisedClaimSchema,
      async run({ tx, actor, params, today }) {
        const found = await findClaim(tx, actor, params);
        if ('kind' in found) return refuse(found);
        return describeClaim(tx, found, today);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/appraisal/{code}/{unitId}',
      permission: 'appraisal.judge',
      summary: 'rules on one leaf of one unit in the present round; nothing ruled before is overwritten',
      params: unitSchema,
      body: appraisalInputSchema,
      answer: z.object({ unit: appraisedUnitSchema, claim: appraisedClaimSchema }),
      async run({ tx, actor, params, body, now, today }) {
        const before = await findClaim(tx, actor, params, { isToRule: true });
        if ('kind' in before) return refuse(before);
        const { desk, leaf, claim } = before;
        const kept = await keepRuling(tx, desk, leaf, claim, body, { now, today });
        if ('kind' in kept) return refuse(kept);
        const [after] = (await listDeskClaims(tx, desk, leaf, claim.unit.unitId)).claims;
        const described = await describeClaim(tx, { desk, leaf, claim: after ?? claim }, today);
        return { unit: described.unit, claim: described };
      },
    }),
    ...proofFileRoutes(deps),
  ];
}

type NotFound = { kind: 'not_found'; noun: string };

async function findLeaf(
  tx: Tx,
  actor: SignedInActor,
  { id, code }: { id: string; code: string },
): Promise<{ desk: Desk; leaf: DeskLeaf } | NotFound> {
  const desk = await openDesk(tx, actor, id);
  if ('kind' in desk) return desk;
  const leaf = await findDeskLeaf(tx, desk, code);
  return 'kind' in leaf ? leaf : { desk, leaf };
}

type FoundClaim = { desk: Desk; leaf: DeskLeaf; claim: DeskClaim };

async function findClaim(
  tx: Tx,
  actor: SignedInActor,
  params: { id: string; code: string; unitId: string },
  { isToRule = false } = {},
): Promise<FoundClaim | NotFound> {
  if (!validate(params.unitId)) return { kind: 'not_found', noun: 'unit' };
  const { id, code, unitId } = params;
  if (isToRule && validate(id)) await waitTurn(tx, { id, hostId: actor.unitId }, code, unitId);
  const found = await findLeaf(tx, actor, params);
  if ('kind' in found) return found;
  const { desk, leaf } = found;
  const [claim] = (await listDeskClaims(tx, desk, leaf, params.unitId)).claims;
  return claim ? { desk, leaf, claim } : { kind: 'not_found', noun: 'unit' };
}

async function describeClaim(tx: Tx, { desk, leaf, claim }: FoundClaim, today: string) {
  const { campaign } = desk;
  const of = { assessedId: claim.unit.unitId, code: leaf.code };
  const isKeptAway = isHidden(desk, of.assessedId);
  return {
    unit: claim.unit,
    content: isKeptAway ? null : ((await findClaimContent(tx, campaign, of)) ?? null),
    reviewReasons: claim.claim?.reasons ?? [],
    rulings: isKeptAway ? [] : await listHistory(tx, campaign, of),
    answer: claim.answer ?? null,
    lastYear: isKeptAway ? null : await findLastYear(tx, campaign, of),
    fingerprint: claim.fingerprint,
    move: describeMove(desk, leaf, today, claim),
  };
}
