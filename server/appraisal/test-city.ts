import { v7 as uuidv7 } from 'uuid';
import type { ClaimContent } from '#core/assessments/leaf-claim.ts';
import type { Phase } from '#core/assessments/stages.ts';
import type { TestApp } from '#server/test-app.ts';

/** A claim as an officer's unit hands it in: eight of ten on time, proved by two papers. */
export const CLAIM = {
  code: 'I.1',
  points: 80,
  evaluation: {
    status: 'scored',
    points: 80,
    maxPoints: 100,
    family: 'ratio',
    scoredBy: 'self',
    ruleVersion: 1,
    isDraft: false,
    unrounded: '0.8',
    inputs: [
      { key: 'b', title: 'Số báo cáo gửi đúng hạn', value: '8', unit: 'báo cáo' },
      { key: 'a', title: 'Tổng số báo cáo phải gửi', value: '10', unit: 'báo cáo' },
    ],
    steps: [
      { kind: 'share', b: '8', a: '10', share: '0.8' },
      { kind: 'times_maximum', share: '0.8', points: '0.8' },
    ],
    missing: null,
  },
  typedReason: '',
  proofs: ['a', 'b'].map((letter, at) => ({
    evidenceId: `0193a000-0000-7000-8000-00000000000${at}`,
    kind: 'document',
    title: `Báo cáo kết quả ${letter}`,
    text: '',
    number: `0${at + 1}/BC-UBND`,
    issuedOn: '2026-10-05',
    issuer: 'UBND phường Hồ Sen',
    file: {
      fileName: `báo cáo ${letter}.pdf`,
      mediaType: 'application/pdf',
      size: 8,
      sha256: letter.repeat(64),
    },
    page: at + 1,
    section: 'Mục II',
    note: '',
  })),
  bonusClaims: [],
} as ClaimContent;

export type TestCity = {
  cityId: string;
  campaignId: string;
  unitIds: string[];
  codes: string[];
  /** The leaf a survey gives the points of; no unit claims it. */
  surveyCode: string;
};

/**
 * Makes the unit of the first account a city whose wards have all submitted every leaf of a campaign,
 * past every fence and by a handful of statements, so that a bench can make a whole city.
 */
export async function seedCity(
  test: Pick<TestApp, 'database'>,
  { units = 3, leaves = 4, phase = 'appraising' as Phase } = {},
): Promise<TestCity> {
  const { asSuperuser } = test.database;
  const [city] = await asSuperuser<{ id: string }>("update unit set kind = 'city' returning id");
  const cityId = city!.id;
  const campaignId = uuidv7();
  const codes = Array.from(
    { length: leaves },
    (_, at) => `${'I'.repeat((at % 3) + 1)}.${Math.floor(at / 3) + 1}`,
  );
  const surveyCode = 'IV.1';
  await asSuperuser(
    `insert into unit (id, parent_id, path, kind, name)
     select gen_random_uuid(), $1, 'w' || n, 'ward', 'phường Hồ Sen ' || lpad(n::text, 3, '0') from generate_series(1, $2::int) n`,
    [cityId, units],
  );
  const wards = await asSuperuser<{ id: string }>('select id from unit where parent_id = $1 order by name', [
    cityId,
  ]);
  await asSuperuser(
    `insert into campaign (unit_id, id, year, title, phase, calendar, created_by) values ($1, $2, 2026, 'Đánh giá năm 2026', $3, '{}', 'x')`,
    [cityId, campaignId, phase],
  );
  for (const [at, code] of [...codes, surveyCode].entries())
    await asSuperuser(
      `insert into campaign_leaf (unit_id, campaign_id, code, position, level, is_leaf, title, max_points, scored_by)
       values ($1, $2, $3, $4, 2, true, $5, 100, $6)`,
      [cityId, campaignId, code, at, `Tiêu chí ${code}`, code === surveyCode ? 'survey' : 'self'],
    );
  await asSuperuser(
    `insert into campaign_unit (unit_id, campaign_id, assessed_id) select $1, $2, id from unit where parent_id = $1`,
    [cityId, campaignId],
  );
  // A whole assessment of each ward is not what is looked at here.
  await asSuperuser('set session_replication_role = replica');
  await asSuperuser(
    `insert into submission (unit_id, id, assessment_id, campaign_id, host_id, number, points, submitted_by, submitted_by_name)
     select id, gen_random_uuid(), gen_random_uuid(), $2, $1, 1, 8000, 'x', 'Chủ tịch phường' from unit where parent_id = $1`,
    [cityId, campaignId],
  );
  await asSuperuser(
    `insert into submitted_leaf (unit_id, submission_id, campaign_id, host_id, code, self_points, points, reasons, last_points, content, fingerprint, proofs)
     select s.unit_id, s.id, s.campaign_id, s.host_id, code, 80, 80, '[]', 75,
       jsonb_set($3::jsonb, '{code}', to_jsonb(code)), encode(sha256((s.unit_id || code)::bytea), 'hex'), 2
     from submission s, unnest($2::text[]) code where s.host_id = $1`,
    [cityId, codes, JSON.stringify(CLAIM)],
  );
  await asSuperuser('set session_replication_role = origin');
  await asSuperuser('analyze');
  return { cityId, campaignId, unitIds: wards.map(({ id }) => id), codes, surveyCode };
}

/** Gives a person of the city a field, criterion or leaf, of all units or one. */
export async function assign(
  test: Pick<TestApp, 'database'>,
  { cityId, campaignId }: TestCity,
  userId: string,
  code: string | null,
  assessedId: string | null = null,
): Promise<void> {
  await test.database.asSuperuser(
    `insert into appraiser_assignment (unit_id, id, campaign_id, user_id, code, assessed_id, assigned_by) values ($1, $2, $3, $4, $5, $6, 'x')`,
    [cityId, uuidv7(), campaignId, userId, code, assessedId],
  );
}
