import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it, vi } from 'vitest';
import { documentMetadataSchema, type Evidence, type UploadState } from '#core/evidence/evidence.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { sweepKept, sweepUploads } from '#server/files/sweep.ts';
import { openServer } from '#server/open-server.ts';
import { readSettings } from '#server/settings.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { killGroup, makeFirstAccount, type StartedServer, startServer, stopServer } from './killed-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'parindex-killed-upload-'));
chmodSync(folder, 0o711);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let server: StartedServer;
let cookie: string;
const PIECE = 64 * 1024;
const PIECES = 5;

type Asked = { json?: unknown; bytes?: Uint8Array; method?: string; headers?: Record<string, string> };

async function ask(path: string, { json, bytes, method, headers = {} }: Asked = {}) {
  const body = json === undefined ? bytes : JSON.stringify(json);
  const response = await fetch(server.address + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      'content-type': json === undefined ? 'application/octet-stream' : 'application/json',
      'x-parindex': '1',
      cookie,
      ...headers,
    },
    ...(body === undefined ? {} : { body: body as BodyInit }),
  });
  return { status: response.status, body: await response.json(), cookie: '', headers: response.headers };
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const textOf = (size: number) => Buffer.from(randomBytes(size / 2).toString('hex'));
const begin = async (size: number) =>
  (await ask('/api/uploads', { json: { fileName: 'biên bản.txt', size } })).body as UploadState;
const put = (id: string, from: number, bytes: Uint8Array) =>
  ask(`/api/uploads/${id}/bytes?from=${from}`, { method: 'PUT', bytes });

async function addOne(): Promise<string | undefined> {
  const bytes = textOf(PIECE * PIECES);
  const { id } = await begin(bytes.length);
  for (let from = 0; from < bytes.length; from += PIECE)
    await put(id, from, bytes.subarray(from, from + PIECE));
  const metadata = documentMetadataSchema.parse({});
  const finished = await ask(`/api/uploads/${id}/finish`, { json: {} });
  const json = {
    kind: 'document',
    uploadId: id,
    title: 'Biên bản',
    metadata,
    isFreeOfSecrets: true,
    links: [],
  };
  const added = await ask('/api/evidence', { json });
  return finished.status === 200 && added.status === 200 ? hashOf(bytes) : undefined;
}

/** Three people who send files until the server is gone, into `kept` the hashes of those it said are kept. */
async function sendUntilKilled(kept: string[]): Promise<void> {
  const person = async (): Promise<void> => {
    for (;;) {
      const sha256 = await addOne().catch(() => undefined);
      if (sha256 === undefined) return;
      kept.push(sha256);
    }
  };
  await Promise.all([person(), person(), person()]);
}

/** Every file below a folder of the data folder. */
const filesIn = (name: string) =>
  readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());

it('kill -9 during uploads: no half file, no row without its file, uploads go on, room comes back', async () => {
  server = await startServer(folder, true);
  cookie = await makeFirstAccount(server);
  await confirmPlan({ ask } as Parameters<typeof confirmPlan>[0], cookie);
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 3; kill += 1) {
    const bytes = textOf(PIECE * 2);
    const half = await begin(bytes.length);
    await put(half.id, 0, bytes.subarray(0, PIECE));
    const kept: string[] = [];
    const sending = sendUntilKilled(kept);
    // A slow machine may take a second for the first file: killed before it, nothing would be at stake.
    await vi.waitUntil(() => kept.length > 0, { timeout: 60_000, interval: 5 });
    await pause(Math.random() * 400);
    await killGroup(server, folder, kill % 2 === 1);
    await sending;
    acknowledged.push(...kept);
    server = await startServer(folder);

    const evidence = (await ask('/api/evidence')).body as Evidence[];
    const hashes = new Set(evidence.map(({ file }) => file?.sha256 ?? ''));
    expect(acknowledged.filter((sha256) => !hashes.has(sha256))).toEqual([]);
    for (const { id, file } of evidence) {
      const response = await fetch(`${server.address}/api/evidence/${id}/file`, { headers: { cookie } });
      expect(hashOf(new Uint8Array(await response.arrayBuffer()))).toBe(file?.sha256);
    }
    for (const { parentPath, name } of filesIn('files'))
      expect(hashOf(readFileSync(join(parentPath, name)))).toBe(name);

    const stood = (await ask(`/api/uploads/${half.id}`)).body as UploadState;
    expect(stood.received).toBe(PIECE);
    expect((await put(half.id, PIECE, bytes.subarray(PIECE))).body).toMatchObject({ received: bytes.length });
    const finished = await ask(`/api/uploads/${half.id}/finish`, { json: {} });
    expect(finished.body).toMatchObject({ file: { sha256: hashOf(bytes) } });
  }
  await stopServer(server);

  // What was left behind is room again once a day has passed.
  const opened = await openServer(readSettings({ PARINDEX_DATA: folder }), { LOG_LEVEL: 'silent' });
  if (!('deps' in opened)) throw new Error('the data folder did not open');
  const { database, files } = opened.deps;
  const later = new Date(Date.now() + 48 * 60 * 60 * 1000);
  const unit = await database.kysely.selectFrom('unit').select('id').executeTakeFirstOrThrow();
  await inUnit(database.kysely, { unitId: unit.id, role: 'system' }, (tx) =>
    sweepUploads(tx, files, unit.id, later),
  );
  await sweepKept(database.kysely, files, later);
  const left = await inUnit(database.kysely, { unitId: unit.id, role: 'system' }, async (tx) => ({
    uploads: await tx.selectFrom('upload').select('id').execute(),
    stored: await tx.selectFrom('stored_file').select('sha256').execute(),
    evidence: await tx.selectFrom('evidence').select('sha256').execute(),
  }));
  await opened.close();
  expect([left.uploads, filesIn('uploads')]).toEqual([[], []]);
  const hashes = left.evidence.map(({ sha256 }) => sha256).sort();
  expect(left.stored.map(({ sha256 }) => sha256).sort()).toEqual(hashes);
  expect(
    filesIn('files')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(hashes);
}, 180_000);
