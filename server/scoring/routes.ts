import { z } from 'zod';
import { refuseAction } from '#core/people/permissions.ts';
import { answeringDepartments } from '#core/plans/task-rules.ts';
import { refuseQuantities } from '#core/registers/refuse-quantity.ts';
import {
  leafEntryInputSchema,
  leafKeptSchema,
  leafScoreSchema,
  proofRowsSchema,
  ruleChangeSchema,
  rulePreviewSchema,
  scoreBoardSchema,
} from '#core/scoring/leaf-score.ts';
import { refuseEntry } from '#core/scoring/refuse-entry.ts';
import { refuseRule } from '#core/scoring/refuse-rule.ts';
import { keptRuleSchema, type Rule, ruleSchema } from '#core/scoring/rule.ts';
import { scoreBoard } from '#core/scoring/score-board.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan, type LivePlan } from '#server/db/live-plan.ts';
import { recordRead } from '#server/db/read-events.ts';
import { type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { listDepartmentKinds } from '#server/people/department-kinds.ts';
import { listRegisters, listRestrictedKeys } from '#server/registers/known-registers.ts';
import { listProofRows } from '#server/registers/proof-rows.ts';
import { evaluatePlan } from './evaluate-plan.ts';
import { listFreshScores } from './fresh-scores.ts';
import { describeLeaf } from './leaf-page.ts';
import { type LeafRule, listLeafRules, saveRule } from './leaf-rules.ts';
import { type ScoringRefusal, scoringProblems } from './problems.ts';
import { compareScores, lockScores, rescore } from './rescore.ts';
import { EMPTY_ENTRY, listEntries, saveEntry } from './store.ts';

const codeSchema = z.object({ code: z.string().max(40) });

export function scoringRoutes(): Route[] {
  const { inUnit } = routesOf<ScoringRefusal>(scoringProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/scores',
      permission: 'plan.read',
      summary: 'the points of every row of the annex as they stand now',
      answer: scoreBoardSchema,
      async run({ tx, actor, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const kept = await listFreshScores(tx, plan, today);
        const evaluationById = new Map([...kept].map(([id, { evaluation }]) => [id, evaluation]));
        return scoreBoard(await listAnnexRows(tx, plan), evaluationById, today);
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/scores/{code}',
      permission: 'plan.read',
      summary: 'one leaf: its points and how they come about, its rule, what was typed, how it moved',
      params: codeSchema,
      answer: leafScoreSchema,
      async run({ tx, actor, params: { code }, today }) {
        const found = await findLeaf(tx, actor.unitId, code);
        if ('kind' in found) return refuse(found);
        await listFreshScores(tx, found.plan, today);
        return describeLeaf(tx, found.plan, found.leaf, {
          today,
          mayReadRestricted: mayReadRestricted(actor),
        });
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/scores/{code}/rows',
      permission: 'plan.read',
      summary: 'the register rows behind the quantities of a leaf, those that fall short first',
      params: codeSchema,
      answer: proofRowsSchema,
      async run({ tx, actor, params: { code }, today }) {
        const found = await findLeaf(tx, actor.unitId, code);
        if ('kind' in found) return refuse(found);
        const { plan, leaf } = found;
        const isAllowed = mayReadRestricted(actor);
        const proof = await listProofRows(tx, { plan, today }, leaf.rule.quantities, isAllowed);
        const restricted = isAllowed ? await listRestrictedKeys(tx, actor.unitId) : [];
        for (const { key } of proof.registers)
          if (restricted.includes(key)) await recordRead(tx, actor, { noun: 'register', subjectId: key });
        return proof;
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/scores/{code}/entry',
      permission: 'score.enter',
      summary:
        'types what no register knows of a leaf: quantities, points of an unknown rule, not applicable',
      params: codeSchema,
      body: leafEntryInputSchema,
      answer: leafKeptSchema,
      async run({ tx, actor, params: { code }, body, today }) {
        await lockScores(tx, actor.unitId);
        const found = await findLeaf(tx, actor.unitId, code);
        if ('kind' in found) return refuse(found);
        const { plan, leaf } = found;
        const refusal =
          refuseAction(actor, 'score.enter', await listAnswering(tx, plan, leaf, actor)) ??
          refuseEntry(leaf.rule, leaf.maxPoints, leaf.source === 'penalty', body);
        if (refusal) return refuse(refusal);
        const before = (await listEntries(tx, plan)).get(leaf.criterionId) ?? EMPTY_ENTRY;
        if (!(await saveEntry(tx, plan, leaf.criterionId, body, actor.personName)))
          return refuse({ kind: 'stale_version' });
        const { version: _version, ...after } = body;
        await recordEvent(tx, actor, {
          noun: 'entry',
          subjectId: leaf.criterionId,
          verb: 'typed',
          before: { ...before, version: undefined, changedBy: undefined, changedAt: undefined },
          after,
        });
        const cause = { kind: 'entry' as const, what: code, reason: body.reason };
        const rescored = await rescore(tx, actor, plan, { today, cause, codes: [code] });
        return { leaf: await describeAgain(tx, plan, code, actor, today), ...rescored };
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/rules',
      permission: 'plan.read',
      summary: 'the rule in force of every leaf',
      answer: z.array(keptRuleSchema),
      async run({ tx, actor }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        const leaves = await listLeafRules(tx, plan);
        return [...leaves.values()].map(({ code, rule, version, changedBy, changedAt, reason }) => ({
          code,
          rule,
          version,
          changedBy,
          changedAt,
          reason,
        }));
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/rules/{code}/preview',
      permission: 'rule.edit',
      summary:
        'what a rule would do on the current measure: the leaf, every leaf that moves, the total; keeps nothing',
      params: codeSchema,
      body: z.object({ rule: ruleSchema }),
      answer: rulePreviewSchema,
      async run({ tx, actor, params: { code }, body: { rule }, today }) {
        const found = await findLeaf(tx, actor.unitId, code);
        if ('kind' in found) return refuse(found);
        const { plan, leaf } = found;
        const refusal = await refuseNewRule(tx, leaf, rule, actor.unitId);
        if (refusal) return refuse(refusal);
        const evaluated = await evaluatePlan(tx, plan, today, { codes: [code], instead: { code, rule } });
        const evaluation = evaluated.evaluationById.get(leaf.criterionId)!;
        return { evaluation, ...compareScores(await listFreshScores(tx, plan, today), evaluated) };
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/rules/{code}',
      permission: 'rule.edit',
      summary: 'keeps the next version of a rule and works out anew what it touches',
      params: codeSchema,
      body: ruleChangeSchema,
      answer: leafKeptSchema,
      async run({ tx, actor, params: { code }, body: { rule, reason, version }, today }) {
        await lockScores(tx, actor.unitId);
        const found = await findLeaf(tx, actor.unitId, code);
        if ('kind' in found) return refuse(found);
        const { plan, leaf } = found;
        if (leaf.version !== version) return refuse({ kind: 'stale_version' });
        const refusal = await refuseNewRule(tx, leaf, rule, actor.unitId);
        if (refusal) return refuse(refusal);
        const kept = await saveRule(tx, plan, leaf, { rule, reason, changedBy: actor.personName });
        if (!kept) return refuse({ kind: 'stale_version' });
        await recordEvent(tx, actor, {
          noun: 'rule',
          subjectId: leaf.criterionId,
          verb: 'changed',
          before: { version, rule: leaf.rule },
          after: { version: version + 1, rule, reason },
        });
        const cause = { kind: 'rule' as const, what: String(version + 1), reason };
        const rescored = await rescore(tx, actor, plan, { today, cause, codes: [code] });
        return { leaf: await describeAgain(tx, plan, code, actor, today), ...rescored };
      },
    }),
  ];
}

type FoundLeaf = { plan: LivePlan; leaf: LeafRule };

async function findLeaf(
  tx: Tx,
  unitId: string,
  code: string,
): Promise<FoundLeaf | { kind: 'no_plan' } | { kind: 'not_found'; noun: 'criterion' }> {
  const plan = await findLivePlan(tx, unitId);
  if (!plan) return { kind: 'no_plan' };
  const leaf = (await listLeafRules(tx, plan)).get(code);
  return leaf ? { plan, leaf } : { kind: 'not_found', noun: 'criterion' };
}

async function describeAgain(tx: Tx, plan: LivePlan, code: string, actor: SignedInActor, today: string) {
  const leaf = (await listLeafRules(tx, plan)).get(code)!;
  return describeLeaf(tx, plan, leaf, { today, mayReadRestricted: mayReadRestricted(actor) });
}

function mayReadRestricted(actor: SignedInActor): boolean {
  return refuseAction(actor, 'register.read_restricted') === undefined;
}

/** The departments that answer for a leaf, with everyone's own where a group does. */
async function listAnswering(
  tx: Tx,
  plan: LivePlan,
  leaf: LeafRule,
  actor: SignedInActor,
): Promise<string[]> {
  const row = (await listAnnexRows(tx, plan)).find(({ id }) => id === leaf.criterionId)!;
  return answeringDepartments(row, await listDepartmentKinds(tx, plan.unitId), actor.departmentId);
}

async function refuseNewRule(
  tx: Tx,
  leaf: LeafRule,
  rule: Rule,
  unitId: string,
): Promise<ScoringRefusal | undefined> {
  return (
    refuseRule(rule, leaf.maxPoints) ?? refuseQuantities(rule.quantities, await listRegisters(tx, unitId))
  );
}
