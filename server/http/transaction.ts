import type { Kysely } from 'kysely';
import { type Fence, inUnit, type Tx } from '#server/db/in-unit.ts';
import type { Schema } from '#server/db/schema.ts';
import { Refused } from './route.ts';

/** One fenced transaction that keeps what the work wrote only when it returns a value, not a refusal. */
export function keepUnlessRefused<T>(
  database: Kysely<Schema>,
  fence: Fence,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inUnit(database, fence, async (tx) => {
    const result = await work(tx);
    // Thrown so that the transaction rolls back; caught below, where it is a value again.
    if (result instanceof Refused) throw result;
    return result;
  }).catch((thrown: unknown) => {
    if (thrown instanceof Refused) return thrown as T;
    throw thrown;
  });
}
