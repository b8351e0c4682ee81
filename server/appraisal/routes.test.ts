import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  AppraisedClaim,
  AppraisedLeaf,
  ColumnOutcome,
  MyAppraisal,
} from '#core/assessments/appraisal.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { assign, seedCity, type TestCity } from './test-city.ts';

let test: TestApp;
let city: TestCity;
let focal: string;
/** Given I.1 and the survey's leaf of all units. */
let appraiser: string;
/** Given field II. */
let other: string;

const base = () => `/api/campaigns/${city.campaignId}/appraisal`;
const kindOf = (body: unknown) => (body as { problem?: { kind: string } }).problem?.kind;
const needOf = (body: unknown) => (body as { problem: { need?: string } }).problem.need;

async function userIdOf(cookie: string): Promise<string> {
  return ((await test.ask('/api/me', { cookie })).body as { userId: string }).userId;
}

async function look(unitId: string, code = 'I.1', cookie = appraiser): Promise<AppraisedClaim> {
  const { status, body } = await test.ask(`${base()}/${code}/${unitId}`, { cookie });
  expect(status).toBe(200);
  return body as AppraisedClaim;
}

/** A ruling on what lies there now, unless a property says otherwise. */
async function rule(unitId: string, changed: object, { code = 'I.1', cookie = appraiser } = {}) {
  const { unit, fingerprint } = await look(unitId, code, cookie);
  const input = { points: 80, judged: fingerprint, previousId: unit.rulingId, ...changed };
  return test.ask(`${base()}/${code}/${unitId}`, { json: input, cookie });
}

const reason = (points: number) => ({ points, cause: 'no_proof', text: 'Không có tài liệu kiểm chứng' });

beforeAll(async () => {
  test = await createTestApp();
  const administrator = await test.setUp('city');
  focal = await test.join(administrator, 'focal');
  appraiser = await test.join(administrator, 'appraiser');
  other = await test.join(administrator, 'appraiser');
  city = await seedCity(test);
  await assign(test, city, await userIdOf(appraiser), 'I.1');
  await assign(test, city, await userIdOf(appraiser), city.surveyCode);
  await assign(test, city, await userIdOf(other), 'II');
});
afterAll(() => test.close());

describe('what an appraiser is given', () => {
  it('is listed with how far they are', async () => {
    const { body } = await test.ask(base(), { cookie: appraiser });
    const { leaves, round } = body as MyAppraisal;
    expect(round).toBe('appraisal_1');
    expect(leaves.map(({ code, submitted, due, ruled }) => [code, submitted, due, ruled])).toEqual([
      ['I.1', 3, 3, 0],
      ['IV.1', 3, 3, 0],
    ]);
  });

  it('is everything for the focal officer of the city to whom nothing was given', async () => {
    const { leaves } = (await test.ask(base(), { cookie: focal })).body as MyAppraisal;
    expect(leaves).toHaveLength(5);
  });

  it('opens with one row a unit, and the claim itself beside it', async () => {
    const { body } = await test.ask(`${base()}/I.1`, { cookie: appraiser });
    const { units, move } = body as AppraisedLeaf;
    expect(units).toHaveLength(3);
    expect(units[0]).toMatchObject({
      claimedPoints: 80,
      lastPoints: 75,
      proofs: 2,
      points: 80,
      state: 'open',
    });
    expect(move).toEqual({ move: 'appraise', refusal: null });
    const { content } = await look(city.unitIds[0]!);
    expect(content?.proofs[0]).toMatchObject({ page: 1, section: 'Mục II' });
  });

  it('is all they see: another field is not there', async () => {
    for (const path of ['/II.1', `/II.1/${city.unitIds[0]}`]) {
      expect((await test.ask(base() + path, { cookie: appraiser })).status).toBe(404);
    }
    const { leaves } = (await test.ask(base(), { cookie: other })).body as MyAppraisal;
    expect(leaves.map(({ code }) => code)).toEqual(['II.1']);
  });

  it('is nothing for other roles', async () => {
    const viewer = await test.join(await adminAgain(), 'viewer');
    expect((await test.ask(base(), { cookie: viewer })).status).toBe(403);
  });
});

/** The administrator's session is needed once more; signing in again is what a person does. */
async function adminAgain(): Promise<string> {
  const json = { username: 'dau.moi', password: 'mật khẩu dài hơn mười bốn' };
  return (await test.ask('/api/session', { json })).cookie;
}

describe('a ruling', () => {
  it('is kept, counted and shown with its reason', async () => {
    const unitId = city.unitIds[0]!;
    const { status, body } = await rule(unitId, { points: 50, reasons: [reason(20), reason(10)] });
    expect(status).toBe(200);
    const { unit, claim } = body as { unit: object; claim: AppraisedClaim };
    expect(unit).toMatchObject({ points: 50, from: 80, state: 'cut', isChanged: false });
    expect(claim.rulings).toHaveLength(1);
    const { leaves } = (await test.ask(base(), { cookie: appraiser })).body as MyAppraisal;
    expect(leaves[0]).toMatchObject({ ruled: 1, cut: 1 });
    const { ownReasons } = (await test.ask(`${base()}/I.1`, { cookie: appraiser })).body as AppraisedLeaf;
    expect(ownReasons).toEqual([{ cause: 'no_proof', text: 'Không có tài liệu kiểm chứng' }]);
  });

  it('never overwrites: the newest counts, the one before stays', async () => {
    const unitId = city.unitIds[0]!;
    expect((await rule(unitId, { question: 'Nộp bản ký?' })).status).toBe(200);
    const { rulings, unit } = await look(unitId);
    expect(rulings.map(({ points }) => points)).toEqual([50, 80]);
    expect(unit.state).toBe('asked');
  });

  it.each<[string, object, number, string, string?]>([
    [
      'of another claim than lies there now is refused',
      { judged: 'x'.repeat(64) },
      422,
      'need_unmet',
      'is_fresh',
    ],
    [
      'whose reasons do not add up is refused',
      { points: 50, reasons: [reason(20)] },
      422,
      'reasons_do_not_add_up',
    ],
    ['that changes points without any reason is refused', { points: 70 }, 422, 'reasons_do_not_add_up'],
    ['above the maximum is refused', { points: 101, reasons: [reason(-21)] }, 422, 'points_out_of_range'],
    ['below zero is refused', { points: -1, reasons: [reason(81)] }, 422, 'points_out_of_range'],
    ['of a thousand million points is refused', { points: 1e9 }, 400, 'bad_input'],
    ['of half a hundredth is refused', { points: 0.5 }, 400, 'bad_input'],
    ['with an endless note is refused', { note: 'x'.repeat(5000) }, 400, 'bad_input'],
    ['that knows nothing of the newest is refused', { previousId: null }, 409, 'ruled_meanwhile'],
  ])('%s', async (_sentence, changed, status, kind, need) => {
    const answered = await rule(city.unitIds[0]!, changed);
    expect([answered.status, kindOf(answered.body), needOf(answered.body)]).toEqual([status, kind, need]);
  });

  it('of two people at once is kept once, and the other is shown it', async () => {
    const unitId = city.unitIds[1]!;
    const { fingerprint } = await look(unitId);
    const json = { points: 80, judged: fingerprint, previousId: null };
    const answers = await Promise.all(
      [appraiser, focal].map((cookie) => test.ask(`${base()}/I.1/${unitId}`, { json, cookie })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ problem: { kind: 'ruled_meanwhile', ruling: { points: 80 } } });
  });

  it('on a leaf that was not given is not found', async () => {
    const json = { points: 80, judged: 'x', previousId: null };
    const { status } = await test.ask(`${base()}/II.1/${city.unitIds[0]}`, { json, cookie: appraiser });
    expect(status).toBe(404);
  });

  it.each([
    ['a campaign that is none', () => `/api/campaigns/x/appraisal/I.1/${city.unitIds[0]}`],
    ['a foreign campaign', () => `/api/campaigns/${city.cityId}/appraisal/I.1/${city.unitIds[0]}`],
    ['a unit outside the campaign', () => `${base()}/I.1/${city.cityId}`],
    ['a unit that is none', () => `${base()}/I.1/x`],
    ['a code that is none', () => `${base()}/XX.1/${city.unitIds[0]}`],
  ])('of %s is not found', async (_sentence, pathOf) => {
    const json = { points: 80, judged: 'x', previousId: null };
    expect((await test.ask(pathOf(), { json, cookie: appraiser })).status).toBe(404);
    expect((await test.ask(pathOf(), { cookie: appraiser })).status).toBe(404);
  });
});

describe('a unit', () => {
  it('that an appraiser declared a conflict with is listed without its claim and not ruled on', async () => {
    const [, , unitId] = city.unitIds;
    const { fingerprint } = await look(unitId!);
    await test.database.asSuperuser(
      `insert into appraiser_conflict (unit_id, campaign_id, user_id, assessed_id, reason, declared_by) values ($1, $2, $3, $4, 'vợ chồng', 'x')`,
      [city.cityId, city.campaignId, await userIdOf(appraiser), unitId],
    );
    const { content, unit, move } = await look(unitId!);
    expect([content, unit.hasConflict, unit.claimedPoints]).toEqual([null, true, null]);
    expect(move.refusal?.kind).toBe('need_unmet');
    const json = { points: 80, judged: fingerprint, previousId: null };
    const answered = await test.ask(`${base()}/I.1/${unitId}`, { json, cookie: appraiser });
    expect([answered.status, needOf(answered.body)]).toEqual([422, 'has_no_conflict']);
  });

  it('that an appraiser belongs to is kept from them, with what is ruled on it before the release', async () => {
    const unitId = city.unitIds[0]!;
    expect((await rule(unitId, { points: 70, reasons: [reason(10)] }, { cookie: focal })).status).toBe(200);
    expect((await look(unitId)).rulings.at(-1)).toMatchObject({ points: 70 });
    const own = [unitId, await userIdOf(appraiser)];
    await test.database.asSuperuser(
      `insert into membership (unit_id, user_id, role, person_name, created_at) values ($1, $2, 'viewer', 'x', now() + interval '1 day')`,
      own,
    );
    const seen = await look(unitId);
    expect(seen).toMatchObject({ content: null, rulings: [], answer: null, lastYear: null });
    expect(seen.unit).toMatchObject({ hasConflict: true, points: null, state: 'open', judgedBy: null });
    const page = (await test.ask(`${base()}/I.1`, { cookie: appraiser })).body as AppraisedLeaf;
    expect(page.units.find((unit) => unit.unitId === unitId)).toMatchObject({ points: null, state: 'open' });
    await test.database.asSuperuser('delete from membership where unit_id = $1 and user_id = $2', own);
  });

  it('that the focal officer belongs to is left to others', async () => {
    const unitId = city.unitIds[0]!;
    await test.database.asSuperuser(
      `insert into membership (unit_id, user_id, role, person_name, created_at) values ($1, $2, 'viewer', 'x', now() + interval '1 day')`,
      [unitId, await userIdOf(focal)],
    );
    const answered = await rule(unitId, {}, { cookie: focal });
    expect([answered.status, needOf(answered.body)]).toEqual([422, 'has_no_conflict']);
  });

  it('that withdrew is out of sight', async () => {
    const unitId = city.unitIds[1]!;
    const withdraw = (at: string) =>
      Promise.all(
        ['submission', 'submitted_leaf'].map((table) =>
          test.database.asSuperuser(`update ${table} set withdrawn_at = ${at} where unit_id = $1`, [unitId]),
        ),
      );
    await withdraw('now()');
    const page = (await test.ask(`${base()}/I.1`, { cookie: appraiser })).body as AppraisedLeaf;
    expect([page.units.length, page.notSubmitted]).toEqual([2, 1]);
    expect((await test.ask(`${base()}/I.1/${unitId}`, { cookie: appraiser })).status).toBe(404);
    await withdraw('null');
  });
});

describe('a column of points a survey gives', () => {
  const row = (at: number, points: number) => ({ unitId: city.unitIds[at]!, points, previousId: null });
  const send = (json: object, code = city.surveyCode) =>
    test.ask(`${base()}/${code}/bulk`, { json, cookie: focal });

  it('keeps what fits and says what is wrong with the rest', async () => {
    const rows = [row(1, 90), row(2, 101), { unitId: city.cityId, points: 1, previousId: null }];
    const { body } = await send({ note: 'Khảo sát SIPAS 2026', rows });
    const { kept, faults } = body as ColumnOutcome;
    expect(kept).toBe(1);
    expect(faults.map(({ problem }) => problem.kind)).toEqual(['points_out_of_range', 'need_unmet']);
    const { unit } = await look(city.unitIds[1]!, city.surveyCode, focal);
    expect(unit).toMatchObject({ points: 90, from: null, state: 'entered' });
  });

  it('asks where the points come from', async () => {
    const { faults } = (await send({ rows: [row(2, 50)] })).body as ColumnOutcome;
    expect(faults[0]?.problem.kind).toBe('source_needed');
  });

  it('does not go over what stands there unseen', async () => {
    const { faults } = (await send({ note: 'x', rows: [row(1, 10)] })).body as ColumnOutcome;
    expect(faults[0]?.problem.kind).toBe('ruled_meanwhile');
  });

  it('is not for leaves the units claim', async () => {
    const { status, body } = await send({ note: 'x', rows: [row(1, 90)] }, 'I.1');
    expect([status, kindOf(body)]).toEqual([422, 'not_entered_by_city']);
  });
});

describe('the second appraisal', () => {
  it('judges the answer too, and a ruling after a newer answer counts as changed', async () => {
    const unitId = city.unitIds[1]!;
    await test.database.asSuperuser('update campaign set phase = $1', ['reappraising']);
    await test.database.asSuperuser('set session_replication_role = replica');
    await test.database.asSuperuser(
      `insert into leaf_answer (unit_id, id, assessment_id, campaign_id, host_id, code, kind, text, written_by, written_by_name, sent_by_name, sent_at)
       values ($1, gen_random_uuid(), gen_random_uuid(), $2, $3, 'I.1', 'explanation', 'Đã bổ sung', 'x', 'x', 'x', now())`,
      [unitId, city.campaignId, city.cityId],
    );
    await test.database.asSuperuser('set session_replication_role = origin');
    expect((await rule(unitId, { question: 'Còn gì nữa?' })).status).toBe(422);
    const { status, body } = await rule(unitId, {
      points: 85,
      reasons: [{ ...reason(-5), cause: 'granted' }],
    });
    expect(status).toBe(200);
    expect((body as { unit: object }).unit).toMatchObject({ state: 'raised', isDue: true, hasAnswer: true });
    await test.database.asSuperuser('update leaf_answer set version = version + 1');
    expect((await look(unitId)).unit.isChanged).toBe(true);
  });

  it('leaves alone what nobody asked about and nobody answered', async () => {
    const answered = await rule(city.unitIds[0]!, { points: 60, reasons: [reason(10)] });
    expect([answered.status, needOf(answered.body)]).toEqual([422, 'is_due']);
    const { leaves, round } = (await test.ask(base(), { cookie: appraiser })).body as MyAppraisal;
    expect([round, leaves[0]?.due]).toEqual(['appraisal_2', 1]);
  });

  it('and the first are over once the council decides', async () => {
    await test.database.asSuperuser('update campaign set phase = $1', ['deciding']);
    const answered = await rule(city.unitIds[1]!, { points: 85, reasons: [reason(-5)] });
    expect([answered.status, kindOf(answered.body)]).toEqual([409, 'wrong_stage']);
    await test.database.asSuperuser('update campaign set phase = $1', ['appraising']);
  });
});
