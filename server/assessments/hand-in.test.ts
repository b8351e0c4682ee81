import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentPage, ManyMoved } from '#core/assessments/assessment-page.ts';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { makeCampaign, setPhase, type TestCampaign } from './test-campaign.ts';

let test: TestApp;
let administrator: string;
let focal: string;
let leader: string;
let campaign: TestCampaign;
let leaf: AnnexRow;
let unitId: string;

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-12-01T02:00:00Z');
  administrator = await test.setUp();
  const annex = await confirmPlan(test, administrator);
  leaf = annex.find(({ code }) => code === 'I.1.2')!;
  const survey = annex.find(
    ({ source, isLeaf, lastPoints }) => source === 'survey' && isLeaf && lastPoints !== null,
  )!;
  focal = await test.join(administrator, 'focal');
  leader = await test.join(administrator, 'leader');
  const [unit] = await test.database.asSuperuser<{ unit_id: string }>(
    'select unit_id from membership limit 1',
    [],
  );
  unitId = unit!.unit_id;
  campaign = await makeCampaign(
    test,
    [unitId],
    [
      { code: leaf.code, maxPoints: leaf.maxPoints },
      { code: 'T.9', maxPoints: 100 },
      { code: survey.code, maxPoints: survey.maxPoints, scoredBy: 'survey' },
    ],
  );
  await test.ask(`/api/assessment/${campaign.id}/open`, { json: {}, cookie: focal });
});
afterAll(() => test.close());

const kindOf = (body: unknown) => {
  const { problem } = body as { problem?: { kind: string; need?: string } };
  return problem?.need ?? problem?.kind;
};
const page = async (cookie = focal) => (await test.ask('/api/assessment', { cookie })).body as AssessmentPage;
async function moveAll(verb: 'declare' | 'accept', cookie: string): Promise<ManyMoved> {
  const rows = (await page(cookie)).rows.filter(({ isClaimed }) => isClaimed);
  const leaves = rows.map(({ code, version, fingerprint }) => ({ code, version, judged: fingerprint }));
  return (await test.ask(`/api/assessment/${campaign.id}/${verb}`, { json: { leaves }, cookie }))
    .body as ManyMoved;
}
async function move(verb: string, cookie: string, json: object = {}) {
  const version = (await page(cookie)).assessment!.version;
  return test.ask(`/api/assessment/${campaign.id}/${verb}`, { json: { version, ...json }, cookie });
}
async function answer(yes: '0' | '1'): Promise<void> {
  const { entry } = (await test.ask(`/api/scores/${leaf.code}`, { cookie: focal })).body as {
    entry: { version: number };
  };
  const json = { quantities: { yes }, points: null, isNotApplicable: false, version: entry.version };
  const { status } = await test.ask(`/api/scores/${leaf.code}/entry`, { method: 'PUT', json, cookie: focal });
  expect(status).toBe(200);
}
const copies = () =>
  test.database.asSuperuser<Record<string, unknown>>(
    `select s.number, s.points as total, s.withdrawn_at, s.last_points as last_of_all, l.code, l.points, l.self_points, l.fingerprint, l.proofs,
       l.content, l.last_points, l.withdrawn_at as leaf_withdrawn_at
     from submission s join submitted_leaf l on l.submission_id = s.id order by s.number, l.code`,
    [],
  );

describe('from the claim to the city', () => {
  it('is put forward only when every leaf is accepted', async () => {
    await answer('0');
    expect((await moveAll('declare', focal)).moved).toEqual([leaf.code, 'T.9']);
    expect(kindOf((await move('put-forward', administrator)).body)).toBe('all_accepted');
    expect((await moveAll('accept', administrator)).refused).toEqual([]);
    await answer('1');
    expect(kindOf((await move('put-forward', administrator)).body)).toBe('all_fresh');
    await answer('0');
    expect((await move('submit', administrator)).status).toBe(409);
    expect((await move('put-forward', administrator)).body).toMatchObject({ stage: 'approving' });
  });

  it.each([
    ['an officer', 'officer', 'approve', 'not_permitted'],
    ['the focal officer', 'focal', 'approve', 'not_permitted'],
    ['a leader who gives no reason', 'leader', 'send-back', 'has_reason'],
    ['a leader who hands in before approving', 'leader', 'submit', 'wrong_stage'],
    ['a focal officer who declares meanwhile', 'focal', 'declare', 'wrong_stage'],
  ])('refuses %s', async (_who, role, verb, kind) => {
    const cookie = await test.join(administrator, role, leaf.owners[0]!.departmentId);
    if (verb !== 'declare') return expect(kindOf((await move(verb, cookie)).body)).toBe(kind);
    return expect((await moveAll('declare', cookie)).refused).toHaveLength(2);
  });

  it('is never approved by whoever declared or reviewed a leaf of it', async () => {
    await test.database.asSuperuser(
      "update membership set role = 'leader' where person_name = 'Người thứ 1'",
      [],
    );
    expect(kindOf((await move('approve', focal)).body)).toBe('no_own_claims');
    await test.database.asSuperuser(
      "update membership set role = 'focal' where person_name = 'Người thứ 1'",
      [],
    );
  });

  it('is sent back with a reason, put forward again and approved by the leader', async () => {
    expect((await move('send-back', leader, { reason: 'Xem lại tiêu chí I.1.2.' })).status).toBe(200);
    expect((await page()).stage).toBe('claiming');
    expect((await move('put-forward', administrator)).status).toBe(200);
    const stale = await move('approve', leader, { version: 1 });
    expect(kindOf(stale.body)).toBe('stale_version');
    expect((await move('approve', leader)).status).toBe(200);
  });

  it('is handed in as a copy that later changes do not touch', async () => {
    const twice = await page(leader);
    const json = { version: twice.assessment!.version };
    const both = await Promise.all(
      [0, 1].map(() => test.ask(`/api/assessment/${campaign.id}/submit`, { json, cookie: leader })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const handedIn = await copies();
    expect(handedIn.map(({ code, number, points, total }) => [code, number, points, total])).toEqual([
      [leaf.code, 1, 0, 0],
      ['T.9', 1, 0, 0],
    ]);
    expect(handedIn[0]).toMatchObject({ last_points: leaf.lastPoints, proofs: 0 });
    // Leaves the unit does not claim have a last year too: without them the city would compare with less than was published.
    const ofLastYear = twice.rows.filter(({ lastPoints }) => lastPoints !== null);
    expect(handedIn[0]!.last_of_all).toEqual(
      Object.fromEntries(ofLastYear.map(({ code, lastPoints }) => [code, lastPoints])),
    );
    expect(ofLastYear.some(({ scoredBy }) => scoredBy === 'survey')).toBe(true);
    await answer('1');
    expect(await copies()).toEqual(handedIn);
    const after = await page();
    expect(after).toMatchObject({
      stage: 'submitted',
      totals: { changed: 1, livePoints: 100, reviewPoints: 0 },
    });
    expect(after.submissions).toMatchObject([{ number: 1, points: 0, withdrawn: null }]);
  });

  it('lets the application role change no copy', async () => {
    await expect(
      test.database.kysely.transaction().execute(async (tx) => {
        const { sql } = await import('kysely');
        await sql.raw(`set local role parindex_app; set local app.unit_id = '${unitId}'`).execute(tx);
        await sql`update submitted_leaf set points = 100`.execute(tx);
      }),
    ).rejects.toThrow(/permission denied/u);
  });

  it('is withdrawn with a reason while the city has not started, and handed in again as number 2', async () => {
    expect(kindOf((await move('withdraw', leader)).body)).toBe('has_reason');
    expect((await move('withdraw', leader, { reason: 'Bổ sung số liệu.' })).status).toBe(200);
    expect((await copies()).every((copy) => copy.withdrawn_at && copy.leaf_withdrawn_at)).toBe(true);
    for (const { code, version } of (await page()).rows.filter(({ state }) => state === 'accepted')) {
      const json = { version, reason: 'Kê khai lại.' };
      await test.ask(`/api/assessment/${campaign.id}/leaves/${code}/return`, { json, cookie: administrator });
    }
    await answer('0');
    await moveAll('declare', administrator);
    expect((await moveAll('accept', focal)).moved).toHaveLength(2);
    for (const [verb, cookie] of [
      ['put-forward', focal],
      ['approve', leader],
      ['submit', focal],
    ] as const)
      expect((await move(verb, cookie)).status, verb).toBe(200);
    expect((await page()).submissions.map(({ number, withdrawn }) => [number, withdrawn?.reason])).toEqual([
      [2, undefined],
      [1, 'Bổ sung số liệu.'],
    ]);
  });

  it('is not withdrawn any more once the city appraises', async () => {
    await setPhase(test, campaign, 'appraising');
    expect(kindOf((await move('withdraw', leader, { reason: 'Quá muộn.' })).body)).toBe('wrong_stage');
    expect((await page()).stage).toBe('appraising');
    await setPhase(test, campaign, 'claiming');
  });
});

describe('the clock', () => {
  const grace = (until: string) => ({
    clock: 'claim' as const,
    until,
    paper: { number: '12/UBND-KSTT', issuer: 'UBND thành phố', issuedOn: null },
    givenBy: 'x',
    givenAt: '2026-12-01T00:00:00Z',
  });
  const cases = [
    ['lets claim on the last day', '2026-12-20', [], 200],
    ['refuses the day after', '2026-12-21', [], 409],
    ['lets claim until the day a document allows', '2026-12-31', [grace('2026-12-31')], 200],
    ['refuses after that', '2027-01-01', [grace('2026-12-31')], 409],
  ] as const;
  it.each(cases)('%s', async (_what, day, graces, status) => {
    const own = await makeCampaign(test, [unitId], [{ code: 'T.9', maxPoints: 100 }], {
      graces: [...graces],
    });
    test.clock.now = new Date(`${day}T02:00:00Z`);
    const cookie = await test.ask('/api/session', {
      json: { username: 'dau.moi', password: 'mật khẩu dài hơn mười bốn' },
    });
    const opened = await test.ask(`/api/assessment/${own.id}/open`, { json: {}, cookie: cookie.cookie });
    expect(opened.status).toBe(status);
    test.clock.now = new Date('2026-12-01T02:00:00Z');
  });
});

describe('whose campaign it is', () => {
  it.each([
    ['one the unit takes no part in', () => makeCampaign(test, [], [])],
    ['one that is still prepared', () => makeCampaign(test, [unitId], [], { phase: 'preparing' })],
    ['one that is not there', async () => ({ id: randomUUID() })],
  ])('does not open %s', async (_what, make) => {
    const { id } = await make();
    const cookie = focal;
    expect((await test.ask(`/api/assessment/${id}/open`, { json: {}, cookie })).status).toBe(404);
    expect((await test.ask(`/api/assessment?campaign=${id}`, { cookie })).status).toBe(404);
  });

  it('asks for a plan of the year of the campaign', async () => {
    const later = await makeCampaign(test, [unitId], [{ code: 'T.9', maxPoints: 100 }], { year: 2031 });
    const opened = await test.ask(`/api/assessment/${later.id}/open`, { json: {}, cookie: focal });
    expect(kindOf(opened.body)).toBe('no_plan');
  });
});
