import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from './open.ts';

export type TestDatabase = Database & {
  /** Runs SQL as superuser, past every fence: to look, or to prepare what no route can make. */
  asSuperuser<Row extends pg.QueryResultRow>(statement: string, values?: unknown[]): Promise<Row[]>;
};

/** A migrated, empty database of this test file's own, copied from the run's template; close() removes it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { ownerPassword, ...server } = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ ...server, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name} template template_parindex owner parindex`);
  const superuser = new pg.Client({ ...server, database: name });
  await superuser.connect();
  const owner = { ...server, user: 'parindex', password: ownerPassword, database: name };
  const opened = openDatabase(owner, 5);
  return {
    ...opened,
    asSuperuser: async (statement, values) => (await superuser.query(statement, values)).rows,
    async close() {
      await opened.close();
      await superuser.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
