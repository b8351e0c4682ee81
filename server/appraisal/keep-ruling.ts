import { v7 as uuidv7 } from 'uuid';
import type {
  AppraisalInput,
  CityRuling,
  ColumnOutcome,
  EnteredColumn,
} from '#core/assessments/appraisal.ts';
import { isClaimedByUnit } from '#core/assessments/assessment-words.ts';
import { MOVE_OF_ROUND } from '#core/assessments/judged.ts';
import { type MoveRefusal, refuseMove } from '#core/assessments/moves.ts';
import { refuseRuling } from '#core/assessments/refuse-ruling.ts';
import { stageOf } from '#core/assessments/stages.ts';
import type { KeptRuling } from '#server/db/campaign-rows.ts';
import { type NewEvent, recordEvent, recordEvents } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { describeRefusal } from '#server/http/problems.ts';
import { type Desk, type DeskClaim, type DeskLeaf, isGiven } from './desk.ts';
import { type AppraisalRefusal, appraisalProblems } from './problems.ts';
import { saveRulings } from './store.ts';

type Time = { now: Date; today: string };

/** Whether the person may rule here now, by the one table of moves; `facts` of what is about to be sent. */
export function refuseHere(
  desk: Desk,
  { code }: DeskLeaf,
  today: string,
  claim?: DeskClaim,
  facts = { is_fresh: true, sum_matches: true },
): MoveRefusal | undefined {
  const { actor, round, campaign, conflicts } = desk;
  return refuseMove(MOVE_OF_ROUND[round], {
    stage: stageOf('submitted', campaign.phase),
    role: actor.role,
    today,
    facts: {
      ...facts,
      is_submitted: claim === undefined || claim.isSubmitted,
      is_assigned: claim === undefined || isGiven(desk, code, claim.unit.unitId),
      is_due: claim === undefined || claim.unit.isDue,
      has_no_conflict: claim === undefined || !conflicts.has(claim.unit.unitId),
    },
  });
}

/** The same as the page is told it: the move and why it is not possible now. */
export function describeMove(desk: Desk, leaf: DeskLeaf, today: string, claim?: DeskClaim) {
  const refusal = refuseHere(desk, leaf, today, claim);
  const move = MOVE_OF_ROUND[desk.round];
  return { move, refusal: refusal ? problemOf(refusal) : null };
}

function problemOf(refusal: AppraisalRefusal) {
  const { kind, vi, en } = describeRefusal(refusal, appraisalProblems).body.problem;
  return { kind, vi, en };
}

export function cityRulingOf({
  assessedId: _unit,
  code: _code,
  judgedById: _by,
  ...ruling
}: KeptRuling): CityRuling {
  return ruling;
}

/** Why a ruling is refused: what the table says, what somebody else ruled meanwhile, what is wrong with it. */
function refuseInput(
  desk: Desk,
  leaf: DeskLeaf,
  claim: DeskClaim,
  input: Omit<AppraisalInput, 'judged'> & { judged?: string },
  today: string,
): AppraisalRefusal | undefined {
  const wrong = refuseRuling(leaf, claim.unit.from, input);
  const move = refuseHere(desk, leaf, today, claim, {
    is_fresh: input.judged === undefined || input.judged === claim.fingerprint,
    sum_matches: wrong?.kind !== 'reasons_do_not_add_up',
  });
  // What does not add up is said with both figures below.
  if (move && !(move.kind === 'need_unmet' && move.need === 'sum_matches')) return move;
  if (claim.ruling && claim.ruling.id !== input.previousId)
    return { kind: 'ruled_meanwhile', ruling: cityRulingOf(claim.ruling) };
  if (input.question !== '' && desk.round === 'appraisal_2')
    return { kind: 'no_more_questions', field: 'question' };
  return wrong;
}

function rulingOf(
  { actor, round }: Desk,
  { code }: DeskLeaf,
  { unit, fingerprint }: DeskClaim,
  { points, reasons, question, note }: Pick<AppraisalInput, 'points' | 'reasons' | 'question' | 'note'>,
  now: Date,
): KeptRuling {
  return {
    id: uuidv7(),
    assessedId: unit.unitId,
    code,
    round,
    from: unit.from,
    points,
    reasons,
    question,
    note,
    fingerprint,
    judgedById: actor.userId,
    judgedBy: actor.personName,
    judgedAt: now.toISOString(),
  };
}

const subjectOf = ({ campaign }: Desk, { code, assessedId }: Pick<KeptRuling, 'code' | 'assessedId'>) =>
  `${campaign.id}/${code}/${assessedId}`;

function eventOf(desk: Desk, before: KeptRuling | undefined, ruling: KeptRuling): NewEvent {
  const { points, from, reasons, question, note, round, fingerprint } = ruling;
  return {
    noun: 'ruling' as const,
    subjectId: subjectOf(desk, ruling),
    verb: 'ruled' as const,
    before: { points: before?.points ?? from },
    after: { id: ruling.id, round, points, reasons, question, note, fingerprint },
  };
}

/** Rules on a leaf of a unit, or says why not. What was ruled before stays in the history. */
export async function keepRuling(
  tx: Tx,
  desk: Desk,
  leaf: DeskLeaf,
  claim: DeskClaim,
  input: AppraisalInput,
  { now, today }: Time,
): Promise<AppraisalRefusal | KeptRuling> {
  const refusal = refuseInput(desk, leaf, claim, input, today);
  if (refusal) return refusal;
  const ruling = rulingOf(desk, leaf, claim, input, now);
  await saveRulings(tx, desk.campaign, [ruling]);
  await recordEvent(tx, desk.actor, eventOf(desk, claim.ruling, ruling));
  return ruling;
}

/**
 * Enters a column of points for a leaf the city scores: every row that fits is kept, the others come back
 * with what is wrong with them. What stands already is left as it is.
 */
export async function keepColumn(
  tx: Tx,
  desk: Desk,
  leaf: DeskLeaf,
  claims: readonly DeskClaim[],
  column: EnteredColumn,
  { now, today }: Time,
): Promise<AppraisalRefusal | ColumnOutcome> {
  if (isClaimedByUnit(leaf.scoredBy)) return { kind: 'not_entered_by_city', field: 'rows' };
  const refusal = refuseHere(desk, leaf, today);
  if (refusal) return refusal;
  const claimByUnit = new Map(claims.map((claim) => [claim.unit.unitId, claim]));
  const faults: ColumnOutcome['faults'] = [];
  const kept = new Map<string, { claim: DeskClaim; ruling: KeptRuling }>();
  let unchanged = 0;
  for (const { unitId, points, note: ownNote, previousId } of column.rows) {
    const claim = claimByUnit.get(unitId);
    const note = ownNote === '' ? column.note : ownNote;
    const input = { points, note, reasons: [], question: '', previousId };
    const fault: AppraisalRefusal | undefined = claim
      ? refuseInput(desk, leaf, claim, input, today)
      : { kind: 'need_unmet', move: MOVE_OF_ROUND[desk.round], need: 'is_submitted' };
    if (fault) faults.push({ unitId, problem: problemOf(fault) });
    else if (claim?.ruling?.points === points && claim.ruling.note === note) unchanged += 1;
    else if (claim) kept.set(unitId, { claim, ruling: rulingOf(desk, leaf, claim, input, now) });
  }
  const rulings = [...kept.values()];
  if (rulings.length > 0) {
    await saveRulings(
      tx,
      desk.campaign,
      rulings.map(({ ruling }) => ruling),
    );
    const events = rulings.map(({ claim, ruling }) => eventOf(desk, claim.ruling, ruling));
    const told = { noun: 'ruling', subjectId: `${desk.campaign.id}/${leaf.code}/` };
    await recordEvents(tx, desk.actor, events, told);
  }
  return { kept: rulings.length, unchanged, faults };
}
