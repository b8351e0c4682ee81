import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlanText } from '#catalog/demo-plan.ts';
import type { AnnexDifference } from '#core/criteria/annex-difference.ts';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { GapLedger } from '#core/outlook/gaps.ts';
import type { Department } from '#core/people/department.ts';
import type { CriterionPage, EventEntry, Plan } from '#core/plans/plan.ts';
import type { Task } from '#core/plans/task.ts';
import type { Draft } from '#core/reading/draft.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { editCell } from './fixtures/edit-workbook.ts';

const REAL_PLAN = new URL('../../../shared/plan/yen-hoa-2026.docx', import.meta.url);
const UNKNOWN = '0192f0c1-2345-7abc-8def-0123456789ab';

type Problem = { problem: { kind: string; kept?: number; id?: string } };
type Comparison = {
  differences: AnnexDifference[];
  missing: unknown[];
  added: unknown[];
  basedOnVersion: number;
  exportedVersion: number | null;
};
const kindOf = (body: unknown) => (body as Problem).problem.kind;

describe.each([
  ['the demonstration plan', () => new TextEncoder().encode(demoPlanText()), 'kế hoạch.txt', true],
  [
    'the real plan',
    () => new Uint8Array(readFileSync(REAL_PLAN)),
    'yen-hoa-2026.docx',
    existsSync(REAL_PLAN),
  ],
])('%s, from upload to the workbook read back', (_, bytesOf, fileName, isThere) => {
  describe.runIf(isThere)('', () => {
    let test: TestApp;
    let cookie: string;
    beforeAll(async () => {
      test = await createTestApp();
      cookie = await test.setUp();
      const headers = { 'x-file-name': encodeURIComponent(fileName) };
      const draft = (await test.ask('/api/readings', { bytes: bytesOf(), headers, cookie })).body as Draft;
      await test.ask(`/api/readings/${draft.id}/confirm`, { json: { version: draft.version }, cookie });
    });
    afterAll(() => test.close());

    const get = async <T>(path: string) => (await test.ask(path, { cookie })).body as T;
    const patch = (path: string, json: unknown, by = cookie) =>
      test.ask(path, { method: 'PATCH', json, cookie: by });
    const exported = async () => {
      const answer = await test.app.request('/api/annex.xlsx', { headers: { cookie, 'x-parindex': '1' } });
      return new Uint8Array(await answer.arrayBuffer());
    };
    const compare = async (bytes: Uint8Array) => {
      const headers = { 'x-file-name': 'annex.xlsx' };
      return (await test.ask('/api/annex', { bytes, headers, cookie })).body as Comparison;
    };

    it('has one set of sums: in the plan, its rows and the gap ledger', async () => {
      const plan = await get<Plan>('/api/plan');
      const rows = await get<AnnexRow[]>('/api/criteria');
      const gaps = await get<GapLedger>('/api/gaps');
      const leaves = rows.filter((row) => row.isLeaf);
      expect(leaves.length).toBe(plan.leaves);
      expect(leaves.reduce((sum, row) => sum + row.maxPoints, 0)).toBe(plan.maxPoints);
      expect(gaps).toMatchObject({ maxPoints: plan.maxPoints, lastPoints: plan.lastPoints });
      expect(gaps.gapPoints).toBe(plan.targetPoints - plan.lastPoints);
    });

    it('comes back from the exported workbook without a difference', async () => {
      const plan = await get<Plan>('/api/plan');
      expect(await compare(await exported())).toMatchObject({
        differences: [],
        missing: [],
        added: [],
        basedOnVersion: plan.version,
        exportedVersion: plan.version,
      });
    });

    it('shows exactly what was edited in the workbook, and keeps it once', async () => {
      const rows = await get<AnnexRow[]>('/api/criteria');
      const at = rows.findIndex((row) => row.isLeaf && (row.targetPoints ?? 0) >= 50);
      const row = rows[at]!;
      const target = row.targetPoints! - 10;
      const sheet = 'Phụ lục';
      let bytes = await editCell(await exported(), sheet, { row: 5 + at, column: 5 }, target / 100);
      bytes = await editCell(bytes, sheet, { row: 5 + at, column: 2 }, '=Tên mới');
      const { differences, basedOnVersion } = await compare(bytes);
      const about = { target: 'criterion', subject: row.code };
      expect(differences).toEqual([
        { ...about, property: 'title', before: row.title, after: '=Tên mới' },
        { ...about, property: 'targetPoints', before: row.targetPoints, after: target },
      ]);
      const keep = (planVersion: number) =>
        test.ask('/api/annex/keep', { json: { differences, planVersion }, cookie });
      const [one, other] = await Promise.all([keep(basedOnVersion), keep(basedOnVersion)]);
      expect([one.status, other.status].sort()).toEqual([200, 409]);
      const { row: kept, ancestors, events } = await get<CriterionPage>(`/api/criteria/${row.code}`);
      expect(kept).toMatchObject({ title: '=Tên mới', targetPoints: target });
      const field = rows.find(({ code }) => code === ancestors[0]!.code)!;
      expect(ancestors[0]!.targetPoints).toBe(field.targetPoints! - 10);
      expect(events[0]).toMatchObject({
        verb: 'corrected',
        before: { title: row.title, targetPoints: row.targetPoints },
        after: { title: '=Tên mới', targetPoints: target },
      });
      expect((await compare(await exported())).differences).toEqual([]);
    });

    it('corrects a leaf, adds the rows above up, and refuses what breaks the arithmetic', async () => {
      const rows = await get<AnnexRow[]>('/api/criteria');
      const leaf = rows.find((row) => row.isLeaf && row.maxPoints > 0)!;
      const parent = rows.find((row) => !row.isLeaf)!;
      const { version } = leaf;
      const path = `/api/criteria/${leaf.code}`;
      const over = await patch(path, { lastPoints: leaf.maxPoints + 1, version });
      expect([over.status, kindOf(over.body)]).toEqual([422, 'over_maximum']);
      expect((over.body as Problem).problem).toMatchObject({ kept: leaf.lastPoints, id: leaf.code });
      const sum = await patch(`/api/criteria/${parent.code}`, { targetPoints: 1, version: parent.version });
      expect([sum.status, kindOf(sum.body)]).toEqual([422, 'parent_is_sum']);
      expect(kindOf((await patch(path, { lastPoints: -1, version })).body)).toBe('below_zero');
      const corrected = await patch(path, { lastPoints: 0, version });
      expect(corrected.body).toMatchObject({ lastPoints: 0, version: version + 1 });
      const stale = await patch(path, { lastPoints: 1, version });
      expect([stale.status, kindOf(stale.body)]).toEqual([409, 'stale_version']);
      const plan = await get<Plan>('/api/plan');
      const after = await get<AnnexRow[]>('/api/criteria');
      expect(plan.lastPoints).toBe(
        after.filter((row) => row.isLeaf).reduce((total, row) => total + (row.lastPoints ?? 0), 0),
      );
    });

    it('lets an officer update the tasks of their own department only', async () => {
      const departments = await get<Department[]>('/api/departments');
      const tasks = await get<Task[]>('/api/tasks');
      const groups = new Set(departments.filter(({ kind }) => kind === 'group').map(({ id }) => id));
      const own = tasks.find(
        ({ owners }) => owners.length > 0 && !owners.some((o) => groups.has(o.departmentId)),
      )!;
      const ownIds = own.owners.map(({ departmentId }) => departmentId);
      const foreign = departments.find(({ id, kind }) => kind !== 'group' && !ownIds.includes(id))!;
      const officer = await test.join(cookie, 'officer', ownIds[0]!);
      const stranger = await test.join(cookie, 'officer', foreign.id);
      const json = { status: 'done', percent: 30, note: 'Đã xong', version: own.version };
      const path = `/api/tasks/${own.id}/progress`;
      const refused = await test.ask(path, { json, cookie: stranger });
      expect([refused.status, kindOf(refused.body)]).toEqual([403, 'not_permitted']);
      const done = await test.ask(path, { json, cookie: officer });
      expect(done.body).toMatchObject({
        status: 'done',
        percent: 100,
        timeliness: 'done',
        lastNote: 'Đã xong',
      });
      expect((await test.ask(path, { json, cookie: officer })).status).toBe(409);
      const nothingNew = { status: 'stuck', percent: 0, isNothingNew: true, version: own.version + 1 };
      const same = await test.ask(path, { json: nothingNew, cookie: officer });
      expect(same.body).toMatchObject({ status: 'done', percent: 100, lastNote: 'Đã xong' });
      const page = await get<{ progress: unknown[]; events: EventEntry[] }>(`/api/tasks/${own.id}`);
      expect(page.progress.length).toBe(2);
      expect(page.events.map(({ verb }) => verb)).toEqual(['nothing_new', 'progressed']);
    });

    it('adds and rewrites tasks, and refuses days that do not exist', async () => {
      const [row] = await get<AnnexRow[]>('/api/criteria');
      const [first] = await get<[Task]>('/api/tasks');
      const deadline = { words: 'trước ngày 31/10/2026', kind: 'before', to: '2026-10-31' };
      const input = { text: 'Rà soát hồ sơ', deadline, ownerIds: [], criterionIds: [row!.id] };
      const made = await test.ask('/api/tasks', { json: { ...input, section: first.section }, cookie });
      const task = made.body as Task;
      expect(task).toMatchObject({ section: first.section, dueTo: '2026-10-31', status: 'not_started' });
      const path = `/api/tasks/${task.id}`;
      const wrongDay = { ...input, deadline: { ...deadline, to: '2026-02-30' }, version: 1 };
      expect(kindOf((await patch(path, wrongDay)).body)).toBe('day_unknown');
      const wrongOwner = { ...input, ownerIds: [UNKNOWN], version: 1 };
      expect(kindOf((await patch(path, wrongOwner)).body)).toBe('department_unknown');
      const rewritten = await patch(path, { ...input, text: 'Rà soát toàn bộ hồ sơ', version: 1 });
      expect(rewritten.body).toMatchObject({ text: 'Rà soát toàn bộ hồ sơ', version: 2 });
      expect((await compare(await exported())).differences).toEqual([]);
    });

    it.each([
      ['/api/criteria/LXX.1', 404],
      [`/api/tasks/${UNKNOWN}`, 404],
      [`/api/readings/${UNKNOWN}`, 404],
      ['/api/tasks/none', 400],
    ])('answers %s with %i', async (path, status) => {
      expect((await test.ask(path, { cookie })).status).toBe(status);
    });

    it('answers its lists in a handful of queries', async () => {
      for (const path of ['/api/criteria', '/api/tasks', '/api/gaps']) {
        await get(path);
        const times: number[] = [];
        for (let round = 0; round < 15; round += 1) {
          const start = performance.now();
          await get(path);
          times.push(performance.now() - start);
        }
        const median = times.sort((one, other) => one - other)[7]!;
        if (process.env.SHOW_TIMES) process.stdout.write(`${path} ${median.toFixed(1)} ms\n`);
        expect(median).toBeLessThan(250);
      }
    });
  });
});
