import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignLeaf } from '#core/assessments/campaign.ts';
import type { CampaignLine, Publication } from '#core/assessments/campaign-inputs.ts';
import type { Council, Meeting } from '#core/assessments/council-inputs.ts';
import type { Me } from '#core/people/member.ts';
import { kindOf, needOf, openTestCity, type TestCity } from '#server/campaigns/test-city.ts';

let city: TestCity;
let campaign: CampaignLine;
let leaves: CampaignLeaf[];
let members: string[];
let ids: string[];
let path: string;

const idOf = async (cookie: string) => ((await city.test.ask('/api/me', { cookie })).body as Me).userId;

beforeAll(async () => {
  city = await openTestCity();
  members = [];
  for (const role of ['leader', 'council', 'council']) members.push(await city.test.join(city.focal, role));
  ids = await Promise.all(members.map(idOf));
  campaign = await city.newCampaign();
  path = `/api/campaigns/${campaign.id}`;
  leaves = await city.leavesOf(campaign.id);
  await city.choose(campaign.id, city.wardIds);
  await city.move(campaign.id, 'open');
  for (const id of city.wardIds.slice(0, 2)) await city.submit(campaign.id, id, leaves);
  await city.move(campaign.id, 'start_appraisal');
  for (const id of city.wardIds.slice(0, 2)) await city.appraise(campaign.id, id);
  city.test.clock.now = new Date('2026-12-23T03:00:00Z');
  await city.move(campaign.id, 'release');
  await city.move(campaign.id, 'start_second');
});
afterAll(() => city.test.close());

const see = async (cookie = city.focal) =>
  (await city.test.ask(`${path}/council`, { cookie })).body as Council;
const name = async (seats: string[]) => {
  const { version } = await city.overview(campaign.id);
  const named = seats.map((seat, index) => ({ userId: ids[index], seat }));
  return city.post(`${path}/council/members`, { members: named, version }, city.focal, 'PUT');
};
const latest = (body: unknown) => (body as Council).meetings[0] as Meeting;
const meet = (present = ids, kind = 'meeting') =>
  city.post(`${path}/meetings`, { kind, heldOn: '2026-12-28', present });
const propose = (meeting: Meeting, leaf: object | null) =>
  city.post(`${path}/meetings/${meeting.id}/items`, { leaf, note: 'Đề nghị của tổ thẩm định' });
const vote = (itemId: string, cookie: string, choice = 'for') =>
  city.post(`${path}/council-items/${itemId}/votes`, { choice }, cookie);
const decide = (itemId: string) => city.post(`${path}/council-items/${itemId}/decide`);
const cut = (points: number) => ({
  assessedId: city.wardIds[0],
  code: 'I.2',
  points: 100 - points,
  reasons: [{ points, cause: 'late', text: 'Báo cáo quý chậm hai ngày' }],
});
/** The whole list put to a new meeting and adopted by everybody. */
async function adoptList(): Promise<void> {
  const meeting = latest((await meet()).body);
  const item = latest((await propose(meeting, null)).body).items.at(-1)!;
  for (const cookie of members) await vote(item.id, cookie);
}

describe('the council', () => {
  it('is made of people whose role lets them vote, with one chair', async () => {
    expect(kindOf((await name(['chair', 'chair'])).body)).toBe('chair_twice');
    const { version } = await city.overview(campaign.id);
    const json = { members: [{ userId: await idOf(city.focal), seat: 'secretary' }], version };
    const focal = await city.post(`${path}/council/members`, json, city.focal, 'PUT');
    expect(kindOf(focal.body)).toBe('member_cannot_vote');
    const named = await name(['chair', 'vice', 'member']);
    expect((named.body as Council).members.map(({ seat }) => seat)).toEqual(['chair', 'vice', 'member']);
  });

  it('does not meet, and sees nothing, before its time', async () => {
    expect(kindOf((await meet()).body)).toBe('not_deciding');
    expect((await city.test.ask(`${path}/council`, { cookie: members[1]! })).status).toBe(404);
    await city.move(campaign.id, 'convene');
    expect(await see(members[1])).toMatchObject({ isMember: true, members: (await see()).members });
    const stranger = await city.test.join(city.focal, 'council');
    expect((await city.test.ask(`${path}/council`, { cookie: stranger })).status).toBe(404);
  });

  it('is asked only what adds up', async () => {
    expect(kindOf((await meet(['nobody'])).body)).toBe('present_not_a_member');
    const meeting = latest((await meet(ids.slice(0, 2))).body);
    const wrong = { ...cut(20), points: 70 };
    expect(kindOf((await propose(meeting, wrong)).body)).toBe('reasons_do_not_add_up');
    expect(kindOf((await propose(meeting, { ...cut(20), points: 900, reasons: [] })).body)).toBe(
      'points_out_of_range',
    );
    expect(kindOf((await propose(meeting, { ...cut(20), assessedId: city.wardIds[2] })).body)).toBe(
      'leaf_unknown',
    );
    expect((await propose(meeting, cut(20))).status).toBe(200);
  });

  it('votes by its members who are there, and the newest vote counts', async () => {
    const item = latest(await see()).items[0]!;
    expect(kindOf((await vote(item.id, members[2]!)).body)).toBe('not_present');
    expect((await vote(item.id, city.focal)).status).toBe(403);
    await vote(item.id, members[0]!, 'against');
    await vote(item.id, members[1]!);
    expect(needOf((await decide(item.id)).body)).toBe('council_adopted');
    const voted = latest((await vote(item.id, members[0]!)).body).items[0]!;
    expect(voted).toMatchObject({ myVote: 'for', tally: { for: 2, present: 2, isAdopted: true } });
  });

  it('keeps out whoever belongs to the unit or ruled on the leaf', async () => {
    const item = latest(await see()).items[0]!;
    await city.test.database.asSuperuser(
      "insert into membership (unit_id, user_id, role, person_name, created_at) values ($1, $2, 'viewer', 'x', now() + interval '1 day')",
      [city.wardIds[0], ids[0]],
    );
    expect(kindOf((await vote(item.id, members[0]!, 'against')).body)).toBe('own_unit');
    await city.test.database.asSuperuser('delete from membership where unit_id = $1', [city.wardIds[0]]);
    await city.test.database.asSuperuser(
      "update ruling set judged_by = $1 where assessed_id = $2 and code = 'I.2'",
      [ids[1], city.wardIds[0]],
    );
    expect(kindOf((await vote(item.id, members[1]!, 'against')).body)).toBe('ruled_on_it');
  });

  it('decides once, and the list adopted before is no longer the one that stands', async () => {
    const [meeting] = (await see()).meetings as [Meeting];
    const item = meeting.items[0]!;
    const list = latest((await propose(meeting, null)).body).items.at(-1)!;
    for (const cookie of members.slice(0, 2)) await vote(list.id, cookie);
    expect(needOf((await city.move(campaign.id, 'publish')).body)).toBe('council_adopted_all');
    const twice = await Promise.all([decide(item.id), decide(item.id)]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(kindOf((await vote(item.id, members[0]!, 'against')).body)).toBe('item_recorded');
    const items = latest(await see()).items;
    expect(items.map(({ isRecorded, isChanged }) => [isRecorded, isChanged])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(needOf((await city.move(campaign.id, 'publish')).body)).toBe('council_adopted_all');
  });

  it('changes nothing of a closed meeting', async () => {
    const meeting = latest(await see());
    const json = { ...meeting, minutes: 'Biên bản phiên họp', isClosed: true };
    const close = () => city.post(`${path}/meetings/${meeting.id}`, json, city.focal, 'PATCH');
    expect(latest((await close()).body)).toMatchObject({ minutes: 'Biên bản phiên họp', version: 2 });
    expect(kindOf((await close()).body)).toBe('meeting_closed');
    expect(kindOf((await propose(meeting, null)).body)).toBe('meeting_closed');
    expect(kindOf((await vote(meeting.items[1]!.id, members[0]!)).body)).toBe('meeting_closed');
  });

  it('counts every vote that was cast: no voter is left out, of an open meeting or later of a closed one', async () => {
    const meeting = latest((await meet()).body);
    const item = latest((await propose(meeting, null)).body).items.at(-1)!;
    await vote(item.id, members[0]!);
    await vote(item.id, members[1]!, 'against');
    await vote(item.id, members[2]!, 'against');
    const change = (present: string[], isClosed: boolean) =>
      city.post(`${path}/meetings/${meeting.id}`, { ...meeting, present, isClosed }, city.focal, 'PATCH');
    expect(kindOf((await change(ids.slice(0, 1), false)).body)).toBe('voter_left_out');
    expect(kindOf((await name(['chair'])).body)).toBe('voter_left_out');
    await change(ids, true);
    await name(['chair']);
    const { tally } = latest(await see()).items.at(-1)!;
    expect(tally).toMatchObject({ for: 1, against: 2, members: 3, isAdopted: false });
    expect(latest(await see(members[0])).items.at(-1)!.tally).toEqual(tally);
    await name(['chair', 'vice', 'member']);
  });
});

describe('the publication', () => {
  const published = async () =>
    (await city.test.ask(`${path}/publications`, { cookie: city.focal })).body as Publication[];

  it('gives every unit that handed in its result, and names the one that did not', async () => {
    await adoptList();
    expect((await city.move(campaign.id, 'publish', members[0])).status).toBe(200);
    const [first] = await published();
    expect(first).toMatchObject({ number: 1, notSubmitted: ['xã Cổ Loa'] });
    const points = first!.results.map((result) => result.points);
    expect(points[0]! - points[1]!).toBe(20);
    for (const { points: total, fields } of first!.results)
      expect(Object.values(fields).reduce((sum, each) => sum + each, 0)).toBe(total);
    expect((await city.overview(campaign.id)).calendar.appealUntil).not.toBeNull();
  });

  it('is changed by nothing but another one, after an appeal and with a reason', async () => {
    expect(needOf((await city.move(campaign.id, 'publish_again')).body)).toBe('something_changed');
    const meeting = latest((await meet()).body);
    const back = {
      ...cut(20),
      points: 100,
      reasons: [{ points: -20, cause: 'granted', text: 'Kiến nghị có cơ sở' }],
    };
    expect(kindOf((await propose(meeting, back)).body)).toBe('not_appealed');
    await city.answer(campaign.id, city.wardIds[0]!, 'I.2', 'appeal');
    const item = latest((await propose(meeting, back)).body).items[0]!;
    for (const cookie of [members[0]!, members[2]!]) await vote(item.id, cookie);
    expect((await decide(item.id)).status).toBe(200);
    expect(needOf((await city.move(campaign.id, 'publish_again')).body)).toBe('has_reason');
    const again = await city.move(campaign.id, 'publish_again', city.focal, { reason: 'Sau kiến nghị' });
    expect(again.status).toBe(200);
    const both = await published();
    expect(both.map(({ number, results }) => [number, results[0]!.points - results[1]!.points])).toEqual([
      [2, 0],
      [1, 20],
    ]);
  });
});
