import { z } from 'zod';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import { printDay } from '#core/written-day.ts';
import { inUnit as fenced, setFence, type Tx } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { hashToken, makeToken } from '#server/people/one-time-token.ts';
import { findUnitName, listDepartments } from '#server/plans/store.ts';
import { type CalendarEntry, writeCalendarFeed } from './calendar-feed.ts';
import { findFeedOwner, removeFeed, saveFeed } from './feed-store.ts';
import { listTold } from './person-store.ts';
import { type NoticeRefusal, noticeProblems } from './problems.ts';

/** The calendar a person subscribes to in Outlook, Google or a phone: the secret in its address is the key. */
export function feedRoutes({ database, publicUrl }: Deps): Route[] {
  const { inUnit, open } = routesOf<NoticeRefusal>(noticeProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/calendar-feed',
      permission: 'signed-in',
      summary: 'gives the person a calendar address, shown this once; an earlier one ends',
      answer: z.object({ link: z.string(), createdAt: z.string() }),
      async run({ tx, actor, now, http }) {
        const token = makeToken();
        await saveFeed(tx, actor, hashToken(token), now);
        const address = publicUrl ?? new URL(http.req.url).origin;
        return { link: `${address}/calendar/${token}.ics`, createdAt: now.toISOString() };
      },
    }),
    inUnit({
      method: 'delete',
      path: '/api/calendar-feed',
      permission: 'signed-in',
      summary: 'ends the calendar address of the person',
      answer: 'nothing',
      async run({ tx, actor }) {
        await removeFeed(tx, actor.unitId, actor.userId);
        return undefined;
      },
    }),
    open({
      method: 'get',
      path: '/calendar/{file}',
      summary: 'the deadlines of one person as iCalendar, by the secret in the address',
      params: z.object({ file: z.string().max(200) }),
      answer: 'response',
      run: ({ params: { file }, today, http }) =>
        fenced(database.kysely, { tokenHash: hashToken(file.replace(/\.ics$/u, '')) }, async (tx) => {
          const owner = await findFeedOwner(tx, hashToken(file.replace(/\.ics$/u, '')));
          if (!owner) return refuse({ kind: 'not_found' });
          await setFence(tx, { unitId: owner.unitId, role: 'system' });
          const address = publicUrl ?? new URL(http.req.url).origin;
          const feed = await writeFeed(tx, owner, { address, today });
          if (feed === undefined) return refuse({ kind: 'not_found' });
          return new Response(feed, {
            headers: {
              'content-type': 'text/calendar; charset=utf-8',
              'cache-control': 'private, max-age=600',
              'content-disposition': 'inline; filename="parindex.ics"',
            },
          });
        }),
    }),
  ];
}

/** The dated tasks the person answers for; undefined where they are no longer in the unit. */
async function writeFeed(
  tx: Tx,
  { unitId, userId }: { unitId: string; userId: string },
  { address, today }: { address: string; today: string },
): Promise<string | undefined> {
  const [person] = await listTold(tx, unitId, userId);
  if (!person) return undefined;
  // From here on the calendar sees what its owner sees.
  await setFence(tx, { unitId, userId, role: person.role, departmentId: person.departmentId });
  const plan = await findLivePlan(tx, unitId);
  const tasks = plan ? await listTasks(tx, plan, today) : [];
  const kinds = new Map((await listDepartments(tx, unitId)).map(({ id, kind }) => [id, kind]));
  const { departmentId } = person;
  const entries = tasks.flatMap((task): CalendarEntry[] => {
    // Who belongs to no department, as a leader, sees the deadlines of all.
    const isMine =
      departmentId === null || answeringDepartments(task, kinds, departmentId).includes(departmentId);
    if (task.dueTo === null || !isMine) return [];
    return [
      {
        uid: `${task.id}@parindex`,
        title: `${task.key}. ${task.text}`,
        day: task.dueTo,
        description: `Thời hạn: ${task.deadline.words} (${printDay(task.dueTo)}). Chủ trì: ${task.owners.map(({ name }) => name).join(', ') || 'chưa giao'}.`,
        url: `${address}/tasks/${task.id}`,
        isDone: task.status === 'done',
        changedAt: new Date(task.lastUpdateAt ?? `${task.dueTo}T00:00:00Z`),
      },
    ];
  });
  const unitName = await findUnitName(tx, unitId);
  return writeCalendarFeed({ name: `Kế hoạch CCHC ${unitName}`, url: `${address}/tasks`, entries });
}
