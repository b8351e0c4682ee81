import type { Campaign, CampaignLeaf } from '#core/assessments/campaign.ts';
import { refuseVote, type Tally, tallyVotes, type VoteRefusal } from '#core/assessments/council.ts';
import type { Council, CouncilItem } from '#core/assessments/council-inputs.ts';
import { type MoveRefusal, refuseMove } from '#core/assessments/moves.ts';
import { refuseRuling } from '#core/assessments/refuse-ruling.ts';
import { mayEver } from '#core/people/permissions.ts';
import type { Role } from '#core/people/roles.ts';
import { listCampaignLeaves, listCampaignUnits } from '#server/db/campaign-rows.ts';
import { type KeptVote, listSeated, listVotes, type SeatedMember } from '#server/db/council-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import {
  fingerprintOfList,
  type LeafBeforeCouncil,
  listBeforeCouncil,
  listStanding,
} from '#server/db/leaf-cells.ts';
import { listOwnUnits, listPeopleIn } from '#server/db/people-rows.ts';
import { describeRefusal, type Refusal } from '#server/http/problems.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { councilProblems } from './problems.ts';
import { type KeptItem, type KeptMeeting, listItems, listMeetings, listRuledBy } from './store.ts';

/** Whose role lets them vote, and so sit in the council. */
export const VOTING_ROLES: readonly Role[] = ['leader', 'council'];

/** What the council of a campaign has before it. */
export type Session = {
  campaign: Campaign;
  members: SeatedMember[];
  meetings: KeptMeeting[];
  items: KeptItem[];
  votes: KeptVote[];
  /** By "unit code". */
  leaves: Map<string, LeafBeforeCouncil>;
  listPrint: string;
  scored: Map<string, CampaignLeaf>;
};

export const leafKey = (leaf: { assessedId: string; code: string }) => `${leaf.assessedId} ${leaf.code}`;

export async function findSession(tx: Tx, campaign: Campaign): Promise<Session> {
  const items = await listItems(tx, campaign);
  const wanted = items.flatMap(({ assessedId, code }) =>
    assessedId === null || code === null ? [] : [{ assessedId, code }],
  );
  const hasList = items.some(({ code }) => code === null);
  const rows = await listCampaignLeaves(tx, campaign);
  return {
    campaign,
    items,
    members: await listSeated(tx, campaign),
    meetings: await listMeetings(tx, campaign),
    votes: await listVotes(tx, campaign),
    leaves: new Map(
      wanted.length === 0
        ? []
        : (await listBeforeCouncil(tx, campaign, wanted)).map((each) => [leafKey(each), each]),
    ),
    listPrint: hasList ? fingerprintOfList(await listStanding(tx, campaign)) : '',
    scored: new Map(rows.map((row) => [row.code, row])),
  };
}

/** What a ruling on a leaf starts from: what stood before the council, or before the appeal. */
export function pointsToStartFrom({ phase }: Campaign, leaf: LeafBeforeCouncil): number | null {
  return phase === 'published' ? leaf.beforeAppeal : leaf.beforeCouncil;
}

export function tallyOf({ members, votes }: Session, meeting: KeptMeeting, { id }: KeptItem): Tally {
  return tallyVotes({
    kind: meeting.kind,
    members: members.map(({ userId }) => userId),
    present: meeting.present,
    votes: votes.filter(({ itemId }) => itemId === id),
  });
}

function isChanged({ leaves, listPrint, campaign }: Session, item: KeptItem): boolean {
  if (item.assessedId === null || item.code === null) return item.fingerprint !== listPrint;
  const leaf = leaves.get(leafKey({ assessedId: item.assessedId, code: item.code }));
  return !leaf || leaf.fingerprint !== item.fingerprint || pointsToStartFrom(campaign, leaf) !== item.from;
}

/** What stands against recording that the council decided so; the whole list is not recorded but published. */
export function refuseDecision(
  session: Session,
  meeting: KeptMeeting,
  item: KeptItem,
  { role, today }: { role: Role; today: string },
):
  | MoveRefusal
  | { kind: 'item_recorded' }
  | { kind: 'item_withdrawn' }
  | { kind: 'not_deciding' }
  | undefined {
  const { campaign, leaves, scored } = session;
  if (item.rulingId !== null) return { kind: 'item_recorded' };
  if (item.withdrawnAt !== null) return { kind: 'item_withdrawn' };
  const { assessedId, code, points } = item;
  if (assessedId === null || code === null || points === null) return { kind: 'not_deciding' };
  const leaf = leaves.get(leafKey({ assessedId, code }));
  const { hasQuorum, isAdopted } = tallyOf(session, meeting, item);
  const rule = scored.get(code);
  const facts = {
    is_submitted: leaf !== undefined,
    was_appealed: leaf?.isAppealed ?? false,
    has_quorum: hasQuorum,
    council_adopted: isAdopted,
    is_fresh: !isChanged(session, item),
    sum_matches: rule !== undefined && refuseRuling(rule, item.from, { ...item, points }) === undefined,
  };
  const situation = { stage: campaign.phase, role, today, facts };
  return campaign.phase === 'published'
    ? refuseMove('decide_appeal', situation)
    : refuseMove('decide', situation);
}

/** What stands between a person and voting on a proposal. */
export type Voter = { userId: string; ownUnits: readonly string[]; ruled: ReadonlySet<string> };

/** Asked in the person's own session: nobody else's sees all units they belong to. */
export async function findVoter(tx: Tx, campaign: Campaign, userId: string): Promise<Voter> {
  return { userId, ownUnits: await listOwnUnits(tx, userId), ruled: await listRuledBy(tx, campaign, userId) };
}

export function refuseVoteOf(
  { members, campaign }: Session,
  meeting: KeptMeeting,
  item: KeptItem,
  { userId, ownUnits, ruled }: Voter,
): VoteRefusal | undefined {
  const { assessedId, code } = item;
  return refuseVote({
    isMember: members.some((member) => member.userId === userId),
    isClosed: meeting.closedAt !== null,
    isWithdrawn: item.withdrawnAt !== null,
    isRecorded: item.rulingId !== null,
    kind: meeting.kind,
    isPresent: meeting.present.includes(userId),
    hasRuled: assessedId !== null && code !== null && ruled.has(leafKey({ assessedId, code })),
    // Everyone in the council belongs to the city itself, which is no assessed unit.
    isOwnUnit: assessedId !== null && assessedId !== campaign.hostId && ownUnits.includes(assessedId),
  });
}

function said(refusal: Refusal | undefined): CouncilItem['voteRefusal'] {
  if (!refusal) return null;
  const { kind, vi, en } = describeRefusal(refusal, councilProblems).body.problem;
  return { kind, vi, en };
}

/** The council of a campaign as one person sees it. */
export async function viewCouncil(
  tx: Tx,
  actor: SignedInActor,
  campaign: Campaign,
  today: string,
): Promise<Council> {
  const session = await findSession(tx, campaign);
  const voter = await findVoter(tx, campaign, actor.userId);
  const names = new Map(
    (await listCampaignUnits(tx, campaign)).map((unit) => [unit.assessedId, unit.unitName]),
  );
  const mayManage = mayEver(actor.role, 'council.manage');
  const itemsByMeeting = Map.groupBy(session.items, ({ meetingId }) => meetingId);
  const votesByItem = Map.groupBy(session.votes, ({ itemId }) => itemId);
  const itemOf = (meeting: KeptMeeting, item: KeptItem): CouncilItem => {
    const votes = votesByItem.get(item.id) ?? [];
    const { assessedId, code, from, points, reasons } = item;
    const rule = session.scored.get(code ?? '');
    return {
      id: item.id,
      leaf:
        assessedId === null || code === null || points === null
          ? null
          : {
              assessedId,
              code,
              from,
              points,
              reasons,
              unitName: names.get(assessedId) ?? '',
              title: rule?.title ?? code,
              maxPoints: rule?.maxPoints ?? 0,
            },
      note: item.note,
      isWithdrawn: item.withdrawnAt !== null,
      isRecorded: item.rulingId !== null,
      isChanged: item.rulingId === null && isChanged(session, item),
      tally: tallyOf(session, meeting, item),
      votes: votes.map(({ personName, choice, note }) => ({ personName, choice, note })),
      myVote: votes.find(({ userId }) => userId === actor.userId)?.choice ?? null,
      voteRefusal: said(refuseVoteOf(session, meeting, item, voter)),
      decideRefusal:
        code === null ? null : said(refuseDecision(session, meeting, item, { role: actor.role, today })),
    };
  };
  return {
    members: session.members,
    candidates: mayManage ? await listPeopleIn(tx, actor.unitId, VOTING_ROLES) : [],
    isMember: session.members.some(({ userId }) => userId === actor.userId),
    meetings: session.meetings.map((meeting) => ({
      ...meeting,
      items: (itemsByMeeting.get(meeting.id) ?? []).map((item) => itemOf(meeting, item)),
    })),
  };
}
