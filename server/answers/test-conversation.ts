import { v7 as uuidv7 } from 'uuid';
import type { LeafScorer } from '#core/assessments/assessment-words.ts';
import { pointsBefore, type RoundPoints } from '#core/assessments/columns.ts';
import type { Reason } from '#core/assessments/ruling.ts';
import type { CityRound, Phase } from '#core/assessments/stages.ts';
import type { Role } from '#core/people/roles.ts';
import { listRulings, listSubmitted } from '#server/db/campaign-rows.ts';
import { inUnit } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import type { TestApp } from '#server/test-app.ts';

export type TestUnits = {
  cityId: string;
  wardId: string;
  otherId: string;
  /** Cookies of the first account in the ward, and of a focal officer of the city and of the other ward. */
  ward: string;
  city: string;
  other: string;
};

export const LEAVES = ['I.1', 'I.2', 'II.1', 'II.2', 'III.1', 'III.2'] as const;
const SCORERS: readonly LeafScorer[] = ['self', 'self', 'self', 'survey', 'bonus', 'penalty'];
const MAXIMA = [100, 200, 50, 100, 100, 0];
export const SELF_LEAVES = LEAVES.filter((_, at) => SCORERS[at] !== 'survey');

/** A city with two wards, each with a person, made past every fence; what follows goes through the fences. */
export async function seedUnits(test: TestApp): Promise<TestUnits> {
  const { asSuperuser } = test.database;
  const ward = await test.setUp();
  const [first] = await asSuperuser<{ id: string }>('select id from unit');
  const wardId = first!.id;
  const [cityId, otherId] = [uuidv7(), uuidv7()];
  await asSuperuser(
    `insert into unit (id, parent_id, path, kind, name, joined_on)
     values ($1::uuid, null, $1::text, 'city', 'thành phố Hà Nội', '2025-01-01'),
       ($2::uuid, $1::uuid, $1::text || '.' || $2::text, 'ward', 'phường Hồ Mây', '2025-01-01')`,
    [cityId, otherId],
  );
  await asSuperuser("update unit set parent_id = $1::uuid, path = $1::text || '.' || id where id = $2", [
    cityId,
    wardId,
  ]);
  const move = (cookie: string, unitId: string) => moveTo(test, cookie, unitId);
  const city = await move(await test.join(ward, 'focal'), cityId);
  const other = await move(await test.join(ward, 'focal'), otherId);
  return { cityId, wardId, otherId, ward, city, other };
}

/** Lets a person of the ward belong to another unit instead, there in a role the ward may not have. */
export async function moveTo(
  test: TestApp,
  cookie: string,
  unitId: string,
  role: Role | null = null,
): Promise<string> {
  await test.database.asSuperuser(
    'update membership set unit_id = $1, role = coalesce($3, role) where user_id = $2',
    [unitId, await userOf(test, cookie), role],
  );
  return cookie;
}

export async function userOf(test: TestApp, cookie: string): Promise<string> {
  const session = await test.deps.accounts.findSession(new Headers({ cookie }));
  return session!.userId;
}

/** The work of a person of the city, or of a ward, in one transaction of the application's role. */
export function asCity<T>(test: TestApp, { cityId }: TestUnits, work: Parameters<typeof inUnit<T>>[2]) {
  return inUnit(test.database.kysely, { unitId: cityId, role: 'focal', userId: 'x' }, work);
}

/** A campaign of the city with both wards and six leaves in three fields. */
export async function startCampaign(test: TestApp, units: TestUnits, year = 2026): Promise<string> {
  const { cityId } = units;
  const campaignId = uuidv7();
  const of = { unit_id: cityId, campaign_id: campaignId };
  await asCity(test, units, async (tx) => {
    await tx
      .insertInto('campaign')
      .values({ unit_id: cityId, id: campaignId, year, title: `Đánh giá năm ${year}`, created_by: 'x' })
      .execute();
    const fields = ['I', 'II', 'III'].map((code) => ({
      code,
      parent: null,
      max: 0,
      scorer: 'self' as LeafScorer,
    }));
    const leaves = LEAVES.map((code, at) => ({
      code,
      parent: code.split('.')[0]!,
      max: MAXIMA[at]!,
      scorer: SCORERS[at]!,
    }));
    await tx
      .insertInto('campaign_leaf')
      .values(
        [...fields, ...leaves]
          .toSorted((one, other) => (one.code < other.code ? -1 : 1))
          .map(({ code, parent, max, scorer }, position) => ({
            ...of,
            code,
            parent_code: parent,
            position,
            level: parent === null ? 1 : 2,
            is_leaf: parent !== null,
            title: `Tiêu chí ${code}`,
            max_points: max,
            scored_by: scorer,
          })),
      )
      .execute();
    await tx
      .insertInto('campaign_unit')
      .values([units.wardId, units.otherId].map((assessed) => ({ ...of, assessed_id: assessed })))
      .execute();
  });
  return campaignId;
}

/** Puts the campaign where it is wanted, with last days to explain and to appeal. */
export async function setPhase(
  test: TestApp,
  units: TestUnits,
  campaignId: string,
  phase: Phase,
  days: { explainUntil?: string; appealUntil?: string } = {},
): Promise<void> {
  await asCity(test, units, (tx) =>
    tx
      .updateTable('campaign')
      .set({
        phase,
        calendar: JSON.stringify({ claimUntil: null, explainUntil: null, appealUntil: null, ...days }),
      })
      .where('id', '=', campaignId)
      .execute(),
  );
}

export type Claimed = { code: string; self: number; points: number; reasons: Partial<Reason>[] };

/** A reason as a test needs it. */
export function reason(points: number, cause: Reason['cause'] = 'no_proof'): Reason {
  return { points, cause, text: `Trừ ${points} vì thiếu`, bonusClaimId: null };
}

/** Hands in a ward's claims; the ward has a plan, an empty one when none was confirmed. */
export async function handIn(
  test: TestApp,
  units: TestUnits,
  campaignId: string,
  unitId: string,
  claims: readonly Claimed[],
): Promise<void> {
  const planId = await planOf(test, unitId);
  const [assessmentId, submissionId] = [uuidv7(), uuidv7()];
  const of = { unit_id: unitId, campaign_id: campaignId, host_id: units.cityId };
  await inUnit(test.database.kysely, { unitId, role: 'administrator', userId: 'x' }, async (tx) => {
    await tx
      .insertInto('assessment')
      .values({ ...of, id: assessmentId, plan_id: planId, year: 2026, stage: 'submitted', opened_by: 'x' })
      .execute();
    await tx
      .insertInto('submission')
      .values({
        ...of,
        id: submissionId,
        assessment_id: assessmentId,
        number: 1,
        points: claims.reduce((sum, { points }) => sum + points, 0),
        last_points: JSON.stringify(Object.fromEntries(claims.map(({ code, points }) => [code, points]))),
        submitted_by: 'x',
        submitted_by_name: 'Chủ tịch phường',
      })
      .execute();
    await tx
      .insertInto('submitted_leaf')
      .values(
        claims.map(({ code, self, points, reasons }) => ({
          ...of,
          submission_id: submissionId,
          code,
          self_points: self,
          points,
          reasons: JSON.stringify(reasons),
          last_points: points,
          content: JSON.stringify({
            code,
            points,
            evaluation: null,
            typedReason: '',
            proofs: [],
            bonusClaims: [],
          }),
          fingerprint: `${unitId}${code}`.slice(0, 60),
          proofs: 0,
        })),
      )
      .execute();
  });
}

async function planOf(test: TestApp, unitId: string): Promise<string> {
  const live = await inUnit(test.database.kysely, { unitId, role: 'system' }, (tx) =>
    findLivePlan(tx, unitId),
  );
  if (live) return live.id;
  const [setId, planId] = [uuidv7(), uuidv7()];
  await test.database.asSuperuser(
    "insert into criteria_set (unit_id, id, title, year) values ($1, $2, 'Bộ tiêu chí', 2026)",
    [unitId, setId],
  );
  await test.database.asSuperuser(
    `insert into plan (unit_id, id, set_id, year, title, document, confirmed_by) values ($1, $2, $3, 2026, 'Kế hoạch', '{}', 'x')`,
    [unitId, planId, setId],
  );
  return planId;
}

export type Ruled = {
  unitId: string;
  code: string;
  round: CityRound;
  points: number;
  reasons?: Reason[];
  question?: string;
};

/** All rounds of one leaf as the city keeps them. */
export async function roundsOf(
  test: TestApp,
  units: TestUnits,
  campaignId: string,
  { unitId, code }: Pick<Ruled, 'unitId' | 'code'>,
): Promise<RoundPoints[]> {
  const campaign = { id: campaignId, hostId: units.cityId };
  return asCity(test, units, async (tx) => {
    const only = { assessedId: unitId, code };
    const [claim] = await listSubmitted(tx, campaign, only);
    const claimed: RoundPoints[] = claim
      ? [
          { round: 'self', points: claim.selfPoints, reasons: [] },
          { round: 'review', points: claim.points, reasons: claim.reasons },
        ]
      : [];
    return [...claimed, ...(await listRulings(tx, campaign, only))];
  });
}

/** Rules on one leaf as the application would insert it; the database checks that the reasons add up. */
export async function rule(
  test: TestApp,
  units: TestUnits,
  campaignId: string,
  ruled: Ruled,
): Promise<string> {
  const { unitId, code, round, points, reasons = [], question = '' } = ruled;
  const from = pointsBefore(await roundsOf(test, units, campaignId, ruled), round);
  const id = uuidv7();
  await asCity(test, units, (tx) =>
    tx
      .insertInto('ruling')
      .values({
        unit_id: units.cityId,
        id,
        campaign_id: campaignId,
        assessed_id: unitId,
        code,
        round,
        from_points: from,
        points,
        reasons: JSON.stringify(reasons),
        question,
        fingerprint: 'f',
        judged_by: 'x',
        judged_by_name: 'Sở Nội vụ',
      })
      .execute(),
  );
  return id;
}
