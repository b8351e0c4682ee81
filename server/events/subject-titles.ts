import { sql } from 'kysely';
import type { Tx } from '#server/db/in-unit.ts';
import { listRegistersEver } from '#server/registers/known-registers.ts';

/** What the things of the log are called now, by their id. Those without a name, or gone, are left out. */
export async function listSubjectTitles(
  tx: Tx,
  unitId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id::text, text as title from task where unit_id = ${unitId} and id::text = any(${ids}::text[])
    union all
    select id::text, code || ' ' || title from criterion where unit_id = ${unitId} and id::text = any(${ids}::text[])
    union all
    select id::text, title from evidence where unit_id = ${unitId} and id::text = any(${ids}::text[])
    union all
    select id::text, name from department where unit_id = ${unitId} and id::text = any(${ids}::text[])
    union all
    select id::text, name from webhook where unit_id = ${unitId} and id::text = any(${ids}::text[])
    union all
    select id::text, person_name from invitation where unit_id = ${unitId} and id::text = any(${ids}::text[])
    union all
    select user_id, person_name from membership where unit_id = ${unitId} and user_id = any(${ids}::text[])`.execute(
    tx,
  );
  const registers = (await listRegistersEver(tx, unitId)).map(({ key, title }) => [key, title] as const);
  return new Map([...registers, ...rows.map(({ id, title }) => [id, title] as const)]);
}
