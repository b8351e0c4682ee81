import { z } from 'zod';
import { type AnnexRow, annexRowInputSchema, annexRowSchema } from '#core/criteria/annex-row.ts';
import { ancestorsOf, arrangeTree, BY_ID } from '#core/criteria/tree.ts';
import { criterionPageSchema } from '#core/plans/plan.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import { listEvents } from '#server/db/event-rows.ts';
import { claimPlan, findLivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { correctRows } from './correct-rows.ts';
import { type CriteriaRefusal, criteriaProblems } from './problems.ts';
import { claimRow, findPlace, listDepartments } from './store.ts';

const codeSchema = z.object({ code: z.string().max(40) });
const EVENTS_SHOWN = 100;

export function criteriaRoutes(): Route[] {
  const { inUnit } = routesOf<CriteriaRefusal>(criteriaProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/criteria',
      permission: 'plan.read',
      summary: 'all rows of the annex in the order of the document',
      answer: z.array(annexRowSchema),
      async run({ tx, actor }) {
        const plan = await findLivePlan(tx, actor.unitId);
        return plan ? listAnnexRows(tx, plan) : refuse({ kind: 'no_plan' });
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/criteria/{code}',
      permission: 'plan.read',
      summary: 'everything about one criterion',
      params: codeSchema,
      answer: criterionPageSchema,
      async run({ tx, actor, params: { code }, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const rows = await listAnnexRows(tx, plan);
        const position = rows.findIndex((row) => row.code === code);
        const row = rows[position];
        if (!row) return refuse({ kind: 'not_found', noun: 'criterion' });
        const ancestors = ancestorsAbove(rows, position);
        const lineage = new Set([row.id, ...ancestors.map(({ id }) => id)]);
        const tasks = await listTasks(tx, plan, today);
        return {
          row,
          ancestors,
          children: rows.filter(({ parentId }) => parentId === row.id),
          tasks: tasks.filter((task) => task.criteria.some(({ id }) => lineage.has(id))),
          place: await findPlace(tx, plan, row.id),
          events: await listEvents(tx, {
            unitId: actor.unitId,
            noun: 'criterion',
            subject: row.id,
            limit: EVENTS_SHOWN,
          }),
          previousId: rows[position - 1]?.id ?? null,
          nextId: rows[position + 1]?.id ?? null,
        };
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/criteria/{code}',
      permission: 'plan.correct',
      summary: 'corrects one row; the rows above it are added up again',
      params: codeSchema,
      body: annexRowInputSchema,
      answer: annexRowSchema,
      async run({ tx, actor, params: { code }, body: { version, ownerIds, ...input } }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        if (!(await claimPlan(tx, plan))) return refuse({ kind: 'stale_version' });
        const rows = await listAnnexRows(tx, plan);
        const row = rows.find((each) => each.code === code);
        if (!row) return refuse({ kind: 'not_found', noun: 'criterion' });
        if (!(await claimRow(tx, plan, { id: row.id, version }))) return refuse({ kind: 'stale_version' });
        const wanted = [...new Set(ownerIds ?? [])];
        const departments = await listDepartments(tx, actor.unitId, wanted);
        if (departments.length < wanted.length)
          return refuse({ kind: 'department_unknown', field: 'ownerIds' });
        const { title, lastPoints, targetPoints } = input;
        const correction = {
          ...(title === undefined ? {} : { title }),
          ...(lastPoints === undefined ? {} : { lastPoints }),
          ...(targetPoints === undefined ? {} : { targetPoints }),
          ...(ownerIds === undefined ? {} : { departments }),
        };
        const refusal = await correctRows(tx, actor, plan, rows, new Map([[row.id, correction]]));
        if (refusal) return refuse(refusal);
        const corrected = (await listAnnexRows(tx, plan)).find((each) => each.id === row.id);
        return corrected ?? refuse({ kind: 'not_found', noun: 'criterion' });
      },
    }),
  ];
}

/** The rows above one, the field first. */
function ancestorsAbove(rows: readonly AnnexRow[], position: number): AnnexRow[] {
  return ancestorsOf(arrangeTree(rows, BY_ID), position)
    .map((ancestor) => rows[ancestor]!)
    .reverse();
}
