import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlanText } from '#catalog/demo-plan.ts';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Crosswalk } from '#core/criteria/crosswalk.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import type { EventEntry } from '#core/plans/plan.ts';
import type { LeafScore, ScoreBoard } from '#core/scoring/leaf-score.ts';
import { newDocument, receiveFile } from '#server/evidence/test-upload.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

const OTHER_UNIT = '0192f0c1-2345-7abc-8def-0123456789ab';

/**
 * The set as a later decision has it: two leaves change places, one ends and another begins under its
 * code, two weigh differently, one is worded differently.
 */
function replacedPlanText(): string {
  const lines = demoPlanText().split('\n');
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
  const change = (start: string, into: (line: string) => string) => {
    lines[at(start)] = into(lines[at(start)]!);
  };
  const [signed, reports] = [at('2.2\tTỷ lệ văn bản'), at('2.3\tTỷ lệ báo cáo')];
  const moved = [lines[reports]!.replace('2.3', '2.2'), lines[signed]!.replace('2.2', '2.3')];
  lines.splice(signed, 2, ...moved);
  change('8\tThực hiện các nhiệm vụ Thành phố giao', (line) =>
    line.replace(/\t[^\t]+/u, '\tBảo đảm an toàn thông tin mạng'),
  );
  change('1.1\tKế hoạch CCHC', (line) => line.replace('\t1,00\t0,90\t1,00', '\t0,60\t0,60\t0,60'));
  change('1.1\tBan hành và tổ chức', (line) => line.replace('\t1,00\t1,00\t1,00', '\t0,50\t0,50\t0,50'));
  change('6\tĐối thoại của lãnh đạo', (line) => line.replace('doanh nghiệp', 'doanh nghiệp tại cơ sở'));
  return lines.join('\n');
}

let test: TestApp;
let focal: string;
let rows: AnnexRow[];
let evidence: Evidence;
let crosswalkId: string;

const read = async <T>(path: string, cookie = focal) => (await test.ask(path, { cookie })).body as T;
const send = (method: string, path: string, json: unknown, cookie = focal) =>
  test.ask(path, { method, json, cookie });
const kindOf = (body: unknown) => (body as { problem: { kind: string } }).problem.kind;
const pointsOf = async (code: string) =>
  (await read<ScoreBoard>('/api/scores')).rows.find((row) => row.code === code)?.points;
const leafOf = (code: string, among = rows) => among.find((row) => row.code === code)!;
const find = (id = crosswalkId) => read<Crosswalk>(`/api/crosswalks/${id}`);
const lineOf = ({ entries }: Crosswalk, from: string | null, to: string | null) =>
  entries.find((entry) => entry.from === from && entry.to === to);
const reason = 'Quyết định chưa nêu cách chấm';
const typed = { quantities: {}, isNotApplicable: false, reason, version: 0 };

async function typePoints(code: string, points: number) {
  const { rule } = await read<LeafScore>(`/api/scores/${code}`);
  const rules = { ...rule.rule, score: { family: 'typed' }, quantities: [], isDraft: false };
  const kept = await send('PUT', `/api/rules/${code}`, { rule: rules, reason, version: rule.version });
  expect(kept.status, JSON.stringify(kept.body)).toBe(200);
  expect((await send('PUT', `/api/scores/${code}/entry`, { ...typed, points })).status).toBe(200);
}

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  focal = await test.setUp();
  rows = await confirmPlan(test, focal);
  const months = [{ departmentId: null, values: { month: '2026-09', outgoing: 2013, signed: 1812 } }];
  await send('PUT', '/api/registers/e_documents/rows', { rows: months, removed: [] });
  await typePoints('I.1.1', 50);
  await typePoints('IV.1.1', 75);
  await typePoints('I.8', 40);
  const links = ['VII.2.2', 'I.8'].map((code) => ({
    target: 'criterion' as const,
    targetId: leafOf(code).id,
    page: 4,
    section: 'mục II.2',
    note: '',
  }));
  const uploadId = await receiveFile(test, focal, new TextEncoder().encode('một tệp'));
  const added = await send('POST', '/api/evidence', newDocument(uploadId, { links }));
  expect(added.status, JSON.stringify(added.body)).toBe(200);
  evidence = added.body as Evidence;
});
afterAll(() => test.close());

describe('a plan confirmed again with the same criteria', () => {
  it('carries the work over at once and keeps both results', async () => {
    const before = await read<ScoreBoard>('/api/scores');
    expect(await read<unknown[]>('/api/crosswalks')).toEqual([]);
    rows = await confirmPlan(test, focal);
    const [line] = await read<Crosswalk[]>('/api/crosswalks');
    expect(line).toMatchObject({ status: 'applied', isCurrent: true });
    expect(await read<ScoreBoard>('/api/scores')).toMatchObject({ points: before.points });
    const crosswalk = await find(line!.id);
    expect(crosswalk.entries.every(({ changes }) => changes.length === 0)).toBe(true);
    expect([crosswalk.from.points, crosswalk.to.points]).toEqual([before.points, before.points]);
    expect((await read<LeafScore>('/api/scores/I.1.1')).rule).toMatchObject({
      version: 1,
      rule: { isDraft: false },
    });
    expect((await read<Evidence[]>('/api/criteria/VII.2.2/evidence')).map(({ id }) => id)).toEqual([
      evidence.id,
    ]);
  });
});

describe('a plan with other criteria', () => {
  let result: number | null;

  it('proposes how each leaf goes on, with what it takes along', async () => {
    result = (await read<ScoreBoard>('/api/scores')).points;
    rows = await confirmPlan(test, focal, { text: replacedPlanText() });
    const [line] = await read<Crosswalk[]>('/api/crosswalks');
    expect(line).toMatchObject({ status: 'proposed', isCurrent: true });
    crosswalkId = line!.id;
    const crosswalk = await find();
    expect(crosswalk.from.points).toBe(result);
    expect([crosswalk.from.leaves.length, crosswalk.to.leaves.length]).toEqual([95, 95]);
    expect(lineOf(crosswalk, 'VII.2.2', 'VII.2.3')).toMatchObject({ changes: ['moved'], likeness: 100 });
    expect(lineOf(crosswalk, 'VII.2.3', 'VII.2.2')).toMatchObject({ changes: ['moved'] });
    expect(lineOf(crosswalk, 'I.1.1', 'I.1.1')).toMatchObject({ changes: ['reweighted'] });
    expect(lineOf(crosswalk, 'I.6', 'I.6')).toMatchObject({ changes: ['reworded'], isByHand: false });
    expect(lineOf(crosswalk, 'I.8', null)).toMatchObject({ changes: ['removed'] });
    expect(lineOf(crosswalk, null, 'I.8')).toMatchObject({ changes: ['added'] });
    expect(crosswalk.carries['VII.2.2']).toEqual({ entry: false, rule: true, evidence: 1 });
    expect(crosswalk.carries['I.8']).toEqual({ entry: true, rule: true, evidence: 1 });
    expect(crosswalk.left).toEqual([{ code: 'IV.1.1', points: 75, quantities: 0 }]);
    expect(await pointsOf('I.1.1')).not.toBe(50);
    expect(await pointsOf('VII.2.3')).toBe(null);
  });

  it('is edited by whoever keeps the plan, every leaf once', async () => {
    const { entries, version } = await find();
    const path = `/api/crosswalks/${crosswalkId}`;
    const without = entries.filter(({ from, to }) => !(from === 'I.8' && to === null));
    expect(kindOf((await send('PUT', path, { entries: without, version })).body)).toBe(
      'crosswalk_leaf_missing',
    );
    const joined = without.map((pair) => (pair.to === 'I.8' ? { ...pair, from: 'I.8' } : pair));
    expect(kindOf((await send('PUT', path, { entries: joined, version: 9 })).body)).toBe('stale_version');
    const officer = await test.join(focal, 'officer', leafOf('I.6').owners[0]!.departmentId);
    expect((await send('PUT', path, { entries: joined, version }, officer)).status).toBe(403);
    expect((await send('POST', `${path}/apply`, { version }, officer)).status).toBe(403);
    expect((await read<Crosswalk>(path, officer)).id).toBe(crosswalkId);
    const changed = await send('PUT', path, { entries: joined, version });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect(lineOf(changed.body as Crosswalk, 'I.8', 'I.8')).toMatchObject({
      isByHand: true,
      changes: ['reworded'],
    });
    const [event] = await read<EventEntry[]>('/api/events?noun=crosswalk');
    expect(event).toMatchObject({ verb: 'changed', after: { lines: [['I.8', 'I.8']] } });
  });

  it('is not seen by another unit', async () => {
    const stranger = await test.join(focal, 'focal');
    await test.database.asSuperuser(
      "insert into unit (id, path, kind, name) values ($1, 'x', 'ward', 'phường Hồ Súng')",
      [OTHER_UNIT],
    );
    await test.database.asSuperuser("update membership set unit_id = $1 where role = 'focal'", [OTHER_UNIT]);
    expect(await read<unknown[]>('/api/crosswalks', stranger)).toEqual([]);
    const path = `/api/crosswalks/${crosswalkId}`;
    const answers = [
      await test.ask(path, { cookie: stranger }),
      await send('PUT', path, { entries: [], version: 2 }, stranger),
      await send('POST', `${path}/apply`, { version: 2 }, stranger),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('is applied once: work goes over, the year is scored anew, the former result stays', async () => {
    const path = `/api/crosswalks/${crosswalkId}/apply`;
    expect(kindOf((await send('POST', path, { version: 1 })).body)).toBe('stale_version');
    const answer = await send('POST', path, { version: 2 });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const applied = answer.body as Crosswalk;
    expect(applied).toMatchObject({ status: 'applied', version: 3, appliedBy: 'Cán bộ đầu mối' });
    expect(applied.from.points).toBe(result);
    expect(await pointsOf('I.1.1')).toBe(50);
    expect(await pointsOf('VII.2.3')).toBe(90);
    expect(await pointsOf('I.8')).toBe(40);
    expect(await pointsOf('IV.1.1')).toBe(null);
    expect(applied.left).toEqual([{ code: 'IV.1.1', points: 75, quantities: 0 }]);
    expect(applied.to.points).toBe(result! - 75);
    const leaf = await read<LeafScore>('/api/scores/I.8');
    expect(leaf.rule).toMatchObject({ version: 1, reason: 'Chuyển dữ liệu từ bộ tiêu chí trước' });
    expect(leaf.moves[0]).toMatchObject({ before: null, after: 40, cause: { kind: 'plan' } });
    for (const code of ['VII.2.3', 'I.8']) {
      const [linked] = await read<Evidence[]>(`/api/criteria/${code}/evidence`);
      const link = linked?.links.find(({ targetId }) => targetId === leafOf(code).id);
      expect(link).toMatchObject({ page: 4, section: 'mục II.2' });
    }
    expect((await read<Evidence>(`/api/evidence/${evidence.id}`)).links.length).toBe(6);
    const [event] = await read<EventEntry[]>('/api/events?noun=crosswalk');
    expect(event).toMatchObject({ verb: 'applied', after: { left: applied.left } });
    expect(await find()).toEqual(applied);
    expect(kindOf((await send('POST', path, { version: 3 })).body)).toBe('crosswalk_applied');
    const change = { entries: applied.entries, version: 3 };
    expect(kindOf((await send('PUT', path.replace('/apply', ''), change)).body)).toBe('crosswalk_applied');
  });

  it('loses nothing when it is replaced again before its crosswalk was applied', async () => {
    const again = (await read<ScoreBoard>('/api/scores')).points;
    await confirmPlan(test, focal);
    const [mistaken] = await read<Crosswalk[]>('/api/crosswalks');
    await confirmPlan(test, focal, { text: replacedPlanText() });
    const [latest, outdated] = await read<Crosswalk[]>('/api/crosswalks');
    expect(latest).toMatchObject({ status: 'applied', isCurrent: true });
    expect(outdated).toEqual({ ...mistaken, isCurrent: false });
    expect((await read<ScoreBoard>('/api/scores')).points).toBe(again);
    const refused = await send('POST', `/api/crosswalks/${outdated!.id}/apply`, { version: 1 });
    expect([refused.status, kindOf(refused.body)]).toEqual([409, 'crosswalk_outdated']);

    await confirmPlan(test, focal);
    await send('PUT', '/api/scores/III.4.1/entry', { ...typed, points: null, quantities: { yes: '1' } });
    expect(await pointsOf('III.4.1')).toBe(50);
    await confirmPlan(test, focal, { text: replacedPlanText() });
    const [last] = await read<Crosswalk[]>('/api/crosswalks');
    const applied = await send('POST', `/api/crosswalks/${last!.id}/apply`, { version: 1 });
    expect(applied.status, JSON.stringify(applied.body)).toBe(200);
    expect(await pointsOf('III.4.1')).toBe(50);
    expect(await pointsOf('I.1.1')).toBe(50);
    expect(await pointsOf('VII.2.3')).toBe(90);
  });
});
