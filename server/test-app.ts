import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { pino } from 'pino';
import type { UnitKind } from '#core/people/unit-tree.ts';
import { createApp } from './app.ts';
import { listenForChanges } from './db/changes.ts';
import { createTestDatabase, type TestDatabase } from './db/test-database.ts';
import type { Deps } from './deps.ts';
import { openFileStore } from './files/file-store.ts';
import { openOutside } from './notices/outside.ts';
import { openAccounts } from './people/accounts.ts';
import { renewSetupToken } from './people/setup.ts';

export type Answer = { status: number; body: unknown; cookie: string; headers: Headers };
type Asked = {
  method?: string;
  json?: unknown;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
  cookie?: string;
};

export type TestApp = {
  app: OpenAPIHono;
  deps: Deps;
  database: TestDatabase;
  /** The clock of the application; a test may move it. */
  clock: { now: Date };
  /** One request as the page sends it; the answer's session cookie is ready for the next. */
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** Makes the first account, in a ward unless another kind of unit is named, and returns its cookie. */
  setUp(unitKind?: UnitKind): Promise<string>;
  /** Invites a person in a role and accepts for them, in a department made for it where the role needs one. Returns their cookie. */
  join(administrator: string, role: string, departmentId?: string | null): Promise<string>;
  close(): Promise<void>;
};

const NOTHING_OUTSIDE = {
  mailUrl: undefined,
  mailFrom: undefined,
  publicUrl: undefined,
  outsideHosts: undefined,
};

export const TEST_PASSWORD = 'mật khẩu dài hơn mười bốn';

/** The whole application over a database of its own, or the one given, asked over HTTP semantics without a socket. */
export async function createTestApp(given?: TestDatabase): Promise<TestApp> {
  const database = given ?? (await createTestDatabase());
  const dataFolder = await mkdtemp(join(tmpdir(), 'parindex-files-'));
  const clock = { now: new Date() };
  const deps: Deps = {
    database,
    accounts: openAccounts(database.connection, { secret: 'only-for-tests-only-for-tests-only-for-tests' }),
    changes: await listenForChanges(database.connection),
    files: await openFileStore({ dataFolder, s3: undefined }),
    uploadLimit: 4 * 1024 ** 3,
    outside: openOutside(NOTHING_OUTSIDE, 'only-for-tests'),
    log: pino({ level: 'silent' }),
    now: () => clock.now,
  };
  const app = createApp(deps, async (http) => http.text('page'));
  let joined = 0;

  async function ask(path: string, asked: Asked = {}): Promise<Answer> {
    const { method = asked.json || asked.bytes ? 'POST' : 'GET', json, bytes, cookie } = asked;
    const headers = new Headers({ 'x-parindex': '1', ...asked.headers });
    if (cookie) headers.set('cookie', cookie);
    if (json !== undefined) headers.set('content-type', 'application/json');
    else if (bytes) headers.set('content-type', 'application/octet-stream');
    const body = json === undefined ? (bytes as BodyInit | undefined) : JSON.stringify(json);
    const response = await app.request(path, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      body: isJson ? JSON.parse(text) : text,
      cookie: response.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; '),
      headers: response.headers,
    };
  }

  /** A department of its own for a role that could do nothing without one. */
  async function departmentFor(administrator: string, role: string): Promise<string | null> {
    if (role !== 'officer' && role !== 'contributor') return null;
    const json = { name: `Phòng thứ ${joined}`, kind: 'office' };
    const { body } = await ask('/api/departments', { json, cookie: administrator });
    return (body as { id: string }).id;
  }

  return {
    app,
    deps,
    database,
    clock,
    ask,
    async setUp(unitKind = 'ward') {
      const token = await renewSetupToken(database.kysely);
      const json = {
        token,
        unitName: 'phường Hồ Sen',
        unitKind,
        cityName: 'thành phố Hà Nội',
        personName: 'Cán bộ đầu mối',
        username: 'dau.moi',
        password: TEST_PASSWORD,
      };
      const { status, cookie } = await ask('/api/setup', { json });
      if (status !== 200) throw new Error(`set-up answered ${status}`);
      return cookie;
    },
    async join(administrator, role, given = null) {
      joined += 1;
      const departmentId = given ?? (await departmentFor(administrator, role));
      const invited = { personName: `Người thứ ${joined}`, role, departmentId };
      const { body } = await ask('/api/invitations', { json: invited, cookie: administrator });
      const { link } = body as { link: string };
      const json = { token: link.split('#')[1], username: `${role}.${joined}`, password: TEST_PASSWORD };
      const { status, cookie } = await ask('/api/invitations/acceptance', { json });
      if (status !== 200) throw new Error(`the invitation was answered ${status}`);
      return cookie;
    },
    async close() {
      await deps.changes.close();
      await deps.accounts.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
