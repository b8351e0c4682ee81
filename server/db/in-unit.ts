import { type Kysely, sql, type Transaction } from 'kysely';
import { validate } from 'uuid';
import type { Role } from '#core/people/roles.ts';
import type { Schema } from './schema.ts';
import { sealEvents } from './seal-events.ts';

export type Tx = Transaction<Schema>;

/**
 * Whose rows a transaction may see. In a unit it always says in which role: a person's, as their membership
 * has it, or 'system', the product's own work (jobs, commands, links before an account exists). Before a unit
 * is known: a person's own memberships, one invitation or calendar by the hash of its secret.
 */
export type Fence =
  | { unitId: string; role: Role | 'system'; departmentId?: string | null; userId?: string }
  | { unitId?: undefined; userId?: string; tokenHash?: string };

/** How each running transaction is fenced, so that work of the product within it can hand back the role it took. */
const roleOf = new WeakMap<Tx, Role | 'system'>();

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
    if (fence.unitId !== undefined) roleOf.set(tx, fence.role);
    const result = await work(tx);
    await sealEvents(tx);
    return result;
  });
}

/** Moves the fence of a running transaction, as when a person's unit has been found. */
export async function setFence(tx: Tx, fence: Fence): Promise<void> {
  await sql.raw(fenceStatements(fence)).execute(tx);
  if (fence.unitId !== undefined) roleOf.set(tx, fence.role);
}

/**
 * Work of the product that somebody gave cause for, within their transaction: points are worked out from rows
 * not every role may read, and others are told whose addresses nobody else sees. Nothing of what it reads may
 * go back to the person without a check of its own.
 */
export async function asSystem<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const role = roleOf.get(tx);
  if (role === undefined) throw new Error('a unit and a role come first');
  if (role === 'system') return work();
  await takeRole(tx, 'system');
  const result = await work();
  await takeRole(tx, role);
  return result;
}

async function takeRole(tx: Tx, role: Role | 'system'): Promise<void> {
  await sql.raw(`set local app.role = '${plain(role)}'`).execute(tx);
  roleOf.set(tx, role);
}

function fenceStatements(fence: Fence): string {
  const settings =
    fence.unitId === undefined
      ? { user_id: fence.userId, token_hash: fence.tokenHash }
      : {
          unit_id: fence.unitId,
          role: fence.role,
          // Said each time: a fence that moves to another unit takes no department along.
          department_id: fence.departmentId ?? '',
          user_id: fence.userId,
        };
  for (const id of fence.unitId === undefined ? [] : [fence.unitId, fence.departmentId ?? fence.unitId]) {
    if (!validate(id)) throw new Error('an id of a unit or department is a UUID');
  }
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([name, value = '']) => ` set local app.${name} = '${plain(value)}';`)
    .join('');
}

function plain(id: string): string {
  if (id !== '' && !PLAIN_ID.test(id))
    throw new Error('an id in a fence has letters, digits, "-" and "_" only');
  return id;
}
