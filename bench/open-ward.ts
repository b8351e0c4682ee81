import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { openDatabase } from '#server/db/open.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';

/** The application over a database of its own, with all the safety a ward's has. */
export async function openWard(): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-registers-'));
  const embedded = await startEmbedded(folder);
  if ('kind' in embedded) throw new Error(embedded.en);
  await migrate(embedded.connection);
  const superuser = new pg.Client({ ...embedded.superuser, database: embedded.connection.database });
  await superuser.connect();
  const opened = openDatabase(embedded.connection, 5);
  return createTestApp({
    ...opened,
    asSuperuser: async (statement, values) => (await superuser.query(statement, values)).rows,
    async close() {
      await opened.close();
      await superuser.end();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
