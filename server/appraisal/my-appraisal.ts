import { type MyAppraisal, ruledState } from '#core/assessments/appraisal.ts';
import { isClaimedByUnit } from '#core/assessments/assessment-words.ts';
import type { Campaign } from '#core/assessments/campaign.ts';
import { isDue } from '#core/assessments/judged.ts';
import { listCampaignLeaves } from '#server/db/campaign-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { type Desk, isGiven } from './desk.ts';
import { listAnswers, listRuledPairs, listSubmissions, listSubmittedPairs } from './store.ts';

export function campaignLineOf({ id, title, year, phase, calendar }: Campaign) {
  return { id, title, year, phase, appraiseUntil: calendar.appraiseUntil ?? null };
}

const keyOf = ({ assessedId, code }: { assessedId: string; code: string }) => `${assessedId} ${code}`;

/** The leaves a person was given, in the order of the set, and how far they are with each. */
export async function describeMyAppraisal(tx: Tx, desk: Desk): Promise<MyAppraisal> {
  const { campaign, round, conflicts } = desk;
  const leaves = (await listCampaignLeaves(tx, campaign)).filter(({ isLeaf }) => isLeaf);
  const mine = (code: string) => (each: { assessedId: string }) =>
    isGiven(desk, code, each.assessedId) && !conflicts.has(each.assessedId);
  const submissions = await listSubmissions(tx, campaign);
  const submittedByCode = Map.groupBy(await listSubmittedPairs(tx, campaign), ({ code }) => code);
  const ruledByCode = Map.groupBy(await listRuledPairs(tx, campaign, round), ({ code }) => code);
  const first = round === 'appraisal_2' ? await listRuledPairs(tx, campaign, 'appraisal_1') : [];
  const firstByKey = new Map(first.map((each) => [keyOf(each), each]));
  const answered = round === 'appraisal_2' ? await listAnswers(tx, campaign) : [];
  const answeredKeys = new Set(answered.map(keyOf));
  const counted = leaves.map(({ code, title, maxPoints, scoredBy }) => {
    const all = !isClaimedByUnit(scoredBy) ? submissions : (submittedByCode.get(code) ?? []);
    const submitted = all.filter(mine(code));
    const ruled = (ruledByCode.get(code) ?? []).filter(mine(code));
    const states = ruled.map(ruledState);
    const due = submitted.filter(({ assessedId }) => {
      const key = keyOf({ assessedId, code });
      return isDue(round, { first: firstByKey.get(key), isAnswered: answeredKeys.has(key) });
    });
    return {
      code,
      title,
      maxPoints,
      scoredBy,
      submitted: submitted.length,
      due: due.length,
      ruled: ruled.length,
      cut: states.filter((state) => state === 'cut').length,
      asked: states.filter((state) => state === 'asked').length,
    };
  });
  return {
    campaign: campaignLineOf(campaign),
    round,
    isNarrow: desk.actor.role !== 'focal' || desk.assignments.length > 0,
    leaves: counted.filter(
      ({ code }) =>
        isGiven(desk, code, '') || desk.assignments.some(({ unitId }) => isGiven(desk, code, unitId ?? '')),
    ),
  };
}
