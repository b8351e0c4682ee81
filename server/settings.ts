import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the environment asks of the server. */
export type Settings = {
  port: number;
  host: string;
  dataFolder: string;
  databaseUrl: string | undefined;
  publicUrl: string | undefined;
};

/** Reads PORT, HOST, PARINDEX_DATA, DATABASE_URL and PARINDEX_URL; blank means not set. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const said = (name: string) => environment[name]?.trim() || undefined;
  return {
    port: Number(said('PORT') ?? 3000),
    host: said('HOST') ?? '127.0.0.1',
    dataFolder: resolve(said('PARINDEX_DATA') ?? 'data'),
    databaseUrl: said('DATABASE_URL'),
    publicUrl: said('PARINDEX_URL')?.replace(/\/+$/u, ''),
  };
}

/** The secret that signs session cookies: PARINDEX_SECRET, else one generated into the data folder once. */
export function keepSecret(environment: NodeJS.ProcessEnv, dataFolder: string): string {
  const given = environment.PARINDEX_SECRET?.trim();
  if (given) return given;
  const file = join(dataFolder, 'session.secret');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(dataFolder, { recursive: true });
  const made = randomBytes(32).toString('base64url');
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}
