import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from '#server/files/kept-files.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { assign, CLAIM, seedCity, type TestCity } from './test-city.ts';

let test: TestApp;
let city: TestCity;
let appraiser: string;
let administrator: string;
const SUBMITTED = CLAIM.proofs[0]!.file!.sha256;
const KEPT_ONLY = 'c'.repeat(64);

const address = (sha256: string, { code = 'I.1', unitId = city.unitIds[0]! } = {}) =>
  `/api/campaigns/${city.campaignId}/proofs/${unitId}/${code}/${sha256}`;

beforeAll(async () => {
  test = await createTestApp();
  administrator = await test.setUp('city');
  appraiser = await test.join(administrator, 'appraiser');
  city = await seedCity(test);
  const { userId } = (await test.ask('/api/me', { cookie: appraiser })).body as { userId: string };
  await assign(test, city, userId, 'I.1');
  for (const sha256 of [SUBMITTED, KEPT_ONLY]) {
    const path = join(test.deps.files.folder, keyOf(city.unitIds[0]!, sha256));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, '%PDF-1.7');
  }
});
afterAll(() => test.close());

describe('the window to proof', () => {
  it('shows a submitted file in a sandbox, and a part of it', async () => {
    const { status, body, headers } = await test.ask(address(SUBMITTED), { cookie: appraiser });
    expect([status, body, headers.get('content-type')]).toEqual([200, '%PDF-1.7', 'application/pdf']);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    const part = await test.ask(address(SUBMITTED), { cookie: appraiser, headers: { range: 'bytes=1-3' } });
    expect([part.status, part.body]).toEqual([206, 'PDF']);
  });

  it('writes once into the log of the city that it was read', async () => {
    const events = await test.database.asSuperuser(
      "select unit_id, verb, after from event where noun = 'proof'",
    );
    expect(events).toEqual([{ unit_id: city.cityId, verb: 'read', after: { fileName: 'báo cáo a.pdf' } }]);
  });

  it.each<[string, () => string]>([
    ['a file the unit keeps but did not submit', () => address(KEPT_ONLY)],
    ['a file of a leaf given to others', () => address(SUBMITTED, { code: 'II.1' })],
    ['a file of the city itself', () => address(SUBMITTED, { unitId: city.cityId })],
    ['a file of another campaign', () => address(SUBMITTED).replace(city.campaignId, city.cityId)],
    ['a unit that is none', () => address(SUBMITTED, { unitId: 'x' })],
  ])('stays closed for %s', async (_sentence, pathOf) => {
    expect((await test.ask(pathOf(), { cookie: appraiser })).status).toBe(404);
  });

  it('stays closed for whoever has no part in the judgement', async () => {
    const viewer = await test.join(administrator, 'viewer');
    expect((await test.ask(address(SUBMITTED), { cookie: viewer })).status).toBe(404);
  });

  it('opens files of an answer once it was sent', async () => {
    const proofs = JSON.stringify([
      { ...CLAIM.proofs[0], file: { ...CLAIM.proofs[0]!.file, sha256: KEPT_ONLY } },
    ]);
    await test.database.asSuperuser('set session_replication_role = replica');
    await test.database.asSuperuser(
      `insert into leaf_answer (unit_id, id, assessment_id, campaign_id, host_id, code, kind, text, proofs, written_by, written_by_name)
       values ($1, gen_random_uuid(), gen_random_uuid(), $2, $3, 'I.1', 'explanation', 'x', $4, 'x', 'x')`,
      [city.unitIds[0], city.campaignId, city.cityId, proofs],
    );
    expect((await test.ask(address(KEPT_ONLY), { cookie: appraiser })).status).toBe(404);
    await test.database.asSuperuser("update leaf_answer set sent_at = now(), sent_by_name = 'x'");
    expect((await test.ask(address(KEPT_ONLY), { cookie: appraiser })).status).toBe(200);
  });

  it('closes when the unit withdraws', async () => {
    await test.database.asSuperuser('update submitted_leaf set withdrawn_at = now()');
    expect((await test.ask(address(SUBMITTED), { cookie: appraiser })).status).toBe(404);
  });
});
