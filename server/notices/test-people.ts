import { inUnit } from '#server/db/in-unit.ts';
import type { TestDatabase } from '#server/db/test-database.ts';

/** Gives people of a unit addresses of mail: for tests and benches. */
export async function giveMail(database: TestDatabase, unitId: string, mailByUser: Map<string, string>) {
  await inUnit(database.kysely, { unitId, role: 'system' }, async (tx) => {
    await tx
      .insertInto('contact')
      .values([...mailByUser].map(([user_id, mail]) => ({ unit_id: unitId, user_id, mail })))
      .execute();
  });
}

/** How many deliveries of a unit are in each state. */
export async function countStates(database: TestDatabase, unitId: string): Promise<Record<string, number>> {
  const rows = await inUnit(database.kysely, { unitId, role: 'system' }, (tx) =>
    tx.selectFrom('delivery').where('unit_id', '=', unitId).select('state').execute(),
  );
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ state }) => state)].map(([state, all]) => [state, all.length]),
  );
}
