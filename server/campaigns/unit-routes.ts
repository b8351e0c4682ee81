import { z } from 'zod';
import type { Campaign } from '#core/assessments/campaign.ts';
import {
  type CampaignUnits,
  campaignUnitsSchema,
  chosenUnitsSchema,
  graceInputSchema,
} from '#core/assessments/campaign-inputs.ts';
import { type ClockKind, clockOf } from '#core/assessments/clock.ts';
import type { Phase } from '#core/assessments/stages.ts';
import { isDay } from '#core/deadlines/days.ts';
import { recordEvent, tellUnits } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { Refused, type Route, refuse, routesOf } from '#server/http/route.ts';
import { findOwnCampaign, findProgress } from './campaign-state.ts';
import { type CampaignProblem, campaignProblems } from './problems.ts';
import { addGrace, listChildUnits, saveCampaign, saveUnits } from './store.ts';

const idSchema = z.object({ id: z.uuid() });

/** While which phases a time may still be extended: afterwards what it was for is over for everybody. */
const EXTENDED_IN: Readonly<Record<ClockKind, readonly Phase[]>> = {
  claim: ['claiming', 'appraising'],
  explain: ['explaining'],
  appeal: ['published'],
};

/** The units of a campaign: which they are, how far each is, and who gets more time. */
export function unitRoutes(): Route[] {
  const { inUnit } = routesOf<CampaignProblem>(campaignProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/units',
      permission: 'campaign.follow',
      summary: 'how far every unit of a campaign is, and the units below the city that are not in it',
      params: idSchema,
      answer: campaignUnitsSchema,
      async run({ tx, actor, params: { id } }) {
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        return campaign instanceof Refused ? campaign : unitsOf(tx, campaign);
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/campaigns/{id}/units',
      permission: 'campaign.manage',
      summary: 'chooses the units below the city that are assessed, until the appraisal begins',
      params: idSchema,
      body: chosenUnitsSchema,
      answer: campaignUnitsSchema,
      async run({ tx, actor, params: { id }, body: { unitIds, version }, now }) {
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        if (campaign instanceof Refused) return campaign;
        const { phase } = campaign;
        if (phase !== 'preparing' && phase !== 'claiming') return refuse({ kind: 'phase_is_past', phase });
        const chosen = new Set(unitIds);
        const { units } = await findProgress(tx, campaign);
        const known = new Set((await listChildUnits(tx, actor.unitId)).map(({ unitId }) => unitId));
        for (const { assessedId } of units) known.add(assessedId);
        if (unitIds.some((unitId) => !known.has(unitId)))
          return refuse({ kind: 'unit_unknown', field: 'unitIds' });
        const removed = units.filter(({ assessedId }) => !chosen.has(assessedId));
        const submitted = removed.find(({ submittedAt }) => submittedAt !== null);
        if (submitted) return refuse({ kind: 'unit_submitted', unitName: submitted.unitName });
        if (!(await saveCampaign(tx, campaign, version, {}))) return refuse({ kind: 'stale_version' });
        await saveUnits(tx, campaign, [...chosen], now);
        const before = units.map(({ assessedId }) => assessedId);
        const added = [...chosen].filter((unitId) => !before.includes(unitId));
        await recordEvent(tx, actor, {
          noun: 'campaign',
          subjectId: id,
          verb: 'units_changed',
          before: { units: before.length },
          after: { units: chosen.size, added, removed: removed.map(({ assessedId }) => assessedId) },
        });
        await tellUnits(tx, [...new Set([...before, ...added])], { noun: 'campaign', subjectId: id });
        return unitsOf(tx, campaign);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/units/{unitId}/graces',
      permission: 'campaign.manage',
      summary: 'gives one unit more time by a document',
      params: idSchema.extend({ unitId: z.uuid() }),
      body: graceInputSchema,
      answer: campaignUnitsSchema,
      async run({ tx, actor, params: { id, unitId }, body, now }) {
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        if (campaign instanceof Refused) return campaign;
        const { version, clock: kind, until, paper } = body;
        const { units } = await findProgress(tx, campaign);
        const unit = units.find(({ assessedId }) => assessedId === unitId);
        if (!unit) return refuse({ kind: 'unit_unknown', field: 'assessedId' });
        if (!isDay(until)) return refuse({ kind: 'day_unknown', field: 'until', day: until });
        const clock = clockOf(campaign.calendar, unit.graces, kind);
        if (!clock || !EXTENDED_IN[kind].includes(campaign.phase))
          return refuse({ kind: 'grace_without_clock', field: 'clock' });
        const present = clock.graceUntil ?? clock.until;
        if (until <= present) return refuse({ kind: 'grace_not_later', field: 'until', until: present });
        const grace = { clock: kind, until, paper, givenBy: actor.personName, givenAt: now.toISOString() };
        if (!(await addGrace(tx, campaign, { assessedId: unitId, version }, grace)))
          return refuse({ kind: 'stale_version' });
        await recordEvent(tx, actor, {
          noun: 'campaign',
          subjectId: id,
          verb: 'grace_given',
          before: { until: present },
          after: { unit: unit.unitName, clock: kind, until, number: paper.number },
        });
        await tellUnits(tx, [unitId], { noun: 'campaign', subjectId: id });
        return unitsOf(tx, campaign);
      },
    }),
  ];
}

async function unitsOf(tx: Tx, campaign: Campaign): Promise<CampaignUnits> {
  const { units } = await findProgress(tx, campaign);
  const chosen = new Set(units.map(({ assessedId }) => assessedId));
  const children = await listChildUnits(tx, campaign.hostId);
  return { units, others: children.filter(({ unitId }) => !chosen.has(unitId)) };
}
