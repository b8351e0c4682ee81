import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  killGroup,
  makeFirstAccount,
  namesKept,
  type StartedServer,
  startServer,
  stopServer,
  writeUntilKilled,
} from './killed-server.ts';

export type Durability = {
  kills: number;
  acknowledged: number;
  lost: string[];
  firstStartMs: number;
  cleanStartMs: number;
  /** The slowest start after a kill. */
  slowestStartMs: number;
};

/**
 * Kills the server again and again while four writers write: its process group alone one time, with
 * PostgreSQL's the next. After each kill it must open again and hold every write it acknowledged.
 */
export async function measureDurability(kills: number): Promise<Durability> {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-durability-'));
  chmodSync(folder, 0o711);
  let server: StartedServer = await startServer(folder, true);
  const firstStartMs = server.startMs;
  const cookie = await makeFirstAccount(server);
  await stopServer(server);
  server = await startServer(folder);
  const cleanStartMs = server.startMs;
  const acknowledged: string[] = [];
  const lost = new Set<string>();
  let slowestStartMs = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const written = writeUntilKilled(server, cookie, `Phòng ${kill}`);
    await pause(200 + Math.random() * 400);
    await killGroup(server, folder, kill % 2 === 1);
    acknowledged.push(...(await written));
    server = await startServer(folder);
    slowestStartMs = Math.max(slowestStartMs, server.startMs);
    const kept = await namesKept(server, cookie);
    for (const name of acknowledged) if (!kept.has(name)) lost.add(name);
  }
  await stopServer(server);
  rmSync(folder, { recursive: true, force: true });
  return {
    kills,
    acknowledged: acknowledged.length,
    lost: [...lost],
    firstStartMs,
    cleanStartMs,
    slowestStartMs,
  };
}
