import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages, projectEnvironment, projectFolder, runShown } from './installed.mjs';

/**
 * `npm start`: installs what is missing, builds the pages when their sources are newer, and runs the
 * server under the Node 24 that came with the packages. Stops with it and ends with its exit code.
 */
const PAGE_SOURCES = ['web', 'core', 'vite.config.ts', 'package-lock.json'];
const builtPage = join(projectFolder, 'dist', 'web', 'index.html');

/** The latest change below a path, in milliseconds; 0 where nothing is. */
function latestChange(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => latestChange(join(path, name))));
}

const isBuilt = () =>
  PAGE_SOURCES.every((source) => latestChange(join(projectFolder, source)) <= latestChange(builtPage));

/** The Node that came with the packages, else the one that runs this. */
export function findNode() {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const brought = join(projectFolder, 'node_modules', '.bin', `node${ending}`);
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const candidates = [
    brought,
    ...[`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`].map((name) =>
      join(projectFolder, 'node_modules', name, 'bin', `node${ending}`),
    ),
  ];
  return candidates.find((path) => existsSync(path)) ?? process.execPath;
}

/** Runs the server with its output shown and passes signals on; settles with its exit code. */
export function runServer(environment = {}) {
  const server = spawn(findNode(), ['--disable-warning=ExperimentalWarning', 'server/main.ts'], {
    cwd: projectFolder,
    env: { ...projectEnvironment, ...environment },
    stdio: 'inherit',
  });
  // Ctrl-C reaches the server by itself; we only have to outlive it. SIGTERM reaches us alone.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  process.on('SIGHUP', () => server.kill('SIGTERM'));
  return new Promise((done) => server.once('exit', (code, signal) => done(signal ? 1 : (code ?? 1))));
}

/** Builds the pages unless they are newer than all their sources. */
export async function buildPages() {
  if (isBuilt()) return;
  console.error('Đang dựng giao diện… / Building the pages…');
  const code = await runShown('vite', ['build', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await installPackages();
  await buildPages();
  process.exit(await runServer());
}
