import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Embedded, startEmbedded } from './embedded.ts';
import { listMigrations, migrate } from './migrate.ts';

const FAST = { fsync: 'off' };
let folder: string;
let running: Embedded;

async function start(): Promise<Embedded> {
  const started = await startEmbedded(folder, FAST);
  if ('kind' in started) throw new Error(started.en);
  return started;
}

async function ask(statement: string, connection = running.connection): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parindex-embedded-'));
  chmodSync(folder, 0o711);
  running = await start();
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded server', () => {
  it('keeps its cluster and passwords from other users', () => {
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'postgres.passwords.json')).mode & 0o777).toBe(0o600);
  });

  it('gives us a role that is neither superuser nor past row level security', async () => {
    const rights = await ask(
      'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(rights).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
  });

  it('lets nobody in without the password', async () => {
    const stranger = new pg.Client({ ...running.connection, password: 'đoán' });
    await expect(stranger.connect()).rejects.toThrow(/password authentication failed/u);
  });

  it('refuses a data folder that is a file, and says what to do', async () => {
    const refused = await startEmbedded(join(folder, 'postgres.passwords.json'), FAST);
    expect(refused).toMatchObject({
      kind: 'start_refused',
      en: expect.stringContaining('choose another folder with PARINDEX_DATA'),
    });
  });

  it('refuses a second start on its folder with a sentence in both languages, and goes on', async () => {
    const second = await startEmbedded(folder, FAST);
    expect(second).toMatchObject({
      kind: 'start_refused',
      vi: expect.stringContaining('đang được một máy chủ khác sử dụng'),
      en: expect.stringContaining('is in use by another server'),
    });
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts over a pid file whose number now belongs to another program', async () => {
    const pidFile = join(folder, 'postgres/postmaster.pid');
    const content = readFileSync(pidFile, 'utf8');
    await running.stop();
    writeFileSync(pidFile, content.replace(/^\d+/u, String(process.pid)));
    running = await start();
    expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('migrations', () => {
  it('run once, each in a transaction of its own', async () => {
    const names = listMigrations().map(({ name }) => name);
    expect(await migrate(running.connection)).toEqual(names);
    expect(await migrate(running.connection)).toEqual([]);
  });

  it('refuse a database that is newer than the code', async () => {
    const older = listMigrations().slice(0, 1);
    expect(await migrate(running.connection, older)).toMatchObject({
      en: expect.stringContaining('newer than this'),
    });
  });

  it('refuse a step that was edited after it ran', async () => {
    const edited = listMigrations().map((step) => ({ ...step, checksum: 'other' }));
    expect(await migrate(running.connection, edited)).toMatchObject({
      en: expect.stringContaining('differs from'),
    });
  });

  it('tell a database user without rights what an administrator must run', async () => {
    await ask("create role plain login password 'plain'", running.superuser);
    await ask('create database plain owner plain', running.superuser);
    const connection = { ...running.connection, user: 'plain', password: 'plain', database: 'plain' };
    expect(await migrate(connection)).toMatchObject({
      vi: expect.stringContaining('GRANT parindex_app TO "plain";'),
    });
  });
});

it('lets one of two first starts on an empty folder win, and the other says so', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'parindex-two-'));
  chmodSync(empty, 0o711);
  const start = () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
      env: { ...process.env, PORT: '0', PARINDEX_DATA: empty, DATABASE_URL: '', LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    return { child, ended: once(child, 'exit'), said: () => said };
  };
  const both = [start(), start()];
  const [code] = await Promise.race(both.map(({ ended }) => ended));
  const [loser, winner] = both[0]?.child.exitCode === null ? both.toReversed() : both;
  expect(code).toBe(1);
  expect(loser?.said()).toContain('is in use by another server');
  winner?.child.kill('SIGTERM');
  await winner?.ended;
  rmSync(empty, { recursive: true, force: true });
}, 60_000);
