import { type Kysely, sql } from 'kysely';
import type { Schema } from '#server/db/schema.ts';
import type { TestDatabase } from '#server/db/test-database.ts';

export type Touch = { table: string; unit: string };

class Undone<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('undone on purpose');
    this.result = result;
  }
}

/** Has the database note of each row that is added, changed or removed in which table and unit it is. */
export async function noteTouches({ asSuperuser }: TestDatabase, tables: readonly string[]): Promise<void> {
  await asSuperuser('create table touched (tenant text not null, unit uuid not null)');
  await asSuperuser('grant select on touched to public');
  for (const [name, column] of [
    ['note_touch', 'unit_id'],
    ['note_unit_touch', 'id'],
  ])
    await asSuperuser(
      `create function ${name}() returns trigger security definer language plpgsql as $$ begin
         if tg_op <> 'DELETE' then insert into touched values (tg_table_name, new.${column}); end if;
         if tg_op <> 'INSERT' then insert into touched values (tg_table_name, old.${column}); end if;
         return null;
       end $$`,
    );
  for (const table of [...tables, 'unit'])
    await asSuperuser(
      `create trigger touch after insert or update or delete on ${table} for each row
       execute function ${table === 'unit' ? 'note_unit_touch' : 'note_touch'}()`,
    );
}

/**
 * A database whose transactions answer and are then undone, so that every request of the matrix meets the same
 * rows; tells what each would have kept.
 */
export function neverKept(kysely: Kysely<Schema>, tell: (touched: Touch[]) => void): Kysely<Schema> {
  return new Proxy(kysely, {
    get(target, key) {
      if (key !== 'transaction') {
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return () => ({
        execute: (work: Parameters<ReturnType<Kysely<Schema>['transaction']>['execute']>[0]) =>
          target
            .transaction()
            .execute(async (tx) => {
              const result = await work(tx);
              const { rows } = await sql<Touch>`
                select distinct tenant as table, unit::text from public.touched`.execute(tx);
              tell(rows);
              throw new Undone(result);
            })
            .catch((thrown: unknown) => {
              if (thrown instanceof Undone) return thrown.result;
              throw thrown;
            }),
      });
    },
  });
}

/** One hash over every row of every unit. */
export async function fingerprint({ asSuperuser }: TestDatabase, tables: readonly string[]): Promise<string> {
  const hashes = tables.map(
    (table) => `select md5(string_agg(t::text, '' order by t::text)) as hash from ${table} t`,
  );
  const [found] = await asSuperuser<{ whole: string }>(
    `select md5(string_agg(hash, '' order by hash)) as whole from (${hashes.join(' union all ')}) each`,
  );
  return found!.whole;
}
