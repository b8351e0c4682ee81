import { z } from 'zod';
import { type Campaign, campaignSchema, type DecisionPaper } from '#core/assessments/campaign.ts';
import {
  CAMPAIGN_MOVES,
  type CampaignMove,
  type CampaignState,
  campaignFacts,
} from '#core/assessments/campaign-facts.ts';
import {
  type CampaignMoveState,
  campaignMoveInputSchema,
  publicationSchema,
} from '#core/assessments/campaign-inputs.ts';
import { MOVES, type MoveRefusal, refuseMove, stageAfter } from '#core/assessments/moves.ts';
import { PHASES, type Phase, type Stage } from '#core/assessments/stages.ts';
import { addWorkingDays } from '#core/deadlines/working-days.ts';
import type { Role } from '#core/people/roles.ts';
import { findCampaign, listCampaignLeaves, listCampaignUnits } from '#server/db/campaign-rows.ts';
import { recordEvent, tellUnits } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findWorkCalendar } from '#server/db/work-calendar.ts';
import { describeRefusal } from '#server/http/problems.ts';
import { Refused, type Route, refuse, routesOf } from '#server/http/route.ts';
import { findOwnCampaign, findProgress, findState } from './campaign-state.ts';
import { type CampaignProblem, campaignProblems } from './problems.ts';
import { addPublication, listPublications } from './publication-store.ts';
import { saveCampaign } from './store.ts';

const idSchema = z.object({ id: z.uuid() });
const NO_PAPER: DecisionPaper = { number: '', issuer: '', issuedOn: null };

function refusalOf(
  move: CampaignMove,
  role: Role,
  { phase }: Campaign,
  state: CampaignState,
): MoveRefusal | undefined {
  return refuseMove(move, { stage: phase, role, today: state.today, facts: campaignFacts(state) });
}

/** The moves that lead on from where a campaign is, each with what stands against it. */
export function statesOfMoves(role: Role, campaign: Campaign, state: CampaignState): CampaignMoveState[] {
  return CAMPAIGN_MOVES.filter((move) =>
    MOVES[move].from.some((stage: Stage) => stage === campaign.phase),
  ).map((move) => {
    const refusal = refusalOf(move, role, campaign, state);
    if (!refusal) return { move, refusal: null };
    const { kind, vi, en } = describeRefusal(refusal, campaignProblems).body.problem;
    return { move, refusal: { kind, vi, en } };
  });
}

/** The moves of a whole campaign, and what they published. */
export function moveRoutes(): Route[] {
  const { inUnit } = routesOf<CampaignProblem>(campaignProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/moves',
      permission: 'campaign.publish',
      summary: 'moves a campaign on; a publication is kept for good in the same transaction',
      params: idSchema,
      body: campaignMoveInputSchema,
      answer: campaignSchema,
      async run({ tx, actor, params: { id }, body, today, now }) {
        const { move, version, reason, decision = NO_PAPER } = body;
        const campaign = await findOwnCampaign(tx, actor.unitId, id);
        if (campaign instanceof Refused) return campaign;
        if (campaign.version !== version) return refuse({ kind: 'stale_version' });
        const change = { phase: phaseAfter(move, campaign.phase), calendar: campaign.calendar };
        // Taken before anything is looked at, so that of two moves at once the second finds another version.
        if (!(await saveCampaign(tx, campaign, version, {}))) return refuse({ kind: 'stale_version' });
        const leaves = (await listCampaignLeaves(tx, campaign)).filter(({ isLeaf }) => isLeaf).length;
        const progress = await findProgress(tx, campaign);
        const state = await findState(tx, campaign, progress, { leaves, today, reason });
        const refusal = refusalOf(move, actor.role, campaign, state);
        if (refusal) return refuse(refusal);
        const published =
          move === 'publish' || move === 'publish_again'
            ? await addPublication(tx, campaign, actor, { decision, reason, now })
            : undefined;
        const calendar = await calendarAfter(tx, move, campaign, today);
        await saveCampaign(tx, campaign, version + 1, { ...change, calendar });
        await recordEvent(tx, actor, {
          noun: 'campaign',
          subjectId: id,
          verb: published ? 'published' : 'moved',
          before: { phase: campaign.phase },
          after: {
            phase: change.phase,
            move,
            ...(reason === '' ? {} : { reason }),
            ...(published ? { number: published.number, units: published.units } : {}),
          },
        });
        const told = progress.units.map(({ assessedId }) => assessedId);
        await tellUnits(tx, told, { noun: 'campaign', subjectId: id });
        return { ...campaign, ...change, calendar, version: version + 2 };
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/publications',
      permission: 'campaign.read',
      summary: 'what was published of a campaign, the newest first, with the units that never handed in',
      params: idSchema,
      answer: z.array(publicationSchema),
      async run({ tx, params: { id } }) {
        const campaign = await findCampaign(tx, id);
        if (!campaign) return refuse({ kind: 'not_found', noun: 'campaign' });
        const units = await listCampaignUnits(tx, campaign);
        return (await listPublications(tx, campaign)).map((publication) => {
          const has = new Set(publication.results.map(({ assessedId }) => assessedId));
          const missing = units.filter(({ assessedId }) => !has.has(assessedId));
          return { ...publication, notSubmitted: missing.map(({ unitName }) => unitName) };
        });
      },
    }),
  ];
}

/** The stage a move of a whole campaign leads to, which is one of its phases. */
function phaseAfter(move: CampaignMove, phase: Phase): Phase {
  const stage = stageAfter(move, phase);
  return PHASES.find((each) => each === stage) ?? phase;
}

/** The units' days to explain and to appeal begin with the move that lets them. */
async function calendarAfter(tx: Tx, move: CampaignMove, { calendar, hostId }: Campaign, today: string) {
  if (move !== 'release' && move !== 'publish') return calendar;
  const working = await findWorkCalendar(tx, hostId);
  return move === 'release'
    ? { ...calendar, explainUntil: addWorkingDays(working, today, calendar.explainDays) }
    : { ...calendar, appealUntil: addWorkingDays(working, today, calendar.appealDays) };
}
