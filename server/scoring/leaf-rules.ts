import { sql } from 'kysely';
import { draftRuleFor } from '#catalog/draft-rules.ts';
import type { ScoredBy } from '#core/reading/plan-reading.ts';
import type { KeptRule, Rule } from '#core/scoring/rule.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';

/** A leaf of a plan with the rule that scores it: the unit's latest version, else the catalogue's draft. */
export type LeafRule = KeptRule & {
  criterionId: string;
  title: string;
  maxPoints: number;
  source: ScoredBy;
};

/** The leaves of a plan by code, in the order of the annex, each with its rule in force. */
export async function listLeafRules(tx: Tx, plan: LivePlan): Promise<Map<string, LeafRule>> {
  const rows = await tx
    .selectFrom('criterion')
    .where('criterion.unit_id', '=', plan.unitId)
    .where('criterion.set_id', '=', plan.setId)
    .where('criterion.is_leaf', '=', true)
    .orderBy('criterion.position')
    .select(['id', 'code', 'title', 'max_points', 'scored_by'])
    .execute();
  const latest = await tx
    .selectFrom('leaf_rule')
    .innerJoin('criterion', (join) =>
      join
        .onRef('criterion.unit_id', '=', 'leaf_rule.unit_id')
        .onRef('criterion.id', '=', 'leaf_rule.criterion_id'),
    )
    .where('leaf_rule.unit_id', '=', plan.unitId)
    .where('criterion.set_id', '=', plan.setId)
    .distinctOn('leaf_rule.criterion_id')
    .orderBy('leaf_rule.criterion_id')
    .orderBy('leaf_rule.version', 'desc')
    .selectAll('leaf_rule')
    .execute();
  const keptById = new Map(latest.map((row) => [row.criterion_id, row]));
  return new Map(
    rows.map((row) => {
      const leaf = { code: row.code, title: row.title, maxPoints: row.max_points, source: row.scored_by };
      const kept = keptById.get(row.id);
      const rule = kept
        ? keptRule(row.code, kept)
        : {
            code: row.code,
            rule: draftRuleFor(leaf),
            version: 0,
            changedBy: null,
            changedAt: null,
            reason: '',
          };
      return [row.code, { ...leaf, criterionId: row.id, ...rule }] as const;
    }),
  );
}

type RuleRow = { rule: Rule; version: number; changed_by: string; changed_at: string; reason: string };

function keptRule(code: string, row: RuleRow): KeptRule {
  const { rule, version, reason } = row;
  return { code, rule, version, reason, changedBy: row.changed_by, changedAt: row.changed_at };
}

/** Earlier versions of a leaf's rule, newest first, the catalogue's draft last; the one in force is left out. */
export async function listRuleVersions(tx: Tx, plan: LivePlan, leaf: LeafRule): Promise<KeptRule[]> {
  if (leaf.version === 0) return [];
  const rows = await tx
    .selectFrom('leaf_rule')
    .where('unit_id', '=', plan.unitId)
    .where('criterion_id', '=', leaf.criterionId)
    .where('version', '<', leaf.version)
    .orderBy('version', 'desc')
    .selectAll()
    .execute();
  const draft = {
    code: leaf.code,
    rule: draftRuleFor(leaf),
    version: 0,
    changedBy: null,
    changedAt: null,
    reason: '',
  };
  return [...rows.map((row) => keptRule(leaf.code, row)), draft];
}

/** Keeps the next version of a leaf's rule. False when somebody else has just kept one. */
export async function saveRule(
  tx: Tx,
  plan: LivePlan,
  leaf: LeafRule,
  { rule, reason, changedBy }: { rule: Rule; reason: string; changedBy: string },
): Promise<boolean> {
  const { rows } = await sql<{ version: number }>`
    insert into leaf_rule (unit_id, criterion_id, version, rule, reason, changed_by)
    values (${plan.unitId}, ${leaf.criterionId}, ${leaf.version + 1}, ${JSON.stringify(rule)}, ${reason}, ${changedBy})
    on conflict do nothing returning version`.execute(tx);
  return rows.length === 1;
}
