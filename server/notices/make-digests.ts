import type { WorkCalendar } from '#core/deadlines/working-days.ts';
import { digestsOf, type WaitingObstacle } from '#core/notices/digest.ts';
import type { NoticeSettings } from '#core/notices/notice-settings.ts';
import type { Channel } from '#core/notices/notice-words.ts';
import { isSendingTime } from '#core/notices/sending-hours.ts';
import type { Obstacle } from '#core/plans/follow-up.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';
import { listObstacles } from '#server/plans/obstacle-store.ts';
import { listDepartments } from '#server/plans/store.ts';
import { localMoment } from './local-moment.ts';
import { addNotices, claimRun, findNoticeSettings, lastRun, noteDigests } from './notice-store.ts';
import { listTold, listWebhookIds, type Told } from './person-store.ts';

/** How notices can leave the installation at all; the page is always there. */
export type Ways = { isMailOpen: boolean };

/**
 * Makes the digests of a unit for today if it is time and nobody has made them yet: all of them or, when
 * the process dies, none. Returns how many were made.
 */
export async function makeDigests(
  tx: Tx,
  unitId: string,
  { now, calendar, ways }: { now: Date; calendar: WorkCalendar; ways: Ways },
): Promise<number> {
  const moment = localMoment(now);
  const { settings } = await findNoticeSettings(tx, unitId);
  if (!isSendingTime(moment, settings, calendar)) return 0;
  const since = await lastRun(tx, unitId);
  if (since === moment.day || !(await claimRun(tx, unitId, moment.day))) return 0;
  const people = await listTold(tx, unitId);
  const digests = await findDigests(tx, unitId, people, { settings, calendar, today: moment.day, since });
  const webhookIds = await listWebhookIds(tx, unitId);
  const notices = people.flatMap((person) => {
    const digest = digests.get(person.userId);
    if (digest === undefined) return [];
    return [
      {
        userId: person.userId,
        content: { kind: 'digest' as const, digest },
        day: moment.day,
        subject: '',
        goesTo: waysTo(person, webhookIds, ways),
      },
    ];
  });
  const made = await addNotices(tx, unitId, notices, now);
  await noteDigests(tx, unitId, moment.day, made);
  return made;
}

type Asked = { settings: NoticeSettings; calendar: WorkCalendar; today: string; since: string | null };

/** What each of the people would be told on a day, by user id. Nobody where the unit has no plan. */
export async function findDigests(tx: Tx, unitId: string, people: readonly Told[], asked: Asked) {
  const plan = await findLivePlan(tx, unitId);
  if (!plan) return new Map<string, never>();
  const obstacles = await listObstacles(tx, { unitId, isUnsettled: true });
  return digestsOf(people, {
    ...asked,
    tasks: await listTasks(tx, plan, asked.today),
    obstacles: obstacles.map(waitingOf),
    departments: await listDepartments(tx, unitId),
    dayOf: (at) => dayInVietNam(new Date(at)),
  });
}

/** Where a person is told: mail and push as they chose, and every bridge of the unit. */
export function waysTo(
  { mail, pushIds }: Pick<Told, 'mail' | 'pushIds'>,
  webhookIds: readonly string[],
  { isMailOpen }: Ways,
): { channel: Channel; address: string }[] {
  return [
    ...(mail !== null && isMailOpen ? [{ channel: 'mail' as const, address: mail }] : []),
    ...pushIds.map((address) => ({ channel: 'push' as const, address })),
    ...webhookIds.map((address) => ({ channel: 'webhook' as const, address })),
  ];
}

function waitingOf(obstacle: Obstacle): WaitingObstacle {
  const last = obstacle.entries.at(-1);
  const at = last?.at ?? obstacle.raisedAt;
  return {
    taskId: obstacle.taskId,
    status: obstacle.status,
    holder: obstacle.holder,
    departmentId: obstacle.departmentId,
    answerBy: obstacle.answerBy,
    text: last?.text ?? '',
    byName: last?.byName ?? obstacle.raisedBy,
    saidOn: dayInVietNam(new Date(at)),
  };
}
