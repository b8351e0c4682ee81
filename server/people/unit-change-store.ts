import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { UnitChange } from '#core/people/unit.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** What was decided about units under the given one and about itself, in the order it was recorded. */
export async function listUnitChanges(tx: Tx, unitId: string): Promise<UnitChange[]> {
  const rows = await tx
    .selectFrom('unit_change')
    .selectAll()
    .where(sql<boolean>`(unit_id = ${unitId} or ${unitId} = any (from_ids) or ${unitId} = any (to_ids))`)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    day: row.day,
    decision: { number: row.decision_number, issuer: row.decision_issuer, issuedOn: row.decided_on },
    before: row.before,
    after: row.after,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  }));
}

/** Records a decision about child units of the given one. Never changed, never removed. */
export async function addUnitChange(
  tx: Tx,
  unitId: string,
  change: Pick<UnitChange, 'kind' | 'day' | 'decision' | 'before' | 'after' | 'recordedBy'>,
): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto('unit_change')
    .values({
      unit_id: unitId,
      id,
      kind: change.kind,
      day: change.day,
      decision_number: change.decision.number,
      decision_issuer: change.decision.issuer,
      decided_on: change.decision.issuedOn,
      from_ids: change.before.units.map((unit) => unit.id),
      to_ids: change.after.units.map((unit) => unit.id),
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      recorded_by: change.recordedBy,
    })
    .execute();
  return id;
}
