import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const packagesFolder = join(projectFolder, 'node_modules');
const binFolder = join(packagesFolder, '.bin');

/** The environment in which the project's own tools and its Node 24 are found first. */
export const projectEnvironment = {
  ...process.env,
  PATH: `${binFolder}${delimiter}${process.env.PATH ?? ''}`,
};

/** Runs a command in the project folder with its output shown; yields its exit code, 127 when it cannot start. */
export function runShown(command, words, environment = {}) {
  return new Promise((done) => {
    const child = spawn(command, words, {
      cwd: projectFolder,
      env: { ...projectEnvironment, ...environment },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.once('error', () => done(127));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** The packages a lock file names, as "place version"; those of other platforms are left out. */
function packagesOf(path) {
  if (!existsSync(path)) return undefined;
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  return Object.entries(packages)
    .filter(([place, { optional }]) => place !== '' && !optional)
    .map(([place, { version }]) => `${place} ${version}`);
}

/** Installs the packages of the lock file when they are missing or other versions than it names. */
export async function installPackages() {
  const installed = packagesOf(join(packagesFolder, '.package-lock.json'));
  const present = new Set(installed);
  const wanted = packagesOf(join(projectFolder, 'package-lock.json')) ?? [];
  if (installed && wanted.every((each) => present.has(each))) return;
  console.error(installed ? 'The package lock changed: installing again.' : 'Installing packages.');
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  if ((await runShown('npm', ['ci', ...quietly])) === 0) return;
  // A registry mirror may lack the packages of other platforms, which only `npm ci` insists on.
  const code = await runShown('npm', ['install', '--no-save', ...quietly]);
  if (code === 0) return;
  console.error(
    'The packages could not be installed: check the connection to the npm registry, then try again.',
  );
  process.exit(code);
}
