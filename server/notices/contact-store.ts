import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { MemberContact, SubscriptionInput } from '#core/notices/contact.ts';
import type { Tx } from '#server/db/in-unit.ts';

export type KeptContact = {
  mail: string | null;
  isMailOn: boolean;
  isPushOn: boolean;
  isHead: boolean;
  version: number;
};

const NOTHING_SAID: KeptContact = { mail: null, isMailOn: true, isPushOn: true, isHead: false, version: 0 };

export async function findContact(tx: Tx, unitId: string, userId: string): Promise<KeptContact> {
  const row = await tx
    .selectFrom('contact')
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .select(['mail', 'is_mail_on as isMailOn', 'is_push_on as isPushOn', 'is_head as isHead', 'version'])
    .executeTakeFirst();
  return row ?? NOTHING_SAID;
}

/** Keeps how a person is reached. False when somebody else changed it since that version was read. */
export async function saveContact(
  tx: Tx,
  { unitId, userId }: { unitId: string; userId: string },
  contact: KeptContact,
): Promise<boolean> {
  const columns = {
    mail: contact.mail,
    is_mail_on: contact.isMailOn,
    is_push_on: contact.isPushOn,
    is_head: contact.isHead,
  };
  const saved = await tx
    .insertInto('contact')
    .values({ unit_id: unitId, user_id: userId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'user_id'])
        .doUpdateSet({ ...columns, version: contact.version + 1 })
        .where('contact.version', '=', contact.version),
    )
    .returning('version')
    .executeTakeFirst();
  return saved?.version === contact.version + 1;
}

/** How everyone present in the unit is reached, by department and name. */
export async function listContacts(tx: Tx, unitId: string): Promise<MemberContact[]> {
  const rows = await tx
    .selectFrom('membership')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.unit_id', '=', 'membership.unit_id')
        .onRef('contact.user_id', '=', 'membership.user_id'),
    )
    .leftJoin('department', (join) =>
      join
        .onRef('department.unit_id', '=', 'membership.unit_id')
        .onRef('department.id', '=', 'membership.department_id'),
    )
    .where('membership.unit_id', '=', unitId)
    .where('membership.ended_at', 'is', null)
    .orderBy('department.position', (order) => order.asc().nullsFirst())
    .orderBy('membership.person_name')
    .select([
      'membership.user_id as userId',
      'membership.person_name as personName',
      'department.name as departmentName',
      'contact.mail',
      'contact.is_mail_on as isMailOn',
      'contact.is_head as isHead',
      'contact.version',
      sql<number>`(select count(*)::int from push_subscription where push_subscription.unit_id = membership.unit_id
        and push_subscription.user_id = membership.user_id)`.as('browsers'),
    ])
    .execute();
  return rows.map(({ isMailOn, isHead, version, ...row }) => ({
    ...row,
    isMailOn: isMailOn ?? true,
    isHead: isHead ?? false,
    version: version ?? 0,
  }));
}

/** Whether the person is a present member of the unit. */
export async function isPresent(tx: Tx, unitId: string, userId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('membership')
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .select('user_id')
    .executeTakeFirst();
  return found !== undefined;
}

/** Browsers of one person that are told; more are somebody's mistake or mischief. */
export const MOST_BROWSERS = 20;

export async function countBrowsers(tx: Tx, unitId: string, userId: string): Promise<number> {
  const row = await tx
    .selectFrom('push_subscription')
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .select(sql<number>`count(*)::int`.as('browsers'))
    .executeTakeFirstOrThrow();
  return row.browsers;
}

/** Keeps a browser to tell; one that is kept already gets its newest keys. */
export async function addSubscription(
  tx: Tx,
  { unitId, userId }: { unitId: string; userId: string },
  { endpoint, keys }: SubscriptionInput,
): Promise<void> {
  const kept = JSON.stringify(keys);
  await tx
    .insertInto('push_subscription')
    .values({ unit_id: unitId, id: uuidv7(), user_id: userId, endpoint, keys: kept })
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'user_id', 'endpoint']).doUpdateSet({ keys: kept }),
    )
    .execute();
}

export async function removeSubscription(
  tx: Tx,
  { unitId, userId }: { unitId: string; userId: string },
  endpoint: string,
): Promise<void> {
  await tx
    .deleteFrom('push_subscription')
    .where('unit_id', '=', unitId)
    .where('user_id', '=', userId)
    .where('endpoint', '=', endpoint)
    .execute();
}
