import { z } from 'zod';
import { eventSchema } from '#core/plans/plan.ts';
import {
  type Register,
  type RegisterRow,
  registerPageSchema,
  registerSummarySchema,
  rowsInputSchema,
  rowsKeptSchema,
  snapshotSchema,
} from '#core/registers/register.ts';
import { listEvents } from '#server/db/event-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan, type LivePlan } from '#server/db/live-plan.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { lockScores } from '#server/scoring/rescore.ts';
import { definitionRoutes } from './definition-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { findReadable } from './find-readable.ts';
import { keepRows } from './keep-rows.ts';
import { listRegisters } from './known-registers.ts';
import { type RegisterRefusal, registerProblems } from './problems.ts';
import { listRows, listSnapshots } from './store.ts';
import { summarizeRegisters } from './summarize.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { listTaskRows } from './task-rows.ts';

const keySchema = z.object({ key: z.string().max(40) });
const yearSchema = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
const periodSchema = z.object({ period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u) });
const EVENTS_SHOWN = 100;
const ROWS_LIMIT = 16 * 1024 * 1024;

export function registerRoutes(): Route[] {
  const { inUnit } = routesOf<RegisterRefusal>(registerProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/registers',
      permission: 'register.read',
      summary: 'all registers with their number of rows in the year and the leaves they feed',
      answer: z.array(registerSummarySchema),
      async run({ tx, actor, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        const year = plan?.year ?? Number(today.slice(0, 4));
        return summarizeRegisters(tx, actor, await listRegisters(tx, actor.unitId), { plan, year, today });
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/registers/{key}',
      permission: 'register.read',
      summary: 'one register with its rows of a year and its closed months',
      params: keySchema,
      query: yearSchema,
      answer: registerPageSchema,
      async run({ tx, actor, params: { key }, query, today }) {
        const register = await findReadable(tx, actor, key);
        if ('kind' in register) return refuse(register);
        const plan = await findLivePlan(tx, actor.unitId);
        const year = query.year ?? plan?.year ?? Number(today.slice(0, 4));
        const [summary] = await summarizeRegisters(tx, actor, [register], { plan, year, today });
        const rows = await listPageRows(tx, actor, register, { plan, year, today });
        return {
          register: summary!,
          year,
          rows,
          snapshots: await listSnapshots(tx, actor.unitId, key, year),
        };
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/registers/{key}/rows',
      permission: 'register.write',
      summary: 'writes, changes and removes rows together, all or none, and works out anew what they feed',
      params: keySchema,
      body: rowsInputSchema,
      bodyLimit: ROWS_LIMIT,
      answer: rowsKeptSchema,
      async run({ tx, actor, params: { key }, body, today }) {
        await lockScores(tx, actor.unitId);
        const register = await findReadable(tx, actor, key);
        if ('kind' in register) return refuse(register);
        if (register.source === 'tasks') return refuse({ kind: 'register_of_tasks' });
        const plan = await findLivePlan(tx, actor.unitId);
        const kept = await keepRows(tx, { actor, register, plan, today }, body);
        return 'kind' in kept ? refuse(kept) : kept;
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/registers/{key}/rows/{id}/history',
      permission: 'register.read',
      summary: 'who changed a row of a register from what to what, newest first',
      params: keySchema.extend({ id: z.uuid() }),
      answer: z.array(eventSchema),
      async run({ tx, actor, params: { key, id } }) {
        const register = await findReadable(tx, actor, key);
        if ('kind' in register) return refuse(register);
        const [row] = await listRows(tx, actor.unitId, key, { ids: [id] });
        if (!row) return refuse({ kind: 'not_found', noun: 'register_row' });
        const wanted = { unitId: actor.unitId, noun: 'register_row', subject: id, limit: EVENTS_SHOWN };
        return listEvents(tx, wanted);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/registers/{key}/snapshots',
      permission: 'register.define',
      summary: 'closes a month: keeps the numbers of the register as they stand at its end',
      params: keySchema,
      body: periodSchema,
      answer: snapshotSchema,
      async run({ tx, actor, params: { key }, body: { period }, today }) {
        await lockScores(tx, actor.unitId);
        const register = await findReadable(tx, actor, key);
        if ('kind' in register) return refuse(register);
        if (register.source === 'tasks') return refuse({ kind: 'register_of_tasks' });
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const taken = await takeSnapshot(tx, actor, { register, plan, today, period });
        return 'kind' in taken ? refuse(taken) : taken;
      },
    }),
    ...definitionRoutes(),
    ...fileRoutes(),
  ];
}

async function listPageRows(
  tx: Tx,
  actor: SignedInActor,
  register: Register,
  { plan, year, today }: { plan: LivePlan | undefined; year: number; today: string },
): Promise<RegisterRow[]> {
  if (register.source === 'rows') {
    const rows = await listRows(tx, actor.unitId, register.key, { year });
    return rows.map(({ isRemoved: _, ...row }) => row);
  }
  if (plan?.year !== year) return [];
  return (await listTaskRows(tx, { plan, today })).map((row) => ({
    ...row,
    registerKey: register.key,
    year,
    proofs: 0,
    version: 0,
    updatedAt: '',
    updatedBy: '',
  }));
}
