import { gapLedger } from '#core/outlook/gap-ledger.ts';
import { gapLedgerSchema } from '#core/outlook/gaps.ts';
import { codesWithOwnTask } from '#core/reading/own-tasks.ts';
import { criteriaProblems } from '#server/criteria/problems.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';

export function outlookRoutes(): Route[] {
  const { no_plan } = criteriaProblems;
  const { inUnit } = routesOf<{ kind: 'no_plan' }>({ no_plan });
  return [
    inUnit({
      method: 'get',
      path: '/api/gaps',
      permission: 'plan.read',
      summary: 'every hundredth between last year and the target: by field, by department, by who scores',
      answer: gapLedgerSchema,
      async run({ tx, actor, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const rows = await listAnnexRows(tx, plan);
        const tasks = await listTasks(tx, plan, today);
        const leaves = rows.filter((row) => row.isLeaf);
        const works = tasks.map((task) => ({ ...task, criteria: task.criteria.map(({ code }) => code) }));
        return gapLedger(rows, codesWithOwnTask(leaves, works));
      },
    }),
  ];
}
