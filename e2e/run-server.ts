import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type RunningServer = { address: string; setupLink: string; stop(): Promise<void> };

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const bound = probe.address();
  await new Promise<void>((done) => probe.close(() => done()));
  if (bound === null || typeof bound === 'string') throw new Error('no port was given');
  return bound.port;
}

/** Reads the server's lines until it has printed its one-time set-up link. */
function firstSetupLink(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    const seen: string[] = [];
    for (const stream of [server.stdout, server.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        seen.push(line);
        const link = /https?:\/\/\S+\/setup#[\w-]+/u.exec(line);
        if (link) found(link[0]);
      });
    }
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${seen.join('\n')}`)));
  });
}

/** The real server on a free port with an empty data folder of its own, as after a fresh install; links lead to it. */
export async function runServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'parindex-e2e-'));
  const port = await freePort();
  const server = spawn(process.execPath, ['server/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      PARINDEX_DATA: dataFolder,
      PARINDEX_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const setupLink = await firstSetupLink(server);
  return {
    address: `http://127.0.0.1:${port}`,
    setupLink: setupLink.replace(/^https?:\/\/[^/]+/u, `http://127.0.0.1:${port}`),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
