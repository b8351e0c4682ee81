import type { Me } from '#core/people/member.ts';
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
      'unit.kind',
      'plan.year as planYear',
    ])
    .where('membership.unit_id', '=', unitId)
    .where('membership.user_id', '=', userId)
    .orderBy('plan.year', (order) => order.desc().nullsLast())
    .executeTakeFirstOrThrow();
  const { id, name, cityName, kind, planYear, ...person } = found;
  return { ...person, unit: { id, name, cityName, kind }, today, hasPlan: planYear !== null, planYear };
}
