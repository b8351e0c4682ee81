import type { DepartmentInput } from '#core/people/department.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** What kind each department of a unit is, to know where a group answers for everyone. */
export async function listDepartmentKinds(
  tx: Tx,
  unitId: string,
): Promise<Map<string, DepartmentInput['kind']>> {
  const rows = await tx
    .selectFrom('department')
    .where('unit_id', '=', unitId)
    .select(['id', 'kind'])
    .execute();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
