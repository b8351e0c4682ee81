import { GIVE_UP_AFTER_MS, waitBeforeTry } from '#core/notices/retry.ts';
import { isSendingTime } from '#core/notices/sending-hours.ts';
import { inUnit, type Tx } from '#server/db/in-unit.ts';
import { findWorkCalendar } from '#server/db/work-calendar.ts';
import type { Deps } from '#server/deps.ts';
import { findUnitName } from '#server/plans/store.ts';
import {
  claimDelivery,
  listDue,
  postponeDelivery,
  postponeMail,
  settleDelivery,
  settleInterrupted,
  type Waiting,
} from './delivery-store.ts';
import { localMoment } from './local-moment.ts';
import { findNoticeSettings } from './notice-store.ts';
import { bodyOfWebhook, mailOf, pushOf } from './outgoing.ts';
import { dropSubscription, findSubscription, findWebhook, switchWebhookOff } from './outside-store.ts';
import type { Mailer } from './send-mail.ts';
import type { SendOutcome } from './send-outcome.ts';
import { sendPush } from './send-push.ts';
import { sendWebhook } from './send-webhook.ts';

/** So many are read at a time; what was read may have been settled by somebody else when its turn comes. */
const BATCH = 50;

type Delivering = {
  deps: Pick<Deps, 'database' | 'now' | 'outside' | 'log'>;
  mailer: Mailer | undefined;
  isStopped: () => boolean;
};

/**
 * Sends what waits in a unit, one after another, within its hours of sending. Mail goes out at most once:
 * it is claimed in the very moment of handing over, and what a dead process had claimed is marked unsure.
 * Push and webhooks go out at least once, under the same name each time. One run at a time for a unit.
 */
export async function deliverUnit(unitId: string, { deps, mailer, isStopped }: Delivering): Promise<void> {
  const within = <T>(work: (tx: Tx) => Promise<T>) =>
    inUnit(deps.database.kysely, { unitId, role: 'system' }, work);
  const unitName = await within(async (tx) => {
    await settleInterrupted(tx, unitId, deps.now());
    return findUnitName(tx, unitId);
  });
  let isMailDown = false;
  for (;;) {
    const due = await within(async (tx) => {
      const { settings } = await findNoticeSettings(tx, unitId);
      const isTime = isSendingTime(localMoment(deps.now()), settings, await findWorkCalendar(tx, unitId));
      return listDue(tx, unitId, { now: deps.now(), limit: BATCH, isOnlyTests: !isTime });
    });
    if (due.length === 0) return;
    for (const each of due) {
      if (isStopped()) return;
      if (each.channel === 'mail' && isMailDown) continue;
      const outcome = await send(each);
      if (outcome !== undefined) isMailDown = (await settle(each, outcome)) || isMailDown;
    }
  }

  /** Sends one; undefined when somebody else has taken it meanwhile. */
  async function send(waiting: Waiting): Promise<SendOutcome | undefined> {
    if (deps.now().getTime() - Date.parse(waiting.createdAt) > GIVE_UP_AFTER_MS)
      return { kind: 'never', reason: 'TOO_LATE' };
    if (waiting.leftAt !== null) return { kind: 'never', reason: 'SWITCHED_OFF' };
    if (waiting.channel === 'mail') return sendMail(waiting);
    if (waiting.channel === 'push') return sendToBrowser(waiting);
    const webhook = await within((tx) => findWebhook(tx, unitId, waiting.address));
    if (!webhook?.isOn) return { kind: 'never', reason: 'SWITCHED_OFF' };
    const outcome = await sendWebhook({
      url: webhook.url,
      secret: webhook.secret,
      id: waiting.id,
      at: deps.now(),
      body: bodyOfWebhook(waiting, { unitId, unitName, address: deps.outside.address ?? '' }),
      allowedHosts: deps.outside.allowedHosts,
    });
    if (isGone(outcome)) await within((tx) => switchWebhookOff(tx, unitId, waiting.address));
    return outcome;
  }

  async function sendMail(waiting: Waiting): Promise<SendOutcome | undefined> {
    const { address } = deps.outside;
    if (!mailer || address === undefined) return { kind: 'never', reason: 'NO_MAIL_SERVER' };
    let isTaken = false;
    const outcome = await mailer.send(mailOf(waiting, { unitName, address }), async () => {
      isTaken = !(await within((tx) => claimDelivery(tx, unitId, waiting.id)));
      if (isTaken) throw new Error('taken');
    });
    return isTaken ? undefined : outcome;
  }

  async function sendToBrowser(waiting: Waiting): Promise<SendOutcome> {
    const subscription = await within((tx) => findSubscription(tx, unitId, waiting.address));
    if (!subscription) return { kind: 'never', reason: 'SWITCHED_OFF' };
    const outcome = await sendPush({
      subscription,
      ...pushOf(waiting),
      vapid: deps.outside.vapid,
      allowedHosts: deps.outside.allowedHosts,
    });
    if (isGone(outcome)) await within((tx) => dropSubscription(tx, unitId, waiting.address));
    return outcome;
  }

  /** Notes what became of one. True when the mail server is down, so that the rest need not try. */
  async function settle(waiting: Waiting, outcome: SendOutcome): Promise<boolean> {
    const now = deps.now();
    if (outcome.kind !== 'try_later') {
      const state = outcome.kind === 'sent' ? 'sent' : outcome.kind === 'never' ? 'failed' : 'unsure';
      const reason = outcome.kind === 'sent' ? '' : outcome.reason;
      await within((tx) => settleDelivery(tx, unitId, waiting.id, { state, reason, now }));
      return false;
    }
    const { reason } = outcome;
    const until = new Date(now.getTime() + waitBeforeTry(waiting.attempts + 1));
    const isDown = waiting.channel === 'mail' && outcome.isServerDown === true;
    await within(async (tx) => {
      await postponeDelivery(tx, unitId, waiting.id, { reason, until });
      if (isDown) await postponeMail(tx, unitId, { reason, until });
    });
    return isDown;
  }
}

const isGone = (outcome: SendOutcome) => outcome.kind === 'never' && outcome.isGone === true;
