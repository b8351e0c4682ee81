import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileStore, openFileStore } from './file-store.ts';

const BYTES = Buffer.from('0123456789'.repeat(30_000));
const SHA256 = createHash('sha256').update(BYTES).digest('hex');
const UNIT = randomUUID();
const BUCKET = 'parindex';

let folder: string;
let bucket: S3rver;
let port: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-store-'));
  bucket = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: BUCKET }],
  });
  port = (await bucket.run()).port;
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

const s3 = () => ({
  bucket: BUCKET,
  endpoint: `http://127.0.0.1:${port}`,
  region: 'us-east-1',
  keyId: 'S3RVER',
  secret: 'S3RVER',
});

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream as BodyInit).text();
}
async function upload(files: FileStore, bytes: Buffer): Promise<string> {
  const id = randomUUID();
  await files.uploads.append(UNIT, id, 0, bytes.subarray(0, 7));
  await files.uploads.append(UNIT, id, 7, bytes.subarray(7));
  return id;
}
async function listAll(files: FileStore) {
  const found = [];
  for await (const each of files.list()) found.push(each);
  return found;
}

const places: [string, () => Promise<FileStore>][] = [
  ['on disk', () => openFileStore({ dataFolder: join(folder, 'data'), s3: undefined })],
  ['in S3', () => openFileStore({ dataFolder: join(folder, 'beside-s3'), s3: s3() })],
];

describe.each(places)('a file kept %s', (_, open) => {
  let files: FileStore;
  beforeAll(async () => {
    files = await open();
    await files.keep(UNIT, await upload(files, BYTES), SHA256);
  });

  it('is read whole and in part', async () => {
    expect(await textOf(await files.read(UNIT, SHA256))).toBe(BYTES.toString());
    expect(await textOf(await files.read(UNIT, SHA256, { from: 5, to: 14 }))).toBe('5678901234');
    expect(await textOf(await files.read(UNIT, SHA256, { from: 299_999, to: 299_999 }))).toBe('9');
  });

  it('is kept once however often it is given, and outlives its uploads', async () => {
    const id = await upload(files, BYTES);
    await files.keep(UNIT, id, SHA256);
    await files.uploads.drop(UNIT, id);
    expect(await listAll(files)).toEqual([{ unitId: UNIT, sha256: SHA256, changedAt: expect.any(Date) }]);
    expect(await textOf(await files.read(UNIT, SHA256))).toHaveLength(300_000);
  });

  it("is not there for another unit, and no name leads out of the unit's folder", async () => {
    await expect(files.read(randomUUID(), SHA256)).rejects.toThrow();
    await expect(async () => files.read('..', SHA256)).rejects.toThrow('named by a unit');
    await expect(async () => files.read(UNIT, '../../a')).rejects.toThrow('named by a unit');
    expect(() => files.uploads.pathOf(UNIT, '../a')).toThrow('named by UUIDs');
  });

  it('is gone once removed, and removing it again is no fault', async () => {
    await files.remove(UNIT, SHA256);
    await files.remove(UNIT, SHA256);
    expect(await listAll(files)).toEqual([]);
    await expect(files.read(UNIT, SHA256)).rejects.toThrow();
  });
});

describe('the parts of uploads', () => {
  it('write over what was never acknowledged', async () => {
    const { uploads } = await openFileStore({ dataFolder: join(folder, 'parts'), s3: undefined });
    const id = randomUUID();
    expect(await uploads.append(UNIT, id, 0, Buffer.from('abcdef'))).toBe(6);
    expect(await uploads.append(UNIT, id, 3, Buffer.from('XY'))).toBe(5);
    expect(await uploads.sizeOf(UNIT, id)).toBe(6);
    expect(await uploads.list()).toMatchObject([{ unitId: UNIT, uploadId: id }]);
    await uploads.drop(UNIT, id);
    expect(await uploads.sizeOf(UNIT, id)).toBe(0);
    expect(await readdir(join(folder, 'parts/uploads', UNIT))).toEqual([]);
  });

  it('know how much room there is', async () => {
    const files = await openFileStore({ dataFolder: folder, s3: undefined });
    expect(await files.findRoom()).toBeGreaterThan(-(1024 ** 3));
  });
});
