import { inUnit, setFence } from '#server/db/in-unit.ts';
import { recordSeldom } from '#server/db/read-events.ts';
import type { Deps } from '#server/deps.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';
import { findMembershipOf } from './membership-store.ts';

/** Who the log names where nobody has signed in. */
const NOBODY = { userId: 'nobody', personName: 'Chưa đăng nhập' };

/**
 * Writes to the log of the person's unit that somebody tried their name with a wrong password, or while it was
 * locked. Of a name nobody has, nothing is kept. Not waited for by the answer, whose time would tell which names there are.
 */
export async function logRefusedSignIn(
  { database, log, now }: Pick<Deps, 'database' | 'log' | 'now'>,
  username: string,
  verb: 'refused' | 'locked_out',
): Promise<void> {
  await inUnit(database.kysely, {}, async (tx) => {
    const account = await tx
      .selectFrom('account_user')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirst();
    if (!account) return;
    await setFence(tx, { userId: account.id });
    const membership = await findMembershipOf(tx, {
      userId: account.id,
      sessionId: '',
      today: dayInVietNam(now()),
    });
    if (!membership) return;
    const { unitId, personName } = membership;
    await setFence(tx, { unitId, role: 'system' });
    await recordSeldom(
      tx,
      { unitId, ...NOBODY },
      { noun: 'session', subjectId: account.id, verb, after: { personName } },
    );
  }).catch((error: unknown) => log.error({ err: error }, 'a refused sign-in could not be logged'));
}
