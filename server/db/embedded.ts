import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresFolder } from './embedded-binaries.ts';
import { type Home, prepareHome } from './embedded-home.ts';
import {
  clusterFolder,
  createCluster,
  forgetPidFile,
  isServerOf,
  readPidFile,
  SOCKET_PORT,
  spawnServer,
  stopServer,
  unlessTaken,
} from './embedded-process.ts';

type Credentials = { host: string; port: number; user: string; password: string; database: string };

export type Embedded = {
  connection: Credentials;
  superuser: Credentials;
  notice?: { vi: string; en: string };
  /** Settles when the server ends without our asking. */
  lost: Promise<void>;
  stop(): Promise<void>;
};

/** An expected reason not to start, as sentences for the console. */
export type StartRefusal = { kind: 'start_refused'; vi: string; en: string };

type Passwords = { superuser: string; owner: string };

/** Held by one session of the process that owns the folder; freed by PostgreSQL the moment that process dies. */
const FOLDER_LOCK = 7_262_435;
const PATIENCE_MS = 60_000;

/**
 * Brings up the PostgreSQL server of a data folder and makes its database and roles. A server that a
 * killed process left behind is found by its pid file and stopped first; a folder in use by a living
 * process is refused. fsync stays on unless a test says otherwise.
 */
export async function startEmbedded(
  dataFolder: string,
  settings: Record<string, string> = {},
): Promise<Embedded | StartRefusal> {
  const native = findPostgresFolder();
  if (!native) return noProgramsForThisPlatform();
  const unusable = openFolder(dataFolder);
  if (unusable) return unusable;
  const home = prepareHome(dataFolder, native);
  const passwords = keepPasswords(home);
  if (!existsSync(clusterFolder(home))) createCluster(home, passwords.superuser);

  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if ((await clearTheWay(home, passwords)) === 'in_use') return folderInUse(dataFolder);
    const { child, port } = await spawnServer(home, settings);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const superuser = superuserOf(home, passwords, port);
    const session = await Promise.race([connectPatiently(superuser, deadline), ended]);
    // Another start was quicker, or the server could not start: look again.
    if (!session) {
      await pause(200);
      continue;
    }
    if (!(await holdFolder(session))) {
      await session.end();
      return folderInUse(dataFolder);
    }
    const connection = await bootstrap(session, superuser, passwords);
    let isStopping = false;
    const lost = ended.then(() => (isStopping ? new Promise<void>(() => undefined) : undefined));
    return {
      connection,
      superuser,
      ...(home.notice ? { notice: home.notice } : {}),
      lost,
      async stop() {
        isStopping = true;
        await session.end();
        if (child.pid !== undefined && child.exitCode === null) await stopServer(child.pid);
      },
    };
  }
  return didNotStart(home);
}

/** Makes the data folder when it is missing. A path that cannot be one is the starter's to put right, not a bug. */
function openFolder(dataFolder: string): StartRefusal | undefined {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      kind: 'start_refused',
      vi: `Không ghi được vào thư mục dữ liệu ${dataFolder} (${code}). Hãy cấp quyền ghi cho người dùng đang chạy chương trình, hoặc chọn thư mục khác bằng biến PARINDEX_DATA.`,
      en: `The data folder ${dataFolder} cannot be written to (${code}). Let the user who runs this write there, or choose another folder with PARINDEX_DATA.`,
    };
  }
}

function keepPasswords(home: Home): Passwords {
  const file = join(home.folder, 'postgres.passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const made = {
    superuser: randomBytes(24).toString('base64url'),
    owner: randomBytes(24).toString('base64url'),
  };
  // Linked into place whole: of two first starts at once both go on with the passwords of the quicker.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(made), { mode: 0o600 });
  unlessTaken(() => linkSync(own, file));
  rmSync(own);
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
}

function superuserOf(home: Home, passwords: Passwords, port: number): Credentials {
  const host = home.socketFolder ?? '127.0.0.1';
  return { host, port, user: 'postgres', password: passwords.superuser, database: 'postgres' };
}

/** Makes sure that no server runs on the cluster, unless a living process of ours is using it. */
async function clearTheWay(home: Home, passwords: Passwords): Promise<'clear' | 'in_use'> {
  for (let waited = 0; ; waited += 100) {
    const found = readPidFile(home);
    if (!found) return 'clear';
    const superuser = superuserOf(home, passwords, home.socketFolder ? SOCKET_PORT : found.port);
    const session = await connectOnce(superuser);
    if (session) {
      const isOurs = await holdFolder(session);
      if (!isOurs) {
        await session.end();
        return 'in_use';
      }
      await session.end();
      await stopServer(found.pid);
    } else if (!isServerOf(home, found.pid)) {
      forgetPidFile(home);
      return 'clear';
    } else if (waited > PATIENCE_MS) {
      return 'in_use';
    }
    await pause(100);
  }
}

async function connectOnce(credentials: Credentials): Promise<pg.Client | undefined> {
  const client = new pg.Client({ ...credentials, connectionTimeoutMillis: 5000 });
  // The server may end this session at any time; `lost` tells, so the event itself is not news.
  client.on('error', () => undefined);
  return client.connect().then(
    () => client,
    () => undefined,
  );
}

async function connectPatiently(credentials: Credentials, deadline: number): Promise<pg.Client | undefined> {
  while (Date.now() < deadline) {
    const client = await connectOnce(credentials);
    if (client) return client;
    await pause(25);
  }
  return undefined;
}

/** Takes the lock of the folder, allowing a dying holder two seconds to be noticed. */
async function holdFolder(session: pg.Client): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    const { rows } = await session.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      FOLDER_LOCK,
    ]);
    if (rows[0]?.held) return true;
    await pause(100);
  }
  return false;
}

/** The only work done as superuser: the two roles and the database, made when they are missing. */
async function bootstrap(
  session: pg.Client,
  superuser: Credentials,
  passwords: Passwords,
): Promise<Credentials> {
  const { rows } = await session.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname like 'parindex%' union all select 'db' from pg_database where datname = 'parindex'",
  );
  const known = new Set(rows.map(({ name }) => name));
  if (!known.has('parindex_app')) await session.query('create role parindex_app nologin');
  if (!known.has('parindex')) {
    const password = session.escapeLiteral(passwords.owner);
    await session.query(
      `create role parindex login password ${password} nosuperuser nobypassrls nocreaterole`,
    );
    await session.query('grant parindex_app to parindex');
  }
  if (!known.has('db')) await session.query('create database parindex owner parindex');
  return { ...superuser, user: 'parindex', password: passwords.owner, database: 'parindex' };
}

function folderInUse(dataFolder: string): StartRefusal {
  return {
    kind: 'start_refused',
    vi: `Thư mục dữ liệu ${dataFolder} đang được một máy chủ khác sử dụng. Hãy dừng máy chủ đó, hoặc chọn thư mục khác bằng biến PARINDEX_DATA.`,
    en: `The data folder ${dataFolder} is in use by another server. Stop that one, or choose another folder with PARINDEX_DATA.`,
  };
}

function noProgramsForThisPlatform(): StartRefusal {
  return {
    kind: 'start_refused',
    vi: `Không có PostgreSQL kèm theo cho ${process.platform}-${process.arch}. Hãy cài lại bằng "npm install", hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.`,
    en: `No PostgreSQL came with the packages for ${process.platform}-${process.arch}. Run "npm install" again, or set DATABASE_URL to a PostgreSQL server.`,
  };
}

function didNotStart(home: Home): StartRefusal {
  const log = join(home.folder, 'postgres.log');
  return {
    kind: 'start_refused',
    vi: `Cơ sở dữ liệu không khởi động được. Hãy xem lý do ở cuối tệp ${log}.`,
    en: `The database did not start. The end of ${log} says why.`,
  };
}
