import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssessmentPage, ClaimLeaf, ManyMoved } from '#core/assessments/assessment-page.ts';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { newDocument, receiveFile } from '#server/evidence/test-upload.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { makeCampaign, type TestCampaign } from './test-campaign.ts';

let test: TestApp;
let administrator: string;
let focal: string;
let leader: string;
let officer: string;
let stranger: string;
let contributor: string;
let viewer: string;
let campaign: TestCampaign;
/** Two leaves answered by yes or no: whole points or none. */
let [typed, other]: AnnexRow[] = [];

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-12-01T02:00:00Z');
  administrator = await test.setUp();
  const rows = (await confirmPlan(test, administrator)).filter(({ isLeaf }) => isLeaf);
  typed = rows.find(({ code }) => code === 'I.1.2');
  other = rows.find(({ code }) => code === 'II.1.1');
  const owner = typed!.owners[0]!.departmentId;
  focal = await test.join(administrator, 'focal');
  leader = await test.join(administrator, 'leader');
  viewer = await test.join(administrator, 'viewer');
  officer = await test.join(administrator, 'officer', owner);
  contributor = await test.join(administrator, 'contributor', owner);
  const elsewhere = rows.flatMap(({ owners }) => owners).find(({ departmentId }) => departmentId !== owner);
  stranger = await test.join(administrator, 'officer', elsewhere!.departmentId);
  const [unit] = await test.database.asSuperuser<{ unit_id: string }>(
    'select unit_id from membership limit 1',
    [],
  );
  campaign = await makeCampaign(
    test,
    [unit!.unit_id],
    [
      { code: 'T', title: 'Lĩnh vực', maxPoints: 900, isLeaf: false },
      { code: typed!.code, maxPoints: typed!.maxPoints, parentCode: 'T' },
      { code: other!.code, maxPoints: other!.maxPoints + 50, parentCode: 'T' },
      { code: 'T.9', maxPoints: 100, parentCode: 'T' },
      { code: 'KS', maxPoints: 100, scoredBy: 'survey' },
      { code: 'T.T', maxPoints: 100, scoredBy: 'bonus' },
      { code: 'T.P', maxPoints: 100, scoredBy: 'penalty' },
    ],
  );
});
afterAll(() => test.close());

const problemOf = (body: unknown) => (body as { problem: { kind: string; need?: string } }).problem;
const page = async (cookie = focal) => (await test.ask('/api/assessment', { cookie })).body as AssessmentPage;
const rowOf = async (code: string, cookie = focal) =>
  (await page(cookie)).rows.find((row) => row.code === code)!;
const leafOf = async (code: string, cookie = focal) =>
  (await test.ask(`/api/assessment/leaves/${code}?campaign=${campaign.id}`, { cookie })).body as ClaimLeaf;
const post = (path: string, json: object, cookie = focal) =>
  test.ask(`/api/assessment/${campaign.id}${path}`, { method: 'POST', json, cookie });
async function move(code: string, verb: string, cookie = focal, json: object = {}) {
  const { version, fingerprint } = await rowOf(code, cookie);
  return post(`/leaves/${code}/${verb}`, { version, judged: fingerprint, ...json }, cookie);
}
const answerYes = async (row: AnnexRow) => {
  const { entry } = (await test.ask(`/api/scores/${row.code}`, { cookie: focal })).body as {
    entry: { version: number };
  };
  const json = { quantities: { yes: '1' }, points: null, isNotApplicable: false, version: entry.version };
  return test.ask(`/api/scores/${row.code}/entry`, { method: 'PUT', json, cookie: focal });
};
async function prove(row: AnnexRow, kind: 'document' | 'explanation', text: string) {
  const uploadId =
    kind === 'document' ? await receiveFile(test, focal, new TextEncoder().encode(text)) : null;
  const links = [{ target: 'criterion' as const, targetId: row.id, page: 3, section: 'mục II.2', note: '' }];
  const json = newDocument(uploadId, { kind, title: 'Minh chứng', text, links });
  const answer = await test.ask('/api/evidence', { json, cookie: focal });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return (answer.body as { id: string }).id;
}

describe('opening', () => {
  it('shows how it would start before it is opened', async () => {
    const before = await page(viewer);
    expect(before).toMatchObject({ assessment: null, stage: 'claiming', hasPlan: true });
    expect(before.clock).toEqual({ until: '2026-12-20', graceUntil: null });
    expect(before.moves.map(({ move: name, refusal }) => [name, refusal?.kind])).toEqual([
      ['open_assessment', 'not_permitted'],
    ]);
    expect((await move(typed!.code, 'declare')).status).toBe(400);
    expect(
      problemOf((await post('/declare', { leaves: [{ code: 'T.9', version: 1, judged: '' }] })).body).kind,
    ).toBe('not_opened');
  });

  it('is opened once, by those who keep it', async () => {
    expect((await post('/open', {}, officer)).status).toBe(403);
    expect((await post('/open', {})).status).toBe(200);
    expect(problemOf((await post('/open', {})).body).kind).toBe('opened_already');
    expect((await page()).totals).toMatchObject({ leaves: 6, states: { open: 5 } });
  });

  it('says which leaves the plan has not, which maxima differ and which are not claimed', async () => {
    expect(await rowOf('T.9')).toMatchObject({ criterionId: null, livePoints: 0 });
    expect(await rowOf(other!.code)).toMatchObject({ planMaxPoints: other!.maxPoints });
    expect(await rowOf('KS')).toMatchObject({ isClaimed: false, moves: [] });
    expect((await page(contributor)).rows.map(({ code }) => code)).toEqual([typed!.code]);
    expect(
      (await test.ask(`/api/assessment/leaves/T.9?campaign=${campaign.id}`, { cookie: contributor })).status,
    ).toBe(404);
  });
});

describe('a leaf', () => {
  it.each([
    ['a leaf without points', () => typed!.code, () => officer, 'points_known'],
    ['a leaf a survey scores', () => 'KS', () => focal, 'claimed_by_unit'],
  ])('%s is not declared', async (_what, code, by, need) => {
    expect(problemOf((await move(code(), 'declare', by())).body)).toMatchObject({ kind: 'need_unmet', need });
  });

  it('is not declared with points and nothing behind them, but is once explained', async () => {
    expect((await answerYes(typed!)).status).toBe(200);
    expect(problemOf((await move(typed!.code, 'declare', officer)).body).need).toBe('proved_or_explained');
    await prove(typed!, 'explanation', 'Đã thực hiện, văn bản đang được số hóa.');
    expect((await move(typed!.code, 'declare', stranger)).status).toBe(403);
    expect((await move(typed!.code, 'declare', viewer)).status).toBe(403);
    expect((await move(typed!.code, 'declare', officer)).status).toBe(204);
    expect(await rowOf(typed!.code)).toMatchObject({
      state: 'declared',
      selfPoints: 100,
      proof: 'explained',
    });
    expect(problemOf((await move(typed!.code, 'declare', officer)).body).need).toBe('is_open');
  });

  it('keeps what it was declared with, and shows that something changed since', async () => {
    await prove(typed!, 'document', 'một tệp');
    const leaf = await leafOf(typed!.code);
    expect(leaf.row.isChangedSince).toBe(true);
    expect(leaf.declared?.proofs).toHaveLength(1);
    expect(leaf.now.proofs.map(({ page: at, section }) => [at, section])).toContainEqual([3, 'mục II.2']);
    expect(leaf.history.map((each) => each.move)).toEqual(['declare']);
    expect(problemOf((await move(typed!.code, 'accept')).body).need).toBe('is_fresh');
  });

  it('is taken back, declared anew, returned with a reason and accepted by somebody else', async () => {
    expect((await move(typed!.code, 'take-back', officer)).status).toBe(204);
    expect((await move(typed!.code, 'declare', focal)).status).toBe(204);
    expect(problemOf((await move(typed!.code, 'accept', focal)).body).need).toBe('not_own_claim');
    expect(problemOf((await move(typed!.code, 'return', administrator)).body).need).toBe('has_reason');
    expect((await move(typed!.code, 'return', administrator, { reason: 'Thiếu trang ký.' })).status).toBe(
      204,
    );
    expect(await rowOf(typed!.code)).toMatchObject({ state: 'returned', returnReason: 'Thiếu trang ký.' });
    expect((await move(typed!.code, 'declare', focal)).status).toBe(204);
  });

  it.each([
    ['points without the reason', { points: 90 }, 'reasons_do_not_add_up'],
    [
      'reasons of another sum',
      { points: 90, reasons: [{ points: 9, cause: 'late', text: 'Nộp chậm' }] },
      'reasons_do_not_add_up',
    ],
    [
      'more than was declared',
      { points: 101, reasons: [{ points: -1, cause: 'other', text: 'Thêm' }] },
      'points_out_of_range',
    ],
    ['an absurd number', { points: 1e9 }, 'bad_input'],
    ['something else than stands', { judged: 'khác' }, 'need_unmet'],
    ['a stale version', { version: 1 }, 'stale_version'],
  ])('is not accepted with %s', async (_what, json, kind) => {
    expect(problemOf((await move(typed!.code, 'accept', administrator, json)).body).kind).toBe(kind);
  });

  it('is accepted with fewer points whose reasons add up to the hundredth', async () => {
    const json = { points: 90, reasons: [{ points: 10, cause: 'late', text: 'Nộp chậm' }] };
    expect((await move(typed!.code, 'accept', administrator, json)).status).toBe(204);
    expect((await leafOf(typed!.code)).row).toMatchObject({
      state: 'accepted',
      selfPoints: 100,
      reviewPoints: 90,
    });
    expect((await move(typed!.code, 'accept', administrator)).status).toBe(422);
  });
});

describe('bonuses and penalties', () => {
  const bonus = { title: 'Giải thưởng cấp thành phố', points: 80 };
  it('come to their sum up to the maximum, and each needs something behind it', async () => {
    expect((await post('/leaves/T.T/bonus-claims', bonus)).status).toBe(200);
    expect(problemOf((await move('T.T', 'declare')).body).need).toBe('proved_or_explained');
    const evidenceId = await prove(other!, 'document', 'giấy khen');
    const second = (await post('/leaves/T.T/bonus-claims', { ...bonus, evidenceId, page: 2 })).body as {
      id: string;
    };
    expect(await rowOf('T.T')).toMatchObject({ livePoints: 100, proofs: 1 });
    const path = `/bonus-claims/${second.id}/removal`;
    expect((await post(path, { version: 7 })).status).toBe(409);
    expect((await post(path, { version: 1 })).status).toBe(204);
    expect((await leafOf('T.T')).bonusClaims).toMatchObject([{ points: 80, version: 1 }]);
    const [left] = (await leafOf('T.T')).bonusClaims;
    const changed = await test.ask(`/api/assessment/${campaign.id}/bonus-claims/${left!.id}`, {
      method: 'PATCH',
      json: { ...bonus, points: 60, evidenceId, version: 1 },
      cookie: focal,
    });
    expect(changed.status).toBe(204);
    expect((await move('T.T', 'declare')).status).toBe(204);
    expect(await rowOf('T.T')).toMatchObject({ selfPoints: 60 });
  });

  it.each([
    ['a leaf that is neither', () => typed!.code, bonus, 'not_a_bonus_leaf'],
    ['points of nothing', () => 'T.T', { ...bonus, points: 0 }, 'bad_input'],
    ['proof that is not there', () => 'T.T', { ...bonus, evidenceId: randomUUID() }, 'evidence_unknown'],
    ['a leaf that is not there', () => 'T.404', bonus, 'not_found'],
    ['a title without end', () => 'T.T', { ...bonus, title: 'x'.repeat(501) }, 'bad_input'],
  ])('are refused for %s', async (_what, code, json, kind) => {
    expect(problemOf((await post(`/leaves/${code()}/bonus-claims`, json)).body).kind).toBe(kind);
  });

  it('are not accepted by whoever asked for them, even if another declares', async () => {
    expect((await move('T.T', 'take-back')).status).toBe(204);
    expect((await move('T.T', 'declare', administrator)).status).toBe(204);
    expect(problemOf((await move('T.T', 'accept', focal)).body).need).toBe('not_own_claim');
    expect((await move('T.T', 'take-back')).status).toBe(204);
    expect((await move('T.T', 'declare')).status).toBe(204);
    expect((await leafOf('T.T')).bonusClaims[0]).not.toHaveProperty('createdById');
  });

  it('take points off when they are penalties', async () => {
    const penalty = { title: 'Vi phạm kỷ luật', points: 25 };
    expect((await post('/leaves/T.P/bonus-claims', penalty)).status).toBe(200);
    expect(await rowOf('T.P')).toMatchObject({ livePoints: -25, proof: 'nothing_claimed' });
    expect((await move('T.P', 'declare', leader)).status).toBe(403);
  });
});

describe('many at once', () => {
  const seen = async (codes: string[]) =>
    (await page()).rows
      .filter(({ code }) => codes.includes(code))
      .map(({ code, version, fingerprint }) => ({ code, version, judged: fingerprint }));
  it('declares those that are ready and says why not the others', async () => {
    const answer = await post('/declare', { leaves: await seen(['T.9', 'T.P', other!.code]) });
    const { moved, refused } = answer.body as ManyMoved;
    expect(moved).toEqual(['T.9', 'T.P']);
    expect(refused).toMatchObject([{ code: other!.code, vi: expect.stringContaining('chưa có điểm') }]);
  });

  it('accepts what others declared', async () => {
    const leaves = await seen(['T.9', 'T.P', 'T.T']);
    expect(((await post('/accept', { leaves })).body as ManyMoved).moved).toEqual([]);
    const { moved } = (await post('/accept', { leaves }, administrator)).body as ManyMoved;
    expect(moved).toEqual(['T.9', 'T.T', 'T.P']);
    expect((await page()).totals).toMatchObject({
      reviewPoints: 90 + 60 - 25,
      states: { accepted: 4, open: 1 },
    });
  });
});
