import { sql } from 'kysely';
import type { LoggedEvent } from '#core/plans/plan.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listRegistersEver } from '#server/registers/known-registers.ts';

type Subject = NonNullable<LoggedEvent['subject']>;

/** What the things of the log are called now and where they are shown, by id. Those without a name, or gone, are left out. */
export async function listSubjects(
  tx: Tx,
  unitId: string,
  ids: readonly string[],
): Promise<Map<string, Subject>> {
  const registers = new Map((await listRegistersEver(tx, unitId)).map(({ key, title }) => [key, title]));
  const { rows } = await sql<Subject & { id: string }>`
    with wanted as (select id::uuid from unnest(${ids.filter((id) => UUID.test(id))}::text[]) as asked (id))
    select id::text, text as title, 'task' as page, id::text as key
      from task join wanted using (id) where unit_id = ${unitId}
    union all
    select id::text, code || ' ' || title, 'criterion', code
      from criterion join wanted using (id) where unit_id = ${unitId}
    union all
    select id::text, title, 'evidence', id::text
      from evidence join wanted using (id) where unit_id = ${unitId}
    union all
    select id::text, '', 'register', register_key
      from register_row join wanted using (id) where unit_id = ${unitId}
    union all
    select id::text, name, null, '' from department join wanted using (id) where unit_id = ${unitId}
    union all
    select id::text, name, null, '' from webhook join wanted using (id) where unit_id = ${unitId}
    union all
    select id::text, person_name, null, '' from invitation join wanted using (id) where unit_id = ${unitId}
    union all
    select user_id, person_name, null, ''
      from membership where unit_id = ${unitId} and user_id = any(${ids}::text[])`.execute(tx);
  const named = rows.map(({ id, title, page, key }) => {
    const subject = { title: page === 'register' ? (registers.get(key) ?? key) : title, page, key };
    return [id, subject] as const;
  });
  const ofRegisters = [...registers].map(
    ([key, title]) => [key, { title, page: 'register' as const, key }] as const,
  );
  return new Map([...ofRegisters, ...named]);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
