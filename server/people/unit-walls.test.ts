import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '#core/people/member.ts';
import type { UnitTree } from '#core/people/unit.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';

let test: TestApp;
let administrator: string;
const ids = { city: '', ward: '', other: '', school: '' };
type Name = keyof typeof ids;

beforeAll(async () => {
  test = await createTestApp();
  administrator = await test.setUp('city');
  for (const name of ['phường Trên', 'phường Khác'])
    await test.ask('/api/units', { json: { name, code: null, kind: 'ward' }, cookie: administrator });
  const tree = (await test.ask('/api/units', { cookie: administrator })).body as UnitTree;
  ids.city = tree.unit.id;
  ids.ward = tree.children.find(({ name }) => name === 'phường Trên')!.id;
  ids.other = tree.children.find(({ name }) => name === 'phường Khác')!.id;
  const [school] = await test.database.asSuperuser<{ id: string }>(
    `insert into unit (id, parent_id, path, kind, name)
     select gen_random_uuid(), id, path || '.school', 'agency', 'trường Dưới' from unit where id = $1 returning id`,
    [ids.ward],
  );
  ids.school = school!.id;
  await test.database.asSuperuser(
    "update unit set path = parent.path || '.' || unit.id from unit parent where unit.parent_id = parent.id and unit.id = $1",
    [ids.school],
  );
});
afterAll(() => test.close());

const within = <T>(name: Name, role: 'focal' | 'viewer', run: Parameters<typeof inUnit<T>>[2]) =>
  inUnit(test.database.kysely, { unitId: ids[name], role, userId: 'x' }, run);

async function renamed(by: Name, of: Name): Promise<number> {
  return within(by, 'focal', async (tx) => {
    const done = await tx
      .updateTable('unit')
      .set({ name: 'tên khác' })
      .where('id', '=', ids[of])
      .executeTakeFirst();
    return Number(done.numUpdatedRows);
  });
}

describe('the database alone', () => {
  it.each<[string, Name, Name, number]>([
    ['lets a unit with nobody above change its own name', 'city', 'city', 1],
    ['lets a unit change one directly under it', 'city', 'ward', 1],
    ['keeps a unit from one two steps below', 'city', 'school', 0],
    ['keeps a unit from itself once another stands above', 'ward', 'ward', 0],
    ['keeps a unit from the one beside it', 'ward', 'other', 0],
    ['keeps a unit from the one above it', 'ward', 'city', 0],
  ])('%s', async (_, by, of, rows) => expect(await renamed(by, of)).toBe(rows));

  it.each(['parent_id', 'path'] as const)('lets nobody write the %s of a unit', (column) =>
    expect(
      within('city', 'focal', (tx) =>
        tx
          .updateTable('unit')
          .set({ [column]: ids.other })
          .where('id', '=', ids.ward)
          .execute(),
      ),
    ).rejects.toThrow('permission denied'),
  );

  it.each<[string, Name, 'focal' | 'viewer', Name, Name]>([
    ['one two steps below', 'city', 'focal', 'school', 'other'],
    ['itself', 'ward', 'focal', 'ward', 'other'],
    ['one under itself', 'city', 'focal', 'ward', 'school'],
    ['one out of its reach', 'ward', 'focal', 'school', 'other'],
    ['one as a viewer', 'city', 'viewer', 'ward', 'other'],
  ])('keeps a unit from moving %s', (_, by, role, moved, under) =>
    expect(
      within(by, role, (tx) => sql`select app_move_unit(${ids[moved]}, ${ids[under]})`.execute(tx)),
    ).rejects.toThrow('is moved by the one above it'),
  );

  it('moves a unit with all that stands under it', async () => {
    await within('city', 'focal', (tx) => sql`select app_move_unit(${ids.ward}, ${ids.other})`.execute(tx));
    const [school] = await test.database.asSuperuser<{ path: string }>(
      'select path from unit where id = $1',
      [ids.school],
    );
    expect(school!.path).toBe([ids.city, ids.other, ids.ward, ids.school].join('.'));
  });
});

describe('a ward, which judges nobody', () => {
  let ward: TestApp;
  let keeper: string;
  beforeAll(async () => {
    ward = await createTestApp();
    keeper = await ward.setUp('ward');
  });
  afterAll(() => ward.close());

  it.each(['appraiser', 'council'])('invites no %s', async (role) => {
    const json = { personName: 'Người được mời', role, departmentId: null };
    const { status, body } = await ward.ask('/api/invitations', { json, cookie: keeper });
    expect([status, body]).toMatchObject([409, { problem: { kind: 'role_not_in_unit' } }]);
  });

  it('makes no member an appraiser', async () => {
    await ward.join(keeper, 'viewer');
    const members = (await ward.ask('/api/members', { cookie: keeper })).body as Member[];
    const { userId, version } = members.find(({ role }) => role === 'viewer')!;
    const json = { role: 'appraiser', departmentId: null, positionTitle: null, isEnded: false, version };
    const { body } = await ward.ask(`/api/members/${userId}`, { method: 'PATCH', json, cookie: keeper });
    expect(body).toMatchObject({ problem: { kind: 'role_not_in_unit' } });
  });
});
