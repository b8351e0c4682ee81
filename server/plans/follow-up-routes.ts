import { z } from 'zod';
import type { EventVerb } from '#core/event-kinds.ts';
import {
  custodyInputSchema,
  directiveInputSchema,
  extensionInputSchema,
  followUpSchema,
  withdrawalInputSchema,
} from '#core/plans/follow-up.ts';
import { refuseCustody, refuseDirective, refuseExtension } from '#core/plans/follow-up-rules.ts';
import { type Task, taskSchema } from '#core/plans/task.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { lockScores } from '#server/scoring/rescore.ts';
import { rescoreTasks } from '#server/scoring/rescore-tasks.ts';
import { findPermitted, findTask } from './find-task.ts';
import { type FollowUpProblem, followUpProblems } from './follow-up-problems.ts';
import {
  addDocument,
  listCustody,
  listDocuments,
  listSteps,
  moveTask,
  type NewDocument,
  withdrawDocument,
} from './follow-up-store.ts';
import { moveCustody } from './move-custody.ts';
import { listObstacles } from './obstacle-store.ts';
import { isEvidence, isKnownDepartment } from './store.ts';

const idSchema = z.object({ id: z.uuid() });

/** What surrounds a task: the documents that move its day, and through whose hands it goes. */
export function followUpRoutes(): Route[] {
  const { inUnit } = routesOf<FollowUpProblem>(followUpProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/tasks/{id}/follow-up',
      permission: 'task.read',
      summary: 'documents, hand-overs, obstacles and steps of one task',
      params: idSchema,
      answer: followUpSchema,
      async run({ tx, actor, params: { id }, today }) {
        const found = await findPermitted(tx, actor, { id, today, action: 'task.read' });
        if ('kind' in found) return refuse(found);
        const of = { unitId: actor.unitId, taskId: id };
        return {
          documents: await listDocuments(tx, of),
          custody: await listCustody(tx, of),
          obstacles: await listObstacles(tx, of),
          steps: await listSteps(tx, of),
        };
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/extensions',
      permission: 'task.extend',
      summary: 'gives a task a later day by the document that allows it; the plan keeps its own',
      params: idSchema,
      body: extensionInputSchema,
      answer: taskSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        await lockScores(tx, actor.unitId);
        const found = await findPermitted(tx, actor, { id, today, action: 'task.extend' });
        if ('kind' in found) return refuse(found);
        const refusal = refuseExtension(found.task, body, today);
        if (refusal) return refuse(refusal);
        const document = { ...body, kind: 'extension' as const, receivedOn: null };
        return keepDocument(tx, actor, { ...found, today }, document, body.version);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/directives',
      permission: 'task.edit',
      summary: 'links the directive a task was waiting for, which gives it its day',
      params: idSchema,
      body: directiveInputSchema,
      answer: taskSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        await lockScores(tx, actor.unitId);
        const found = await findPermitted(tx, actor, { id, today, action: 'task.edit' });
        if ('kind' in found) return refuse(found);
        const refusal = refuseDirective(found.task, body, today);
        if (refusal) return refuse(refusal);
        return keepDocument(tx, actor, { ...found, today }, { ...body, kind: 'directive' }, body.version);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/documents/{documentId}/withdrawal',
      permission: 'task.extend',
      summary: 'takes an extension or a directive back with a reason; the day before it holds again',
      params: idSchema.extend({ documentId: z.uuid() }),
      body: withdrawalInputSchema,
      answer: taskSchema,
      async run({ tx, actor, params: { id, documentId }, body, now, today }) {
        await lockScores(tx, actor.unitId);
        const found = await findPermitted(tx, actor, { id, today, action: 'task.extend' });
        if ('kind' in found) return refuse(found);
        const of = { unitId: actor.unitId, taskId: id };
        const by = { name: actor.personName, at: now.toISOString(), reason: body.reason };
        if (!(await withdrawDocument(tx, of, documentId, by)))
          return refuse({ kind: 'not_found', noun: 'document' });
        const standing = (await listDocuments(tx, of)).find((each) => each.withdrawn === null);
        const dueByDocument = standing?.dueOn ?? null;
        if (!(await moveTask(tx, { ...of, version: body.version }, { dueByDocument })))
          return refuse({ kind: 'stale_version' });
        return tellMoved(tx, actor, { ...found, today }, 'document_withdrawn', { reason: body.reason });
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/custody',
      permission: 'task.update',
      summary:
        'hands a task to whoever has to act next: coordinating department, approver, upper level, owner',
      params: idSchema,
      body: custodyInputSchema,
      answer: taskSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        const found = await findPermitted(tx, actor, { id, today, action: 'task.update' });
        if ('kind' in found) return refuse(found);
        const refusal = refuseCustody(found.task, body);
        if (refusal) return refuse(refusal);
        if (!(await isKnownDepartment(tx, actor.unitId, body.departmentId)))
          return refuse({ kind: 'department_unknown', field: 'departmentId' });
        const { version, ...handOver } = body;
        if (!(await moveCustody(tx, actor, { id, version }, today, handOver)))
          return refuse({ kind: 'stale_version' });
        const after = (await findTask(tx, found.plan, today, id))!;
        await recordEvent(tx, actor, {
          noun: 'task',
          subjectId: id,
          verb: 'handed_on',
          before: { holder: found.task.holder },
          after: { holder: after.holder, ...(body.reason === '' ? {} : { reason: body.reason }) },
        });
        return after;
      },
    }),
  ];
}

type Found = { plan: LivePlan; task: Task; today: string };

async function keepDocument(
  tx: Tx,
  actor: SignedInActor,
  { plan, task, today }: Found,
  document: Omit<NewDocument, 'formerDueOn' | 'recordedBy'>,
  version: number,
) {
  if (document.evidenceId !== null && !(await isEvidence(tx, actor.unitId, document.evidenceId)))
    return refuse({ kind: 'evidence_unknown' as const, field: 'evidenceId' as const });
  const of = { unitId: actor.unitId, taskId: task.id };
  if (!(await moveTask(tx, { ...of, version }, { dueByDocument: document.dueOn })))
    return refuse({ kind: 'stale_version' as const });
  await addDocument(tx, of, { ...document, formerDueOn: task.dueTo, recordedBy: actor.personName });
  const { number, issuer, issuedOn } = document;
  const verb = document.kind === 'extension' ? 'extended' : 'directed';
  return tellMoved(tx, actor, { plan, task, today }, verb, { document: { number, issuer, issuedOn } });
}

async function tellMoved(
  tx: Tx,
  actor: SignedInActor,
  { plan, task, today }: Found,
  verb: EventVerb<'task'>,
  because: Record<string, unknown>,
): Promise<Task> {
  const after = (await findTask(tx, plan, today, task.id))!;
  await recordEvent(tx, actor, {
    noun: 'task',
    subjectId: task.id,
    verb,
    before: { dueTo: task.dueTo },
    after: { dueTo: after.dueTo, ...because },
  });
  await rescoreTasks(tx, actor, plan, { today, task: after });
  return after;
}
