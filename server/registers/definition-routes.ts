import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { refuseDefinition, registerDraftSchema } from '#core/registers/define-register.ts';
import { refuseQuantities } from '#core/registers/refuse-quantity.ts';
import { type Register, registerSummarySchema } from '#core/registers/register.ts';
import { foldedWords } from '#core/vietnamese.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { listLeafRules } from '#server/scoring/leaf-rules.ts';
import { lockScores } from '#server/scoring/rescore.ts';
import { listRegisters } from './known-registers.ts';
import { type RegisterRefusal, registerProblems } from './problems.ts';
import { addRegister, saveRegister } from './store.ts';
import { summarizeRegisters } from './summarize.ts';

const keySchema = z.object({ key: z.string().max(40) });
const OWN = 'own_';

export function definitionRoutes(): Route[] {
  const { inUnit } = routesOf<RegisterRefusal>(registerProblems);
  return [
    inUnit({
      method: 'post',
      path: '/api/registers',
      permission: 'register.define',
      summary: "defines a register of the unit's own",
      body: registerDraftSchema,
      answer: registerSummarySchema,
      async run({ tx, actor, body, today }) {
        await lockScores(tx, actor.unitId);
        const refusal = refuseDefinition(body, await listRegisters(tx, actor.unitId));
        if (refusal) return refuse(refusal);
        const register: Register = { ...body, key: newKey(body.title), number: null, source: 'rows' };
        const place = { unitId: actor.unitId, key: register.key, by: actor.personName };
        await addRegister(tx, place, register);
        await recordEvent(tx, actor, {
          noun: 'register',
          subjectId: register.key,
          verb: 'defined',
          after: register,
        });
        return summarize(tx, actor, register, today);
      },
    }),
    inUnit({
      method: 'patch',
      path: '/api/registers/{key}',
      permission: 'register.define',
      summary: "changes a register of the unit's own; columns that rules measure stay",
      params: keySchema,
      body: registerDraftSchema,
      answer: registerSummarySchema,
      async run({ tx, actor, params: { key }, body, today }) {
        await lockScores(tx, actor.unitId);
        const registers = await listRegisters(tx, actor.unitId);
        const before = registers.find((register) => register.key === key);
        if (!before) return refuse({ kind: 'not_found', noun: 'register' });
        if (!key.startsWith(OWN)) return refuse({ kind: 'register_of_catalogue' });
        const others = registers.filter((register) => register !== before);
        const after: Register = { ...before, ...body, dateColumn: before.dateColumn };
        const refusal = refuseDefinition(after, others, before);
        if (refusal) return refuse(refusal);
        const codes = await listBroken(tx, actor.unitId, key, [...others, after]);
        if (codes.length > 0) return refuse({ kind: 'register_in_use', codes });
        await saveRegister(tx, { unitId: actor.unitId, key }, { definition: after });
        await recordEvent(tx, actor, { noun: 'register', subjectId: key, verb: 'redefined', before, after });
        return summarize(tx, actor, after, today);
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/registers/{key}/end',
      permission: 'register.define',
      summary: "ends a register of the unit's own that no rule measures; its rows stay in the log",
      params: keySchema,
      body: z.object({}),
      answer: 'nothing',
      async run({ tx, actor, params: { key }, now }) {
        await lockScores(tx, actor.unitId);
        const registers = await listRegisters(tx, actor.unitId);
        if (!registers.some((register) => register.key === key))
          return refuse({ kind: 'not_found', noun: 'register' });
        if (!key.startsWith(OWN)) return refuse({ kind: 'register_of_catalogue' });
        const others = registers.filter((register) => register.key !== key);
        const codes = await listBroken(tx, actor.unitId, key, others);
        if (codes.length > 0) return refuse({ kind: 'register_in_use', codes });
        await saveRegister(tx, { unitId: actor.unitId, key }, { endedAt: now });
        await recordEvent(tx, actor, { noun: 'register', subjectId: key, verb: 'ended' });
        return undefined;
      },
    }),
  ];
}

/** Two registers of one title in different years never meet: the end of the key is new each time. */
function newKey(title: string): string {
  const words = foldedWords(title)
    .join('_')
    .replace(/[^a-z0-9_]/gu, '')
    .slice(0, 24);
  return `${OWN}${words}_${uuidv7().slice(-8)}`;
}

/** Codes of leaves whose rules ask what the registers no longer have. */
async function listBroken(
  tx: Tx,
  unitId: string,
  key: string,
  registers: readonly Register[],
): Promise<string[]> {
  const plan = await findLivePlan(tx, unitId);
  if (!plan) return [];
  return [...(await listLeafRules(tx, plan)).values()]
    .filter(({ rule }) =>
      refuseQuantities(
        rule.quantities.filter(({ register }) => register === key),
        registers,
      ),
    )
    .map(({ code }) => code);
}

async function summarize(tx: Tx, actor: SignedInActor, register: Register, today: string) {
  const plan = await findLivePlan(tx, actor.unitId);
  const year = plan?.year ?? Number(today.slice(0, 4));
  const [summary] = await summarizeRegisters(tx, actor, [register], { plan, year, today });
  return summary!;
}
