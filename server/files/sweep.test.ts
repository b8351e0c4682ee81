import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '#core/evidence/evidence.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { newDocument, receiveFile } from '#server/evidence/test-upload.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import { sweepKept, sweepRegularly, sweepUploads } from './sweep.ts';

let test: TestApp;
let focal: string;
let unitId: string;
const HOUR = 60 * 60 * 1000;
const after = (hours: number) => new Date(Date.now() + hours * HOUR);

beforeAll(async () => {
  test = await createTestApp();
  focal = await test.setUp();
  await confirmPlan(test, focal);
  unitId = ((await test.ask('/api/me', { cookie: focal })).body as { unit: { id: string } }).unit.id;
});
afterAll(() => test.close());
beforeEach(async () => {
  await sweep(48);
});

const sweepUp = (hours: number) =>
  inUnit(test.database.kysely, { unitId, role: 'system' }, (tx) =>
    sweepUploads(tx, test.deps.files, unitId, after(hours)),
  );
const sweepFiles = (hours: number) => sweepKept(test.database.kysely, test.deps.files, after(hours));
const sweep = async (hours: number) => [await sweepUp(hours), await sweepFiles(hours)];
const partsLeft = async () => (await test.deps.files.uploads.list()).map(({ uploadId }) => uploadId);
async function keptLeft(): Promise<string[]> {
  const found = [];
  for await (const each of test.deps.files.list()) found.push(each.sha256);
  return found;
}
const rowsOf = (table: string) => test.database.asSuperuser(`select * from ${table}`);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const receive = (text: string) => receiveFile(test, focal, Buffer.from(text));
async function add(text: string): Promise<Evidence> {
  const json = newDocument(await receive(text));
  return (await test.ask('/api/evidence', { json, cookie: focal })).body as Evidence;
}

describe('uploads', () => {
  it('go with their rows when nobody went on with them for a day', async () => {
    const id = await receive('bỏ dở');
    expect([await sweepUp(23), await partsLeft()]).toEqual([0, [id]]);
    expect(await rowsOf('upload')).toHaveLength(1);
    await sweepUp(25);
    expect([await partsLeft(), await rowsOf('upload')]).toEqual([[], []]);
  });

  it('whose row is gone go at once, and so do those that became evidence, which stays readable', async () => {
    await test.deps.files.uploads.append(unitId, randomUUID(), 0, Buffer.from('x'));
    const { file } = await add('đã thành minh chứng');
    expect(await partsLeft()).toHaveLength(2);
    await sweepUp(0);
    expect(await partsLeft()).toEqual([]);
    const read = await test.deps.files.read(unitId, file!.sha256);
    expect(await new Response(read as BodyInit).text()).toBe('đã thành minh chứng');
  });

  it('of another unit are left to that unit', async () => {
    const other = randomUUID();
    const id = randomUUID();
    await test.deps.files.uploads.append(other, id, 0, Buffer.from('x'));
    await sweepUp(48);
    expect(await partsLeft()).toEqual([id]);
    await test.deps.files.uploads.drop(other, id);
  });
});

describe('kept files', () => {
  it('stay while evidence refers to them and go a day after none does, with their row', async () => {
    const evidence = await add('rồi bị gỡ');
    expect([await sweepFiles(48), await keptLeft()]).toEqual([
      0,
      expect.arrayContaining([hashOf('rồi bị gỡ')]),
    ]);
    const removed = await test.ask(`/api/evidence/${evidence.id}?version=1`, {
      method: 'DELETE',
      cookie: focal,
    });
    expect(removed.status).toBe(204);
    expect(await sweepFiles(0)).toBe(0);
    expect(await sweepFiles(48)).toBe(1);
    expect(await keptLeft()).not.toContain(hashOf('rồi bị gỡ'));
    const rows = (await rowsOf('stored_file')) as { sha256: string }[];
    expect(rows.map(({ sha256 }) => sha256)).not.toContain(hashOf('rồi bị gỡ'));
  });

  it('whose record was never committed go too', async () => {
    const id = await receive('chưa kịp ghi');
    await test.deps.files.keep(unitId, id, hashOf('chưa kịp ghi'));
    expect(await sweep(48)).toEqual([2, 1]);
    expect(await keptLeft()).not.toContain(hashOf('chưa kịp ghi'));
  });

  it('of a unit this database does not know are left alone', async () => {
    const stranger = randomUUID();
    const id = randomUUID();
    await test.deps.files.uploads.append(stranger, id, 0, Buffer.from('x'));
    await test.deps.files.keep(stranger, id, hashOf('x'));
    expect(await sweepFiles(48)).toBe(0);
    expect(await keptLeft()).toContain(hashOf('x'));
  });
});

it('runs beside the requests from the start, and stops when asked', async () => {
  await test.deps.files.uploads.append(unitId, randomUUID(), 0, Buffer.from('x'));
  const before = (await partsLeft()).length;
  const sweeping = sweepRegularly({ ...test.deps, database: test.database });
  await expect.poll(async () => (await partsLeft()).length).toBe(before - 1);
  await sweeping.stop();
});
