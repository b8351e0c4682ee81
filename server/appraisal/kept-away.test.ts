import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppraisedClaim, AppraisedLeaf } from '#core/assessments/appraisal.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { keyOf } from '#server/files/kept-files.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { assign, CLAIM, seedCity, type TestCity } from './test-city.ts';

/** What is kept from whoever judges a unit they belong to or declared: at the desk, and by the database alone. */
let test: TestApp;
let city: TestCity;
let own: string;
const people = { appraiser: { cookie: '', userId: '' }, focal: { cookie: '', userId: '' } };
type Who = keyof typeof people;
const TABLES = ['submitted_leaf', 'leaf_answer', 'ruling'] as const;
const SHA256 = CLAIM.proofs[0]!.file!.sha256;

const past = (statement: string, values: unknown[] = []) => test.database.asSuperuser(statement, values);

beforeAll(async () => {
  test = await createTestApp();
  const administrator = await test.setUp('city');
  for (const role of ['appraiser', 'focal'] as const) {
    const cookie = await test.join(administrator, role);
    const { userId } = (await test.ask('/api/me', { cookie })).body as { userId: string };
    people[role] = { cookie, userId };
  }
  city = await seedCity(test);
  own = city.unitIds[0]!;
  await assign(test, city, people.appraiser.userId, 'I.1');
  const path = join(test.deps.files.folder, keyOf(own, SHA256));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '%PDF-1.7');
  await past('set session_replication_role = replica');
  await past(
    `insert into leaf_answer (unit_id, id, assessment_id, campaign_id, host_id, code, kind, text, written_by, written_by_name, sent_by_name, sent_at)
     select id, gen_random_uuid(), gen_random_uuid(), $1, $2, 'I.1', 'explanation', 'x', 'x', 'x', 'x', now() from unit where parent_id = $2`,
    [city.campaignId, city.cityId],
  );
  await past('set session_replication_role = origin');
  for (const unitId of city.unitIds)
    await past(
      `insert into ruling (unit_id, id, campaign_id, assessed_id, code, round, from_points, points, fingerprint, judged_by, judged_by_name)
       values ($1, gen_random_uuid(), $2, $3, 'I.1', 'appraisal_1', 80, 80, 'x', 'x', 'x')`,
      [city.cityId, city.campaignId, unitId],
    );
});
afterAll(() => test.close());
beforeEach(async () => {
  await past('delete from membership where unit_id = $1', [own]);
  await past('delete from appraiser_conflict');
});

const belong = (who: Who, ended: string | null = null) =>
  past(
    `insert into membership (unit_id, user_id, role, person_name, created_at, ended_at)
     values ($1, $2, 'viewer', 'x', now() + interval '1 day', $3)`,
    [own, people[who].userId, ended],
  );
const declare = (who: Who) =>
  past(
    `insert into appraiser_conflict (unit_id, campaign_id, user_id, assessed_id, reason, declared_by)
     values ($1, $2, $3, $4, 'vợ chồng', 'x')`,
    [city.cityId, city.campaignId, people[who].userId, own],
  );

const asAppraiser = () =>
  ({ unitId: city.cityId, role: 'appraiser', userId: people.appraiser.userId }) as const;

/** The rows of the own unit the database shows the appraiser, with no check of the product before it. */
async function listSeen(): Promise<string[]> {
  return inUnit(test.database.kysely, asAppraiser(), async (tx) => {
    const seen: string[] = [];
    for (const table of TABLES) {
      const unit = sql.ref(table === 'ruling' ? 'assessed_id' : 'unit_id');
      const { rows } = await sql`select from ${sql.table(table)} where ${unit} = ${own}`.execute(tx);
      if (rows.length > 0) seen.push(table);
    }
    return seen;
  });
}

const rule = (assessedId: string) =>
  inUnit(test.database.kysely, asAppraiser(), (tx) =>
    sql`insert into ruling (unit_id, id, campaign_id, assessed_id, code, round, from_points, points, fingerprint, judged_by, judged_by_name)
      values (${city.cityId}, ${uuidv7()}, ${city.campaignId}, ${assessedId}, 'I.1', 'appraisal_1', 80, 80, 'x', 'x', 'x')`.execute(
      tx,
    ),
  );

const BONDS: [string, (who: Who) => Promise<unknown>][] = [
  ['belong to', (who) => belong(who)],
  ['declared a conflict with', declare],
];

describe('the database alone', () => {
  it.each(BONDS)('keeps from an appraiser the unit they %s', async (_bond, bind) => {
    expect(await listSeen()).toEqual([...TABLES]);
    await bind('appraiser');
    expect(await listSeen()).toEqual([]);
    await expect(rule(own)).rejects.toThrow('row-level security');
    await expect(rule(city.unitIds[1]!)).resolves.toBeDefined();
  });

  it('opens again to whoever left the unit', async () => {
    await belong('appraiser', '2026-01-01T00:00:00Z');
    expect(await listSeen()).toEqual([...TABLES]);
    await expect(rule(own)).resolves.toBeDefined();
  });
});

describe.each(Object.keys(people) as Who[])('the desk of the %s', (who) => {
  const ask = (path: string, json?: object) =>
    test.ask(`/api/campaigns/${city.campaignId}/${path}`, {
      cookie: people[who].cookie,
      ...(json ? { json } : {}),
    });

  it.each(BONDS)('shows nothing of a unit they %s, opens no file of it and refuses', async (_bond, bind) => {
    const file = `proofs/${own}/I.1/${SHA256}`;
    expect((await ask(file)).status).toBe(200);
    await bind(who);
    expect((await ask(file)).status).toBe(404);
    const seen = (await ask(`appraisal/I.1/${own}`)).body as AppraisedClaim;
    expect(seen).toMatchObject({ content: null, rulings: [], answer: null, lastYear: null });
    expect(seen.unit).toMatchObject({ hasConflict: true, claimedPoints: null, points: null });
    const { units } = (await ask('appraisal/I.1')).body as AppraisedLeaf;
    expect(units.find(({ unitId }) => unitId === own)).toMatchObject({ claimedPoints: null, points: null });
    const input = { points: 80, judged: seen.fingerprint, previousId: null };
    expect((await ask(`appraisal/I.1/${own}`, input)).body).toMatchObject({
      problem: { need: 'has_no_conflict' },
    });
  });
});
