import { z } from 'zod';
import type { Campaign } from '#core/assessments/campaign.ts';
import { campaignLeafSchema } from '#core/assessments/campaign.ts';
import { addCounts, refuseCalendar } from '#core/assessments/campaign-facts.ts';
import {
  type CampaignLine,
  type CampaignOverview,
  campaignChangeSchema,
  campaignLineSchema,
  campaignOverviewSchema,
  leafChangesSchema,
  newCampaignSchema,
} from '#core/assessments/campaign-inputs.ts';
import { mayEver } from '#core/people/permissions.ts';
import { findCampaign, listCampaignLeaves, listCampaigns } from '#server/db/campaign-rows.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { Refused, type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { appraiserRoutes } from './appraiser-routes.ts';
import { catalogueCriteria, planCriteria } from './campaign-criteria.ts';
import { findOwnCampaign, findProgress, findState } from './campaign-state.ts';
import { moveRoutes, statesOfMoves } from './move-routes.ts';
import { type CampaignProblem, campaignProblems } from './problems.ts';
import { addCampaign, countUnits, saveCampaign, saveScorers } from './store.ts';
import { unitRoutes } from './unit-routes.ts';

const idSchema = z.object({ id: z.uuid() });

/** Campaigns: a city lays one down, chooses criteria, units and appraisers, and moves it on. */
export function campaignRoutes(): Route[] {
  return [...ownRoutes(), ...unitRoutes(), ...appraiserRoutes(), ...moveRoutes()];
}

function ownRoutes(): Route[] {
  const { inUnit } = routesOf<CampaignProblem>(campaignProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/campaigns',
      permission: 'campaign.read',
      summary: 'the campaigns the unit holds or takes part in, newest year first',
      answer: z.array(campaignLineSchema),
      async run({ tx, actor }) {
        const counts = await countUnits(tx, actor.unitId);
        return (await listCampaigns(tx)).map((campaign) => lineOf(campaign, actor.unitId, counts));
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/campaigns',
      permission: 'campaign.manage',
      summary: 'lays down a campaign with a copy of the published criteria or of those of the own plan',
      body: newCampaignSchema,
      answer: campaignLineSchema,
      async run({ tx, actor, body }) {
        const { kind } = await tx
          .selectFrom('unit')
          .where('id', '=', actor.unitId)
          .select('kind')
          .executeTakeFirstOrThrow();
        if (kind !== 'city' && kind !== 'country') return refuse({ kind: 'not_a_host' });
        const refusal = refuseCalendar(body.calendar);
        if (refusal) return refuse(refusal);
        const leaves =
          body.criteria.from === 'plan' ? await planCriteria(tx, actor.unitId) : catalogueCriteria();
        if (!leaves) return refuse({ kind: 'no_plan' });
        const id = await addCampaign(tx, actor, body, leaves);
        const { title, year, criteria } = body;
        const after = { title, year, criteria: criteria.from };
        await recordEvent(tx, actor, { noun: 'campaign', subjectId: id, verb: 'created', after });
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        return campaign instanceof Refused ? campaign : lineOf(campaign, actor.unitId, new Map());
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}',
      permission: 'campaign.read',
      summary: 'a campaign with its moves and, for the city, how far it is in each field',
      params: idSchema,
      answer: campaignOverviewSchema,
      async run({ tx, actor, params: { id }, today }) {
        const campaign = await findCampaign(tx, id);
        return campaign
          ? overviewOf(tx, actor, campaign, today)
          : refuse({ kind: 'not_found', noun: 'campaign' });
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/campaigns/{id}',
      permission: 'campaign.manage',
      summary: 'changes title, decision and calendar; what a move has set stays',
      params: idSchema,
      body: campaignChangeSchema,
      answer: campaignOverviewSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        const before = await findOwnCampaign(tx, actor.unitId, id);
        if (before instanceof Refused) return before;
        const refusal = refuseCalendar(body.calendar);
        if (refusal) return refuse(refusal);
        const { version, title, decision } = body;
        const { explainUntil, appealUntil } = before.calendar;
        const after = { title, decision, calendar: { ...body.calendar, explainUntil, appealUntil } };
        if (!(await saveCampaign(tx, before, version, after))) return refuse({ kind: 'stale_version' });
        await recordEvent(tx, actor, {
          noun: 'campaign',
          subjectId: id,
          verb: 'changed',
          before: { title: before.title, decision: before.decision, calendar: before.calendar },
          after,
        });
        return overviewOf(tx, actor, { ...before, ...after, version: version + 1 }, today);
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/leaves',
      permission: 'campaign.read',
      summary: 'the criteria of a campaign in their order',
      params: idSchema,
      answer: z.array(campaignLeafSchema),
      async run({ tx, params: { id } }) {
        const campaign = await findCampaign(tx, id);
        return campaign ? listCampaignLeaves(tx, campaign) : refuse({ kind: 'not_found', noun: 'campaign' });
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/campaigns/{id}/leaves',
      permission: 'campaign.manage',
      summary: 'says who scores leaves, while the campaign is being prepared',
      params: idSchema,
      body: leafChangesSchema,
      answer: z.array(campaignLeafSchema),
      async run({ tx, actor, params: { id }, body: { leaves, version } }) {
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        if (campaign instanceof Refused) return campaign;
        const { phase } = campaign;
        if (phase !== 'preparing') return refuse({ kind: 'phase_is_past', phase });
        const byCode = new Map((await listCampaignLeaves(tx, campaign)).map((leaf) => [leaf.code, leaf]));
        const unknown = leaves.find(({ code }) => byCode.get(code)?.isLeaf !== true);
        if (unknown) return refuse({ kind: 'leaf_unknown', field: 'leaves', code: unknown.code });
        if (!(await saveCampaign(tx, campaign, version, {}))) return refuse({ kind: 'stale_version' });
        await saveScorers(tx, campaign, leaves);
        const scorers = (of: (code: string) => string | undefined) =>
          Object.fromEntries(leaves.map(({ code }) => [code, of(code)]));
        await recordEvent(tx, actor, {
          noun: 'campaign',
          subjectId: id,
          verb: 'leaves_changed',
          before: scorers((code) => byCode.get(code)?.scoredBy),
          after: scorers((code) => leaves.find((leaf) => leaf.code === code)?.scoredBy),
        });
        return listCampaignLeaves(tx, campaign);
      },
    }),
  ];
}

function lineOf(
  campaign: Campaign,
  unitId: string,
  counts: ReadonlyMap<string, { units: number; submitted: number }>,
): CampaignLine {
  const { units = 0, submitted = 0 } = counts.get(campaign.id) ?? {};
  return { ...campaign, isHost: campaign.hostId === unitId, units, submitted };
}

/** Progress is the city's alone, and of the city only of those who follow the whole of it. */
async function overviewOf(
  tx: Tx,
  actor: SignedInActor,
  campaign: Campaign,
  today: string,
): Promise<CampaignOverview> {
  const isHost = campaign.hostId === actor.unitId;
  const rows = await listCampaignLeaves(tx, campaign);
  const fields = rows.filter(({ level }) => level === 1);
  if (!isHost || !mayEver(actor.role, 'campaign.follow')) {
    const counts = addCounts([]);
    const none = fields.map(({ code, title }) => ({ code, title, ...counts }));
    return { ...lineOf(campaign, actor.unitId, new Map()), moves: [], counts, fields: none };
  }
  const progress = await findProgress(tx, campaign);
  const leaves = rows.filter(({ isLeaf }) => isLeaf).length;
  // What a person types with the move is not missing before they have opened its dialog.
  const state = await findState(tx, campaign, progress, { leaves, today, reason: '-' });
  const byField = Map.groupBy(progress.counts, ({ field }) => field);
  return {
    ...campaign,
    isHost,
    units: progress.units.length,
    submitted: progress.units.filter(({ submittedAt }) => submittedAt !== null).length,
    moves: statesOfMoves(actor.role, campaign, state),
    counts: addCounts(progress.counts),
    fields: fields.map(({ code, title }) => ({ code, title, ...addCounts(byField.get(code) ?? []) })),
  };
}
