import type { TestDatabase } from '#server/db/test-database.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Row = { [key: string]: Json };

/** What stands at the end of the texts of a row besides its table: whether only some may read it. */
export type ClassOf = (row: Row) => '' | '.restricted' | '.others' | '.hidden' | '.unassigned' | '.early';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/** An id of the model unit as it is in the unit of the mark: its first eight digits are the mark. */
export function idIn(mark: string, id: string): string {
  return id.replace(UUID, (uuid) => mark + uuid.slice(8));
}

/**
 * Copies every row of the model unit to the unit of a mark: its ids begin with the mark, and each text of more
 * than one word ends in "mark.table", so that an answer tells whose rows and which it shows.
 */
export async function copyUnit(
  { asSuperuser }: TestDatabase,
  tables: readonly string[],
  modelId: string,
  { mark, classOf }: { mark: string; classOf: ClassOf },
): Promise<void> {
  for (const table of tables) {
    const found = await asSuperuser<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where unit_id = $1`,
      [modelId],
    );
    const copies = found.map(({ row }) => {
      const marked = Object.entries(row).map(([column, value]) => [
        column,
        column === 'token_hash'
          ? mark + String(value).slice(8)
          : markTexts(value, ` ${mark}.${table}${classOf(row)}`),
      ]);
      return idIn(mark, JSON.stringify(Object.fromEntries(marked)));
    });
    await asSuperuser(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      `[${copies.join(',')}]`,
    ]);
  }
}

function markTexts(value: Json, end: string): Json {
  if (typeof value === 'string') return value.includes(' ') ? value + end : value;
  if (Array.isArray(value)) return value.map((each) => markTexts(each, end));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, markTexts(each, end)]));
}
