import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Department } from '#core/people/department.ts';
import type { Invitation, Me, Member } from '#core/people/member.ts';
import { renewSetupToken } from '#server/people/setup.ts';
import { createTestApp, TEST_PASSWORD, type TestApp } from '#server/test-app.ts';

let test: TestApp;
let administrator: string;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

type Problem = { problem: { kind: string; vi: string; en: string; field?: string } };
const problemOf = (body: unknown) => (body as Problem).problem;

const SETUP = {
  unitName: 'phường Hồ Sen',
  cityName: 'thành phố Hà Nội',
  personName: 'Cán bộ đầu mối',
  username: 'dau.moi',
  password: TEST_PASSWORD,
};

describe('set-up', () => {
  it('is needed at first, and nobody is signed in', async () => {
    expect((await test.ask('/api/setup')).body).toEqual({ needsSetup: true });
    const me = await test.ask('/api/me');
    expect([me.status, problemOf(me.body).kind]).toEqual([401, 'not_signed_in']);
  });

  it('refuses a wrong link and keeps nothing', async () => {
    await renewSetupToken(test.database.kysely);
    const refused = await test.ask('/api/setup', { json: { ...SETUP, token: 'x'.repeat(43) } });
    expect([refused.status, problemOf(refused.body).kind]).toEqual([403, 'setup_link_invalid']);
    expect(
      await test.database.asSuperuser('select 1 from unit union all select 1 from account_user'),
    ).toEqual([]);
  });

  it.each([
    [
      'a short password',
      { password: 'ngắn' },
      'password',
      'Mật khẩu cần ít nhất 14 ký tự.',
      'Password needs at least 14 characters.',
    ],
    [
      'no unit name',
      { unitName: undefined },
      'unitName',
      'Tên đơn vị chưa được điền',
      'Unit name is missing',
    ],
    [
      'a user name with a space',
      { username: 'dau moi' },
      'username',
      'Tên đăng nhập gồm 3–40 ký tự',
      'User name has 3–40 characters',
    ],
  ])('says in both languages what is wrong with %s', async (_, change, field, vi, en) => {
    const { status, body } = await test.ask('/api/setup', {
      json: { ...SETUP, token: 'x'.repeat(43), ...change },
    });
    expect(status).toBe(400);
    expect(problemOf(body)).toMatchObject({ kind: 'bad_input', field });
    expect(problemOf(body).vi).toContain(vi);
    expect(problemOf(body).en).toContain(en);
  });

  it('makes the unit and its administrator once, signs in, and writes who did it', async () => {
    const token = (await renewSetupToken(test.database.kysely)) ?? '';
    const made = await test.ask('/api/setup', { json: { ...SETUP, token } });
    expect(made.status).toBe(200);
    administrator = made.cookie;
    const me = (await test.ask('/api/me', { cookie: administrator })).body as Me;
    expect(me).toMatchObject({
      username: 'dau.moi',
      role: 'administrator',
      hasPlan: false,
      unit: { kind: 'ward' },
    });
    const again = await test.ask('/api/setup', { json: { ...SETUP, token } });
    expect([again.status, problemOf(again.body).kind]).toEqual([409, 'already_set_up']);
    expect(await renewSetupToken(test.database.kysely)).toBeUndefined();
    const events = await test.database.asSuperuser<{ verb: string }>('select verb from event order by id');
    expect(events.map(({ verb }) => verb)).toEqual(['set_up', 'joined']);
  });

  it('stores neither the link nor the password', async () => {
    const [stored] = await test.database.asSuperuser<{ text: string }>(
      'select (select json_agg(s) from setup_token s)::text || (select json_agg(c) from account_credential c)::text as text',
    );
    expect(stored?.text).not.toContain(TEST_PASSWORD);
  });
});

describe('a change from elsewhere', () => {
  it.each([
    ['without our header', { 'x-parindex': '' }],
    ['from another origin', { origin: 'https://example.org' }],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused: %s', async (_, headers) => {
    const json = { username: 'dau.moi', password: TEST_PASSWORD };
    const { status, body } = await test.ask('/api/session', { json, headers });
    expect([status, problemOf(body).kind]).toEqual([403, 'not_from_this_page']);
  });

  it('is accepted from our own origin', async () => {
    const json = { username: 'dau.moi', password: TEST_PASSWORD };
    const headers = { origin: 'http://localhost', host: 'localhost' };
    expect((await test.ask('/api/session', { json, headers })).status).toBe(200);
  });
});

describe('sign-in', () => {
  const signIn = (username: string, password: string) =>
    test.ask('/api/session', { json: { username, password } });

  it('answers an unknown name and a wrong password alike', async () => {
    const unknown = await signIn('khong.co', 'sai');
    const wrong = await signIn('dau.moi', 'sai');
    expect(unknown.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  it('locks a name after five wrong tries for 15 minutes, known or not, even for the right password', async () => {
    for (const name of ['dau.moi', 'khong.co']) {
      for (let tries = 0; tries < 5; tries += 1) await signIn(name, 'sai');
      const locked = await signIn(name, TEST_PASSWORD);
      expect([locked.status, problemOf(locked.body).kind]).toEqual([429, 'locked_out']);
      expect(problemOf(locked.body).vi).toContain('15 phút');
    }
    test.clock.now = new Date(test.clock.now.getTime() + 15 * 60_000);
    expect((await signIn('dau.moi', TEST_PASSWORD)).status).toBe(200);
  });

  it('does not let twenty tries at once past the lock', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('nhieu.lan', 'sai')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('ends by signing out, on the server too', async () => {
    const { cookie } = await signIn('dau.moi', TEST_PASSWORD);
    expect((await test.ask('/api/session', { method: 'DELETE', cookie })).status).toBe(204);
    expect((await test.ask('/api/me', { cookie })).status).toBe(401);
  });

  it('ends twelve hours after it began, and after two idle hours', async () => {
    const { cookie } = await signIn('dau.moi', TEST_PASSWORD);
    const [newest] = await test.database.asSuperuser<{ id: string }>(
      'select id from account_session order by created_at desc limit 1',
    );
    const age = (column: string, by: string) =>
      test.database.asSuperuser(
        `update account_session set ${column} = ${column} - interval '${by}' where id = $1`,
        [newest?.id],
      );
    await age('created_at', '11 hours 59 minutes');
    expect((await test.ask('/api/me', { cookie })).status).toBe(200);
    await age('created_at', '2 minutes');
    expect((await test.ask('/api/me', { cookie })).status).toBe(401);
    const second = await signIn('dau.moi', TEST_PASSWORD);
    await test.database.asSuperuser(
      "update account_session set expires_at = expires_at - interval '2 hours'",
    );
    expect((await test.ask('/api/me', { cookie: second.cookie })).status).toBe(401);
    administrator = (await signIn('dau.moi', TEST_PASSWORD)).cookie;
  });
});

describe('departments', () => {
  const office = { name: 'Văn phòng HĐND và UBND', kind: 'office', spellings: ['Văn phòng'] };

  it('are added, changed at the version that was read, and ended', async () => {
    const added = (await test.ask('/api/departments', { json: office, cookie: administrator }))
      .body as Department;
    expect(added).toMatchObject({ ...office, version: 1, tasks: 0, members: 0 });
    const same = await test.ask('/api/departments', { json: office, cookie: administrator });
    expect([same.status, problemOf(same.body).field]).toEqual([409, 'name']);
    const path = `/api/departments/${added.id}`;
    const change = { ...office, name: 'Văn phòng', version: 1 };
    const changed = await test.ask(path, { method: 'PATCH', json: change, cookie: administrator });
    expect(changed.body).toMatchObject({ name: 'Văn phòng', version: 2 });
    const stale = await test.ask(path, { method: 'PATCH', json: change, cookie: administrator });
    expect([stale.status, problemOf(stale.body).kind]).toEqual([409, 'stale_version']);
    const ended = await test.ask(`${path}/end`, { json: { version: 2 }, cookie: administrator });
    expect(ended.status).toBe(204);
    expect((await test.ask('/api/departments', { cookie: administrator })).body).toEqual([]);
  });

  it('are not a viewer’s to edit, whatever they send', async () => {
    const viewer = await test.join(administrator, 'viewer');
    const refused = await test.ask('/api/departments', { json: {}, cookie: viewer });
    expect([refused.status, problemOf(refused.body).kind]).toEqual([403, 'not_permitted']);
  });
});

describe('invitations', () => {
  it('show who they are for, work once, and can be taken back', async () => {
    const json = { personName: 'Lãnh đạo phường', role: 'leader', departmentId: null };
    const invited = await test.ask('/api/invitations', { json, cookie: administrator });
    const { link, invitation } = invited.body as { link: string; invitation: Invitation };
    const token = link.split('#')[1] ?? '';
    const shown = await test.ask(`/api/invitations/acceptance?token=${token}`);
    expect(shown.body).toEqual({ personName: 'Lãnh đạo phường', role: 'leader', unitName: 'phường Hồ Sen' });

    const taken = { token, username: 'dau.moi', password: TEST_PASSWORD };
    const clash = await test.ask('/api/invitations/acceptance', { json: taken });
    expect([clash.status, problemOf(clash.body).kind]).toEqual([409, 'username_taken']);
    const accepted = await test.ask('/api/invitations/acceptance', {
      json: { ...taken, username: 'lanh.dao' },
    });
    expect(accepted.body).toMatchObject({ role: 'leader', personName: 'Lãnh đạo phường' });
    expect((await test.ask(`/api/invitations/acceptance?token=${token}`)).status).toBe(404);
    const late = await test.ask(`/api/invitations/${invitation.id}/revoke`, {
      method: 'POST',
      cookie: administrator,
    });
    expect(late.status).toBe(404);

    const second = await test.ask('/api/invitations', { json, cookie: administrator });
    const { link: secondLink, invitation: open } = second.body as { link: string; invitation: Invitation };
    const revoked = await test.ask(`/api/invitations/${open.id}/revoke`, {
      method: 'POST',
      cookie: administrator,
    });
    expect((revoked.body as Invitation).revokedAt).not.toBeNull();
    expect((await test.ask(`/api/invitations/acceptance?token=${secondLink.split('#')[1]}`)).status).toBe(
      404,
    );
  });

  it('end after seven days', async () => {
    const json = { personName: 'Người xem', role: 'viewer', departmentId: null };
    const { body } = await test.ask('/api/invitations', { json, cookie: administrator });
    const token = (body as { link: string }).link.split('#')[1];
    const asked = test.clock.now;
    test.clock.now = new Date(asked.getTime() + 7 * 86_400_000 + 1);
    expect((await test.ask(`/api/invitations/acceptance?token=${token}`)).status).toBe(404);
    test.clock.now = asked;
  });

  it('let a focal officer invite, but no administrator', async () => {
    const focal = await test.join(administrator, 'focal');
    const json = { personName: 'Quản trị', role: 'administrator', departmentId: null };
    const refused = await test.ask('/api/invitations', { json, cookie: focal });
    expect([refused.status, problemOf(refused.body).kind]).toEqual([403, 'role_above_own']);
  });
});

describe('members', () => {
  const listed = async () => (await test.ask('/api/members', { cookie: administrator })).body as Member[];
  const change = (member: Member, input: object) => {
    const { role, departmentId, positionTitle, version } = member;
    const json = { role, departmentId, positionTitle, version, isEnded: false, ...input };
    return test.ask(`/api/members/${member.userId}`, { method: 'PATCH', json, cookie: administrator });
  };

  it('keep their last administrator', async () => {
    const self = (await listed()).find(({ username }) => username === 'dau.moi') as Member;
    for (const input of [{ role: 'viewer' }, { isEnded: true }]) {
      const refused = await change(self, input);
      expect([refused.status, problemOf(refused.body).kind]).toEqual([409, 'last_administrator']);
    }
  });

  it('leave with their sessions', async () => {
    const cookie = await test.join(administrator, 'viewer');
    const me = (await test.ask('/api/me', { cookie })).body as Me;
    const member = (await listed()).find(({ userId }) => userId === me.userId) as Member;
    expect((await change(member, { isEnded: true })).status).toBe(200);
    expect((await test.ask('/api/me', { cookie })).status).toBe(401);
    const json = { username: me.username, password: TEST_PASSWORD };
    const back = await test.ask('/api/session', { json });
    expect([back.status, problemOf(back.body).kind]).toEqual([403, 'no_unit']);
  });
});

describe('the unit', () => {
  it('is renamed by its keepers, with what it was called before in the log', async () => {
    const json = { name: 'phường Hồ Sen Mới', cityName: 'thành phố Hà Nội' };
    const renamed = await test.ask('/api/unit', { method: 'PATCH', json, cookie: administrator });
    expect(renamed.body).toMatchObject(json);
    const [logged] = await test.database.asSuperuser(
      "select before, actor_name from event where verb = 'renamed'",
    );
    expect(logged).toMatchObject({ before: { name: 'phường Hồ Sen' }, actor_name: 'Cán bộ đầu mối' });
  });
});
