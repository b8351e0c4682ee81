import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPlanText } from '#catalog/demo-plan.ts';
import type { Draft } from '#core/reading/draft.ts';
import { makeFirstAccount, type StartedServer, startServer, stopServer } from './killed-server.ts';
import { median } from './timing.ts';

const RUNS = 60;
const LIMIT = '/healthz';
const PAGES = ['/api/me', '/api/plan', '/api/criteria', '/api/tasks', '/api/gaps'];

async function medianOf(server: StartedServer, path: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const response = await fetch(server.address + path, { headers: { cookie } });
    await response.arrayBuffer();
    times.push(performance.now() - started);
  }
  return median(times);
}

async function send<T>(server: StartedServer, cookie: string, path: string, json: unknown): Promise<T> {
  const response = await fetch(server.address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-parindex': '1', cookie },
    body: JSON.stringify(json),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json() as Promise<T>;
}

/** What the pages ask for, over loopback with a session, on a live plan of 130 rows; the limit is a request that asks nothing. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-requests-'));
  const server = await startServer(folder, true);
  const cookie = await makeFirstAccount(server);
  const draft = await send<Draft>(server, cookie, '/api/readings', { text: demoPlanText() });
  await send(server, cookie, `/api/readings/${draft.id}/confirm`, { version: draft.version });
  const limit = await medianOf(server, LIMIT, cookie);
  const rows: { what: string; value: number; unit: string; ratio?: number }[] = [
    { what: `${LIMIT}, the limit`, value: limit, unit: 'ms' },
  ];
  for (const path of PAGES) {
    const value = await medianOf(server, path, cookie);
    rows.push({ what: path, value, unit: 'ms', ratio: limit / value });
  }
  await stopServer(server);
  rmSync(folder, { recursive: true, force: true });
  return { name: `Requests of the pages (median of ${RUNS}, one after the other)`, rows };
}
