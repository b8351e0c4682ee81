import { z } from 'zod';
import { councilSchema, proposalSchema, voteInputSchema } from '#core/assessments/council-inputs.ts';
import { refuseRuling } from '#core/assessments/refuse-ruling.ts';
import { findCampaign, listCampaignLeaves, lockCampaign } from '#server/db/campaign-rows.ts';
import { recordEvent, tellUnits } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { fingerprintOfList, listBeforeCouncil, listStanding } from '#server/db/leaf-cells.ts';
import { Refused, type Route, refuse, routesOf } from '#server/http/route.ts';
import {
  findSession,
  findVoter,
  pointsToStartFrom,
  refuseDecision,
  refuseVoteOf,
  type Session,
  tallyOf,
  viewCouncil,
} from './council-view.ts';
import { type CouncilProblem, councilProblems } from './problems.ts';
import { addItem, addVote, type KeptItem, type KeptMeeting, recordDecision, withdrawItem } from './store.ts';

const meetingIdSchema = z.object({ id: z.uuid(), meetingId: z.uuid() });
const itemIdSchema = z.object({ id: z.uuid(), itemId: z.uuid() });

/** Proposals to the council: put, withdrawn, voted on, and recorded once adopted. */
export function itemRoutes(): Route[] {
  const { inUnit } = routesOf<CouncilProblem>(councilProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/meetings/{meetingId}/items',
      permission: 'council.manage',
      summary: 'proposes the points of one leaf, with reasons that add up, or the whole list as it stands',
      params: meetingIdSchema,
      body: proposalSchema,
      answer: councilSchema,
      async run({ tx, actor, params: { id, meetingId }, body: { leaf, note }, today }) {
        const session = await findOwnSession(tx, actor.unitId, id, 'stay');
        if (session instanceof Refused) return session;
        const { campaign } = session;
        const meeting = session.meetings.find((each) => each.id === meetingId);
        if (!meeting) return refuse({ kind: 'not_found', noun: 'meeting' });
        if (meeting.closedAt !== null) return refuse({ kind: 'meeting_closed' });
        const isAppeal = campaign.phase === 'published';
        if (campaign.phase !== 'deciding' && !(isAppeal && leaf)) return refuse({ kind: 'not_deciding' });
        if (leaf) {
          const [found] = await listBeforeCouncil(tx, campaign, [leaf]);
          const rule = (await listCampaignLeaves(tx, campaign)).find(({ code }) => code === leaf.code);
          if (!found || !rule) return refuse({ kind: 'leaf_unknown', field: 'leaf' });
          if (isAppeal && !found.isAppealed) return refuse({ kind: 'not_appealed' });
          const from = pointsToStartFrom(campaign, found);
          const refusal = refuseRuling(rule, from, { ...leaf, note });
          if (refusal) return refuse(refusal);
          await addItem(tx, campaign, actor, {
            ...leaf,
            meetingId,
            from,
            note,
            fingerprint: found.fingerprint,
          });
        } else {
          const fingerprint = fingerprintOfList(await listStanding(tx, campaign));
          const whole = { assessedId: null, code: null, from: null, points: null, reasons: [] };
          await addItem(tx, campaign, actor, { ...whole, meetingId, note, fingerprint });
        }
        await recordEvent(tx, actor, {
          noun: 'council',
          subjectId: meetingId,
          verb: 'proposed',
          after: leaf ? { code: leaf.code, unit: leaf.assessedId, points: leaf.points } : { note },
        });
        return viewCouncil(tx, actor, campaign, today);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/council-items/{itemId}/withdraw',
      permission: 'council.manage',
      summary: 'withdraws a proposal before it is recorded',
      params: itemIdSchema,
      answer: councilSchema,
      async run({ tx, actor, params: { id, itemId }, now, today }) {
        const found = await findItem(tx, actor.unitId, id, itemId, 'move');
        if (found instanceof Refused) return found;
        const { session, meeting } = found;
        if (meeting.closedAt !== null) return refuse({ kind: 'meeting_closed' });
        if (!(await withdrawItem(tx, session.campaign.hostId, itemId, now)))
          return refuse({ kind: found.item.rulingId === null ? 'item_withdrawn' : 'item_recorded' });
        const { code, assessedId } = found.item;
        await recordEvent(tx, actor, {
          noun: 'council',
          subjectId: meeting.id,
          verb: 'withdrawn',
          before: { code, unit: assessedId },
        });
        return viewCouncil(tx, actor, session.campaign, today);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/council-items/{itemId}/votes',
      permission: 'council.vote',
      summary: 'votes on a proposal; the newest vote of a member counts until the meeting is closed',
      params: itemIdSchema,
      body: voteInputSchema,
      answer: councilSchema,
      async run({ tx, actor, params: { id, itemId }, body: { choice, note }, today }) {
        const found = await findItem(tx, actor.unitId, id, itemId, 'stay');
        if (found instanceof Refused) return found;
        const { session, meeting, item } = found;
        const voter = await findVoter(tx, session.campaign, actor.userId);
        const refusal = refuseVoteOf(session, meeting, item, voter);
        if (refusal) return refuse(refusal);
        await addVote(tx, session.campaign.hostId, { itemId, userId: actor.userId, choice, note });
        const { code, assessedId } = item;
        await recordEvent(tx, actor, {
          noun: 'council',
          subjectId: meeting.id,
          verb: 'voted',
          after: { choice, code, unit: assessedId, ...(note === '' ? {} : { note }) },
        });
        return viewCouncil(tx, actor, session.campaign, today);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/council-items/{itemId}/decide',
      permission: 'council.manage',
      summary: 'records what the council adopted as its ruling on a leaf, or on an appeal after publication',
      params: itemIdSchema,
      answer: councilSchema,
      async run({ tx, actor, params: { id, itemId }, now, today }) {
        const found = await findItem(tx, actor.unitId, id, itemId, 'move');
        if (found instanceof Refused) return found;
        const { session, meeting, item } = found;
        const { campaign } = session;
        const refusal = refuseDecision(session, meeting, item, { role: actor.role, today });
        if (refusal) return refuse(refusal);
        const round = campaign.phase === 'published' ? 'appeal' : 'council';
        if (!(await recordDecision(tx, campaign, actor, { item, round, now })))
          return refuse({ kind: 'item_recorded' });
        const { code, assessedId, from, points } = item;
        const { for: yes, against, abstain } = tallyOf(session, meeting, item);
        await recordEvent(tx, actor, {
          noun: 'council',
          subjectId: meeting.id,
          verb: 'decided',
          before: { points: from },
          after: { round, code, unit: assessedId, points, votes: { for: yes, against, abstain } },
        });
        if (round === 'appeal' && assessedId !== null)
          await tellUnits(tx, [assessedId], { noun: 'ruling', subjectId: id });
        return viewCouncil(tx, actor, campaign, today);
      },
    }),
  ];
}

/**
 * What the council has before it, which stands still until the transaction ends: with `stay` votes may come
 * beside one another, with `move` none comes in between.
 */
async function findOwnSession(
  tx: Tx,
  hostId: string,
  id: string,
  lock: 'stay' | 'move',
): Promise<Session | Refused<{ kind: 'not_found'; noun: 'campaign' }>> {
  await lockCampaign(tx, id, lock);
  const campaign = await findCampaign(tx, id);
  if (campaign?.hostId !== hostId) return refuse({ kind: 'not_found', noun: 'campaign' });
  return findSession(tx, campaign);
}

async function findItem(
  tx: Tx,
  hostId: string,
  id: string,
  itemId: string,
  lock: 'stay' | 'move',
): Promise<
  | { session: Session; meeting: KeptMeeting; item: KeptItem }
  | Refused<{ kind: 'not_found'; noun: 'campaign' | 'proposal' }>
> {
  const session = await findOwnSession(tx, hostId, id, lock);
  if (session instanceof Refused) return session;
  const item = session.items.find((each) => each.id === itemId);
  const meeting = session.meetings.find((each) => each.id === item?.meetingId);
  return item && meeting ? { session, meeting, item } : refuse({ kind: 'not_found', noun: 'proposal' });
}
