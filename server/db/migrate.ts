import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Connection } from './open.ts';

/** An expected reason not to migrate, as sentences for the console. */
export type MigrationRefusal = {
  kind: 'start_refused';
  vi: string;
  en: string;
};

type Migration = { name: string; sql: string; checksum: string };

const FOLDER = join(import.meta.dirname, 'migrations');
/** One process migrates, the others wait for it and find the work done. */
const MIGRATION_LOCK = 7_262_436;

/** The migrations of this version in their order: numbered .sql files, forward only. */
export function listMigrations(folder = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/u.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      return { name: file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a database to this version, each migration in a transaction with its row in the history.
 * Refuses a database that cannot be reached or is newer than the code, a migration that was edited after it ran, and a database
 * user who can neither find nor make the role parindex_app. Returns the names it applied.
 */
export async function migrate(
  connection: Connection,
  migrations: Migration[] = listMigrations(),
): Promise<string[] | MigrationRefusal> {
  const client = new pg.Client(connection);
  const unreachable = await client.connect().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (unreachable instanceof Error) return notReached(unreachable);
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const missingRole = await provideRole(client);
    if (missingRole) return missingRole;
    return await applyMissing(client, migrations);
  } finally {
    await client.end();
  }
}

async function applyMissing(
  client: pg.Client,
  migrations: Migration[],
): Promise<string[] | MigrationRefusal> {
  await client.query(
    'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration',
  );
  const checksumByName = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of rows) {
    const known = checksumByName.get(name);
    if (known === undefined) return newerDatabase(name);
    if (known !== checksum) return editedMigration(name);
  }
  const done = new Set(rows.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !done.has(name));
  for (const { name, sql, checksum } of missing) {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  }
  return missing.map(({ name }) => name);
}

async function provideRole(client: pg.Client): Promise<MigrationRefusal | undefined> {
  const { rows } = await client.query<{ user: string; creates: boolean; exists: boolean; member: boolean }>(`
    select current_user as user, me.rolcreaterole or me.rolsuper as creates, app.oid is not null as exists,
      coalesce(pg_has_role(current_user, app.oid,
        case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end), false) as member
    from pg_roles me left join pg_roles app on app.rolname = 'parindex_app'
    where me.rolname = current_user`);
  const found = rows[0];
  if (!found) throw new Error('the database does not know its own user');
  if (found.member) return undefined;
  if (!found.creates) return roleNeeded(found.user, found.exists);
  if (!found.exists) await client.query('create role parindex_app nologin');
  await client.query(`grant parindex_app to ${client.escapeIdentifier(found.user)}`);
  return undefined;
}

function roleNeeded(user: string, exists: boolean): MigrationRefusal {
  const commands = `${exists ? '' : 'CREATE ROLE parindex_app NOLOGIN; '}GRANT parindex_app TO "${user}";`;
  return {
    kind: 'start_refused',
    vi: `Người dùng cơ sở dữ liệu "${user}" chưa được dùng vai trò parindex_app. Hãy nhờ người quản trị cơ sở dữ liệu chạy: ${commands}`,
    en: `The database user "${user}" may not act as the role parindex_app. Ask the database administrator to run: ${commands}`,
  };
}

function notReached({ message }: Error): MigrationRefusal {
  return {
    kind: 'start_refused',
    vi: `Không kết nối được cơ sở dữ liệu (${message}). Hãy kiểm tra DATABASE_URL: máy chủ, tên cơ sở dữ liệu, người dùng và mật khẩu.`,
    en: `The database could not be reached (${message}). Check DATABASE_URL: server, database name, user and password.`,
  };
}

function newerDatabase(name: string): MigrationRefusal {
  return {
    kind: 'start_refused',
    vi: `Cơ sở dữ liệu mới hơn phiên bản này (đã có bước "${name}"). Hãy dùng phiên bản parindex mới hơn.`,
    en: `The database is newer than this version (it has the step "${name}"). Run a newer parindex.`,
  };
}

function editedMigration(name: string): MigrationRefusal {
  return {
    kind: 'start_refused',
    vi: `Bước nâng cấp "${name}" đã chạy khác với bước của phiên bản này. Hãy khôi phục đúng phiên bản parindex đã tạo cơ sở dữ liệu.`,
    en: `The step "${name}" that ran differs from the one in this version. Restore the parindex version that made the database.`,
  };
}
