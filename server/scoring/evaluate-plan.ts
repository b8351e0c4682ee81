import { REGISTERS } from '#catalog/registers.ts';
import { evaluateLeaves, type LeafToScore } from '#core/scoring/evaluate.ts';
import type { Evaluation } from '#core/scoring/evaluation.ts';
import type { Rule } from '#core/scoring/rule.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { measureQuantities } from '#server/registers/measure.ts';
import { type LeafRule, listLeafRules } from './leaf-rules.ts';
import { EMPTY_ENTRY, listEntries } from './store.ts';

/** The register whose rows are the tasks of the live plan. */
export const TASK_REGISTER = REGISTERS.find(({ source }) => source === 'tasks')?.key ?? '';

export type EvaluatedPlan = {
  leafByCode: ReadonlyMap<string, LeafRule>;
  /** Only the leaves that were asked for, by the id of the criterion. */
  evaluationById: Map<string, Evaluation>;
};

/**
 * Works out leaves of a plan from their rules, the registers and what was typed; keeps nothing. With
 * `registers` or `codes` only the leaves these touch, and those whose caps look at them. `instead`
 * tries another rule for one leaf.
 */
export async function evaluatePlan(
  tx: Tx,
  plan: LivePlan,
  today: string,
  {
    registers,
    codes,
    instead,
  }: {
    registers?: readonly string[] | undefined;
    codes?: readonly string[] | undefined;
    instead?: { code: string; rule: Rule } | undefined;
  } = {},
): Promise<EvaluatedPlan> {
  const leafByCode = await listLeafRules(tx, plan);
  const leaves = [...leafByCode.values()].map((leaf) =>
    leaf.code === instead?.code ? { ...leaf, rule: instead.rule, version: leaf.version + 1 } : leaf,
  );
  const wanted = registers || codes ? touchedBy(leaves, registers ?? [], codes ?? []) : leaves;
  const needed = withLookedAt(wanted, leaves);
  const measured = await measureQuantities(
    tx,
    { plan, today },
    needed.flatMap((leaf) => leaf.rule.quantities.map((quantity) => ({ leaf: leaf.code, quantity }))),
  );
  const entries = await listEntries(tx, plan);
  const toScore: LeafToScore[] = needed.map((leaf) => {
    const entry = entries.get(leaf.criterionId) ?? EMPTY_ENTRY;
    return {
      code: leaf.code,
      maxPoints: leaf.maxPoints,
      rule: leaf.rule,
      version: leaf.version,
      input: {
        measured: { ...typedOnly(leaf.rule, entry.quantities), ...measured.get(leaf.code) },
        points: entry.points,
        isNotApplicable: entry.isNotApplicable,
      },
    };
  });
  const evaluations = evaluateLeaves(toScore);
  return {
    leafByCode,
    evaluationById: new Map(wanted.map((leaf) => [leaf.criterionId, evaluations.get(leaf.code)!])),
  };
}

/** What was typed counts only while the rule still asks for it to be typed. */
function typedOnly(
  rule: Rule,
  typed: Readonly<Record<string, string | null>>,
): Record<string, string | null> {
  const keys = rule.quantities.filter(({ source }) => source === 'typed').map(({ key }) => key);
  return Object.fromEntries(keys.map((key) => [key, typed[key] ?? null]));
}

function looksAt(leaf: LeafRule): string[] {
  return leaf.rule.caps.flatMap(({ when }) => (when.of === 'leaf' ? [when.code] : []));
}

function touchedBy(
  leaves: readonly LeafRule[],
  registers: readonly string[],
  codes: readonly string[],
): LeafRule[] {
  const named = new Set(registers);
  const direct = new Set([
    ...codes,
    ...leaves
      .filter(({ rule }) =>
        rule.quantities.some(({ register }) => register !== undefined && named.has(register)),
      )
      .map(({ code }) => code),
  ]);
  return leaves.filter((leaf) => direct.has(leaf.code) || looksAt(leaf).some((code) => direct.has(code)));
}

function withLookedAt(wanted: readonly LeafRule[], leaves: readonly LeafRule[]): LeafRule[] {
  const needed = new Set([...wanted.map(({ code }) => code), ...wanted.flatMap(looksAt)]);
  return leaves.filter(({ code }) => needed.has(code));
}
