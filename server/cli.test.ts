import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPlanText } from '#catalog/demo-plan.ts';
import { createTestDatabase, type TestDatabase } from './db/test-database.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));
const REAL_FOLDER = fileURLToPath(new URL('../../shared/plan/', import.meta.url));
const UNIT = '0192f0c1-2345-7abc-8def-0123456789ab';

let database: TestDatabase;
let folder: string;
let file: string;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.asSuperuser(
    "insert into unit (id, path, kind, name) values ($1, 'x', 'ward', 'phường Hồ Sen')",
    [UNIT],
  );
  folder = mkdtempSync(join(tmpdir(), 'parindex-cli-'));
  file = join(folder, 'kế hoạch.txt');
  writeFileSync(file, demoPlanText());
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

type Run = { code: number; stdout: string; stderr: string };

/** The command line as a person calls it, on this test's own database. */
function run(...args: string[]): Promise<Run> {
  const { host, port, user, password, database: name } = database.connection as Record<string, string>;
  const address = `postgresql://${user}:${password}@/${name}?host=${encodeURIComponent(host ?? '')}&port=${port}`;
  const env = { ...process.env, DATABASE_URL: address, PARINDEX_DATA: join(folder, 'none') };
  const call = ['--disable-warning=ExperimentalWarning', CLI, ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, call, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

describe('calling it', () => {
  it.each([
    ['help for all commands', ['--help'], 0, 'stdout', 'parindex export annex --unit'],
    ['help for one command', ['user', 'invite', '--help'], 0, 'stdout', '--role VAI_TRÒ'],
    ['no command', [], 2, 'stderr', 'parindex read FILE'],
    ['an unknown command', ['đọc'], 2, 'stderr', 'Không có lệnh "đọc"'],
    ['an unknown option', ['read', 'x', '--fast'], 2, 'stderr', '--fast'],
    ['an option of another command', ['read', 'x', '--unit', 'y'], 2, 'stderr', '--unit'],
    ['a missing operand', ['read'], 2, 'stderr', 'parindex read FILE'],
    ['a missing option', ['import', 'x'], 2, 'stderr', '--unit'],
    [
      'a role nobody has',
      ['user', 'invite', '--unit', 'x', '--name', 'Cán bộ', '--role', 'vua'],
      2,
      'stderr',
      'officer',
    ],
    ['a file that is not there', ['read', 'không-có.docx'], 1, 'stderr', 'Không tìm thấy tệp'],
  ] as const)('%s', async (_, args, code, stream, words) => {
    const ran = await run(...args);
    expect(ran.code).toBe(code);
    expect(ran[stream]).toContain(words);
    expect(ran[stream === 'stdout' ? 'stderr' : 'stdout']).toBe('');
  });
});

describe('read', () => {
  it('prints a summary in Vietnamese, and JSON when asked, without a database', async () => {
    const words = await run('read', file);
    expect([words.code, words.stderr]).toEqual([0, '']);
    expect(words.stdout).toMatch(/Phụ lục: \d+ dòng/u);
    const json = JSON.parse((await run('read', file, '--json')).stdout);
    expect(Object.keys(json)).toEqual(
      expect.arrayContaining(['document', 'criteria', 'tasks', 'units', 'goals', 'findings', 'unplaced']),
    );
    expect(json.criteria[0].maxPoints).toMatch(/^\d+\.\d{2}$/u);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('refuses with a problem on stdout and sentences on stderr', async () => {
    const wrong = join(folder, 'ảnh.docx');
    writeFileSync(wrong, 'không phải Word');
    const ran = await run('read', wrong, '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout).problem.kind).toBe('wrong_type');
    expect(ran.stderr).toContain('.docx');
  });

  it.runIf(existsSync(REAL_FOLDER))('reads the real plan alike from every format', async () => {
    for (const format of ['txt', 'docx', 'pdf']) {
      const { criteria } = JSON.parse(
        (await run('read', `${REAL_FOLDER}yen-hoa-2026.${format}`, '--json')).stdout,
      );
      expect([
        format,
        criteria.length,
        criteria.filter((row: { isLeaf: boolean }) => row.isLeaf).length,
      ]).toEqual([format, 130, 95]);
    }
  });
});

describe('import, export, invite', () => {
  it('refuses an export before there is a plan, and a unit nobody knows', async () => {
    const out = join(folder, 'early.xlsx');
    const early = await run('export', 'annex', '--unit', UNIT, '-o', out);
    expect([early.code, existsSync(out)]).toEqual([1, false]);
    const unknown = await run('import', file, '--unit', 'phường Nào Đó', '--json');
    expect(unknown.code).toBe(1);
    expect(JSON.parse(unknown.stdout).problem.kind).toBe('unit_unknown');
    expect(unknown.stderr).toContain('phường Hồ Sen');
  });

  it('keeps a reading, confirms another, and reads its own workbook back alike', async () => {
    const kept = JSON.parse((await run('import', file, '--unit', 'Phường Hồ Sen', '--json')).stdout);
    expect(kept).toMatchObject({ unitId: UNIT, plan: null });
    const imported = await run('import', file, '--unit', UNIT, '--confirm', '--json');
    expect(imported.code).toBe(0);
    const out = join(folder, 'annex.xlsx');
    expect((await run('export', 'annex', '--unit', UNIT, '-o', out)).code).toBe(0);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    const points = async (path: string) => {
      const { criteria } = JSON.parse((await run('read', path, '--json')).stdout);
      return criteria.map((row: Record<string, unknown>) => [
        row.code,
        row.title,
        row.maxPoints,
        row.lastPoints,
      ]);
    };
    expect(await points(out)).toEqual(await points(file));
  });

  it('says that a confirmed plan needs criteria, and keeps nothing', async () => {
    const empty = join(folder, 'trống.txt');
    writeFileSync(empty, 'KẾ HOẠCH năm 2026\nKhông có phụ lục.');
    const count = () => database.asSuperuser('select id from reading');
    const before = (await count()).length;
    const ran = await run('import', empty, '--unit', UNIT, '--confirm', '--json');
    expect([ran.code, JSON.parse(ran.stdout).problem.kind]).toEqual([1, 'no_criteria']);
    expect((await count()).length).toBe(before);
  });

  it('prints an invitation link, and asks where an officer belongs', async () => {
    const call = ['user', 'invite', '--unit', UNIT, '--name', 'Lãnh đạo phường', '--role'];
    const ran = await run(...call, 'leader');
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringMatching(/\/invite#\S{20,}/u)]);
    const officer = await run(...call, 'officer');
    expect([officer.code, officer.stderr]).toEqual([1, expect.stringContaining('--department')]);
  });

  it('migrates, and says when there is nothing to do', async () => {
    const ran = await run('migrate', '--json');
    expect([ran.code, JSON.parse(ran.stdout)]).toEqual([0, { applied: [] }]);
  });
});

describe('the log', () => {
  const heads = () => join(folder, 'heads.jsonl');
  const headOf = async () =>
    (await database.asSuperuser<{ seq: string; hash: string }>('select seq, hash from event_head'))[0]!;

  it('is whole, is exported for outsiders, and is told broken with its first line', async () => {
    const whole = await run('verify');
    expect([whole.code, whole.stdout]).toEqual([0, expect.stringContaining('nguyên vẹn')]);
    expect(whole.stderr).toContain('--heads');
    const out = join(folder, 'log.jsonl');
    const exported = JSON.parse((await run('export', 'log', '--unit', UNIT, '-o', out, '--json')).stdout);
    const { seq, hash } = await headOf();
    expect(exported).toEqual({ file: out, lines: Number(seq) });
    expect(JSON.parse(readFileSync(out, 'utf8').trim().split('\n').at(-1) ?? '')).toMatchObject({ hash });
    writeFileSync(heads(), `${JSON.stringify({ unitId: UNIT, seq: Number(seq), hash, at: '' })}\n`);
    const compared = JSON.parse((await run('verify', '--unit', UNIT, '--heads', heads(), '--json')).stdout);
    expect(compared).toMatchObject({
      isWhole: true,
      units: [{ unitId: UNIT, headsCompared: 1, faults: [] }],
    });
    await database.asSuperuser(
      `update event set verb = 'viewed' where id = (select event_id from event_seal where seq = 2)`,
    );
    const broken = await run('verify', '--heads', heads(), '--json');
    expect([broken.code, JSON.parse(broken.stdout)]).toMatchObject([
      1,
      { isWhole: false, units: [{ faults: [{ kind: 'changed', seq: 2 }] }] },
    ]);
    expect((await run('verify', '--heads', heads())).stdout).toContain('Dòng 2 đã bị sửa');
  });

  it('asks for heads that can be read and for days', async () => {
    const none = await run('verify', '--heads', join(folder, 'không-có.jsonl'), '--json');
    expect([none.code, JSON.parse(none.stdout).problem.kind]).toEqual([1, 'heads_unreadable']);
    const call = ['export', 'log', '--unit', UNIT, '-o', join(folder, 'log.jsonl')];
    expect((await run(...call, '--from', '2026-13-01')).code).toBe(2);
    const future = JSON.parse((await run(...call, '--from', '2999-01-01', '--json')).stdout);
    expect(future.lines).toBe(0);
  });
});
