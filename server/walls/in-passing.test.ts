import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Me } from '#core/people/member.ts';
import type { RegisterPage, RowsKept } from '#core/registers/register.ts';
import type { ScoreBoard } from '#core/scoring/leaf-score.ts';
import { tellChange } from '#server/db/events.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let administrator: string;
let unitId: string;

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  administrator = await test.setUp('city');
  await confirmPlan(test, administrator);
  unitId = ((await test.ask('/api/me', { cookie: administrator })).body as Me).unit.id;
});
afterAll(() => test.close());

/** What a stream of changes opened by a person says up to the change that is told last. */
async function listen(cookie: string, change: () => Promise<void>, last: string): Promise<string> {
  const response = await test.app.request('/api/changes', { headers: { cookie } });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  await change();
  let heard = '';
  while (!heard.includes(last)) heard += decoder.decode((await reader.read()).value);
  await reader.cancel();
  return heard;
}

const tellIn = (unit: string, noun: string, subjectId: string) =>
  inUnit(test.database.kysely, { unitId: unit, role: 'system' }, (tx) =>
    tellChange(tx, unit, { noun, subjectId }),
  );

describe('a stream of changes', () => {
  it('hears nothing of another unit', async () => {
    const heard = await listen(
      administrator,
      async () => {
        await tellIn(uuidv7(), 'task', 'of-another-unit');
        await tellIn(unitId, 'task', 'of-this-unit');
      },
      'of-this-unit',
    );
    expect(heard).not.toContain('of-another-unit');
  });

  it.each(['contributor', 'appraiser', 'council'])(
    'tells a %s that something changed, not what',
    async (role) => {
      const cookie = await test.join(administrator, role);
      const heard = await listen(cookie, () => tellIn(unitId, 'evidence', 'some-evidence'), '"evidence"');
      expect(heard).not.toContain('some-evidence');
    },
  );
});

it('works points out alike for those who may not read what they rest on', async () => {
  const values = { code: 'KL-01', decided_on: '2026-05-04', measure: 'reprimand' };
  const json = { rows: [{ departmentId: null, values }], removed: [] };
  const kept = await test.ask('/api/registers/discipline/rows', {
    method: 'PUT',
    json,
    cookie: administrator,
  });
  expect((kept.body as RowsKept).rows, JSON.stringify(kept.body)).toHaveLength(1);
  const viewer = await test.join(administrator, 'viewer');
  const page = (await test.ask('/api/registers/discipline', { cookie: administrator })).body as RegisterPage;
  const pointsAs = async (cookie: string) => {
    const { rows } = (await test.ask('/api/scores', { cookie })).body as ScoreBoard;
    return rows.filter(({ code }) => page.register.leaves.includes(code)).map(({ points }) => points);
  };
  const before = await pointsAs(administrator);
  expect(before.some((points) => points !== null)).toBe(true);
  // On a new day the first reader brings the points up to date.
  test.clock.now = new Date('2026-11-21T02:00:00Z');
  expect(await pointsAs(viewer)).toEqual(before);
  expect(await pointsAs(administrator)).toEqual(before);
});
