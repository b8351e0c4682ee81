import { z } from 'zod';
import {
  type Contact,
  contactInputSchema,
  contactSchema,
  subscriptionInputSchema,
} from '#core/notices/contact.ts';
import { recordEvent } from '#server/db/events.ts';
import { asSystem, type Tx } from '#server/db/in-unit.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import {
  addSubscription,
  countBrowsers,
  findContact,
  MOST_BROWSERS,
  removeSubscription,
  saveContact,
} from './contact-store.ts';
import { findFeed } from './feed-store.ts';
import { waysTo } from './make-digests.ts';
import { addNotices } from './notice-store.ts';
import { listTold } from './person-store.ts';
import { type NoticeRefusal, noticeProblems } from './problems.ts';
import { refuseSubscription } from './send-push.ts';

type Person = { unitId: string; userId: string };

/** How the person wants to be reached: every route is about nobody but themselves. */
export function contactRoutes({ outside }: Deps): Route[] {
  const { inUnit } = routesOf<NoticeRefusal>(noticeProblems);
  const isMailOpen = () => outside.mail !== undefined;

  async function tellContact(tx: Tx, { unitId, userId }: Person): Promise<Contact> {
    const { mail, isMailOn, isPushOn, version } = await findContact(tx, unitId, userId);
    return {
      mail,
      isMailOn,
      isPushOn,
      version,
      isMailOpen: isMailOpen(),
      browsers: await countBrowsers(tx, unitId, userId),
      pushKey: outside.vapid.publicKey,
      feedMadeAt: (await findFeed(tx, unitId, userId))?.createdAt ?? null,
    };
  }

  return [
    inUnit({
      method: 'get',
      path: '/api/contact',
      permission: 'signed-in',
      summary: 'how the person is reached',
      answer: contactSchema,
      run: ({ tx, actor }) => tellContact(tx, actor),
    }),
    inUnit({
      method: 'put',
      path: '/api/contact',
      permission: 'signed-in',
      summary: 'sets how the person is reached',
      body: contactInputSchema,
      answer: contactSchema,
      async run({ tx, actor, body }) {
        const before = await findContact(tx, actor.unitId, actor.userId);
        if (!(await saveContact(tx, actor, { ...before, ...body }))) return refuse({ kind: 'stale_version' });
        // The log is read by the whole unit: it says that the address changed, not what it is.
        const { isMailOn, isPushOn } = body;
        const after = { isMailOn, isPushOn, hasMail: body.mail !== null };
        await recordEvent(tx, actor, { noun: 'contact', subjectId: actor.userId, verb: 'changed', after });
        return tellContact(tx, actor);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/contact/test',
      permission: 'signed-in',
      summary: 'sends the person a test by each way they chose; it is on its way within a minute',
      answer: 'nothing',
      async run({ tx, actor, now, today }) {
        const { unitId, userId } = actor;
        const [person] = await listTold(tx, unitId, userId);
        const goesTo = person ? waysTo(person, [], { isMailOpen: isMailOpen() }) : [];
        if (goesTo.length === 0) return refuse({ kind: 'nowhere_to_send' });
        const content = { kind: 'test' as const, byName: actor.personName };
        // One a minute: anybody's address can be entered, and nobody is to be flooded from here.
        const subject = now.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
        const notice = { userId, content, day: today, subject, goesTo };
        const added = await asSystem(tx, () => addNotices(tx, unitId, [notice], now));
        return added === 0 ? refuse({ kind: 'test_just_sent' }) : undefined;
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/push-subscriptions',
      permission: 'signed-in',
      summary: 'lets this browser of the person be told',
      body: subscriptionInputSchema,
      answer: contactSchema,
      async run({ tx, actor, body }) {
        const refusal = refuseSubscription(body, outside.allowedHosts);
        if (refusal) return refuse(refusal);
        if ((await countBrowsers(tx, actor.unitId, actor.userId)) >= MOST_BROWSERS)
          return refuse({ kind: 'too_many_browsers', most: MOST_BROWSERS });
        await addSubscription(tx, actor, body);
        return tellContact(tx, actor);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/push-subscriptions/forget',
      permission: 'signed-in',
      summary: 'this browser of the person is told no more',
      body: z.object({ endpoint: z.string().max(2000) }),
      answer: contactSchema,
      async run({ tx, actor, body }) {
        await removeSubscription(tx, actor, body.endpoint);
        return tellContact(tx, actor);
      },
    }),
  ];
}
