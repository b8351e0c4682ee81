import { z } from 'zod';
import { noticeSchema } from '#core/notices/notice.ts';
import { type Route, routesOf } from '#server/http/route.ts';
import { countUnread, listNotices, markRead } from './notice-store.ts';
import { type NoticeRefusal, noticeProblems } from './problems.ts';

/** So many are shown under the bell; older ones have been overtaken by the tasks themselves. */
const SHOWN = 40;

const inboxSchema = z.object({ unread: z.int(), notices: z.array(noticeSchema) });

export function inboxRoutes(): Route[] {
  const { inUnit } = routesOf<NoticeRefusal>(noticeProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/notices',
      permission: 'signed-in',
      summary: 'what the person was told, the latest first, and how much of it is unread',
      answer: inboxSchema,
      async run({ tx, actor: { unitId, userId } }) {
        return {
          unread: await countUnread(tx, unitId, userId),
          notices: await listNotices(tx, unitId, userId, SHOWN),
        };
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/notices/read',
      permission: 'signed-in',
      summary: 'the person has seen everything up to one of their notices',
      body: z.object({ upTo: z.uuid() }),
      answer: inboxSchema,
      async run({ tx, actor, body, now }) {
        await markRead(tx, actor, body.upTo, now);
        return {
          unread: await countUnread(tx, actor.unitId, actor.userId),
          notices: await listNotices(tx, actor.unitId, actor.userId, SHOWN),
        };
      },
    }),
  ];
}
