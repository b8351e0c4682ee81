import { sql } from 'kysely';
import { ROLES, type Role } from '#core/people/roles.ts';
import { inUnit } from '#server/db/in-unit.ts';
import type { TestApp } from '#server/test-app.ts';
import { MARK } from './ask-matrix.ts';
import type { World } from './world.ts';

/** What the database lets a role of the own unit read, past every route: marks of units and tables. */
export async function readTables(test: TestApp, world: World): Promise<{ role: Role; seen: string[] }[]> {
  const { unitId, userIds, departmentId } = world.known.own;
  const all = [];
  for (const role of ROLES) {
    const belongs = role === 'officer' || role === 'contributor' ? departmentId : null;
    const fence = { unitId, role, userId: userIds[role], departmentId: belongs };
    const seen = new Set<string>();
    for (const table of [...world.tables, 'unit']) {
      const { rows } = await inUnit(test.database.kysely, fence, (tx) =>
        sql<{
          text: string | null;
        }>`select string_agg(t::text, ' ') as text from ${sql.table(table)} t`.execute(tx),
      );
      for (const [mark] of (rows[0]?.text ?? '').matchAll(MARK)) seen.add(mark);
    }
    all.push({ role, seen: [...seen] });
  }
  return all;
}
