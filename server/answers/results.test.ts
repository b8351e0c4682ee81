import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnswerPage } from '#core/assessments/answers.ts';
import type { Comparison } from '#core/assessments/comparison.ts';
import type { Results } from '#core/ranking/results.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import {
  asCity,
  handIn,
  moveTo,
  reason,
  rule,
  seedUnits,
  setPhase,
  startCampaign,
  type TestUnits,
} from './test-conversation.ts';

let test: TestApp;
let units: TestUnits;
let before: string;
let campaignId: string;
let appraiser: string;

const kindOf = (body: unknown) => (body as { problem?: { kind: string } }).problem?.kind;
const get = (cookie: string, path = 'results', id = campaignId) =>
  test.ask(`/api/campaigns/${id}/${path}`, { cookie });
const results = async (cookie: string) => (await get(cookie)).body as Results;

/** Publishes as the city does: points of both wards, kept for good. */
async function publish(id: string, points: { ward: number; other: number }): Promise<void> {
  await setPhase(test, units, id, 'published', { appealUntil: '2027-02-26' });
  const publicationId = uuidv7();
  const decision = JSON.stringify({
    number: '1435/QĐ-UBND',
    issuer: 'UBND thành phố',
    issuedOn: '2027-02-10',
  });
  await asCity(test, units, async (tx) => {
    await tx
      .insertInto('publication')
      .values({
        unit_id: units.cityId,
        id: publicationId,
        campaign_id: id,
        number: 1,
        decision,
        published_by: 'x',
        published_by_name: 'Chủ tịch thành phố',
      })
      .execute();
    const of = { unit_id: units.cityId, publication_id: publicationId, campaign_id: id };
    const rows = [
      { assessed_id: units.wardId, unit_name: 'phường Hồ Sen', points: points.ward },
      { assessed_id: units.otherId, unit_name: 'phường Hồ Mây', points: points.other },
    ];
    await tx
      .insertInto('result')
      .values(
        rows.map((row) => ({
          ...of,
          ...row,
          fields: JSON.stringify({ I: row.points }),
          leaves: JSON.stringify({ 'I.1': row.points }),
        })),
      )
      .execute();
  });
}

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2027-02-15T03:00:00Z');
  units = await seedUnits(test);
  appraiser = await moveTo(test, await test.join(units.ward, 'viewer'), units.cityId, 'appraiser');
  before = await startCampaign(test, units, 2025);
  await publish(before, { ward: 80, other: 95 });
  campaignId = await startCampaign(test, units);
  await setPhase(test, units, campaignId, 'claiming');
  for (const unitId of [units.wardId, units.otherId])
    await handIn(test, units, campaignId, unitId, [
      { code: 'I.1', self: 100, points: 100, reasons: [] },
      { code: 'III.2', self: 0, points: -10, reasons: [reason(10, 'not_met')] },
    ]);
  await setPhase(test, units, campaignId, 'appraising');
  await rule(test, units, campaignId, {
    unitId: units.otherId,
    code: 'I.1',
    round: 'appraisal_1',
    points: 70,
    reasons: [reason(30)],
  });
});
afterAll(() => test.close());

it('stands provisionally for the city, and for nobody who sees a part alone', async () => {
  const seen = await results(units.city);
  expect(seen).toMatchObject({ isProvisional: true, maxPoints: 550, lastYear: 2025, notSubmitted: [] });
  expect(
    seen.units.map(({ name, points, place, lastPoints, lastPlace }) => [
      name,
      points,
      place,
      lastPoints,
      lastPlace,
    ]),
  ).toEqual([
    ['phường Hồ Sen', 90, 1, 80, 2],
    ['phường Hồ Mây', 60, 2, 95, 1],
  ]);
  expect(seen.units[0]?.fields).toEqual({ I: 100, II: 0, III: -10 });
  for (const cookie of [units.ward, appraiser]) {
    const refused = await get(cookie);
    expect([refused.status, kindOf(refused.body)]).toEqual([409, 'not_published']);
    expect((await get(cookie, 'results.xlsx')).status).toBe(409);
  }
});

it('is what was published, for everyone who takes part', async () => {
  await publish(campaignId, { ward: 90, other: 90 });
  for (const cookie of [units.ward, units.other, units.city, appraiser]) {
    const seen = await results(cookie);
    expect(seen.units.map(({ name, place }) => [name, place])).toEqual([
      ['phường Hồ Mây', 1],
      ['phường Hồ Sen', 1],
    ]);
    expect(seen.publications).toMatchObject([
      { number: 1, decision: { number: '1435/QĐ-UBND' }, publishedBy: 'Chủ tịch thành phố' },
    ]);
  }
  expect((await get(units.ward, 'results.xlsx')).headers.get('content-type')).toContain('spreadsheetml');
  await test.database.asSuperuser(
    'update campaign_unit set removed_at = now() where campaign_id = $1 and assessed_id = $2',
    [campaignId, units.otherId],
  );
  expect((await get(units.other)).status).toBe(404);
});

it('takes an appeal against it once, until its day, and tells last year beside it', async () => {
  const answers = async () => (await get(units.ward, 'answers')).body as AnswerPage;
  const appeal = (version: number) =>
    test.ask(`/api/campaigns/${campaignId}/appeals/I.1`, {
      method: 'PUT',
      json: { version, text: 'Đề nghị xem xét lại', askedPoints: 100 },
      cookie: units.ward,
    });
  const send = (version: number) =>
    test.ask(`/api/campaigns/${campaignId}/appeals/I.1/send`, { json: { version }, cookie: units.ward });
  expect((await answers()).clocks.appeal).toMatchObject({ until: '2027-02-26', isOver: false });
  expect((await appeal(0)).status).toBe(200);
  expect((await send(1)).status).toBe(200);
  expect(kindOf((await appeal(2)).body)).toBe('need_unmet');
  expect(kindOf((await send(2)).body)).toBe('need_unmet');
  expect((await answers()).totals).toMatchObject({ sent: 1, drafts: 0 });
  test.clock.now = new Date('2027-02-27T03:00:00Z');
  const late = await test.ask(`/api/campaigns/${campaignId}/appeals/III.2`, {
    method: 'PUT',
    json: { version: 0, text: 'Muộn' },
    cookie: units.ward,
  });
  expect(kindOf(late.body)).toBe('clock_ran_out');
  const seen = (await get(units.ward, `comparison/${units.wardId}`)).body as Comparison;
  expect(seen.lines.find(({ code }) => code === 'I.1')).toMatchObject({
    lastPoints: 80,
    columns: { final: 100 },
    appeal: { text: 'Đề nghị xem xét lại' },
  });
});
