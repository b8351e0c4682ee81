import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server in a process group of its own, as a person would start it. */
export type StartedServer = {
  address: string;
  setupToken: string | undefined;
  child: ChildProcess;
  startMs: number;
};

const LISTENING = /is running at (http:\S+)/u;
const SETUP_LINK = /\/setup#([\w-]+)/u;

/** Starts server/main.ts on a data folder and any free port; settles when it listens, throws when it ends instead. */
export async function startServer(dataFolder: string, isFirst = false): Promise<StartedServer> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../server/main.ts')], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      PARINDEX_DATA: dataFolder,
      DATABASE_URL: '',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said: string[] = [];
  const lines = [child.stdout, child.stderr].map((stream) =>
    createInterface({ input: stream as NodeJS.ReadableStream }),
  );
  let address: string | undefined;
  let startMs = 0;
  let setupToken: string | undefined;
  await new Promise<void>((resolve, reject) => {
    for (const each of lines) {
      each.on('line', (line) => {
        said.push(line);
        if (LISTENING.test(line)) startMs = performance.now() - started;
        address ??= LISTENING.exec(line)?.[1];
        setupToken ??= SETUP_LINK.exec(line)?.[1];
        if (address && (setupToken || !isFirst)) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said.join('\n')}`)));
  });
  return { address: address ?? '', setupToken, child, startMs };
}

/** kill -9 of the whole process group; with `andDatabase` the PostgreSQL server's group too, as in a power cut. */
export async function killGroup(
  server: StartedServer,
  dataFolder: string,
  andDatabase: boolean,
): Promise<void> {
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  const database = Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(-(server.child.pid ?? 0), 'SIGKILL');
  if (andDatabase) process.kill(-database, 'SIGKILL');
  await ended;
}

/** Asks a clean end and waits for it. */
export async function stopServer(server: StartedServer): Promise<void> {
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGTERM');
  await ended;
}

const PASSWORD = 'mật khẩu dài hơn mười bốn';

async function send(address: string, path: string, json: unknown, cookie = ''): Promise<Response> {
  return fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-parindex': '1', cookie },
    body: JSON.stringify(json),
  });
}

/** Makes the first account of a server just installed. Returns its session cookie. */
export async function makeFirstAccount(server: StartedServer): Promise<string> {
  const response = await send(server.address, '/api/setup', {
    token: server.setupToken,
    unitName: 'phường Hồ Sen',
    personName: 'Cán bộ đầu mối',
    username: 'dau.moi',
    password: PASSWORD,
  });
  if (response.status !== 200) throw new Error(`set-up was answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** Adds departments as fast as it can until the server is gone. Returns the names it was told are kept. */
export async function writeUntilKilled(
  server: StartedServer,
  cookie: string,
  prefix: string,
): Promise<string[]> {
  const kept: string[] = [];
  const writer = async (lane: number): Promise<void> => {
    for (let count = 0; ; count += 1) {
      const name = `${prefix} ${lane}-${count}`;
      const json = { name, kind: 'department', spellings: [] };
      const response = await send(server.address, '/api/departments', json, cookie).catch(() => undefined);
      const body = await response?.json().catch(() => undefined);
      if (response?.status !== 200 || body === undefined) return;
      kept.push(name);
    }
  };
  await Promise.all([0, 1, 2, 3].map(writer));
  return kept;
}

/** The names of the departments the server now shows. */
export async function namesKept(server: StartedServer, cookie: string): Promise<Set<string>> {
  const response = await fetch(`${server.address}/api/departments`, { headers: { cookie } });
  const departments = (await response.json()) as { name: string }[];
  return new Set(departments.map(({ name }) => name));
}
