import { isWithin } from '#core/assessments/appraisers.ts';
import type { AssessmentPage, ClaimRow, ClaimTotals } from '#core/assessments/assessment-page.ts';
import { isClaimedByUnit } from '#core/assessments/assessment-words.ts';
import { isChanged } from '#core/assessments/claim-facts.ts';
import { sumPoints } from '#core/points.ts';
import type { SignedInActor } from '#server/http/route.ts';
import type { FoundLeaf, OwnPart } from './find-assessment.ts';
import { offerLeafMoves, offerWholeMoves } from './refuse-claim-move.ts';

type Where = { part: OwnPart; actor: SignedInActor; today: string };

/** One leaf as the list and its own page show it. */
export function describeRow(where: Where, leaf: FoundLeaf): ClaimRow {
  const { kept, current } = leaf;
  const { departmentId } = where.actor;
  const planMax = current.planRow?.maxPoints ?? null;
  return {
    code: leaf.code,
    title: leaf.title,
    maxPoints: leaf.maxPoints,
    scoredBy: leaf.scoredBy,
    state: leaf.state,
    selfPoints: leaf.selfPoints,
    reviewPoints: kept?.reviewPoints ?? null,
    isChangedSince: isChanged(leaf),
    declaredBy: kept?.declaredBy ?? null,
    declaredAt: kept?.declaredAt ?? null,
    returnReason: kept?.returnReason ?? '',
    version: kept?.version ?? 0,
    isClaimed: isClaimedByUnit(leaf.scoredBy),
    criterionId: current.planRow?.id ?? null,
    planMaxPoints: planMax === leaf.maxPoints ? null : planMax,
    owners: current.owners,
    isMine: departmentId !== null && leaf.answering.includes(departmentId),
    livePoints: current.points,
    lastPoints: current.planRow?.lastPoints ?? null,
    proof: current.proof,
    proofs: current.content.proofs.length,
    fingerprint: current.fingerprint,
    declaredFingerprint: kept?.fingerprint ?? null,
    moves: isClaimedByUnit(leaf.scoredBy) ? offerLeafMoves(where, leaf) : [],
  };
}

/** Leaves a person may see: a contributor those of the own department, everybody else all. */
export function isVisible(actor: SignedInActor, { answering }: Pick<FoundLeaf, 'answering'>): boolean {
  return (
    actor.role !== 'contributor' || (actor.departmentId !== null && answering.includes(actor.departmentId))
  );
}

/** The part of a campaign that the page shows, without the list of campaigns and what was handed in. */
export function describePart(where: Where): Omit<AssessmentPage, 'campaigns' | 'submissions' | 'today'> {
  const { part, actor } = where;
  const { id, year, title, phase, decision, calendar } = part.campaign;
  const rows = part.leaves.filter((leaf) => isVisible(actor, leaf)).map((leaf) => describeRow(where, leaf));
  const fields = part.criteria.filter(({ parentCode }) => parentCode === null);
  return {
    campaign: { id, year, title, phase, decision, calendar },
    assessment: part.assessment
      ? { id: part.assessment.id, stage: part.assessment.stage, version: part.assessment.version }
      : null,
    stage: part.stage,
    clock: part.clock ?? null,
    hasPlan: part.plan !== undefined,
    moves: offerWholeMoves(where),
    rows,
    fields: fields.map((field) => ({
      code: field.code,
      title: field.title,
      ...addUp(rows.filter(({ code }) => isWithin(code, field.code))),
    })),
    totals: addUp(rows),
  };
}

/** What leaves come to together; those without points yet add nothing. */
export function addUp(rows: readonly ClaimRow[]): ClaimTotals {
  const sum = (pick: (row: ClaimRow) => number | null) => sumPoints(rows.map((row) => pick(row) ?? 0));
  const claimed = rows.filter(({ isClaimed }) => isClaimed);
  const count = (state: ClaimRow['state']) => claimed.filter((row) => row.state === state).length;
  return {
    maxPoints: sum(({ scoredBy, maxPoints }) => (scoredBy === 'penalty' ? 0 : maxPoints)),
    livePoints: sum(({ livePoints }) => livePoints),
    selfPoints: sum(({ selfPoints }) => selfPoints),
    reviewPoints: sum(({ reviewPoints }) => reviewPoints),
    lastPoints: sum(({ lastPoints }) => lastPoints),
    leaves: rows.length,
    states: {
      open: count('open'),
      declared: count('declared'),
      accepted: count('accepted'),
      returned: count('returned'),
    },
    changed: rows.filter(({ isChangedSince }) => isChangedSince).length,
  };
}
