import { v7 as uuidv7 } from 'uuid';
import type { CampaignLeaf } from '#core/assessments/campaign.ts';
import type { CampaignLine, CampaignMoveInput, CampaignOverview } from '#core/assessments/campaign-inputs.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';

/** A city with three wards below it, the cookies of its people, and ways to put in what other rooms make. */
export type TestCity = Awaited<ReturnType<typeof openTestCity>>;

type RulingRow = { unitId: string; code: string; from?: number | null; points: number };

const CALENDAR = { claimUntil: '2026-12-20', appraiseUntil: '2027-01-10', explainDays: 5, appealDays: 10 };

export async function openTestCity() {
  const test: TestApp = await createTestApp();
  test.clock.now = new Date('2026-12-01T03:00:00Z');
  const focal = await test.setUp();
  const [city] = await test.database.asSuperuser<{ id: string }>(
    "update unit set kind = 'city', name = 'thành phố Hà Nội' returning id",
  );
  const cityId = city!.id;
  const wards = ['phường An Bình', 'phường Bến Đò', 'xã Cổ Loa'].map((name) => ({ id: uuidv7(), name }));
  for (const { id, name } of wards)
    await test.database.asSuperuser(
      "insert into unit (id, parent_id, path, kind, name) values ($1::uuid, $2::uuid, $2::text || '.' || $1::text, 'ward', $3)",
      [id, cityId, name],
    );
  // What wards hand in hangs on plans of theirs, which no test here needs.
  await test.database.asSuperuser('set session_replication_role = replica');
  const post = (path: string, json: unknown = {}, cookie = focal, method = 'POST') =>
    test.ask(path, { method, json, cookie });
  const overview = async (id: string, cookie = focal) =>
    (await test.ask(`/api/campaigns/${id}`, { cookie })).body as CampaignOverview;

  return {
    test,
    focal,
    cityId,
    wards,
    post,
    overview,
    wardIds: wards.map(({ id }) => id),
    async newCampaign(calendar: object = {}): Promise<CampaignLine> {
      const json = {
        year: 2026,
        title: 'Đánh giá cải cách hành chính năm 2026',
        decision: { number: '12/KH-UBND', issuer: 'UBND thành phố', issuedOn: '2026-11-20' },
        calendar: { ...CALENDAR, ...calendar },
        criteria: { from: 'catalogue' },
      };
      return (await post('/api/campaigns', json)).body as CampaignLine;
    },
    leavesOf: async (id: string) =>
      ((await test.ask(`/api/campaigns/${id}/leaves`, { cookie: focal })).body as CampaignLeaf[]).filter(
        ({ isLeaf }) => isLeaf,
      ),
    async choose(id: string, unitIds: string[]) {
      const { version } = await overview(id);
      return post(`/api/campaigns/${id}/units`, { unitIds, version }, focal, 'PUT');
    },
    /** A move of the campaign at the version it stands at. */
    async move(id: string, move: CampaignMoveInput['move'], cookie = focal, more: object = {}) {
      const { version } = await overview(id);
      return post(`/api/campaigns/${id}/moves`, { move, version, ...more }, cookie);
    },
    /** Hands in full points for every leaf the unit claims. */
    async submit(campaignId: string, unitId: string, leaves: readonly CampaignLeaf[]): Promise<void> {
      const id = uuidv7();
      const claimed = leaves.filter(({ scoredBy }) => ['self', 'bonus', 'penalty'].includes(scoredBy));
      await test.database.asSuperuser(
        `insert into submission (unit_id, id, assessment_id, campaign_id, host_id, number, points, submitted_by, submitted_by_name)
         values ($1, $2, $3, $4, $5, 1, 0, 'x', 'Lãnh đạo phường')`,
        [unitId, id, uuidv7(), campaignId, cityId],
      );
      await test.database.asSuperuser(
        `insert into submitted_leaf (unit_id, submission_id, campaign_id, host_id, code, self_points, points, content, fingerprint, proofs)
         select $1, $2, $3, $4, code, points, points, '{}', 'print of ' || code, 1
         from jsonb_to_recordset($5) as l (code text, points integer)`,
        [
          unitId,
          id,
          campaignId,
          cityId,
          JSON.stringify(
            claimed.map(({ code, maxPoints, scoredBy }) => ({
              code,
              points: scoredBy === 'penalty' ? 0 : maxPoints,
            })),
          ),
        ],
      );
    },
    /** The first appraisal of every leaf of a unit, cutting those named. */
    async appraise(campaignId: string, unitId: string, cuts: Record<string, number> = {}): Promise<void> {
      await test.database.asSuperuser(
        `insert into ruling (unit_id, id, campaign_id, assessed_id, code, round, from_points, points, reasons, fingerprint, judged_by, judged_by_name)
         select l.unit_id, gen_random_uuid(), l.campaign_id, s.unit_id, l.code, 'appraisal_1', c.points,
           coalesce(c.points, l.max_points) - coalesce(cut.points, 0),
           case when cut.points is null then '[]' else jsonb_build_array(jsonb_build_object('points', cut.points, 'cause', 'no_proof', 'text', 'thiếu')) end,
           coalesce(c.fingerprint, s.id::text), 'x', 'Người thẩm định'
         from campaign_leaf l
         join submission s on s.campaign_id = l.campaign_id and s.unit_id = $2 and s.withdrawn_at is null
         left join submitted_leaf c on c.campaign_id = l.campaign_id and c.unit_id = $2 and c.code = l.code and c.withdrawn_at is null
         left join jsonb_to_recordset($3) as cut (code text, points integer) on cut.code = l.code
         where l.campaign_id = $1 and l.is_leaf`,
        [
          campaignId,
          unitId,
          JSON.stringify(Object.entries(cuts).map(([code, points]) => ({ code, points }))),
        ],
      );
    },
    /** An explanation or appeal that was sent. */
    async answer(campaignId: string, unitId: string, code: string, kind = 'explanation'): Promise<void> {
      await test.database.asSuperuser(
        `insert into leaf_answer (unit_id, id, assessment_id, campaign_id, host_id, code, kind, text, written_by, written_by_name, sent_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'Đã bổ sung', 'x', 'Cán bộ', now())`,
        [unitId, uuidv7(), uuidv7(), campaignId, cityId, code, kind],
      );
    },
    async reappraise(campaignId: string, { unitId, code, from = null, points }: RulingRow): Promise<void> {
      await test.database.asSuperuser(
        `insert into ruling (unit_id, id, campaign_id, assessed_id, code, round, from_points, points, reasons, fingerprint, judged_by, judged_by_name)
         values ($1, $2, $3, $4, $5, 'appraisal_2', $6, $7, '[]', 'second', 'x', 'Người thẩm định')`,
        [cityId, uuidv7(), campaignId, unitId, code, from, points],
      );
    },
  };
}

export const kindOf = (body: unknown) => (body as { problem: { kind: string } }).problem.kind;
export const needOf = (body: unknown) => (body as { problem: { need?: string } }).problem.need;
