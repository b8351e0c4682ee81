import type { Me } from '#core/people/member.ts';
import { type Role, roleAfterEnd } from '#core/people/roles.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** Who the person is in the unit of the transaction, as the page first asks. */
export async function findMe(tx: Tx, unitId: string, userId: string, today: string): Promise<Me> {
  const found = await tx
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .innerJoin('account_user', 'account_user.id', 'membership.user_id')
    .leftJoin('plan', (join) =>
      join.onRef('plan.unit_id', '=', 'membership.unit_id').on('plan.status', '=', 'live'),
    )
    .select([
      'membership.user_id as userId',
      'account_user.username',
      'membership.person_name as personName',
      'membership.role',
      'membership.department_id as departmentId',
      'unit.id',
      'unit.name',
      'unit.city_name as cityName',
      'unit.code',
      'unit.kind',
      'unit.ended_on as endedOn',
      'unit.parent_id as parentId',
      'plan.year as planYear',
    ])
    .where('membership.unit_id', '=', unitId)
    .where('membership.user_id', '=', userId)
    .orderBy('plan.year', (order) => order.desc().nullsLast())
    .executeTakeFirstOrThrow();
  const { id, name, cityName, code, kind, endedOn, parentId, planYear, ...person } = found;
  return {
    ...person,
    role: roleOn(today, person.role, endedOn),
    unit: { id, name, cityName, code, kind, endedOn, hasParent: parentId !== null },
    units: await listUnitsOf(tx, userId, today),
    today,
    hasPlan: planYear !== null,
    planYear,
  };
}

/** Every unit the person belongs to at present, the earliest first, as far as the transaction may see. */
async function listUnitsOf(tx: Tx, userId: string, today: string): Promise<Me['units']> {
  const units = await tx
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .select(['unit.id', 'unit.name', 'unit.ended_on as endedOn', 'membership.role'])
    .where('membership.user_id', '=', userId)
    .where('membership.ended_at', 'is', null)
    .orderBy('membership.created_at')
    .execute();
  return units.map(({ endedOn, role, ...unit }) => ({ ...unit, role: roleOn(today, role, endedOn) }));
}

function roleOn(today: string, role: Role, endedOn: string | null): Role {
  return endedOn !== null && endedOn <= today ? roleAfterEnd(role) : role;
}
