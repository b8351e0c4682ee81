import { createHash } from 'node:crypto';
import type { CampaignLeaf } from '#core/assessments/campaign.ts';
import { pointsToClaim } from '#core/assessments/claim-facts.ts';
import { type ClaimContent, type ClaimedProof, fingerprintText } from '#core/assessments/leaf-claim.ts';
import type { AnnexRow, OwnerOf } from '#core/criteria/annex-row.ts';
import { completenessOf } from '#core/evidence/completeness.ts';
import type { Completeness } from '#core/evidence/evidence.ts';
import type { Evaluation } from '#core/scoring/evaluation.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import { asSystem, type Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';
import { type KeptEvidence, type KeptLink, listKept, listLinks } from '#server/evidence/store.ts';
import { evaluatePlan } from '#server/scoring/evaluate-plan.ts';
import { listFreshScores } from '#server/scoring/fresh-scores.ts';
import { type LeafRule, listLeafRules } from '#server/scoring/leaf-rules.ts';
import { listEntries } from '#server/scoring/store.ts';
import type { KeptBonus } from './store.ts';

/** A leaf of the campaign as it would be claimed now, from the unit's live plan of that year. */
export type ClaimNow = {
  /** The row of the plan with the same code; null where the plan has none. */
  planRow: Pick<AnnexRow, 'id' | 'maxPoints' | 'lastPoints'> | null;
  owners: OwnerOf[];
  points: number | null;
  proof: Completeness['state'];
  content: ClaimContent;
  fingerprint: string;
};

type Proved = Pick<KeptLink, 'page' | 'section' | 'note'> & { evidence: KeptEvidence };

/**
 * Everything the leaves would be claimed with now, by code: a handful of queries whatever their number. Gathered
 * as the product, so that a claim is the same whoever declares it; what a person may not see is theirs to be kept from.
 */
export function gatherClaims(...asked: Parameters<typeof gather>): Promise<Map<string, ClaimNow>> {
  return asSystem(asked[0], () => gather(...asked));
}

async function gather(
  tx: Tx,
  plan: LivePlan | undefined,
  leaves: readonly CampaignLeaf[],
  bonusClaims: readonly KeptBonus[],
  today: string,
): Promise<Map<string, ClaimNow>> {
  const rows = plan ? await listAnnexRows(tx, plan) : [];
  const rowByCode = new Map(rows.filter(({ isLeaf }) => isLeaf).map((row) => [row.code, row]));
  const rules = plan ? await listLeafRules(tx, plan) : new Map<string, LeafRule>();
  const evaluationById = plan
    ? await listEvaluations(tx, plan, [...rowByCode.values()], today)
    : new Map<string, Evaluation>();
  const entries = plan ? await listEntries(tx, plan) : new Map<string, never>();
  const kept = plan ? await listKept(tx, plan.unitId, { year: plan.year }) : [];
  const keptById = new Map(kept.map((each) => [each.id, each]));
  const links = plan ? await listLinks(tx, plan.unitId, [...keptById.keys()]) : [];
  const linksByTarget = Map.groupBy(links, ({ targetId }) => targetId);
  const bonusByCode = Map.groupBy(bonusClaims, ({ code }) => code);

  return new Map(
    leaves.map((leaf) => {
      const row = rowByCode.get(leaf.code);
      const evaluation = row ? evaluationById.get(row.id)! : null;
      const entry = row && entries.get(row.id);
      const asked = (bonusByCode.get(leaf.code) ?? []).map(
        ({ code: _code, version: _version, createdById: _by, ...claim }) => claim,
      );
      const linked: Proved[] = (row ? (linksByTarget.get(row.id) ?? []) : []).map((link) => ({
        ...link,
        evidence: keptById.get(link.evidenceId)!,
      }));
      const ofBonus: Proved[] = asked.flatMap(({ evidenceId, page, section, title }) => {
        const evidence = evidenceId === null ? undefined : keptById.get(evidenceId);
        return evidence ? [{ evidence, page, section, note: title }] : [];
      });
      const proofs = [...linked, ...ofBonus];
      const isByRule = leaf.scoredBy === 'self';
      const points = pointsToClaim(leaf, evaluation, asked);
      const content: ClaimContent = {
        code: leaf.code,
        points: points ?? 0,
        evaluation: isByRule ? evaluation : null,
        typedReason: entry && (entry.points !== null || entry.isNotApplicable) ? entry.reason : '',
        proofs: proofs.filter(({ evidence }) => evidence.status !== 'returned').map(describeProof),
        bonusClaims: asked,
      };
      const proof = completenessOf(
        {
          criterionId: row?.id ?? '',
          code: leaf.code,
          asked: rules.get(leaf.code)?.rule.evidence.length ?? 0,
          points,
          scoredBy: 'self',
        },
        proofs.map(({ evidence }) => evidence),
      );
      const claim: ClaimNow = {
        planRow: row ?? null,
        owners: row?.owners ?? [],
        points,
        proof: proof.state,
        content,
        fingerprint: createHash('sha256').update(fingerprintText(content)).digest('hex'),
      };
      return [leaf.code, claim] as const;
    }),
  );
}

/** The kept evaluations by the id of the criterion; a leaf nothing has touched yet has none and is worked out here. */
async function listEvaluations(
  tx: Tx,
  plan: LivePlan,
  leaves: readonly Pick<AnnexRow, 'id' | 'code'>[],
  today: string,
): Promise<Map<string, Evaluation>> {
  const kept = await listFreshScores(tx, plan, today);
  const codes = leaves.filter(({ id }) => !kept.has(id)).map(({ code }) => code);
  const others = codes.length > 0 ? await evaluatePlan(tx, plan, today, { codes }) : undefined;
  return new Map([
    ...(others?.evaluationById ?? []),
    ...[...kept].map(([id, { evaluation }]) => [id, evaluation] as const),
  ]);
}

function describeProof({ evidence, page, section, note }: Proved): ClaimedProof {
  const { id, kind, title, text, file, metadata } = evidence;
  return {
    evidenceId: id,
    kind,
    title,
    text,
    number: [metadata.codeNumber, metadata.codeNotation].filter((part) => part !== '').join('/'),
    issuedOn: metadata.issuedDate,
    issuer: metadata.organName,
    file,
    page,
    section,
    note,
  };
}
