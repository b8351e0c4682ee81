import { type Kysely, sql, type Transaction } from 'kysely';
import { validate } from 'uuid';
import type { Role } from '#core/people/roles.ts';
import type { Schema } from './schema.ts';
import { sealEvents } from './seal-events.ts';

export type Tx = Transaction<Schema>;

/**
 * Whose rows a transaction may see: a unit's in a role, a person's own memberships, one invitation by its
 * hash. The role 'system' is the product's own work: jobs, commands, links before an account exists.
 */
export type Fence = {
  unitId?: string;
  role?: Role | 'system';
  departmentId?: string | null;
  userId?: string;
  tokenHash?: string;
};

const PLAIN_ID = /^[A-Za-z0-9_-]{1,64}$/u;

/**
 * Runs the work in one transaction as the application role, which cannot pass the row level security
 * of any table, with the fence set for this transaction alone. Ids become literals because SET takes
 * no parameters (and set_config() does not reach the workers of a distributed database), so anything
 * but a plain id throws. Events it wrote are chained to the log of their unit before it commits.
 */
export function inUnit<T>(database: Kysely<Schema>, fence: Fence, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (tx) => {
    await sql.raw(`set local role parindex_app;${fenceStatements(fence)}`).execute(tx);
    const result = await work(tx);
    await sealEvents(tx);
    return result;
  });
}

/** Moves the fence of a running transaction, as when a person's unit has been found. */
export async function setFence(tx: Tx, fence: Fence): Promise<void> {
  await sql.raw(fenceStatements(fence)).execute(tx);
}

function fenceStatements({ unitId, role, departmentId, userId, tokenHash }: Fence): string {
  for (const id of [unitId, departmentId ?? undefined]) {
    if (id !== undefined && !validate(id)) throw new Error('an id of a unit or department is a UUID');
  }
  for (const id of [role, userId, tokenHash]) {
    if (id !== undefined && !PLAIN_ID.test(id))
      throw new Error('an id in a fence has letters, digits, "-" and "_" only');
  }
  const settings = {
    unit_id: unitId,
    role,
    department_id: departmentId,
    user_id: userId,
    token_hash: tokenHash,
  };
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` set local app.${name} = '${value ?? ''}';`)
    .join('');
}
