import { z } from 'zod';
import { planSchema } from '#core/plans/plan.ts';
import { SEVERITIES } from '#core/reading/plan-reading.ts';
import { findLivePlan, findPlan } from '#server/db/live-plan.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { annexRoutes } from './annex-routes.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { followUpRoutes } from './follow-up-routes.ts';
import { obstacleRoutes } from './obstacle-routes.ts';
import { type PlanRefusal, planProblems } from './problems.ts';
import { stepRoutes } from './step-routes.ts';
import { findFindings } from './store.ts';
import { taskRoutes } from './task-routes.ts';

const findingSchema = z.looseObject({
  kind: z.string(),
  severity: z.enum(SEVERITIES),
  subject: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});

export function planRoutes(): Route[] {
  const { inUnit } = routesOf<PlanRefusal>(planProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/plan',
      permission: 'plan.read',
      summary: 'the live plan with its sums and counts',
      answer: planSchema,
      run: async ({ tx, actor }) => (await findPlan(tx, actor.unitId)) ?? refuse({ kind: 'no_plan' }),
    }),
    inUnit({
      method: 'get',
      path: '/api/plan/findings',
      permission: 'plan.read',
      summary: 'what the checks noticed in the plan as it was confirmed',
      answer: z.array(findingSchema),
      async run({ tx, actor }) {
        const plan = await findLivePlan(tx, actor.unitId);
        return plan ? findFindings(tx, plan) : refuse({ kind: 'no_plan' });
      },
    }),
    ...taskRoutes(),
    ...bulkRoutes(),
    ...followUpRoutes(),
    ...obstacleRoutes(),
    ...stepRoutes(),
    ...annexRoutes(),
  ];
}
