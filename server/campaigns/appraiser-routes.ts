import { z } from 'zod';
import type { Campaign } from '#core/assessments/campaign.ts';
import {
  type Appraisers,
  appraisersSchema,
  assignmentInputSchema,
  conflictInputSchema,
} from '#core/assessments/campaign-inputs.ts';
import { shareWork, type UnitLeaves } from '#core/assessments/workload.ts';
import { mayEver, refuseAction } from '#core/people/permissions.ts';
import type { Role } from '#core/people/roles.ts';
import { listCampaignLeaves, listCampaignUnits } from '#server/db/campaign-rows.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listWork } from '#server/db/leaf-cells.ts';
import { listPeopleIn } from '#server/db/people-rows.ts';
import { Refused, type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import {
  addAssignment,
  addConflict,
  listAssignments,
  listConflicts,
  removeAssignment,
} from './appraiser-store.ts';
import { findOwnCampaign } from './campaign-state.ts';
import { type CampaignProblem, campaignProblems } from './problems.ts';

const idSchema = z.object({ id: z.uuid() });
const APPRAISING: readonly Role[] = ['focal', 'appraiser'];

/** Who rules on what: assignments by field, criterion or unit, workload, gaps and conflicts of interest. */
export function appraiserRoutes(): Route[] {
  const { inUnit } = routesOf<CampaignProblem>(campaignProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/appraisers',
      permission: 'campaign.read',
      summary: 'the appraisers with what they were given and did, and leaves nobody has; one sees oneself',
      params: idSchema,
      answer: appraisersSchema,
      async run({ tx, actor, params: { id } }) {
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        return campaign instanceof Refused ? campaign : appraisersOf(tx, actor, campaign);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/assignments',
      permission: 'campaign.manage',
      summary: 'gives an appraiser a field, a criterion or a unit, or one within the other',
      params: idSchema,
      body: assignmentInputSchema,
      answer: appraisersSchema,
      async run({ tx, actor, params: { id }, body }) {
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        if (campaign instanceof Refused) return campaign;
        const { userId, code, assessedId } = body;
        const person = (await listPeopleIn(tx, actor.unitId, APPRAISING)).find(
          (each) => each.userId === userId,
        );
        if (!person) return refuse({ kind: 'person_unknown', field: 'userId' });
        const rows = await listCampaignLeaves(tx, campaign);
        if (code !== null && !rows.some((row) => row.code === code))
          return refuse({ kind: 'leaf_unknown', field: 'code', code });
        const units = await listCampaignUnits(tx, campaign);
        const unit = units.find((each) => each.assessedId === assessedId);
        if (assessedId !== null && !unit) return refuse({ kind: 'unit_unknown', field: 'assessedId' });
        const isKnown = (await listAssignments(tx, campaign)).some(
          (each) => each.userId === userId && each.code === code && each.assessedId === assessedId,
        );
        if (isKnown) return refuse({ kind: 'assigned_already' });
        await addAssignment(tx, campaign, actor, body);
        await recordEvent(tx, actor, {
          noun: 'campaign',
          subjectId: id,
          verb: 'assigned',
          after: { person: person.personName, code, unit: unit?.unitName ?? null },
        });
        return appraisersOf(tx, actor, campaign);
      },
    }),
    inUnit({
      method: 'delete',
      path: '/api/campaigns/{id}/assignments/{assignmentId}',
      permission: 'campaign.manage',
      summary: 'takes an assignment back; what was ruled stays',
      params: idSchema.extend({ assignmentId: z.uuid() }),
      answer: appraisersSchema,
      async run({ tx, actor, params: { id, assignmentId } }) {
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        if (campaign instanceof Refused) return campaign;
        const before = (await listAssignments(tx, campaign)).find((each) => each.id === assignmentId);
        if (!before || !(await removeAssignment(tx, campaign, assignmentId)))
          return refuse({ kind: 'not_found', noun: 'assignment' });
        const { userId, code, unitName } = before;
        await recordEvent(tx, actor, {
          noun: 'campaign',
          subjectId: id,
          verb: 'unassigned',
          before: { userId, code, unit: unitName },
        });
        return appraisersOf(tx, actor, campaign);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/conflicts',
      permission: 'appraisal.declare',
      summary:
        'keeps that an appraiser leaves a unit to others: declared by oneself or by whoever conducts it',
      params: idSchema,
      body: conflictInputSchema,
      answer: appraisersSchema,
      async run({ tx, actor, params: { id }, body }) {
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        if (campaign instanceof Refused) return campaign;
        if (body.userId !== actor.userId) {
          const refusal = refuseAction(actor, 'campaign.manage');
          if (refusal) return refuse(refusal);
        }
        const people = await listPeopleIn(tx, actor.unitId, APPRAISING);
        const person = people.find(({ userId }) => userId === body.userId);
        if (!person) return refuse({ kind: 'person_unknown', field: 'userId' });
        const units = await listCampaignUnits(tx, campaign);
        const unit = units.find(({ assessedId }) => assessedId === body.assessedId);
        if (!unit) return refuse({ kind: 'unit_unknown', field: 'assessedId' });
        if (!(await addConflict(tx, campaign, actor, body))) return refuse({ kind: 'conflict_known' });
        await recordEvent(tx, actor, {
          noun: 'campaign',
          subjectId: id,
          verb: 'conflict_declared',
          after: { person: person.personName, unit: unit.unitName, reason: body.reason },
        });
        return appraisersOf(tx, actor, campaign);
      },
    }),
  ];
}

async function appraisersOf(tx: Tx, actor: SignedInActor, campaign: Campaign): Promise<Appraisers> {
  const seesAll = mayEver(actor.role, 'campaign.follow');
  const people = (await listPeopleIn(tx, actor.unitId, APPRAISING)).filter(
    ({ userId }) => seesAll || userId === actor.userId,
  );
  const assignments = await listAssignments(tx, campaign);
  const conflicts = await listConflicts(tx, campaign);
  const rows = await listCampaignLeaves(tx, campaign);
  const { workloads, gaps } = shareWork(
    people.map(({ userId }) => userId),
    {
      assignments: assignments.map((each) => ({ ...each, unitId: each.assessedId })),
      conflicts: conflicts.map(({ userId, assessedId }) => ({ userId, unitId: assessedId })),
      units: await workOf(tx, campaign, rows),
    },
  );
  const titles = new Map(rows.map(({ code, title }) => [code, title]));
  return {
    appraisers: people.map(({ userId, personName }, index) => {
      const { given, done, left } = workloads[index]!;
      const own = <Row extends { userId: string }>(all: Row[]) =>
        all.filter((each) => each.userId === userId).map(({ userId: _, ...row }) => row);
      return {
        userId,
        personName,
        given,
        done,
        left,
        assignments: own(assignments),
        conflicts: own(conflicts),
      };
    }),
    gaps: seesAll ? gaps.map((gap) => ({ ...gap, title: titles.get(gap.code) ?? gap.code })) : [],
  };
}

/** Before anything was handed in, every leaf of every unit is to be ruled on; afterwards what the round asks. */
async function workOf(
  tx: Tx,
  campaign: Campaign,
  rows: readonly { code: string; isLeaf: boolean }[],
): Promise<UnitLeaves[]> {
  const { phase } = campaign;
  if (phase === 'preparing' || phase === 'claiming') {
    const codes = rows.filter(({ isLeaf }) => isLeaf).map(({ code }) => code);
    const units = await listCampaignUnits(tx, campaign);
    return units.map(({ assessedId }) => ({ assessedId, codes, done: [] }));
  }
  const isFirst = phase === 'appraising' || phase === 'explaining';
  return listWork(tx, campaign, isFirst ? 'appraisal_1' : 'appraisal_2');
}
