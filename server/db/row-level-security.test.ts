import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTERS } from '#catalog/registers.ts';
import { type Fence, inUnit, type Tx } from './in-unit.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** Tables that belong to no unit: known to all, or out of the application's sight. A new one is added here on purpose. */
const WITHOUT_UNIT = [
  'account_credential',
  'account_session',
  'account_user',
  'account_verification',
  'migration',
  // Of a person, not of a unit: 'units.test.ts' holds that nobody else reaches it.
  'session_unit',
  'setup_token',
  'sign_in_attempt',
  'unit',
];

type Column = { name: string; type: string };

let database: TestDatabase;
let tables: string[];
const unitA = uuidv7();
const unitB = uuidv7();

const VALUE_BY_TYPE: Record<string, string> = {
  uuid: `'${uuidv7()}'`,
  text: "'x'",
  integer: '1',
  smallint: '1',
  boolean: 'true',
  jsonb: "'{}'",
  bigint: '1',
  date: "'2026-01-01'",
  'timestamp with time zone': 'now()',
  'text[]': "'{}'",
  'uuid[]': "'{}'",
};

beforeAll(async () => {
  database = await createTestDatabase();
  const rows = await database.asSuperuser<{ name: string }>(
    `select distinct relname as name from pg_class
     join pg_attribute on attrelid = pg_class.oid and attname = 'unit_id' and not attisdropped
     where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
  );
  tables = rows.map(({ name }) => name);
  // Checks and references are not what is tested here: rows of any content serve.
  await database.asSuperuser('set session_replication_role = replica');
  for (const table of tables) {
    await dropChecks(table);
    for (const unit of [unitA, unitB]) await database.asSuperuser(await insertionInto(table, unit));
  }
});
afterAll(() => database.close());

async function dropChecks(table: string): Promise<void> {
  const checks = await database.asSuperuser<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'",
    [table],
  );
  for (const { name } of checks) await database.asSuperuser(`alter table ${table} drop constraint ${name}`);
}

async function insertionInto(table: string, unit: string): Promise<string> {
  const columns = await database.asSuperuser<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and attnotnull and not attisdropped and not atthasdef`,
    [table],
  );
  const values = columns.map(({ name, type }) => (name === 'unit_id' ? `'${unit}'` : VALUE_BY_TYPE[type]));
  const unknown = columns[values.indexOf(undefined)];
  if (unknown) throw new Error(`say in VALUE_BY_TYPE what a ${unknown.type} looks like`);
  return `insert into ${table} (${columns.map(({ name }) => name)}) values (${values})`;
}

/** The unit of every row the application role sees of a table. */
async function unitsSeen(table: string, unitId?: string): Promise<string[]> {
  const fence: Fence = unitId === undefined ? {} : { unitId, role: 'system' };
  const { rows } = await inUnit(database.kysely, fence, (tx) =>
    sql<{ unit_id: string }>`select unit_id from ${sql.table(table)}`.execute(tx),
  );
  return rows.map((row) => row.unit_id);
}

describe('rows of a unit', () => {
  it('are in at least the fourteen tables of the first schema', () => {
    expect(tables.length).toBeGreaterThanOrEqual(14);
  });

  it('are seen by nobody while no unit is set', async () => {
    for (const table of tables) expect(await unitsSeen(table), table).toEqual([]);
  });

  it('are seen only from within that unit', async () => {
    for (const table of tables) expect(await unitsSeen(table, unitA), table).toEqual([unitA]);
  });

  it('cannot be added for another unit', async () => {
    for (const table of tables) {
      const insertion = await insertionInto(table, unitB);
      const attempt = inUnit(database.kysely, { unitId: unitA, role: 'system' }, (tx) =>
        sql.raw(insertion).execute(tx),
      );
      await expect(attempt, table).rejects.toThrow(/row-level security/u);
    }
  });

  it('are fenced by enabled and forced row level security on every table', async () => {
    const loose = await database.asSuperuser(
      `select relname from pg_class where relname = any($1) and relnamespace = 'public'::regnamespace
       and not (relrowsecurity and relforcerowsecurity)`,
      [tables],
    );
    expect(loose).toEqual([]);
  });
});

describe('walls by role', () => {
  it.each(['role_reads', 'role_adds', 'role_changes', 'role_removes'])(
    'stand before every table of a unit: raise_wall() in its migration, here %s',
    async (name) => {
      const walled = await database.asSuperuser<{ tablename: string }>(
        "select tablename from pg_policies where policyname = $1 and permissive = 'RESTRICTIVE'",
        [name],
      );
      const names = new Set(walled.map(({ tablename }) => tablename));
      expect(tables.filter((table) => !names.has(table))).toEqual([]);
    },
  );

  it('let a transaction with a unit and no role see and write nothing', async () => {
    for (const table of tables) {
      const seen = withoutRole((tx) => sql`select 1 from ${sql.table(table)}`.execute(tx));
      expect((await seen).rows, table).toEqual([]);
      const insertion = await insertionInto(table, unitA);
      const attempt = withoutRole((tx) => sql.raw(insertion).execute(tx));
      await expect(attempt, table).rejects.toThrow(/row-level security/u);
    }
  });

  it('cannot be passed by a role that is not one', async () => {
    const fence = { unitId: unitA, role: 'owner' as 'viewer' };
    for (const table of tables) {
      const seen = inUnit(database.kysely, fence, (tx) => sql`select 1 from ${sql.table(table)}`.execute(tx));
      expect((await seen).rows, table).toEqual([]);
    }
  });

  it('know the registers of the catalogue that are restricted', async () => {
    for (const { key, isRestricted } of REGISTERS) {
      const [found] = await database.asSuperuser<{ is: boolean }>('select app_is_restricted($1) as is', [
        key,
      ]);
      expect(found?.is, key).toBe(isRestricted);
    }
  });
});

/** As no code of ours does: the types ask for a role beside the unit. */
function withoutRole<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inUnit(database.kysely, { userId: 'someone' }, async (tx) => {
    await sql.raw(`set local app.unit_id = '${unitA}'`).execute(tx);
    return work(tx);
  });
}

describe('tables without a unit', () => {
  it('are those that are named here, and no others', async () => {
    const rows = await database.asSuperuser<{ name: string }>(
      "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
    );
    const others = rows.map(({ name }) => name).filter((name) => !tables.includes(name));
    expect(others.sort()).toEqual(WITHOUT_UNIT);
  });

  it('show the application role no password, no session and no count of wrong tries', async () => {
    for (const secret of [
      'account_credential',
      'account_session',
      'account_verification',
      'sign_in_attempt',
    ]) {
      const attempt = inUnit(database.kysely, {}, (tx) =>
        sql`select * from ${sql.table(secret)}`.execute(tx),
      );
      await expect(attempt, secret).rejects.toThrow(/permission denied/u);
    }
  });

  it('let a unit be changed only from within itself', async () => {
    await database.asSuperuser(
      "insert into unit (id, path, kind, name) values ($1, 'b', 'ward', 'phường Hồ Sen')",
      [unitB],
    );
    const renamed = await inUnit(database.kysely, { unitId: unitA, role: 'system' }, (tx) =>
      tx.updateTable('unit').set({ name: 'khác' }).where('id', '=', unitB).executeTakeFirst(),
    );
    expect(renamed.numUpdatedRows).toBe(0n);
  });
});

describe('the application role', () => {
  it('is no superuser, cannot pass row level security and owns nothing', async () => {
    const [role] = await database.asSuperuser(
      `select rolsuper, rolbypassrls, rolcanlogin, (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
       from pg_roles where rolname = 'parindex_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owned: 0 });
  });

  it.each(['event', 'progress', 'custody_move', 'explanation', 'responsibility_decision', 'unit_change'])(
    'can neither change nor remove a row of %s',
    async (table) => {
      const [rights] = await database.asSuperuser(
        `select has_table_privilege('parindex_app', $1, 'update') as may_update,
         has_table_privilege('parindex_app', $1, 'delete') as may_delete,
         has_table_privilege('parindex_app', $1, 'truncate') as may_truncate,
         has_any_column_privilege('parindex_app', $1, 'update') as may_update_a_column`,
        [table],
      );
      expect(Object.values(rights ?? {})).toEqual([false, false, false, false]);
    },
  );
});
