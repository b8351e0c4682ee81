import { sql } from 'kysely';
import type { Campaign } from '#core/assessments/campaign.ts';
import { type MeetingKind, type Seat, tallyVotes, type VoteChoice } from '#core/assessments/council.ts';
import { asSystem, type Tx } from './in-unit.ts';
import { fingerprintOfList, listStanding } from './leaf-cells.ts';

type OfCampaign = Pick<Campaign, 'id' | 'hostId'>;

export type SeatedMember = { userId: string; personName: string; seat: Seat };

/** The present members of the council of a campaign, the chair first. Narrow roles know them by name, and nobody else. */
export async function listSeated(tx: Tx, { id, hostId }: OfCampaign): Promise<SeatedMember[]> {
  const { rows } = await asSystem(tx, () =>
    sql<SeatedMember>`
    select c.user_id as "userId", m.person_name as "personName", c.seat
    from council_member c join membership m on m.unit_id = c.unit_id and m.user_id = c.user_id
    where c.unit_id = ${hostId} and c.campaign_id = ${id} and c.ended_at is null
    order by array_position(array['chair', 'vice', 'member', 'secretary'], c.seat), m.person_name`.execute(
      tx,
    ),
  );
  return rows;
}

export type KeptVote = {
  itemId: string;
  userId: string;
  personName: string;
  choice: VoteChoice;
  note: string;
};

/** The newest vote of each person on each proposal of a campaign, or of one meeting. */
export async function listVotes(tx: Tx, { id, hostId }: OfCampaign, meetingId?: string): Promise<KeptVote[]> {
  const { rows } = await asSystem(tx, () =>
    sql<KeptVote>`
    select distinct on (v.item_id, v.user_id) v.item_id as "itemId", v.user_id as "userId",
      coalesce(m.person_name, v.user_id) as "personName", v.choice, v.note
    from council_vote v
    join council_item i on i.unit_id = v.unit_id and i.id = v.item_id
    left join membership m on m.unit_id = v.unit_id and m.user_id = v.user_id
    where v.unit_id = ${hostId} and i.campaign_id = ${id}
      and (${meetingId ?? null}::uuid is null or i.meeting_id = ${meetingId ?? null}::uuid)
    order by v.item_id, v.user_id, v.id desc`.execute(tx),
  );
  return rows;
}

type OpenItem = {
  id: string;
  isList: boolean;
  fingerprint: string;
  rulingId: string | null;
  kind: MeetingKind;
  present: string[];
  /** Those of a closed meeting; null while it is open. */
  members: string[] | null;
};

/**
 * How the council stands to publishing: whether a vote on the whole list exactly as it stands now was adopted, and
 * how many adopted proposals on single leaves still wait to be recorded.
 */
export async function findListVote(
  tx: Tx,
  campaign: OfCampaign,
): Promise<{ hasQuorum: boolean; isListAdopted: boolean; waiting: number }> {
  const { rows } = await sql<OpenItem>`
    select i.id, i.code is null as "isList", i.fingerprint, i.ruling_id as "rulingId", m.kind, m.present, m.members
    from council_item i join council_meeting m on m.unit_id = i.unit_id and m.id = i.meeting_id
    where i.unit_id = ${campaign.hostId} and i.campaign_id = ${campaign.id} and i.withdrawn_at is null
    order by i.id`.execute(tx);
  const seated = (await listSeated(tx, campaign)).map(({ userId }) => userId);
  const votes = Map.groupBy(await listVotes(tx, campaign), ({ itemId }) => itemId);
  const tallied = rows.map((item) => ({
    ...item,
    ...tallyVotes({
      kind: item.kind,
      members: item.members ?? seated,
      present: item.present,
      votes: votes.get(item.id) ?? [],
    }),
  }));
  const last = tallied.findLast(({ isList }) => isList);
  const isCurrent =
    last?.isAdopted === true && last.fingerprint === fingerprintOfList(await listStanding(tx, campaign));
  return {
    hasQuorum: last?.hasQuorum ?? tallied.some(({ hasQuorum }) => hasQuorum),
    isListAdopted: isCurrent,
    waiting: tallied.filter(({ isList, rulingId, isAdopted }) => !isList && rulingId === null && isAdopted)
      .length,
  };
}
