import type { NoticePerson } from '#core/notices/digest.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** A present member of the unit, and where they want to be told. */
export type Told = NoticePerson & {
  personName: string;
  /** Null where nobody gave an address, or the person wants no mail. */
  mail: string | null;
  pushIds: string[];
};

/** Everyone of the unit who may be told something, or one person alone. */
export async function listTold(tx: Tx, unitId: string, userId?: string): Promise<Told[]> {
  const rows = await tx
    .selectFrom('membership')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.unit_id', '=', 'membership.unit_id')
        .onRef('contact.user_id', '=', 'membership.user_id'),
    )
    .where('membership.unit_id', '=', unitId)
    .where('membership.ended_at', 'is', null)
    .$if(userId !== undefined, (query) => query.where('membership.user_id', '=', userId!))
    .orderBy('membership.created_at')
    .select([
      'membership.user_id',
      'membership.role',
      'membership.department_id',
      'membership.person_name',
      'contact.mail',
      'contact.is_mail_on',
      'contact.is_push_on',
      'contact.is_head',
    ])
    .execute();
  const subscriptions = await tx
    .selectFrom('push_subscription')
    .where('unit_id', '=', unitId)
    .select(['id', 'user_id'])
    .execute();
  const idsByPerson = Map.groupBy(subscriptions, ({ user_id }) => user_id);
  return rows.map((row) => ({
    userId: row.user_id,
    role: row.role,
    departmentId: row.department_id,
    isHead: row.is_head ?? false,
    personName: row.person_name,
    mail: row.is_mail_on === false ? null : row.mail,
    pushIds: row.is_push_on === false ? [] : (idsByPerson.get(row.user_id) ?? []).map(({ id }) => id),
  }));
}

/** The webhooks of the unit that are switched on. */
export async function listWebhookIds(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('webhook')
    .where('unit_id', '=', unitId)
    .where('is_on', '=', true)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}
