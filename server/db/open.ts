import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

/** How to reach a database: what pg understands, kept whole so that others can open their own connections. */
export type Connection =
  | { connectionString: string }
  | {
      host: string;
      port: number;
      user: string;
      password: string;
      database: string;
    };

export type Database = {
  kysely: Kysely<Schema>;
  connection: Connection;
  close(): Promise<void>;
};

const OID = { int8: 20, date: 1082, timestamptz: 1184 } as const;

/**
 * How values leave the database, decided once: counts (int8) as numbers, days as "2026-09-30",
 * moments as ISO strings in UTC, numeric as its decimal string, jsonb parsed.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === OID.int8) return Number;
    if (oid === OID.date) return (text: string) => text;
    if (oid === OID.timestamptz) return (text: string) => new Date(text).toISOString();
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/** Opens a pool of at most `size` connections on a database that is already there. */
export function openDatabase(connection: Connection, size = 10): Database {
  const pool = new pg.Pool({ ...connection, types, max: size });
  outliveCuts(pool);
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { kysely, connection, close: () => kysely.destroy() };
}

/** Lets the server live on when the database cuts connections off, as when it is restarted. */
export function outliveCuts(pool: pg.Pool): void {
  // An idle connection is replaced at the next query; without a listener its end would be ours.
  pool.on('error', () => undefined);
  // So would that of one at work; whoever waits for its answer is told all the same.
  pool.on('connect', (client) => client.on('error', () => undefined));
}
