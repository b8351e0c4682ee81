import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Me } from '#core/people/member.ts';
import type { ChildUnit, UnitChange, UnitTree } from '#core/people/unit.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { renewSetupToken } from '#server/people/setup.ts';
import { createTestApp, TEST_PASSWORD, type TestApp } from '#server/test-app.ts';

let test: TestApp;
let city: string;

type Problem = { problem: { kind: string; vi: string; faults?: { line: number; kind: string }[] } };
const problemOf = (body: unknown) => (body as Problem).problem;
const DECISION = { number: '12/NQ-HĐND', issuer: 'HĐND thành phố', issuedOn: '2026-01-05' };

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-06-15T02:00:00Z');
  const json = {
    token: await renewSetupToken(test.database.kysely),
    unitName: 'thành phố Hồ Lớn',
    unitKind: 'city',
    personName: 'Đầu mối thành phố',
    username: 'thanh.pho',
    password: TEST_PASSWORD,
  };
  city = (await test.ask('/api/setup', { json })).cookie;
});
afterAll(() => test.close());

const treeOf = async (cookie: string) => (await test.ask('/api/units', { cookie })).body as UnitTree;
const meOf = async (cookie: string) => (await test.ask('/api/me', { cookie })).body as Me;
const add = (unit: object, cookie = city) =>
  test.ask('/api/units', { json: { code: null, ...unit }, cookie });
const record = (change: object, cookie = city) =>
  test.ask('/api/unit-changes', { json: { decision: DECISION, ...change }, cookie });

async function child(name: string, cookie = city): Promise<ChildUnit> {
  const found = (await treeOf(cookie)).children.find((each) => each.name === name);
  if (!found) throw new Error(`there is no unit called ${name}`);
  return found;
}

async function invite(id: string, cookie = city): Promise<string> {
  const json = { personName: 'Quản trị phường' };
  const { body } = await test.ask(`/api/units/${id}/invitations`, { json, cookie });
  return (body as { link: string }).link.split('#')[1] ?? '';
}

/** Adds a ward under the city and its first administrator. Returns the cookie of that person. */
async function openWard(name: string, username: string, code: string | null = null): Promise<string> {
  await add({ name, kind: 'ward', code });
  const token = await invite((await child(name)).id);
  const { cookie } = await test.ask('/api/invitations/acceptance', {
    json: { token, username, password: TEST_PASSWORD },
  });
  return cookie;
}

describe('units under a city', () => {
  it('are added one by one, seen by those above and below', async () => {
    const ward = await openWard('phường Sen Một', 'sen.mot', '00001');
    const tree = await treeOf(ward);
    expect(tree.unit).toMatchObject({ name: 'phường Sen Một', code: '00001', kind: 'ward' });
    expect(tree.ancestors.map(({ name }) => name)).toEqual(['thành phố Hồ Lớn']);
    expect((await meOf(ward)).unit).toMatchObject({ hasParent: true });
    expect(await child('phường Sen Một')).toMatchObject({ joinedOn: '2026-06-15', invitedUntil: null });
  });

  it.each<[string, object, number, string]>([
    ['the name of a living sibling', { name: 'Phường  SEN một', kind: 'ward' }, 409, 'unit_name_taken'],
    ['a code in use', { name: 'phường Khác', kind: 'ward', code: '00001' }, 409, 'code_taken'],
    ['a country under a city', { name: 'nước Lạ', kind: 'country' }, 409, 'kind_not_under'],
    ['a name that turns its text around', { name: 'phường \u202Eaoh', kind: 'ward' }, 400, 'bad_input'],
    ['a name without letters', { name: '...', kind: 'ward' }, 400, 'bad_input'],
    ['a name that is no text', { name: 'phường\0', kind: 'ward' }, 400, 'bad_input'],
    ['a code with a quote', { name: 'phường Khác', kind: 'ward', code: "1'; drop" }, 400, 'bad_input'],
  ])('refuses %s', async (_, unit, status, kind) => {
    const refused = await add(unit);
    expect([refused.status, problemOf(refused.body).kind]).toEqual([status, kind]);
  });

  it('come by the hundred from pasted lines, all or none', async () => {
    const lines = Array.from(
      { length: 126 },
      (_, index) => `${10_000 + index}; phường Số ${index + 1}; phường`,
    );
    const wrong = [...lines.slice(0, 3), '10000; phường Trùng Mã', 'x y; phường Lạ', '; không rõ loại'];
    const refused = await test.ask('/api/units/bulk', { json: { text: wrong.join('\n') }, cookie: city });
    expect(problemOf(refused.body)).toMatchObject({
      kind: 'unit_lines_wrong',
      faults: [
        { line: 4, kind: 'code_taken' },
        { line: 5, kind: 'code_wrong' },
        { line: 6, kind: 'kind_unknown' },
      ],
    });
    expect((await treeOf(city)).children).toHaveLength(1);
    const added = await test.ask('/api/units/bulk', { json: { text: lines.join('\n') }, cookie: city });
    expect([added.status, (added.body as UnitTree).children.length]).toEqual([200, 127]);
  });

  it('keep markup in a name as text, and a viewer of the city from adding any', async () => {
    const name = '<img src=x onerror=alert(1)> phường';
    expect((await add({ name, kind: 'ward' })).status).toBe(200);
    expect((await child(name)).name).toBe(name);
    const viewer = await test.join(city, 'viewer');
    expect((await add({ name: 'phường Lén', kind: 'ward' }, viewer)).status).toBe(403);
  });
});

describe('the first administrator of a child', () => {
  it('is invited by the parent, whose earlier link stops working, and never again once somebody is in', async () => {
    const { id } = await child('phường Số 1');
    const [first, second] = [await invite(id), await invite(id)];
    expect((await child('phường Số 1')).invitedUntil).not.toBeNull();
    expect((await test.ask(`/api/invitations/acceptance?token=${first}`)).status).toBe(404);
    const json = { token: second, username: 'so.mot', password: TEST_PASSWORD };
    expect((await test.ask('/api/invitations/acceptance', { json })).body).toMatchObject({
      role: 'administrator',
      unit: { id },
    });
    const late = await test.ask(`/api/units/${id}/invitations`, {
      json: { personName: 'Kẻ lạ' },
      cookie: city,
    });
    expect([late.status, problemOf(late.body).kind]).toEqual([409, 'unit_already_joined']);
  });

  it('is nobody else’s to invite: not a sibling’s, not of a unit further down', async () => {
    const sibling = await openWard('phường Sen Hai', 'sen.hai');
    const { id } = await child('phường Số 2');
    const asked = { json: { personName: 'Kẻ lạ' }, cookie: sibling };
    expect((await test.ask(`/api/units/${id}/invitations`, asked)).status).toBe(404);
    await add({ name: 'trường Sen Hai', kind: 'agency' }, sibling);
    const school = await child('trường Sen Hai', sibling);
    const above = { json: { personName: 'Kẻ lạ' }, cookie: city };
    expect((await test.ask(`/api/units/${school.id}/invitations`, above)).status).toBe(404);
  });
});

describe('the walls between parent, child and sibling, by the database alone', () => {
  const rows = (unitId: string, table: string, of: string) =>
    inUnit(test.database.kysely, { unitId, role: 'administrator' }, async (tx) => {
      const found = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)} where unit_id = ${of}`.execute(tx);
      return found.rows[0]?.n;
    });

  it('shows a parent nothing of a child but its name, and invitations it made itself', async () => {
    const ward = await openWard('phường Kín', 'phuong.kin');
    await test.join(ward, 'viewer');
    const [top, { unit }] = [(await meOf(city)).unit.id, await meOf(ward)];
    for (const table of ['membership', 'event', 'department', 'contact'])
      expect(await rows(top, table, unit.id), table).toBe(0);
    expect(await rows(top, 'invitation', unit.id)).toBe(1);
    expect(await rows(unit.id, 'invitation', unit.id)).toBe(2);
    expect(await rows((await child('phường Số 1')).id, 'invitation', unit.id)).toBe(0);
  });

  it('lets no unit invite into a sibling, a foreign unit or a child that has joined', async () => {
    const [top, joined, empty] = [
      (await meOf(city)).unit.id,
      await child('phường Kín'),
      await child('phường Số 3'),
    ];
    const put = (unitId: string, into: string) =>
      inUnit(test.database.kysely, { unitId, role: 'administrator' }, (tx) =>
        sql`insert into invitation (unit_id, id, person_name, role, token_hash, created_by, expires_at, invited_by_unit)
          values (${into}, gen_random_uuid(), 'x', 'administrator', 'x', 'x', now(), ${unitId})`.execute(tx),
      );
    await expect(put(joined.id, empty.id)).rejects.toThrow(/row-level security/u);
    await expect(put(top, joined.id)).rejects.toThrow(/row-level security/u);
    await expect(put(top, empty.id)).resolves.toBeDefined();
  });
});

describe('an invitation from above', () => {
  it('lets nobody in once the unit has joined, even by a link that was made at the same time', async () => {
    await add({ name: 'phường Hai Lời', kind: 'ward' });
    const { id } = await child('phường Hai Lời');
    const [first, second] = [await invite(id), await invite(id)];
    // As two links made at once leave it: neither saw the other.
    await test.database.asSuperuser('update invitation set revoked_at = null where unit_id = $1', [id]);
    const accept = (token: string, username: string) =>
      test.ask('/api/invitations/acceptance', { json: { token, username, password: TEST_PASSWORD } });
    expect((await accept(first, 'hai.loi')).status).toBe(200);
    expect(problemOf((await accept(second, 'hai.loi.nua')).body).kind).toBe('invitation_invalid');
  });
});

describe('a person with roles in two units', () => {
  it('joins by the own password, sees one unit at a time and switches between them', async () => {
    const first = await openWard('phường Đông', 'hai.noi');
    await add({ name: 'phường Tây', kind: 'ward' });
    const token = await invite((await child('phường Tây')).id);
    const join = (password: string) =>
      test.ask('/api/invitations/join', { json: { token, username: 'hai.noi', password } });
    expect((await join('không phải mật khẩu')).status).toBe(401);
    const joined = await join(TEST_PASSWORD);
    expect(joined.body).toMatchObject({
      unit: { name: 'phường Tây' },
      units: [{ name: 'phường Đông' }, { name: 'phường Tây', role: 'administrator' }],
    });
    const second = joined.cookie;
    expect([(await meOf(first)).unit.name, (await meOf(second)).unit.name]).toEqual([
      'phường Đông',
      'phường Tây',
    ]);

    const office = { name: 'Văn phòng', kind: 'office' };
    await test.ask('/api/departments', { json: office, cookie: second });
    const departments = async (cookie: string) => (await test.ask('/api/departments', { cookie })).body;
    expect([await departments(first), await departments(second)]).toMatchObject([[], [office]]);

    const east = (await meOf(first)).unit.id;
    const asked = { method: 'PUT', json: { unitId: east }, cookie: second };
    expect((await test.ask('/api/session/unit', asked)).body).toMatchObject({
      unit: { name: 'phường Đông' },
    });
    expect(await departments(second)).toEqual([]);
    const stale = {
      json: office,
      cookie: second,
      headers: { 'x-parindex-unit': (await child('phường Tây')).id },
    };
    expect(problemOf((await test.ask('/api/departments', stale)).body).kind).toBe('unit_switched');
    const foreign = { method: 'PUT', json: { unitId: (await child('phường Kín')).id }, cookie: second };
    expect(problemOf((await test.ask('/api/session/unit', foreign)).body).kind).toBe('not_own_unit');
  });

  it('has the open pages of that session, and no other, begin anew on a switch', async () => {
    const signIn = async () =>
      (await test.ask('/api/session', { json: { username: 'hai.noi', password: TEST_PASSWORD } })).cookie;
    const [own, elsewhere] = [await signIn(), await signIn()];
    const readers = await Promise.all(
      [own, elsewhere].map(async (cookie) => {
        const { body } = await test.app.request('/api/changes', { headers: { cookie } });
        return body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
      }),
    );
    const [first, second] = readers.map(async (reader) => {
      let seen = '';
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        seen += new TextDecoder().decode(read.value);
        if (seen.includes('"noun":"department"')) await reader.cancel();
      }
      return seen;
    });
    const unitId = (await meOf(own)).units[1]?.id;
    await test.ask('/api/session/unit', { method: 'PUT', json: { unitId }, cookie: own });
    expect(await first).toContain('event: unit');
    await test.ask('/api/departments', { json: { name: 'Tư pháp', kind: 'department' }, cookie: elsewhere });
    expect(await second).not.toContain('event: unit');
  });

  it('keeps the choice of a session out of the reach of others', async () => {
    const seen = await inUnit(test.database.kysely, { userId: 'somebody' }, (tx) =>
      sql`select * from session_unit`.execute(tx),
    );
    expect(seen.rows).toEqual([]);
  });
});

describe('what is decided about a unit', () => {
  it('renames it from a day, keeps the former name, and is read by the unit itself', async () => {
    const ward = await openWard('phường Tên Cũ', 'ten.cu');
    const { id } = await child('phường Tên Cũ');
    const own = await test.ask('/api/unit', {
      method: 'PATCH',
      json: { name: 'phường Tự Đặt', cityName: null },
      cookie: ward,
    });
    expect(problemOf(own.body).kind).toBe('renamed_from_above');
    const renamed = await record({ kind: 'rename', day: '2026-03-01', unitId: id, name: 'phường Tên Mới' });
    expect(renamed.status).toBe(200);
    expect((await meOf(ward)).unit.name).toBe('phường Tên Mới');
    const changes = (await test.ask('/api/unit-changes', { cookie: ward })).body as UnitChange[];
    expect(changes).toMatchObject([
      {
        kind: 'rename',
        day: '2026-03-01',
        decision: DECISION,
        before: { units: [{ name: 'phường Tên Cũ' }] },
      },
    ]);
    const sibling = (
      await test.ask('/api/session', { json: { username: 'sen.mot', password: TEST_PASSWORD } })
    ).cookie;
    expect((await test.ask('/api/unit-changes', { cookie: sibling })).body).toEqual([]);
    const early = await record({ kind: 'recode', day: '2026-02-01', unitId: id, code: '77777' });
    expect(problemOf(early.body)).toMatchObject({ kind: 'change_before_last' });
  });

  it('merges two into a new one; their people may read and change nothing', async () => {
    const ward = await openWard('phường Nhập', 'nhap', '55555');
    await test.ask('/api/departments', { json: { name: 'Văn phòng', kind: 'office' }, cookie: ward });
    const ids = [(await child('phường Nhập')).id, (await child('phường Số 5')).id];
    const into = { name: 'phường Nhập', code: '55555', kind: 'ward' };
    const merged = await record({ kind: 'merge', day: '2026-06-01', unitIds: ids, into });
    expect(merged.status).toBe(200);
    expect(await meOf(ward)).toMatchObject({ role: 'viewer', unit: { id: ids[0], endedOn: '2026-06-01' } });
    expect((await test.ask('/api/departments', { cookie: ward })).body).toMatchObject([
      { name: 'Văn phòng' },
    ]);
    const written = await test.ask('/api/departments', {
      json: { name: 'Phòng khác', kind: 'office' },
      cookie: ward,
    });
    expect(problemOf(written.body).kind).toBe('unit_ended');
    const living = (await treeOf(city)).children.filter(
      ({ name, endedOn }) => name === 'phường Nhập' && !endedOn,
    );
    expect(living).toMatchObject([{ code: '55555', beganOn: '2026-06-01' }]);
    const again = await record({ kind: 'end', day: '2026-06-10', unitId: ids[0] });
    expect(problemOf(again.body).kind).toBe('unit_already_ended');
  });

  it('moves one under another with all that stands under it', async () => {
    const ward = (await test.ask('/api/session', { json: { username: 'sen.hai', password: TEST_PASSWORD } }))
      .cookie;
    await add({ name: 'sở Nội vụ', kind: 'agency' });
    await add({ name: 'trung tâm Lưu trữ', kind: 'agency' });
    const [from, to] = [await child('trung tâm Lưu trữ'), await child('sở Nội vụ')];
    expect((await record({ kind: 'move', day: '2026-06-01', unitId: from.id, parentId: to.id })).status).toBe(
      200,
    );
    expect((await treeOf(city)).children.map(({ id }) => id)).not.toContain(from.id);
    const [moved] = await test.database.asSuperuser<{ path: string }>('select path from unit where id = $1', [
      from.id,
    ]);
    expect(moved?.path).toBe(`${(await meOf(city)).unit.id}.${to.id}.${from.id}`);
    const school = await child('trường Sen Hai', ward);
    const stranger = await record({ kind: 'end', day: '2026-06-01', unitId: school.id });
    expect(problemOf(stranger.body).kind).toBe('not_own_child');
  });
});
