import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CampaignLeaf } from '#core/assessments/campaign.ts';
import type {
  Appraisers,
  CampaignLine,
  CampaignUnits,
  Publication,
} from '#core/assessments/campaign-inputs.ts';
import type { Me } from '#core/people/member.ts';
import { lockCampaign } from '#server/db/campaign-rows.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { kindOf, needOf, openTestCity, type TestCity } from './test-city.ts';

let city: TestCity;
let campaign: CampaignLine;
let leaves: CampaignLeaf[];
let appraiser: string;
let viewer: string;
let member: string;

beforeAll(async () => {
  city = await openTestCity();
  appraiser = await city.test.join(city.focal, 'appraiser');
  viewer = await city.test.join(city.focal, 'viewer');
  member = await city.test.join(city.focal, 'council');
  campaign = await city.newCampaign();
  leaves = await city.leavesOf(campaign.id);
});
afterAll(() => city.test.close());

const scorer = (code: string) => leaves.find((leaf) => leaf.code === code)?.scoredBy;
const idOf = async (cookie: string) => ((await city.test.ask('/api/me', { cookie })).body as Me).userId;
const unitsOf = async () =>
  (await city.test.ask(`/api/campaigns/${campaign.id}/units`, { cookie: city.focal })).body as CampaignUnits;

describe('a campaign', () => {
  it('copies the published criteria, each with who scores it', () => {
    expect(leaves).toHaveLength(95);
    expect(scorer('I.1.1')).toBe('self');
    expect(leaves.filter(({ scoredBy }) => scoredBy === 'outside').map(({ code }) => code)).toContain(
      'VIII.3.1',
    );
    expect(new Set(leaves.map(({ scoredBy }) => scoredBy))).toEqual(
      new Set(['self', 'survey', 'outside', 'bonus', 'penalty']),
    );
  });

  it.each([
    ['a viewer', () => viewer],
    ['an appraiser', () => appraiser],
    ['a council member', () => member],
  ])('is not made by %s', async (_, cookie) => {
    const { status } = await city.post('/api/campaigns', { year: 2026 }, cookie());
    expect(status).toBe(403);
  });

  it.each([
    ['days out of order', { claimUntil: '2026-12-20', appraiseUntil: '2026-12-01' }, 'calendar_out_of_order'],
    ['a day no calendar has', { claimUntil: '2026-02-30' }, 'day_unknown'],
    ['no days to explain', { explainDays: 0 }, 'bad_input'],
    ['days beyond what a column holds', { explainDays: 1e9 }, 'bad_input'],
  ])('refuses %s', async (_, calendar, kind) => {
    const body = await city.newCampaign(calendar);
    expect(kindOf(body)).toBe(kind);
  });

  it('takes the criteria of the own plan only where there is one', async () => {
    const json = { year: 2026, title: 'Đợt thử', decision: {}, calendar: {}, criteria: { from: 'plan' } };
    expect(kindOf((await city.post('/api/campaigns', json)).body)).toBe('no_plan');
  });

  it('lets who scores a leaf be put right while it is prepared', async () => {
    const path = `/api/campaigns/${campaign.id}/leaves`;
    const change = (code: string, version: number) =>
      city.post(path, { leaves: [{ code, scoredBy: 'appraiser' }], version }, city.focal, 'PATCH');
    expect((await change('I.1.1', 1)).status).toBe(200);
    expect(kindOf((await change('I.1.1', 1)).body)).toBe('stale_version');
    expect(kindOf((await change('I.1', 2)).body)).toBe('leaf_unknown');
    leaves = await city.leavesOf(campaign.id);
    expect(scorer('I.1.1')).toBe('appraiser');
  });

  it('is not opened before it has units', async () => {
    const { status, body } = await city.move(campaign.id, 'open');
    expect([status, needOf(body)]).toEqual([422, 'has_units']);
    const { moves } = await city.overview(campaign.id);
    expect(moves.map(({ move, refusal }) => [move, refusal?.kind])).toEqual([['open', 'need_unmet']]);
  });

  it('assesses children of the city and nobody else', async () => {
    const stranger = await city.choose(campaign.id, [city.cityId]);
    expect(kindOf(stranger.body)).toBe('unit_unknown');
    const chosen = await city.choose(campaign.id, city.wardIds.slice(0, 2));
    expect((chosen.body as CampaignUnits).others.map(({ unitName }) => unitName)).toEqual(['xã Cổ Loa']);
    await city.choose(campaign.id, city.wardIds);
  });

  it('is moved by whoever may, and by one of two at once', async () => {
    expect((await city.move(campaign.id, 'open', viewer)).status).toBe(403);
    const { version } = await city.overview(campaign.id);
    const twice = await Promise.all(
      [1, 2].map(() => city.post(`/api/campaigns/${campaign.id}/moves`, { move: 'open', version })),
    );
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { phase } = await city.overview(campaign.id);
    expect(phase).toBe('claiming');
  });
});

describe('the work of appraisers', () => {
  const give = async (code: string | null, assessedId: string | null) =>
    city.post(`/api/campaigns/${campaign.id}/assignments`, {
      userId: await idOf(appraiser),
      code,
      assessedId,
    });

  it('is given by field, criterion or unit, and what nobody has is named', async () => {
    const given = (await give('VII', null)).body as Appraisers;
    const ofField = leaves.filter(({ code }) => code.startsWith('VII.')).length;
    const own = given.appraisers.find(({ assignments }) => assignments.length > 0)!;
    expect(own).toMatchObject({ given: ofField * 3, done: 0, left: ofField * 3 });
    expect(given.gaps).toHaveLength(95 - ofField);
    expect(kindOf((await give('VII', null)).body)).toBe('assigned_already');
    expect(kindOf((await give('VII.99', null)).body)).toBe('leaf_unknown');
    expect(kindOf((await give(null, city.cityId)).body)).toBe('unit_unknown');
  });

  it('leaves out a unit the appraiser declares a conflict with', async () => {
    const json = {
      userId: await idOf(appraiser),
      assessedId: city.wardIds[0],
      reason: 'Vợ là cán bộ của phường',
    };
    const path = `/api/campaigns/${campaign.id}/conflicts`;
    const declared = await city.post(path, json, appraiser);
    expect(declared.status).toBe(200);
    const [own] = (declared.body as Appraisers).appraisers;
    expect(own).toMatchObject({ conflicts: [{ unitName: 'phường An Bình' }] });
    expect(kindOf((await city.post(path, json, appraiser)).body)).toBe('conflict_known');
    const forOther = { ...json, userId: await idOf(city.focal) };
    expect((await city.post(path, forOther, appraiser)).status).toBe(403);
  });

  it('shows an appraiser only the own part', async () => {
    const seen = (await city.test.ask(`/api/campaigns/${campaign.id}/appraisers`, { cookie: appraiser }))
      .body as Appraisers;
    expect(seen.appraisers).toHaveLength(1);
    expect(seen.gaps).toEqual([]);
    expect((await city.test.ask(`/api/campaigns/${campaign.id}/units`, { cookie: appraiser })).status).toBe(
      403,
    );
  });
});

/** Whether somebody waits for the lock that keeps a campaign where it is. */
async function hasWaiting(): Promise<boolean> {
  const waiting = await city.test.database.asSuperuser(
    "select from pg_locks where locktype = 'advisory' and not granted",
  );
  return waiting.length > 0;
}

describe('from the first submission to the second appraisal', () => {
  it('waits for a unit in the middle of something, and sees what it did', async () => {
    const unitId = city.wardIds[0]!;
    await city.submit(campaign.id, unitId, leaves);
    let moving: ReturnType<typeof city.move> | undefined;
    await inUnit(city.test.database.kysely, { unitId, role: 'focal', userId: 'x' }, async (tx) => {
      await lockCampaign(tx, campaign.id, 'stay');
      moving = city.move(campaign.id, 'start_appraisal');
      await vi.waitUntil(hasWaiting, { timeout: 15_000 });
      await tx.updateTable('submission').set({ withdrawn_at: '2026-12-02' }).execute();
      await tx.updateTable('submitted_leaf').set({ withdrawn_at: '2026-12-02' }).execute();
    });
    expect(needOf((await moving)?.body)).toBe('has_submissions');
    await city.test.database.asSuperuser('delete from submitted_leaf');
    await city.test.database.asSuperuser('delete from submission');
  });

  it('needs a submission to begin', async () => {
    expect(needOf((await city.move(campaign.id, 'start_appraisal')).body)).toBe('has_submissions');
    for (const id of city.wardIds.slice(0, 2)) await city.submit(campaign.id, id, leaves);
    expect(await city.overview(campaign.id)).toMatchObject({ units: 3, submitted: 2 });
    const removed = await city.choose(campaign.id, city.wardIds.slice(1));
    expect(kindOf(removed.body)).toBe('unit_submitted');
    expect((await city.move(campaign.id, 'start_appraisal')).status).toBe(200);
  });

  it('is not released while a leaf is open or a unit may still hand in', async () => {
    for (const id of city.wardIds.slice(0, 2)) await city.appraise(campaign.id, id, { 'I.2': 40 });
    expect(needOf((await city.move(campaign.id, 'release')).body)).toBe('all_appraised');
    const late = (await unitsOf()).units.find(({ submittedAt }) => submittedAt === null)!;
    const path = `/api/campaigns/${campaign.id}/units/${late.assessedId}/graces`;
    const grace = {
      clock: 'claim',
      until: '2026-12-22',
      paper: { number: '77/UBND', issuer: '', issuedOn: null },
      version: late.version,
    };
    expect((await city.post(path, grace)).status).toBe(200);
    expect(kindOf((await city.post(path, grace)).body)).toBe('grace_not_later');
    expect(kindOf((await city.post(path, { ...grace, clock: 'explain' })).body)).toBe('grace_without_clock');
    city.test.clock.now = new Date('2026-12-21T03:00:00Z');
    expect(needOf((await city.move(campaign.id, 'release')).body)).toBe('all_appraised');
    city.test.clock.now = new Date('2026-12-23T03:00:00Z');
    expect((await city.move(campaign.id, 'release')).status).toBe(200);
    // Five working days after Wednesday 23 December 2026, over the week-end.
    expect((await city.overview(campaign.id)).calendar.explainUntil).toBe('2026-12-30');
  });

  it('counts what was cut, and goes on once every unit has answered', async () => {
    const { counts, fields } = await city.overview(campaign.id);
    expect(counts).toMatchObject({ leaves: 190, ruled: 190, open: 2, answered: 0 });
    expect(fields.map(({ open }) => open).slice(0, 2)).toEqual([2, 0]);
    expect(needOf((await city.move(campaign.id, 'start_second')).body)).toBe('explaining_is_over');
    for (const id of city.wardIds.slice(0, 2)) await city.answer(campaign.id, id, 'I.2');
    expect((await city.move(campaign.id, 'start_second')).status).toBe(200);
  });

  it('convenes the council once every answer was ruled on', async () => {
    expect(needOf((await city.move(campaign.id, 'convene')).body)).toBe('all_answered');
    for (const unitId of city.wardIds.slice(0, 2))
      await city.reappraise(campaign.id, { unitId, code: 'I.2', from: 60, points: 60 });
    expect((await city.move(campaign.id, 'convene')).status).toBe(200);
    expect(needOf((await city.move(campaign.id, 'publish')).body)).toBe('has_quorum');
  });
});

describe('what is published', () => {
  it('is nothing before the council has adopted the list', async () => {
    const { body } = await city.test.ask(`/api/campaigns/${campaign.id}/publications`, { cookie: viewer });
    expect(body as Publication[]).toEqual([]);
  });
});

describe('the city beside it', () => {
  it.each([
    ['the campaign', ''],
    ['its units', '/units'],
    ['its appraisers', '/appraisers'],
    ['its council', '/council'],
    ['its publications', '/publications'],
  ])('finds nothing of %s', async (_, below) => {
    const [other] = await city.test.database.asSuperuser<{ id: string }>(
      "insert into unit (id, path, kind, name) values (gen_random_uuid(), 'x', 'city', 'thành phố Khác') returning id",
    );
    const foreign = await city.test.join(city.focal, 'focal');
    await city.test.database.asSuperuser('update membership set unit_id = $1 where user_id = $2', [
      other!.id,
      await idOf(foreign),
    ]);
    const { status } = await city.test.ask(`/api/campaigns/${campaign.id}${below}`, { cookie: foreign });
    expect(status).toBe(404);
  });
});
