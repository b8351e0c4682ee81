import { mustActOn } from '#core/notices/who-acts.ts';
import type { Obstacle } from '#core/plans/follow-up.ts';
import type { Task } from '#core/plans/task.ts';
import { answeringDepartments, inChargeOf } from '#core/plans/task-rules.ts';
import { asSystem, type Tx } from '#server/db/in-unit.ts';
import { dayInVietNam } from '#server/http/vietnam-day.ts';
import { listDepartments } from '#server/plans/store.ts';
import { waysTo } from './make-digests.ts';
import { addNotices } from './notice-store.ts';
import { listTold, listWebhookIds } from './person-store.ts';

type Teller = { unitId: string; userId: string; personName: string };
type Said = { task: Task; obstacle: Obstacle; now: Date };

/**
 * Tells those whose turn it is with an obstacle at once, in the page, by push and by the bridges; by mail
 * it comes with the next digest. Whoever said the last word is not told of it, nor is anybody of an
 * obstacle that is settled.
 */
export async function tellObstacle(tx: Tx, actor: Teller, said: Said): Promise<void> {
  // Nobody sees the addresses of others: it is the product that tells them.
  if (said.obstacle.status !== 'settled') await asSystem(tx, () => addTold(tx, actor, said));
}

async function addTold(tx: Tx, actor: Teller, { task, obstacle, now }: Said): Promise<void> {
  const { unitId } = actor;
  const kinds = new Map((await listDepartments(tx, unitId)).map(({ id, kind }) => [id, kind]));
  const webhookIds = await listWebhookIds(tx, unitId);
  const last = obstacle.entries.at(-1);
  const content = {
    kind: obstacle.status === 'answered' ? ('obstacle_answered' as const) : ('obstacle_raised' as const),
    taskId: task.id,
    key: task.key,
    taskText: task.text,
    text: last?.text ?? '',
    byName: actor.personName,
    answerBy: obstacle.answerBy,
  };
  // Whoever only helps is told by those in charge, as in the digest.
  const inCharge = { owners: [...inChargeOf(task.owners)] };
  const people = (await listTold(tx, unitId)).filter((person) => {
    const { departmentId } = person;
    const isOwn =
      departmentId !== null && answeringDepartments(inCharge, kinds, departmentId).includes(departmentId);
    return person.userId !== actor.userId && mustActOn(person, isOwn, obstacle);
  });
  const notices = people.map((person) => ({
    userId: person.userId,
    content,
    day: dayInVietNam(now),
    subject: last?.id ?? obstacle.id,
    goesTo: waysTo({ ...person, mail: null }, webhookIds, { isMailOpen: false }),
  }));
  await addNotices(tx, unitId, notices, now);
}
