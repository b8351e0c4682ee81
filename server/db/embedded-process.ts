import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programPath } from './embedded-binaries.ts';
import type { Home } from './embedded-home.ts';

export const clusterFolder = (home: Home) => join(home.folder, 'postgres');
const pidFile = (home: Home) => join(clusterFolder(home), 'postmaster.pid');

/**
 * Makes the cluster once: UTF-8, locale C, passwords by scram-sha-256. It is made under a name of this
 * process and renamed when complete, so that a start cut short leaves nothing half-made, and of two
 * first starts at once one is quicker and the other takes what that one made.
 */
export function createCluster(home: Home, superuserPassword: string): void {
  removeUnfinished(home);
  const unfinished = `${clusterFolder(home)}.new-${process.pid}`;
  const passwordFile = join(home.socketFolder ?? home.folder, `first-password-${process.pid}`);
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid);
  const makeFolder = home.user
    ? () => {
        execFileSync('install', [
          '-d',
          '-m',
          '0700',
          '-o',
          String(home.user?.uid),
          '-g',
          String(home.user?.gid),
          unfinished,
        ]);
      }
    : () => undefined;
  makeFolder();
  execFileSync(
    programPath(home.programs, 'initdb'),
    [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { ...runAs(home), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  rmSync(passwordFile);
  const isQuicker = unlessTaken(() => renameSync(unfinished, clusterFolder(home)));
  if (!isQuicker) rmSync(unfinished, { recursive: true, force: true });
}

/** Puts something in its place; false when another process has put its own there first. */
export function unlessTaken(place: () => void): boolean {
  try {
    place();
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTEMPTY' || code === 'EPERM') return false;
    throw error;
  }
}

/** What first starts left behind that were killed before they finished. */
function removeUnfinished(home: Home): void {
  for (const name of readdirSync(home.folder)) {
    const maker = Number(/^postgres\.new-(\d+)$/u.exec(name)?.[1]);
    if (maker && !isAlive(maker)) rmSync(join(home.folder, name), { recursive: true, force: true });
  }
}

/** Starts the server and returns at once; `settings` are for tests, which may trade safety for speed. */
export async function spawnServer(
  home: Home,
  settings: Record<string, string>,
): Promise<{ child: ChildProcess; port: number }> {
  const port = home.socketFolder ? SOCKET_PORT : await findFreePort();
  const log = openSync(join(home.folder, 'postgres.log'), 'a', 0o600);
  const all: Record<string, string> = {
    listen_addresses: home.socketFolder ? '' : '127.0.0.1',
    unix_socket_directories: home.socketFolder ?? '',
    port: String(port),
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_min_messages: 'warning',
    // The system user may lack the shared memory a container grants; mmap always works.
    dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(programPath(home.programs, 'postgres'), ['-D', clusterFolder(home), ...flags], {
    ...runAs(home),
    stdio: ['ignore', log, log],
    // Its own process group: Ctrl-C reaches us alone, and we stop it once our own work is done.
    detached: true,
  });
  closeSync(log);
  return { child, port };
}

/** Names the socket file; nothing listens on this port number. */
export const SOCKET_PORT = 5432;

function runAs(home: Home) {
  const identity = home.user ? { uid: home.user.uid, gid: home.user.gid } : {};
  return { ...identity, cwd: home.folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port was given');
  return address.port;
}

/** What postmaster.pid says of a server on this cluster: its process and the port it was given. */
export function readPidFile(home: Home): { pid: number; port: number } | undefined {
  if (!existsSync(pidFile(home))) return undefined;
  const [pid = '', , , port = ''] = readFileSync(pidFile(home), 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port) };
}

/** Removes the pid file of a server that is surely gone: its number may since belong to another program. */
export function forgetPidFile(home: Home): void {
  rmSync(pidFile(home), { force: true });
}

/** Whether the process is a PostgreSQL server working on this very cluster, not a newcomer with its number. */
export function isServerOf(home: Home, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const command = readIfThere(`/proc/${pid}/cmdline`).split('\0');
    return (
      command.includes(clusterFolder(home)) || readLinkIfThere(`/proc/${pid}/cwd`) === clusterFolder(home)
    );
  }
  if (process.platform === 'win32') return true;
  return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
    clusterFolder(home),
  );
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function readLinkIfThere(path: string): string {
  return existsSync(path) ? readlinkSync(path) : '';
}

/** Asks the server to end its sessions and stop cleanly, and waits until it is gone; insists after 20 seconds. */
export async function stopServer(pid: number): Promise<void> {
  const fast = 'SIGINT';
  const immediate = 'SIGQUIT';
  process.kill(pid, fast);
  for (let waited = 0; isAlive(pid); waited += 20) {
    if (waited === 20_000) process.kill(pid, immediate);
    await pause(20);
  }
}
