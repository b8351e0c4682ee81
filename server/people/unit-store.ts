import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { NamedUnit, UnitTree } from '#core/people/unit.ts';
import type { PlacedUnit } from '#core/people/unit-changes.ts';
import type { NewUnit } from '#core/people/unit-tree.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** Only one change of the tree at a time, whatever the number of processes: codes and places stay as they were judged. */
const TREE_LOCK = 7_262_438;

const NAMED = ['id', 'name', 'code', 'kind', 'began_on as beganOn', 'ended_on as endedOn'] as const;
const PLACED = [...NAMED, 'parent_id as parentId', 'path'] as const;

export async function lockTree(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${TREE_LOCK})`.execute(tx);
}

export function findPlacedUnit(tx: Tx, id: string): Promise<PlacedUnit | undefined> {
  return tx.selectFrom('unit').select(PLACED).where('id', '=', id).executeTakeFirst();
}

/** Every unit under the given one, at any depth, ended ones too. */
export function listUnitsBelow(tx: Tx, { path }: Pick<PlacedUnit, 'path'>): Promise<PlacedUnit[]> {
  return tx.selectFrom('unit').select(PLACED).where('path', 'like', `${path}.%`).orderBy('path').execute();
}

/** The unit, those above it from the top down, and its children as the parent may see them, by code and name. */
export async function findUnitTree(tx: Tx, unitId: string, now: Date): Promise<UnitTree> {
  const unit = await tx.selectFrom('unit').select(PLACED).where('id', '=', unitId).executeTakeFirstOrThrow();
  const above = unit.path.split('.').slice(0, -1);
  const found = above.length === 0 ? [] : await listNamed(tx, above);
  const children = await tx
    .selectFrom('unit')
    .select([...NAMED, 'joined_on as joinedOn', openInvitationOf(unitId, now).as('invitedUntil')])
    .where('parent_id', '=', unitId)
    .orderBy(sql`ended_on is not null`)
    .orderBy('code', (order) => order.asc().nullsLast())
    .orderBy('name')
    .execute();
  const { parentId: _parent, path: _path, ...named } = unit;
  return {
    unit: named,
    ancestors: above.flatMap((id) => found.filter((each) => each.id === id)),
    children,
  };
}

function listNamed(tx: Tx, ids: readonly string[]): Promise<NamedUnit[]> {
  return tx.selectFrom('unit').select(NAMED).where('id', 'in', ids).execute();
}

function openInvitationOf(parentId: string, now: Date): RawBuilder<string | null> {
  return sql<string | null>`(
    select max(expires_at) from invitation
    where invitation.unit_id = unit.id and invited_by_unit = ${parentId}
      and accepted_at is null and revoked_at is null and expires_at > ${now.toISOString()}
  )`;
}

/** Which of the codes a living unit already has, anywhere in the tree. */
export async function listTakenCodes(tx: Tx, codes: readonly (string | null)[]): Promise<string[]> {
  const asked = codes.filter((code) => code !== null);
  if (asked.length === 0) return [];
  const rows = await tx
    .selectFrom('unit')
    .select('code')
    .where('code', 'in', asked)
    .where('ended_on', 'is', null)
    .execute();
  return rows.flatMap(({ code }) => code ?? []);
}

/** Puts new units under the parent; `beganOn` is null for units that were there before. Returns their ids in order. */
export async function addChildren(
  tx: Tx,
  parent: Pick<PlacedUnit, 'id' | 'path'>,
  units: readonly NewUnit[],
  beganOn: string | null,
): Promise<string[]> {
  const rows = units.map(({ name, code, kind }) => {
    const id = uuidv7();
    return { id, parent_id: parent.id, path: `${parent.path}.${id}`, name, code, kind, began_on: beganOn };
  });
  await tx.insertInto('unit').values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Marks the day the first person of a unit came in. */
export async function markJoined(tx: Tx, unitId: string, day: string): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ joined_on: day })
    .where('id', '=', unitId)
    .where('joined_on', 'is', null)
    .execute();
}

/** Changes what a unit is called, its code, or that it has ended. */
export async function saveUnit(
  tx: Tx,
  unitId: string,
  columns: { name: string } | { code: string } | { ended_on: string },
): Promise<void> {
  await tx.updateTable('unit').set(columns).where('id', '=', unitId).execute();
}

/** Puts a unit, with all that stands under it, under another parent. */
export async function moveUnit(
  tx: Tx,
  unit: Pick<PlacedUnit, 'id'>,
  parent: Pick<PlacedUnit, 'id'>,
): Promise<void> {
  await sql`select app_move_unit(${unit.id}, ${parent.id})`.execute(tx);
}
