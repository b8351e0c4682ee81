import { ROLES, type Role } from '#core/people/roles.ts';
import type { UnitKind } from '#core/people/unit-tree.ts';
import { hashToken } from '#server/people/one-time-token.ts';
import type { TestApp } from '#server/test-app.ts';
import { type ClassOf, copyUnit, idIn, type Row } from './copy-unit.ts';
import { linkCampaigns, withheldFrom } from './link-campaigns.ts';
import { FILE, FILE_SHA256 } from './model-points.ts';
import { type Known, type Model, makeModel } from './model-unit.ts';

/**
 * The units of the matrix as seen from the city whose people ask: itself, another, the country above both, a ward
 * below it, and a city of elsewhere. In the middle it is both judge and judged. Each id of a unit, and each text,
 * bears its mark.
 */
export const MARKS = {
  own: 'a0a0a0a0',
  sibling: 'b0b0b0b0',
  parent: 'c0c0c0c0',
  child: 'd0d0d0d0',
  foreign: 'f0f0f0f0',
} as const;
export type Relation = keyof typeof MARKS;
export const RELATIONS = Object.keys(MARKS) as Relation[];

const KINDS: Record<Relation, UnitKind> = {
  own: 'city',
  sibling: 'city',
  parent: 'country',
  child: 'ward',
  foreign: 'city',
};

const ASSESSED: Record<Relation, Relation> = {
  own: 'child',
  sibling: 'sibling',
  parent: 'own',
  child: 'child',
  foreign: 'foreign',
};

const ACCOUNT_COLUMNS = [
  ['account_user', 'id'],
  ['account_session', 'user_id'],
  ['account_credential', 'user_id'],
] as const;

export type World = {
  tables: string[];
  cookies: Record<Role, string>;
  known: Record<Relation, Known>;
  unitIds: Record<Relation, string>;
};

/** Every table whose rows belong to one unit. */
export async function listTenantTables(test: TestApp): Promise<string[]> {
  const rows = await test.database.asSuperuser<{ name: string }>(
    `select distinct relname as name from pg_class
     join pg_attribute on attrelid = pg_class.oid and attname = 'unit_id' and not attisdropped
     where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Fills a model unit, copies it to all five, and takes the model away. */
export async function buildWorld(test: TestApp): Promise<World> {
  const { asSuperuser } = test.database;
  const model = await makeModel(test);
  const tables = await listTenantTables(test);
  // References and checks are not what is looked at here, and what a new table holds is not known here.
  await asSuperuser('set session_replication_role = replica');
  for (const table of tables) await fillEmpty(test, table, model.known.unitId);
  const unitIds = mapRelations((relation) => idIn(MARKS[relation], model.known.unitId));
  const parents: Record<Relation, Relation | null> = {
    own: 'parent',
    sibling: 'parent',
    parent: null,
    child: 'own',
    foreign: null,
  };
  for (const relation of RELATIONS) {
    const mark = MARKS[relation];
    await copyUnit(test.database, tables, model.known.unitId, { mark, classOf: classOf(model) });
    const parent = parents[relation] === null ? null : unitIds[parents[relation]];
    const path =
      relation === 'parent' || relation === 'foreign'
        ? []
        : [unitIds.parent, ...(relation === 'child' ? [unitIds.own] : [])];
    await asSuperuser(`insert into unit select (jsonb_populate_record(u, $2)).* from unit u where id = $1`, [
      model.known.unitId,
      JSON.stringify({
        id: unitIds[relation],
        parent_id: parent,
        path: [...path, unitIds[relation]].join('.'),
        kind: KINDS[relation],
        // The first person of the unit below is still to be invited.
        ...(relation === 'child' ? { joined_on: null } : {}),
        name: `phường ${mark}.unit`,
        code: null,
      }),
    ]);
    const bytes = new TextEncoder().encode(relation === 'own' ? FILE : `${mark}.file`);
    await test.deps.files.uploads.append(unitIds[relation], idIn(mark, model.known.unitId), 0, bytes);
    await test.deps.files.keep(unitIds[relation], idIn(mark, model.known.unitId), FILE_SHA256);
  }
  for (const table of tables)
    await asSuperuser(`delete from ${table} where unit_id = $1`, [model.known.unitId]);
  await asSuperuser('delete from unit where id = $1', [model.known.unitId]);
  await asSuperuser('update calendar_feed set token_hash = $1 where unit_id = $2 and token_hash like $3', [
    hashToken(model.known.calendarToken),
    unitIds.own,
    `%${hashToken(model.known.calendarToken).slice(8)}`,
  ]);
  await asSuperuser('update unit_change set from_ids = array[$1::uuid] where unit_id = $2', [
    unitIds.own,
    unitIds.parent,
  ]);
  await linkCampaigns(test.database, unitIds);
  // The people who ask are those of the own unit.
  for (const [table, column] of ACCOUNT_COLUMNS)
    await asSuperuser(`update ${table} set ${column} = '${MARKS.own}' || substr(${column}, 9)`);
  await asSuperuser('set session_replication_role = origin');
  await asSuperuser('analyze');
  return {
    tables,
    cookies: model.cookies,
    unitIds,
    known: mapRelations((relation) => knownIn(model.known, relation)),
  };
}

function mapRelations<T>(of: (relation: Relation) => T): Record<Relation, T> {
  return Object.fromEntries(RELATIONS.map((relation) => [relation, of(relation)])) as Record<Relation, T>;
}

function knownIn(known: Known, relation: Relation): Known {
  const { uploadId, campaigns, userIds, ...ids } = known;
  const mapped = Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, idIn(MARKS[relation], id)]),
  );
  return {
    ...(mapped as typeof ids),
    // Whom the unit assesses; those of others that assess nobody here name themselves.
    besideId: idIn(MARKS.sibling, known.unitId),
    assessedId: idIn(MARKS[ASSESSED[relation]], known.unitId),
    campaigns: mapCampaigns(campaigns, relation),
    userIds: JSON.parse(idIn(MARKS[relation], JSON.stringify(userIds))),
    calendarToken: relation === 'own' ? known.calendarToken : 'unknown',
    uploadId: Object.fromEntries(
      ROLES.map((role) => [role, idIn(MARKS[relation], uploadId[role])]),
    ) as Known['uploadId'],
  };
}

/** Campaigns are their host's, parts in them of whom it assesses. */
function mapCampaigns(campaigns: Known['campaigns'], relation: Relation): Known['campaigns'] {
  const partIn = MARKS[ASSESSED[relation]];
  const mapped = Object.entries(campaigns).map(([conduct, { bonusClaimId, ...hosted }]) => [
    conduct,
    {
      ...JSON.parse(idIn(MARKS[relation], JSON.stringify(hosted))),
      bonusClaimId: idIn(partIn, bonusClaimId),
    },
  ]);
  return Object.fromEntries(mapped);
}

function classOf({ othersTasks, othersEvidence, restricted }: Model): ClassOf {
  return (row) => {
    const ids = [row.id, row.task_id, row.evidence_id, row.subject_id, row.target_id].map(String);
    if (row.register_key === 'discipline' || ids.some((id) => restricted.has(id))) return '.restricted';
    if (ids.some((id) => othersTasks.has(id) || othersEvidence.has(id))) return '.others';
    return withheldFrom(row);
  };
}

const VALUE_BY_TYPE: Readonly<Record<string, string>> = {
  uuid: "'01a00000-0000-7000-8000-000000000001'",
  'uuid[]': "'{}'",
  text: "'một dòng chữ'",
  'text[]': "'{}'",
  integer: '1',
  smallint: '1',
  bigint: '1',
  numeric: '1',
  boolean: 'true',
  jsonb: `'{"words": "một dòng chữ"}'`,
  date: "'2026-01-01'",
  'timestamp with time zone': 'now()',
};

/** A row of any content for a table the model has nothing in. */
async function fillEmpty(
  { database: { asSuperuser } }: TestApp,
  table: string,
  unitId: string,
): Promise<void> {
  const [found] = await asSuperuser<Row>(`select 1 as one from ${table} where unit_id = $1 limit 1`, [
    unitId,
  ]);
  if (found) return;
  const checks = await asSuperuser<{ name: string }>(
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'",
    [table],
  );
  for (const { name } of checks) await asSuperuser(`alter table ${table} drop constraint ${name}`);
  const columns = await asSuperuser<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and attnotnull and not attisdropped and not atthasdef`,
    [table],
  );
  const values = columns.map(({ name, type }) => (name === 'unit_id' ? `'${unitId}'` : VALUE_BY_TYPE[type]));
  const unknown = columns[values.indexOf(undefined)];
  if (unknown) throw new Error(`say in VALUE_BY_TYPE what a ${unknown.type} looks like`);
  await asSuperuser(`insert into ${table} (${columns.map(({ name }) => `"${name}"`)}) values (${values})`);
}
