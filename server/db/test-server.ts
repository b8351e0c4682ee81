import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser of the run's server, whose database `template` is migrated and empty. */
    testServer: { host: string; port: number; user: string; password: string; ownerPassword: string };
  }
}

/**
 * One PostgreSQL for a whole test run, without the safety that costs time, and a migrated template
 * database from which each test file gets its own: see test-database.ts.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-test-'));
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
  const embedded = await startEmbedded(folder, fast);
  if ('kind' in embedded) throw new Error(embedded.en);
  const migrated = await migrate(embedded.connection);
  if ('kind' in migrated) throw new Error(migrated.en);
  const superuser = new pg.Client(embedded.superuser);
  await superuser.connect();
  await superuser.query('alter database parindex rename to template_parindex');
  await superuser.end();
  const { host, port, user, password } = embedded.superuser;
  project.provide('testServer', { host, port, user, password, ownerPassword: embedded.connection.password });
  return async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
