import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerLine, AnswerPage, SentAll } from '#core/assessments/answers.ts';
import type { Comparison } from '#core/assessments/comparison.ts';
import type { Department } from '#core/people/department.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { addEvidence } from '#server/evidence/store.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import {
  handIn,
  moveTo,
  reason,
  rule,
  seedUnits,
  setPhase,
  startCampaign,
  type TestUnits,
  userOf,
} from './test-conversation.ts';

let test: TestApp;
let units: TestUnits;
let campaignId: string;
let evidenceId: string;
const as: Record<string, string> = {};
const NOBODY = '0193a000-0000-7000-8000-000000000000';

const problemOf = (body: unknown) =>
  (body as { problem: { kind: string; vi: string; need?: string } }).problem;
const at = (day: string) => {
  test.clock.now = new Date(`${day}T03:00:00Z`);
};
const get = (path: string, who = 'ward') =>
  test.ask(`/api/campaigns/${campaignId}/${path}`, { cookie: as[who]! });
const put = (path: string, json: unknown, who = 'ward') =>
  test.ask(`/api/campaigns/${campaignId}/${path}`, { method: 'PUT', json, cookie: as[who]! });
const post = (path: string, json: unknown, who = 'ward') =>
  test.ask(`/api/campaigns/${campaignId}/${path}`, { json, method: 'POST', cookie: as[who]! });
const page = async (who = 'ward') => (await get('answers', who)).body as AnswerPage;
const line = async (code: string, who = 'ward') => (await page(who)).lines.find((each) => each.code === code);
const draft = (version = 0, more: object = {}) => ({
  version,
  text: 'Đã có văn bản số 12',
  askedPoints: 80,
  ...more,
});
const comparison = async (who: string, unitId: string) =>
  (await get(`comparison/${unitId}`, who)).body as Comparison;

beforeAll(async () => {
  test = await createTestApp();
  at('2026-12-01');
  units = await seedUnits(test);
  Object.assign(as, { ward: units.ward, city: units.city, other: units.other });
  await confirmPlan(test, units.ward);
  const [first, second] = (
    (await test.ask('/api/departments', { cookie: units.ward })).body as Department[]
  ).filter(({ kind }) => kind !== 'group');
  // Of the ward's leaves the first belongs to one department, the second to another.
  await test.database.asSuperuser('delete from criterion_owner where unit_id = $1', [units.wardId]);
  for (const [code, id] of [
    ['I.1', first!.id],
    ['I.2', second!.id],
  ])
    await test.database.asSuperuser(
      `insert into criterion_owner (unit_id, plan_id, criterion_id, department_id, role, position)
       select p.unit_id, p.id, c.id, $2, 'lead', 0 from plan p join criterion c on c.unit_id = p.unit_id and c.set_id = p.set_id
       where p.unit_id = $1 and c.code = $3`,
      [units.wardId, id, code],
    );
  as.leader = await test.join(units.ward, 'leader');
  as.viewer = await test.join(units.ward, 'viewer');
  as.officer = await test.join(units.ward, 'officer', first!.id);
  as.appraiser = await moveTo(test, await test.join(units.ward, 'viewer'), units.cityId, 'appraiser');
  as.council = await moveTo(test, await test.join(units.ward, 'viewer'), units.cityId, 'council');
  as.cityLeader = await moveTo(test, await test.join(units.ward, 'leader'), units.cityId);

  campaignId = await startCampaign(test, units);
  await setPhase(test, units, campaignId, 'claiming');
  for (const unitId of [units.wardId, units.otherId])
    await handIn(test, units, campaignId, unitId, [
      { code: 'I.1', self: 100, points: 90, reasons: [reason(10, 'wrong_number')] },
      { code: 'I.2', self: 200, points: 200, reasons: [] },
      { code: 'II.1', self: 50, points: 50, reasons: [] },
      { code: 'III.1', self: 60, points: 60, reasons: [] },
      { code: 'III.2', self: 0, points: 0, reasons: [] },
    ]);
  await setPhase(test, units, campaignId, 'appraising');
  const of = { round: 'appraisal_1' as const, unitId: units.wardId };
  const ruleOn = (more: object) => rule(test, units, campaignId, { ...of, code: '', points: 0, ...more });
  await ruleOn({ code: 'I.1', points: 60, reasons: [reason(20), reason(10, 'late')] });
  await ruleOn({ code: 'I.2', points: 200, question: 'Kèm quyết định phê duyệt?' });
  await ruleOn({ code: 'II.1', points: 50 });
  await ruleOn({ code: 'II.2', points: 90 });
  await ruleOn({ code: 'III.1', points: 60 });
  await ruleOn({ code: 'III.2', points: -20, reasons: [reason(20, 'not_met')] });
  const metadata = {
    codeNumber: '12',
    codeNotation: 'QĐ-UBND',
    issuedDate: '2026-03-02',
    organName: 'UBND phường',
  };
  evidenceId = await inUnit(
    test.database.kysely,
    { unitId: units.wardId, role: 'focal', userId: await userOf(test, units.ward) },
    (tx) =>
      addEvidence(tx, units.wardId, 'x', {
        year: 2026,
        kind: 'nothing_arose',
        title: 'Quyết định phê duyệt',
        text: 'Không phát sinh',
        file: null,
        metadata: { ...metadata, typeName: '', subject: '', fullName: '', position: '', pageAmount: null },
        signatures: [],
        effectiveOn: null,
        departmentId: null,
        replacesId: null,
      }),
  );
});
afterAll(() => test.close());

describe('before the release', () => {
  it('shows the unit nothing of the appraisal, and takes no answer', async () => {
    expect((await page()).lines).toEqual([]);
    const seen = await comparison('ward', units.wardId);
    expect(seen.shown).toEqual(['self', 'review']);
    expect(JSON.stringify(seen)).not.toContain('Kèm quyết định');
    expect(seen.totals.columns).toEqual({ self: 410, review: 400 });
    const refused = await put('answers/I.1', draft());
    expect([refused.status, problemOf(refused.body).kind]).toEqual([409, 'wrong_stage']);
  });
});

describe('once the first appraisal is released', () => {
  beforeAll(() => setPhase(test, units, campaignId, 'explaining', { explainUntil: '2026-12-04' }));

  it('names what was cut or asked, with what is left of the time', async () => {
    const { lines, totals, clocks } = await page();
    expect(lines.map(({ code, lostPoints }) => [code, lostPoints])).toEqual([
      ['I.1', 30],
      ['I.2', 0],
      ['III.2', 20],
    ]);
    expect(totals).toMatchObject({ lostPoints: 50, lines: 3, asked: 1, drafts: 0, sent: 0 });
    expect(totals.byCause[0]).toEqual({ cause: 'no_proof', points: 20 });
    expect(clocks.explain).toEqual({
      until: '2026-12-04',
      graceUntil: null,
      workingDaysLeft: 3,
      isOver: false,
    });
    expect(lines[1]?.ruling?.question).toBe('Kèm quyết định phê duyệt?');
  });

  it('leaves out proof on a restricted row for whoever may not read it', async () => {
    const { asSuperuser } = test.database;
    const rowId = uuidv7();
    const proof = { evidenceId, kind: 'nothing_arose', title: 'Quyết định kỷ luật', text: '', number: '' };
    const rest = { issuedOn: '', issuer: '', file: null, page: null, section: '', note: '' };
    const claim = (proofs: object[]) =>
      asSuperuser(
        "update submitted_leaf set content = jsonb_set(content, '{proofs}', $1) where unit_id = $2 and code = 'I.1'",
        [JSON.stringify(proofs), units.wardId],
      );
    await asSuperuser(
      `insert into register_row (unit_id, id, register_key, year, "values", created_by, updated_by) values ($1, $2, 'discipline', 2026, '{}', 'x', 'x')`,
      [units.wardId, rowId],
    );
    await asSuperuser(
      `insert into evidence_link (unit_id, id, evidence_id, target, target_id, created_by) values ($1, $2, $3, 'register_row', $2, 'x')`,
      [units.wardId, rowId, evidenceId],
    );
    await claim([{ ...proof, ...rest }]);
    const seen = await Promise.all(['leader', 'viewer'].map((who) => line('I.1', who)));
    expect(seen.map((each) => each?.claimed?.proofs.length)).toEqual([1, 0]);
    await claim([]);
    await asSuperuser('delete from evidence_link where id = $1', [rowId]);
  });

  it('shows an officer the leaves of the own department alone', async () => {
    expect((await page('officer')).lines.map(({ code }) => code)).toEqual(['I.1']);
  });

  it('keeps a draft with a copy of the proof, over the version that was read', async () => {
    const proofs = [{ evidenceId, page: 2, section: 'Điều 3' }];
    const kept = await put('answers/I.1', draft(0, { proofs }), 'officer');
    expect(kept.status).toBe(200);
    const { explanation } = kept.body as AnswerLine;
    expect(explanation).toMatchObject({ version: 1, sentAt: null, isRulingChanged: false, askedPoints: 80 });
    expect(explanation?.proofs[0]).toMatchObject({ number: '12/QĐ-UBND', page: 2, section: 'Điều 3' });
    expect(problemOf((await put('answers/I.1', draft(0))).body).kind).toBe('stale_version');
    expect((await put('answers/I.1', draft(1, { text: 'Sửa lại', proofs }))).status).toBe(200);
  });

  it('keeps proof on a restricted row in the draft, out of sight of an officer who writes on', async () => {
    const { asSuperuser } = test.database;
    const [unitId, rowId] = [units.wardId, uuidv7()];
    await asSuperuser(
      `insert into register_row (unit_id, id, register_key, year, "values", created_by, updated_by) values ($1, $2, 'discipline', 2026, '{}', 'x', 'x')`,
      [unitId, rowId],
    );
    await asSuperuser(
      `insert into evidence_link (unit_id, id, evidence_id, target, target_id, created_by) values ($1, $2, $3, 'register_row', $2, 'x')`,
      [unitId, rowId, evidenceId],
    );
    const seen = (await line('I.1', 'officer'))?.explanation;
    expect(seen).toMatchObject({ version: 2, proofs: [], isRulingChanged: false });
    expect((await put('answers/I.1', draft(2, { text: 'Viết tiếp' }), 'officer')).status).toBe(200);
    expect((await line('I.1', 'leader'))?.explanation?.proofs).toMatchObject([{ evidenceId }]);
    expect((await line('I.1', 'leader'))?.explanation?.isRulingChanged).toBe(false);
    await asSuperuser('delete from evidence_link where id = $1', [rowId]);
    await asSuperuser("update leaf_answer set version = 2, text = 'Sửa lại' where code = 'I.1'");
  });

  it.each<[string, string, () => object, string, number, string]>([
    ['a leaf of another department', 'answers/I.2', () => draft(), 'officer', 403, 'not_permitted'],
    ['a viewer', 'answers/I.2', () => draft(), 'viewer', 403, 'not_permitted'],
    ['the city', 'answers/I.2', () => draft(), 'city', 404, 'not_found'],
    ['a leaf that was not cut', 'answers/II.1', () => draft(), 'ward', 422, 'need_unmet'],
    ['no words', 'answers/I.2', () => draft(0, { text: '  ' }), 'ward', 422, 'need_unmet'],
    ['a leaf that is not there', 'answers/IX.99', () => draft(), 'ward', 404, 'not_found'],
    [
      'more than the maximum',
      'answers/I.2',
      () => draft(0, { askedPoints: 201 }),
      'ward',
      422,
      'points_out_of_range',
    ],
    ['a million points', 'answers/I.2', () => draft(0, { askedPoints: 1e9 }), 'ward', 400, 'bad_input'],
    ['a book', 'answers/I.2', () => draft(0, { text: 'a'.repeat(10_001) }), 'ward', 400, 'bad_input'],
    [
      'evidence that is not there',
      'answers/I.2',
      () => draft(0, { proofs: [{ evidenceId: NOBODY }] }),
      'ward',
      422,
      'evidence_unknown',
    ],
    ['an appeal before its time', 'appeals/I.1', () => draft(), 'ward', 409, 'wrong_stage'],
    ['a version nobody read', 'answers/I.2', () => draft(7), 'ward', 409, 'stale_version'],
  ])('refuses %s', async (_, path, json, who, status, kind) => {
    const refused = await put(path, json(), who);
    expect([refused.status, problemOf(refused.body).kind]).toEqual([status, kind]);
    expect(problemOf(refused.body).vi).not.toBe('');
  });

  it('keeps drafts from the city, and shows it what is sent, for good', async () => {
    expect((await comparison('city', units.wardId)).lines.some(({ explanation }) => explanation)).toBe(false);
    const version = (await line('I.1'))!.explanation!.version;
    expect(problemOf((await post('answers/I.1/send', { version }, 'officer')).body).kind).toBe(
      'not_permitted',
    );
    const told: string[] = [];
    const unfollow = test.deps.changes.follow(units.cityId, ({ noun }) => told.push(noun));
    const [one, two] = await Promise.all([1, 2].map(() => post('answers/I.1/send', { version }, 'leader')));
    expect([one!.status, two!.status].toSorted()).toEqual([200, 409]);
    await expect.poll(() => told).toEqual(['answer']);
    unfollow();
    expect(problemOf((await put('answers/I.1', draft(version + 1))).body).kind).toBe('answer_sent');
    const seen = (await comparison('city', units.wardId)).lines.find(({ code }) => code === 'I.1');
    expect(seen?.explanation).toMatchObject({ text: 'Sửa lại', proofs: 1 });
    // The database refuses too, whatever the application thinks.
    const changed = await inUnit(
      test.database.kysely,
      { unitId: units.wardId, role: 'focal', userId: 'x' },
      (tx) => tx.updateTable('leaf_answer').set({ text: 'khác' }).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });

  it('says when the ruling it answers was made anew', async () => {
    await rule(test, units, campaignId, {
      unitId: units.wardId,
      code: 'I.1',
      round: 'appraisal_1',
      points: 70,
      reasons: [reason(20)],
    });
    expect((await line('I.1'))?.explanation?.isRulingChanged).toBe(true);
  });

  it('sends all drafts at once, each counted', async () => {
    await put('answers/I.2', draft());
    await put('answers/III.2', draft(0, { askedPoints: 0 }));
    const { body, status } = await post('answers/send-all', undefined, 'leader');
    expect([status, (body as SentAll).sent, (body as SentAll).refused]).toEqual([200, ['I.2', 'III.2'], []]);
    expect((body as SentAll).page.totals).toMatchObject({ sent: 3, drafts: 0 });
  });

  it('refuses with the day once the time is over, unless a document gave more', async () => {
    at('2026-12-05');
    const refused = await put('answers/I.2', draft(), 'ward');
    expect(problemOf(refused.body).kind).toBe('clock_ran_out');
    expect(problemOf(refused.body).vi).toContain('04/12/2026');
    expect((await page()).clocks.explain).toMatchObject({ isOver: true });
    const grace = { clock: 'explain', until: '2026-12-08', paper: {}, givenBy: 'x', givenAt: '2026-12-04' };
    await test.database.asSuperuser('update campaign_unit set graces = $1 where assessed_id = $2', [
      JSON.stringify([grace]),
      units.wardId,
    ]);
    expect(problemOf((await put('answers/I.2', draft(), 'ward')).body).kind).toBe('answer_sent');
    at('2026-12-01');
  });
});

describe('side by side', () => {
  it('a unit sees itself and no other', async () => {
    expect((await get(`comparison/${units.otherId}`)).status).toBe(404);
    expect((await get(`comparison/${units.wardId}`, 'other')).status).toBe(404);
    expect((await get(`comparison/${units.cityId}`)).status).toBe(404);
    expect((await get(`comparison/${NOBODY}`, 'city')).status).toBe(404);
  });

  it('adds up branches and the whole from leaves alone', async () => {
    const { lines, totals, shown, unaccounted } = await comparison('city', units.wardId);
    expect(shown).toEqual(['self', 'review', 'appraisal_1']);
    expect(lines.map(({ code, columns }) => [code, columns.appraisal_1])).toEqual([
      ['I', 270],
      ['I.1', 70],
      ['I.2', 200],
      ['II', 140],
      ['II.1', 50],
      ['II.2', 90],
      ['III', 40],
      ['III.1', 60],
      ['III.2', -20],
    ]);
    expect(totals).toEqual({
      maxPoints: 550,
      lastPoints: 400,
      columns: { self: 410, review: 400, appraisal_1: 450 },
    });
    expect(unaccounted).toEqual([]);
  });

  it('an appraiser sees the leaves assigned, and a council nothing before it decides', async () => {
    expect((await get(`comparison/${units.wardId}`, 'appraiser')).status).toBe(404);
    await test.database.asSuperuser(
      `insert into appraiser_assignment (unit_id, id, campaign_id, user_id, code, assigned_by) values ($1, gen_random_uuid(), $2, $3, 'I', 'x')`,
      [units.cityId, campaignId, await userOf(test, as.appraiser!)],
    );
    const seen = await comparison('appraiser', units.wardId);
    expect([seen.isPartial, seen.lines.map(({ code }) => code)]).toEqual([true, ['I', 'I.1', 'I.2']]);
    const own = [units.wardId, await userOf(test, as.appraiser!)];
    await test.database.asSuperuser(
      "insert into membership (unit_id, user_id, role, person_name, created_at) values ($1, $2, 'viewer', 'x', now() + interval '1 day')",
      own,
    );
    expect((await get(`comparison/${units.wardId}`, 'appraiser')).status).toBe(404);
    await test.database.asSuperuser('delete from membership where unit_id = $1 and user_id = $2', own);
    expect((await get(`comparison/${units.wardId}`, 'council')).status).toBe(404);
    await test.database.asSuperuser(
      "insert into council_member (unit_id, campaign_id, user_id, seat) values ($1, $2, $3, 'member')",
      [units.cityId, campaignId, await userOf(test, as.council!)],
    );
    expect((await get(`comparison/${units.wardId}`, 'council')).status).toBe(404);
    await setPhase(test, units, campaignId, 'deciding');
    expect((await get(`comparison/${units.wardId}`, 'council')).status).toBe(200);
  });

  it('becomes a workbook', async () => {
    const { status, headers } = await get(`comparison/${units.wardId}/workbook.xlsx`);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    expect((await get(`comparison/${units.otherId}/workbook.xlsx`)).status).toBe(404);
  });
});
