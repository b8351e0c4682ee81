import { z } from 'zod';
import { type Action, type NotPermitted, refuseAction } from '#core/people/permissions.ts';
import { taskSchema } from '#core/plans/task.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import {
  decisionInputSchema,
  explanationInputSchema,
  type ResponsibilityLine,
  refuseDecision,
  refuseExplanation,
  responsibilityLineSchema,
} from '#core/responsibility/responsibility.ts';
import {
  responsibilityListSchema,
  responsibilityQuerySchema,
  taskResponsibilitySchema,
} from '#core/responsibility/responsibility-list.ts';
import { refuseVerdict, verdictInputSchema } from '#core/responsibility/verdict.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { dispositionOf } from '#server/http/byte-range.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { findPermitted, findTask, lockTask } from '#server/plans/find-task.ts';
import { listLateWork } from './late-work.ts';
import { type ResponsibilityProblem, responsibilityProblems } from './problems.ts';
import { findOverview, writeList } from './responsibility-file.ts';
import { addDecision, addExplanation, findJudgement, saveJudgement } from './store.ts';

const idSchema = z.object({ id: z.uuid() });
const FORMATS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Who was late, because of whom, with what explanation and decision: the list of section III.1. */
export function responsibilityRoutes(): Route[] {
  const { inUnit } = routesOf<ResponsibilityProblem>(responsibilityProblems);
  const file = (format: keyof typeof FORMATS, summary: string) =>
    inUnit({
      method: 'get',
      path: `/api/responsibility.${format}`,
      permission: 'responsibility.read',
      summary,
      query: responsibilityQuerySchema,
      answer: 'response',
      async run({ tx, actor, query, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const scope = { actor, plan, today, basis: query.basis, departmentId: query.department };
        const { bytes, fileName } = await writeList(tx, scope, format);
        return new Response(Buffer.from(bytes), {
          headers: {
            'content-type': FORMATS[format],
            'content-disposition': dispositionOf('attachment', fileName),
            'cache-control': 'no-store',
          },
        });
      },
    });
  return [
    inUnit({
      method: 'get',
      path: '/api/responsibility',
      permission: 'responsibility.read',
      summary: 'late work by department with its days split by holder; how far the tasks are carried out',
      query: responsibilityQuerySchema,
      answer: responsibilityListSchema,
      async run({ tx, actor, query, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        return findOverview(tx, { actor, plan, today, basis: query.basis, departmentId: query.department });
      },
    }),
    file('xlsx', 'the responsibility list as a printable workbook'),
    file('docx', 'the responsibility list as a paper to sign, in the layout of Nghị định 30/2020/NĐ-CP'),
    inUnit({
      method: 'get',
      path: '/api/tasks/{id}/responsibility',
      permission: 'plan.read',
      summary: 'how late one task is because of whom, as far as the person may see it, and its verdict',
      params: idSchema,
      answer: taskResponsibilitySchema,
      async run({ tx, actor, params: { id }, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan || !(await findTask(tx, plan, today, id)))
          return refuse({ kind: 'not_found', noun: 'task' });
        const { lines } = await listLateWork(tx, { actor, plan, today, basis: 'calendar', taskId: id });
        return { lines, judgement: await findJudgement(tx, actor.unitId, id) };
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/explanation',
      permission: 'responsibility.explain',
      summary: 'says why late work was late; may be written anew until a leader has decided',
      params: idSchema,
      body: explanationInputSchema,
      answer: responsibilityLineSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        const { occurrence, version, text } = body;
        const asked = { id, today, occurrence, action: 'responsibility.explain' as const };
        const line = await findLate(tx, actor, asked);
        if ('kind' in line) return refuse(line);
        const refusal = refuseExplanation(line, body);
        if (refusal) return refuse(refusal);
        if (line.version !== version) return refuse({ kind: 'stale_version' });
        const on = { taskId: id, occurrence, version: version + 1 };
        await addExplanation(tx, actor, on, text);
        await recordEvent(tx, actor, {
          noun: 'task',
          subjectId: id,
          verb: 'explained',
          ...(line.explanation ? { before: { text: line.explanation.text } } : {}),
          after: { text },
        });
        const after = await findLate(tx, actor, asked);
        return 'kind' in after ? refuse(after) : after;
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/decision',
      permission: 'responsibility.decide',
      summary: 'a leader accepts an explanation or not, or says why none was asked for',
      params: idSchema,
      body: decisionInputSchema,
      answer: responsibilityLineSchema,
      async run({ tx, actor, params: { id }, body, today }) {
        const { occurrence, version, isAccepted, reason } = body;
        const asked = { id, today, occurrence, action: 'responsibility.decide' as const };
        const line = await findLate(tx, actor, asked);
        if ('kind' in line) return refuse(line);
        const explainedBy = line.explanation?.byId ?? null;
        const refusal = refuseDecision({ ...line, explainedBy }, body, actor.userId);
        if (refusal) return refuse(refusal);
        if (line.version !== version) return refuse({ kind: 'stale_version' });
        const on = { taskId: id, occurrence, version: version + 1 };
        await addDecision(tx, actor, on, { isAccepted, reason });
        await recordEvent(tx, actor, {
          noun: 'task',
          subjectId: id,
          verb: 'decided',
          ...(line.decision
            ? { before: { isAccepted: line.decision.isAccepted, reason: line.decision.reason } }
            : {}),
          after: { isAccepted, reason, explanation: line.explanation?.text ?? null },
        });
        const after = await findLate(tx, actor, asked);
        return 'kind' in after ? refuse(after) : after;
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/tasks/{id}/verdict',
      permission: 'task.judge',
      summary: 'says whether the result of a finished task is good enough, or takes that back',
      params: idSchema,
      body: verdictInputSchema,
      answer: taskSchema,
      async run({ tx, actor, params: { id }, body, now, today }) {
        const found = await findPermitted(tx, actor, { id, today, action: 'task.judge' });
        if ('kind' in found) return refuse(found);
        const refusal = refuseVerdict(found.task, body);
        if (refusal) return refuse(refusal);
        const { verdict, reason, version } = body;
        const judgement =
          verdict === null ? null : { verdict, reason, byName: actor.personName, at: now.toISOString() };
        if (!(await saveJudgement(tx, { unitId: actor.unitId, taskId: id, version }, judgement)))
          return refuse({ kind: 'stale_version' });
        await recordEvent(tx, actor, {
          noun: 'task',
          subjectId: id,
          verb: 'judged',
          before: { verdict: found.task.verdict },
          after: { verdict, ...(reason === '' ? {} : { reason }) },
        });
        return (await findTask(tx, found.plan, today, id)) ?? refuse({ kind: 'not_found', noun: 'task' });
      },
    }),
  ];
}

type Asked = { id: string; today: string; occurrence: string; action: Action };

/**
 * The line the person may say a word on, or why not. Another word on the same task waits until this
 * transaction ends.
 */
async function findLate(
  tx: Tx,
  actor: SignedInActor,
  { id, today, occurrence, action }: Asked,
): Promise<ResponsibilityLine | NotPermitted | { kind: 'not_found'; noun: 'task' } | { kind: 'not_late' }> {
  await lockTask(tx, actor.unitId, id);
  const plan = await findLivePlan(tx, actor.unitId);
  const task = plan && (await findTask(tx, plan, today, id));
  if (!plan || !task) return { kind: 'not_found', noun: 'task' };
  const { lines, departments } = await listLateWork(tx, {
    actor,
    plan,
    today,
    basis: 'calendar',
    taskId: id,
  });
  const kindByDepartment = new Map(departments.map((each) => [each.id, each.kind]));
  const answering = answeringDepartments(task, kindByDepartment, actor.departmentId);
  const refusal = refuseAction(actor, action, answering);
  return refusal ?? lines.find((each) => each.occurrence === occurrence) ?? { kind: 'not_late' };
}
