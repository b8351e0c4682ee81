import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { LeafKept, LeafScore, ProofRows, RulePreview, ScoreBoard } from '#core/scoring/leaf-score.ts';
import type { KeptRule, Rule } from '#core/scoring/rule.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let focal: string;
let rows: AnnexRow[];
beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  focal = await test.setUp();
  rows = await confirmPlan(test, focal);
});
afterAll(() => test.close());

const read = async <T>(path: string, cookie = focal) => (await test.ask(path, { cookie })).body as T;
const put = (path: string, json: unknown, cookie = focal) => test.ask(path, { method: 'PUT', json, cookie });
const kindOf = (body: unknown) => (body as { problem: { kind: string } }).problem.kind;
const pointsOf = async (code: string) =>
  (await read<ScoreBoard>('/api/scores')).rows.find((row) => row.code === code)?.points;
const typedRow = (values: Record<string, unknown>) => ({
  rows: [{ departmentId: null, values }],
  removed: [],
});
const nothingTyped = { quantities: {}, points: null, isNotApplicable: false, reason: '', version: 0 };

describe('points from a register', () => {
  it('move with the row that is entered, and so do the field, the total and the log', async () => {
    const register = (await read<LeafScore>('/api/scores/VII.2.2')).registers[0]!;
    expect(register.title).toBe('Văn bản điện tử, hồ sơ công việc trên môi trường mạng');
    expect(await pointsOf('VII.2.2')).toBe(null);
    const kept = await put(`/api/registers/${register.key}/rows`, {
      rows: [
        { departmentId: null, values: { month: '2026-09', outgoing: 1000, signed: 900 } },
        { departmentId: null, values: { month: '2026-10', outgoing: 1013, signed: 912 } },
      ],
      removed: [],
    });
    expect(kept.status, JSON.stringify(kept.body)).toBe(200);
    const leaf = await read<LeafScore>('/api/scores/VII.2.2');
    expect(leaf.evaluation).toMatchObject({ status: 'scored', points: 90, maxPoints: 100 });
    expect(leaf.evaluation.inputs.map(({ value }) => value)).toEqual(['1812', '2013']);
    expect(leaf.moves[0]).toMatchObject({ before: null, after: 90, cause: { kind: 'register' } });
    expect(await pointsOf('VII.2')).toBeGreaterThanOrEqual(90);
    const proof = await read<ProofRows>('/api/scores/VII.2.2/rows');
    expect(proof.registers[0]?.rows.map(({ short }) => short)).toEqual(['101', '100']);
  });
});

describe('points typed by hand', () => {
  const typedRule = async (): Promise<Rule> => {
    const { rule } = await read<LeafScore>('/api/scores/IV.1.1');
    return { ...rule.rule, score: { family: 'typed' }, quantities: [] };
  };

  it('need a rule that nobody knows, a reason, and stay within the maximum', async () => {
    const points = (json: object) => put('/api/scores/IV.1.1/entry', { ...nothingTyped, ...json });
    expect(kindOf((await points({ points: 50, reason: 'Theo kết luận kiểm tra' })).body)).toBe(
      'points_by_rule',
    );
    const reason = 'Quyết định chưa nêu cách chấm';
    const kept = await put('/api/rules/IV.1.1', { rule: await typedRule(), reason, version: 0 });
    expect(kept.status, JSON.stringify(kept.body)).toBe(200);
    expect(kindOf((await points({ points: 50 })).body)).toBe('reason_needed');
    expect(kindOf((await points({ points: 101, reason })).body)).toBe('points_out_of_range');
    const typed = await points({ points: 75, reason });
    expect((typed.body as LeafKept).moved).toEqual([
      expect.objectContaining({ code: 'IV.1.1', before: null, after: 75 }),
    ]);
    expect(kindOf((await points({ points: 80, reason })).body)).toBe('stale_version');
  });

  it('keep every version of the rule, the draft of the catalogue too', async () => {
    const leaf = await read<LeafScore>('/api/scores/IV.1.1');
    expect(leaf.rule.version).toBe(1);
    expect(leaf.versions.map(({ version }) => version)).toEqual([0]);
    expect((await read<KeptRule[]>('/api/rules')).length).toBe(95);
  });
});

describe('a rule that is tried', () => {
  it('shows what would move and keeps nothing', async () => {
    const { rule } = await read<LeafScore>('/api/scores/VII.2.2');
    const tried = { ...rule.rule, score: { family: 'ratio', floor: 9500 } };
    const preview = await test.ask('/api/rules/VII.2.2/preview', { json: { rule: tried }, cookie: focal });
    expect((preview.body as RulePreview).moved).toEqual([
      expect.objectContaining({ code: 'VII.2.2', before: 90, after: 0 }),
    ]);
    expect(await pointsOf('VII.2.2')).toBe(90);
  });

  it.each([
    ['a register nobody has', { register: 'own_nothing' }, 'register_unknown'],
    ['a column that is not there', { column: 'nothing' }, 'column_unknown'],
  ])('is refused with %s', async (_, change, kind) => {
    const { rule } = await read<LeafScore>('/api/scores/VII.2.2');
    const [first, ...others] = rule.rule.quantities;
    const changed = { ...rule.rule, quantities: [{ ...first, ...change }, ...others] };
    const answer = await test.ask('/api/rules/VII.2.2/preview', { json: { rule: changed }, cookie: focal });
    expect([answer.status, kindOf(answer.body)]).toEqual([422, kind]);
  });
});

describe('who may type', () => {
  it('lets an officer type only for leaves of the own department, and a viewer none', async () => {
    const row = rows.find(({ code }) => code === 'III.4.1')!;
    const own = row.owners[0]!.departmentId;
    const other = rows.flatMap(({ owners }) => owners).find(({ departmentId }) => departmentId !== own)!;
    const yes = { ...nothingTyped, quantities: { yes: '1' }, reason: '' };
    const stranger = await test.join(focal, 'officer', other.departmentId);
    expect(kindOf((await put('/api/scores/III.4.1/entry', yes, stranger)).body)).toBe('not_permitted');
    const officer = await test.join(focal, 'officer', own);
    const kept = await put('/api/scores/III.4.1/entry', yes, officer);
    expect([kept.status, await pointsOf('III.4.1')]).toEqual([200, 50]);
    const viewer = await test.join(focal, 'viewer');
    expect((await put('/api/scores/III.4.1/entry', yes, viewer)).status).toBe(403);
    expect((await put('/api/rules/III.4.1', {}, officer)).status).toBe(403);
  });
});

describe('one event entered once', () => {
  it('a late budget report lowers I.2 and VI.2.1, each by what its rule says', async () => {
    const leaf = await read<LeafScore>('/api/scores/VI.2.1');
    const key = leaf.registers[0]!.key;
    const page = await read<{
      register: { columns: { key: string; kind: string; choices?: { key: string; title: string }[] }[] };
    }>(`/api/registers/${key}`);
    const kind = page.register.columns.find((column) =>
      column.choices?.some(({ title }) => /ngân sách|quyết toán/iu.test(title)),
    )!;
    const budget = kind.choices!.find(({ title }) => /ngân sách|quyết toán/iu.test(title))!;
    const kept = await put(
      `/api/registers/${key}/rows`,
      typedRow({
        name: 'Báo cáo quyết toán quý II',
        [kind.key]: budget.key,
        due_on: '2026-07-10',
        sent_on: '2026-07-15',
      }),
    );
    expect(kept.status, JSON.stringify(kept.body)).toBe(200);
    expect(await pointsOf('VI.2.1')).toBe(25);
    expect(await pointsOf('I.2')).toBeLessThan(100);
  });
});

describe('another day', () => {
  it('works out anew what the day has changed, without anybody writing', async () => {
    test.clock.now = new Date('2026-12-02T02:00:00Z');
    expect((await read<ScoreBoard>('/api/scores')).asOf).toBe('2026-12-02');
    const stored = await test.database.asSuperuser<{ n: number }>(
      "select count(*)::int as n from leaf_score where as_of = '2026-12-02'",
    );
    expect(stored[0]?.n).toBe(95);
  });
});

describe('another unit', () => {
  it('knows nothing of these leaves', async () => {
    const other = await createTestApp();
    const cookie = await other.setUp();
    expect(kindOf((await other.ask('/api/scores', { cookie })).body)).toBe('no_plan');
    await other.close();
  });
});
