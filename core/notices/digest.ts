import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { daysBetween } from '#core/deadlines/days.ts';
import type { Day } from '#core/deadlines/deadline.ts';
import type { WorkCalendar } from '#core/deadlines/working-days.ts';
import type { DEPARTMENT_KINDS } from '#core/people/department-kinds.ts';
import type { Role } from '#core/people/roles.ts';
import { HOLDERS } from '#core/plans/custody.ts';
import { type HELD_UP_BY, OBSTACLE_STATUSES } from '#core/plans/obstacle-words.ts';
import type { Task } from '#core/plans/task.ts';
import { inChargeOf } from '#core/plans/task-rules.ts';
import { comesAgain, DUE_SOON_DAYS } from '#core/plans/timeliness.ts';
import type { NoticeSettings } from './notice-settings.ts';
import { type Audience, DIGEST_GROUPS, type DigestGroup } from './notice-words.ts';
import { isReminded } from './reminder-days.ts';
import { isFirstWorkingDayOfWeek } from './sending-hours.ts';
import { isTold, mustActOn } from './who-acts.ts';

export const digestItemSchema = z.object({
  taskId: z.uuid(),
  key: z.string(),
  text: z.string(),
  dueTo: daySchema.nullable(),
  daysLeft: z.int().nullable(),
  leadNames: z.array(z.string()),
  holder: z.object({ holder: z.enum(HOLDERS), name: z.string().nullable() }),
  percent: z.int(),
  lastUpdateOn: daySchema.nullable(),
  obstacle: z
    .object({
      status: z.enum(OBSTACLE_STATUSES),
      text: z.string(),
      byName: z.string(),
      answerBy: daySchema.nullable(),
    })
    .nullable(),
});
export type DigestItem = z.infer<typeof digestItemSchema>;

export const digestSchema = z.object({
  day: daySchema,
  isWeekly: z.boolean(),
  groups: z.array(z.object({ group: z.enum(DIGEST_GROUPS), items: z.array(digestItemSchema) })),
});
/** What one person is told in one message: their own items only, each once, the most pressing group first. */
export type Digest = z.infer<typeof digestSchema>;

export type NoticePerson = {
  userId: string;
  role: Role;
  departmentId: string | null;
  /** Whether the person heads the department. */
  isHead: boolean;
};

/** An obstacle nobody has settled, and the last words said about it. */
export type WaitingObstacle = {
  taskId: string;
  status: (typeof OBSTACLE_STATUSES)[number];
  holder: (typeof HELD_UP_BY)[number];
  departmentId: string | null;
  answerBy: Day | null;
  text: string;
  byName: string;
  /** The day of those words. */
  saidOn: Day;
};

export type DigestSource = {
  tasks: readonly Task[];
  obstacles: readonly WaitingObstacle[];
  departments: readonly { id: string; kind: (typeof DEPARTMENT_KINDS)[number] }[];
  /** The day an update was made on, in Viet Nam. */
  dayOf: (moment: string) => Day;
  today: Day;
  /** The day of the last digests of the unit, null before the first. */
  since: Day | null;
  settings: NoticeSettings;
  calendar: WorkCalendar;
};

/** A task with what does not depend on who is told of it. */
type Weighed = {
  task: Task;
  item: DigestItem;
  ownerIds: ReadonlySet<string>;
  isForAll: boolean;
  isSilent: boolean;
  obstacles: readonly WaitingObstacle[];
  reminds: Record<Audience, boolean>;
};

/**
 * The digest of each person for one day; who has nothing to be told gets none. Roles without work of the plan are never told.
 *
 * Those of the departments in charge are reminded by the rule of the owner, and asked about work that
 * nobody has said anything of for long; work whose coordination was asked of a department, and obstacles
 * waiting for an answer, go to whoever has to act; the head of a department, the focal officer and the
 * leaders hear of late work by their own rules. The first working day of a week brings everything open.
 */
export function digestsOf(people: readonly NoticePerson[], source: DigestSource): Map<string, Digest> {
  const isWeekly = source.settings.isWeekly && isFirstWorkingDayOfWeek(source.today, source.calendar);
  const weighed = weighTasks(source, isWeekly);
  const digests = new Map<string, Digest>();
  for (const person of people) {
    if (!isTold(person.role)) continue;
    const itemsByGroup = new Map<DigestGroup, DigestItem[]>();
    for (const each of weighed) {
      const found = groupFor(person, each, source, isWeekly);
      if (found === undefined) continue;
      const obstacle = found.obstacle === undefined ? null : wordsOf(found.obstacle);
      const item = obstacle === null ? each.item : { ...each.item, obstacle };
      itemsByGroup.set(found.group, [...(itemsByGroup.get(found.group) ?? []), item]);
    }
    if (itemsByGroup.size === 0) continue;
    const groups = DIGEST_GROUPS.flatMap((group) => {
      const items = itemsByGroup.get(group);
      return items === undefined ? [] : [{ group, items: items.toSorted(byDay) }];
    });
    digests.set(person.userId, { day: source.today, isWeekly, groups });
  }
  return digests;
}

function weighTasks(source: DigestSource, isWeekly: boolean): Weighed[] {
  const { today, since, settings, calendar } = source;
  const groupIds = new Set(source.departments.filter(({ kind }) => kind === 'group').map(({ id }) => id));
  const obstaclesByTask = Map.groupBy(source.obstacles, ({ taskId }) => taskId);
  return source.tasks
    .filter(({ status }) => status !== 'done')
    .map((task) => {
      const owners = inChargeOf(task.owners);
      const lastUpdateOn = task.lastUpdateAt === null ? null : source.dayOf(task.lastUpdateAt);
      const reminds = (audience: Audience) =>
        task.dueTo !== null && isReminded(task.dueTo, settings.rules[audience], { since, today, calendar });
      return {
        task,
        item: {
          taskId: task.id,
          key: task.key,
          text: task.text,
          dueTo: task.dueTo,
          daysLeft: task.daysLeft,
          leadNames: owners.map(({ name }) => name),
          holder: { holder: task.holder.holder, name: task.holder.name },
          percent: task.percent,
          lastUpdateOn,
          obstacle: null,
        },
        ownerIds: new Set(owners.map(({ departmentId }) => departmentId)),
        isForAll: owners.some(({ departmentId }) => groupIds.has(departmentId)),
        isSilent: isSilent(task, lastUpdateOn, source, isWeekly),
        obstacles: obstaclesByTask.get(task.id) ?? [],
        reminds: {
          owner: reminds('owner'),
          head: reminds('head'),
          focal: reminds('focal'),
          leader: reminds('leader'),
        },
      };
    });
}

/**
 * Whether nobody has said anything of begun work for longer than the unit wants: asked once when the time
 * has passed, then weekly. Work that waits for a directive, or begins later, cannot be silent.
 */
function isSilent(task: Task, lastUpdateOn: Day | null, source: DigestSource, isWeekly: boolean): boolean {
  const { today, since, settings } = source;
  if (task.timeliness === 'undated' || (task.deadline.from ?? today) > today) return false;
  if (lastUpdateOn === null) return isWeekly;
  const days = daysBetween(lastUpdateOn, today);
  if (days < settings.silentAfter) return false;
  const passedBefore = since === null ? days - 1 : daysBetween(lastUpdateOn, since);
  return isWeekly || passedBefore < settings.silentAfter;
}

type Found = { group: DigestGroup; obstacle?: WaitingObstacle };

function groupFor(
  person: NoticePerson,
  weighed: Weighed,
  source: DigestSource,
  isWeekly: boolean,
): Found | undefined {
  const { task, reminds } = weighed;
  const isOwn =
    person.departmentId !== null && (weighed.isForAll || weighed.ownerIds.has(person.departmentId));
  const obstacle = weighed.obstacles.find(
    (each) => mustActOn(person, isOwn, each) && isAsked(each.saidOn, each.answerBy, source, isWeekly),
  );
  if (obstacle !== undefined) return { group: 'obstacle', obstacle };
  const isHeld = holds(person, task);
  if (isHeld && (reminds.owner || isAsked(task.holder.since, task.holder.answerBy, source, isWeekly)))
    return { group: 'held' };
  const isLate = task.daysLeft !== null && task.daysLeft < 0;
  if (isOwn) {
    if (person.isHead && isLate && reminds.head) return { group: 'escalated' };
    if (isLate && (isWeekly || reminds.owner)) return { group: 'late' };
    const isNear = task.daysLeft !== null && task.daysLeft <= DUE_SOON_DAYS;
    if (!isLate && (reminds.owner || (isWeekly && isNear)))
      return { group: comesAgain(task.deadline) ? 'check' : 'due' };
    if (weighed.isSilent) return { group: 'silent' };
  }
  const answersForOthers = person.role === 'focal' || person.role === 'leader' ? person.role : undefined;
  if (answersForOthers && (reminds[answersForOthers] || (isWeekly && isLate))) return { group: 'escalated' };
  return undefined;
}

function holds(person: NoticePerson, { holder }: Task): boolean {
  if (holder.holder === 'owner' || holder.holder === 'upper_level') return false;
  if (holder.departmentId !== null) return holder.departmentId === person.departmentId;
  return holder.holder === 'approver' && person.role === 'leader';
}

/** Whether somebody is asked today for what came to them on a day: at first, around its clock, then weekly. */
function isAsked(cameOn: Day | null, answerBy: Day | null, source: DigestSource, isWeekly: boolean): boolean {
  if (isWeekly) return true;
  const { since, today, settings, calendar } = source;
  if (cameOn !== null && since !== null && cameOn >= since && cameOn <= today) return true;
  return answerBy !== null && isReminded(answerBy, settings.rules.owner, { since, today, calendar });
}

function wordsOf({ status, text, byName, answerBy }: WaitingObstacle): DigestItem['obstacle'] {
  return { status, text, byName, answerBy };
}

/** By the day it is due, what has no day last; of the same day in the order of the plan. */
function byDay(one: DigestItem, other: DigestItem): number {
  const [first, second] = [one.dueTo ?? '9999', other.dueTo ?? '9999'];
  return first < second ? -1 : first > second ? 1 : one.key.localeCompare(other.key, 'vi', { numeric: true });
}
