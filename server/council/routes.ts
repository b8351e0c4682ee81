import { z } from 'zod';
import type { Campaign } from '#core/assessments/campaign.ts';
import {
  councilMembersSchema,
  councilSchema,
  meetingChangeSchema,
  meetingInputSchema,
} from '#core/assessments/council-inputs.ts';
import { isDay } from '#core/deadlines/days.ts';
import { findCampaign, lockCampaign } from '#server/db/campaign-rows.ts';
import { listSeated } from '#server/db/council-rows.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listPeopleIn } from '#server/db/people-rows.ts';
import { Refused, type Route, refuse, routesOf } from '#server/http/route.ts';
import { VOTING_ROLES, viewCouncil } from './council-view.ts';
import { itemRoutes } from './item-routes.ts';
import { type CouncilProblem, councilProblems } from './problems.ts';
import { addMeeting, claimCampaign, listMeetings, saveMeeting, saveMembers } from './store.ts';

const idSchema = z.object({ id: z.uuid() });

/** The council of a campaign: who sits in it, when it meets, what it is asked and how it votes. */
export function councilRoutes(): Route[] {
  const { inUnit } = routesOf<CouncilProblem>(councilProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/campaigns/{id}/council',
      permission: 'campaign.read',
      summary: 'the council with its meetings, proposals and votes, and what the person may vote on',
      params: idSchema,
      answer: councilSchema,
      async run({ tx, actor, params: { id }, today }) {
        const campaign = await findOwn(tx, actor.unitId, id);
        return campaign instanceof Refused ? campaign : viewCouncil(tx, actor, campaign, today);
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/campaigns/{id}/council/members',
      permission: 'council.manage',
      summary: 'names the members of the council with their seats',
      params: idSchema,
      body: councilMembersSchema,
      answer: councilSchema,
      async run({ tx, actor, params: { id }, body: { members, version }, now, today }) {
        const campaign = await findOwn(tx, actor.unitId, id, 'move');
        if (campaign instanceof Refused) return campaign;
        const ids = new Set(members.map(({ userId }) => userId));
        const chairs = members.filter(({ seat }) => seat === 'chair').length;
        if (ids.size !== members.length || chairs > 1)
          return refuse({ kind: 'chair_twice', field: 'members' });
        const people = await listPeopleIn(tx, actor.unitId, VOTING_ROLES);
        if (members.some(({ userId }) => !people.some((person) => person.userId === userId)))
          return refuse({ kind: 'member_cannot_vote', field: 'members' });
        const before = await listSeated(tx, campaign);
        if (!(await claimCampaign(tx, campaign, version))) return refuse({ kind: 'stale_version' });
        await saveMembers(tx, campaign, members, now);
        await recordEvent(tx, actor, {
          noun: 'council',
          subjectId: id,
          verb: 'member_named',
          before: { members: before.map(({ personName, seat }) => `${personName} (${seat})`) },
          after: {
            members: (await listSeated(tx, campaign)).map(
              ({ personName, seat }) => `${personName} (${seat})`,
            ),
          },
        });
        return viewCouncil(tx, actor, campaign, today);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/campaigns/{id}/meetings',
      permission: 'council.manage',
      summary: 'opens a meeting of the council, or asks its members for written opinions',
      params: idSchema,
      body: meetingInputSchema,
      answer: councilSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        const campaign = await findOwn(tx, actor.unitId, id, 'stay');
        if (campaign instanceof Refused) return campaign;
        const { phase } = campaign;
        if (phase !== 'deciding' && phase !== 'published') return refuse({ kind: 'not_deciding' });
        const refusal = await refuseMeeting(tx, campaign, body);
        if (refusal) return refuse(refusal);
        const meetingId = await addMeeting(tx, campaign, actor, body);
        const after = { campaign: campaign.title, kind: body.kind, heldOn: body.heldOn };
        await recordEvent(tx, actor, {
          noun: 'council',
          subjectId: meetingId,
          verb: 'meeting_created',
          after,
        });
        return viewCouncil(tx, actor, campaign, today);
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/campaigns/{id}/meetings/{meetingId}',
      permission: 'council.manage',
      summary: 'changes who is present and the minutes, or closes the meeting, after which it stays as it is',
      params: idSchema.extend({ meetingId: z.uuid() }),
      body: meetingChangeSchema,
      answer: councilSchema,
      async run({ tx, actor, params: { id, meetingId }, body, now, today }) {
        const campaign = await findOwn(tx, actor.unitId, id, 'move');
        if (campaign instanceof Refused) return campaign;
        const before = (await listMeetings(tx, campaign)).find((meeting) => meeting.id === meetingId);
        if (!before) return refuse({ kind: 'not_found', noun: 'meeting' });
        if (before.closedAt !== null) return refuse({ kind: 'meeting_closed' });
        const refusal = await refuseMeeting(tx, campaign, body);
        if (refusal) return refuse(refusal);
        if (!(await saveMeeting(tx, campaign.hostId, meetingId, body, now)))
          return refuse({ kind: 'stale_version' });
        await recordEvent(tx, actor, {
          noun: 'council',
          subjectId: meetingId,
          verb: body.isClosed ? 'meeting_closed' : 'meeting_changed',
          before: { heldOn: before.heldOn, present: before.present, minutes: before.minutes },
          after: { heldOn: body.heldOn, present: body.present, minutes: body.minutes },
        });
        return viewCouncil(tx, actor, campaign, today);
      },
    }),
    ...itemRoutes(),
  ];
}

/** A campaign the city holds. With a lock, no step of the city or of the council comes between: `move` waits for votes too. */
async function findOwn(
  tx: Tx,
  hostId: string,
  id: string,
  lock?: 'stay' | 'move',
): Promise<Campaign | Refused<{ kind: 'not_found'; noun: 'campaign' }>> {
  if (lock) await lockCampaign(tx, id, lock);
  const campaign = await findCampaign(tx, id);
  return campaign?.hostId === hostId ? campaign : refuse({ kind: 'not_found', noun: 'campaign' });
}

async function refuseMeeting(
  tx: Tx,
  campaign: Campaign,
  { heldOn, present }: { heldOn: string; present: readonly string[] },
): Promise<CouncilProblem | undefined> {
  if (!isDay(heldOn)) return { kind: 'day_unknown', field: 'heldOn' };
  const members = new Set((await listSeated(tx, campaign)).map(({ userId }) => userId));
  return present.every((userId) => members.has(userId))
    ? undefined
    : { kind: 'present_not_a_member', field: 'present' };
}
