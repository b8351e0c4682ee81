import { z } from 'zod';
import { deliverySchema, memberContactInputSchema, memberContactSchema } from '#core/notices/contact.ts';
import { noticeSettingsSchema, refuseNoticeSettings } from '#core/notices/notice-settings.ts';
import { DELIVERY_STATES } from '#core/notices/notice-words.ts';
import { recordEvent } from '#server/db/events.ts';
import { recordRead } from '#server/db/read-events.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { findContact, isPresent, listContacts, saveContact } from './contact-store.ts';
import { findNoticeSettings, saveNoticeSettings } from './notice-store.ts';
import { countByState, listDeliveries, sendAgain } from './outcome-store.ts';
import { type NoticeRefusal, noticeProblems } from './problems.ts';

const keptSettingsSchema = z.object({ settings: noticeSettingsSchema, version: z.int() });
const outcomesSchema = z.object({
  deliveries: z.array(deliverySchema),
  counts: z.record(z.enum(DELIVERY_STATES), z.int()).describe('of the last thirty days'),
});

/** For those who keep the unit's notices: the rules, everyone's addresses, and what became of every message. */
export function keeperRoutes(): Route[] {
  const { inUnit } = routesOf<NoticeRefusal>(noticeProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/notice-settings',
      permission: 'unit.read',
      summary: 'when and of what the unit is reminded',
      answer: keptSettingsSchema,
      run: ({ tx, actor }) => findNoticeSettings(tx, actor.unitId),
    }),
    inUnit({
      method: 'put',
      path: '/api/notice-settings',
      permission: 'notice.manage',
      summary: 'sets when and of what the unit is reminded',
      body: keptSettingsSchema,
      answer: keptSettingsSchema,
      async run({ tx, actor, body }) {
        const refusal = refuseNoticeSettings(body.settings);
        if (refusal) return refuse(refusal);
        const before = await findNoticeSettings(tx, actor.unitId);
        if (!(await saveNoticeSettings(tx, actor.unitId, body))) return refuse({ kind: 'stale_version' });
        await recordEvent(tx, actor, {
          noun: 'notice_settings',
          subjectId: actor.unitId,
          verb: 'changed',
          before: before.settings,
          after: body.settings,
        });
        return { settings: body.settings, version: body.version + 1 };
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/contacts',
      permission: 'notice.manage',
      summary: 'how everyone in the unit is reached, and who heads a department',
      answer: z.array(memberContactSchema),
      async run({ tx, actor }) {
        await recordRead(tx, actor, { noun: 'contact', subjectId: actor.unitId });
        return listContacts(tx, actor.unitId);
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/contacts/{userId}',
      permission: 'notice.manage',
      summary: 'sets the address of a person, and whether they head their department',
      params: z.object({ userId: z.string().max(64) }),
      body: memberContactInputSchema,
      answer: z.array(memberContactSchema),
      async run({ tx, actor, params: { userId }, body }) {
        if (!(await isPresent(tx, actor.unitId, userId))) return refuse({ kind: 'not_found' });
        const before = await findContact(tx, actor.unitId, userId);
        const person = { unitId: actor.unitId, userId };
        if (!(await saveContact(tx, person, { ...before, ...body })))
          return refuse({ kind: 'stale_version' });
        const after = { isHead: body.isHead, hasMail: body.mail !== null };
        await recordEvent(tx, actor, { noun: 'contact', subjectId: userId, verb: 'changed', after });
        return listContacts(tx, actor.unitId);
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/deliveries',
      permission: 'notice.manage',
      summary: 'what became of everything that went out, the latest first',
      query: z.object({ state: z.enum(DELIVERY_STATES).optional() }),
      answer: outcomesSchema,
      async run({ tx, actor, query, now }) {
        await recordRead(tx, actor, { noun: 'delivery', subjectId: actor.unitId });
        return {
          deliveries: await listDeliveries(tx, actor.unitId, query.state),
          counts: await countByState(tx, actor.unitId, now),
        };
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/deliveries/{id}/again',
      permission: 'notice.manage',
      summary: 'sends something again that failed, or of which nobody knows whether it arrived',
      params: z.object({ id: z.uuid() }),
      answer: outcomesSchema,
      async run({ tx, actor, params: { id }, now }) {
        if (!(await sendAgain(tx, actor.unitId, id, now))) return refuse({ kind: 'delivery_not_ended' });
        await recordEvent(tx, actor, { noun: 'delivery', subjectId: id, verb: 'sent_again' });
        return {
          deliveries: await listDeliveries(tx, actor.unitId, undefined),
          counts: await countByState(tx, actor.unitId, now),
        };
      },
    }),
  ];
}
