import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgresFolder } from './embedded-binaries.ts';
import { prepareHome } from './embedded-home.ts';
import { readPidFile, SOCKET_PORT } from './embedded-process.ts';
import type { Connection } from './open.ts';

/**
 * The way into the embedded server of a data folder while another process runs it, so that a command
 * works beside the running product. Undefined when none answers.
 */
export async function joinEmbedded(dataFolder: string): Promise<Connection | undefined> {
  const native = findPostgresFolder();
  if (!native || !existsSync(dataFolder)) return undefined;
  const home = prepareHome(dataFolder, native);
  const running = readPidFile(home);
  const file = join(home.folder, 'postgres.passwords.json');
  if (!running || !existsSync(file)) return undefined;
  const { owner } = JSON.parse(readFileSync(file, 'utf8')) as { owner: string };
  const connection = {
    host: home.socketFolder ?? '127.0.0.1',
    port: home.socketFolder ? SOCKET_PORT : running.port,
    user: 'parindex',
    password: owner,
    database: 'parindex',
  };
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  const isThere = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => undefined);
  return isThere ? connection : undefined;
}
