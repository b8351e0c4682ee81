import type { AppraisedClaim } from '#core/assessments/appraisal.ts';
import { assign, seedCity } from '#server/appraisal/test-city.ts';
import type { TestApp } from '#server/test-app.ts';
import { openWard } from './open-ward.ts';
import { median } from './timing.ts';

const UNITS = 126;
const LEAVES = 95;
const RUNS = 40;
const APPRAISERS = 20;
const EACH = 15;

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Each run's time, one after the other, after a few to warm up. */
async function timesOf(work: (run: number) => Promise<unknown>): Promise<number[]> {
  for (let run = 0; run < 5; run += 1) await work(run);
  const times: number[] = [];
  for (let run = 5; run < RUNS + 5; run += 1) times.push(await millisecondsOf(() => work(run)));
  return times;
}

/** Asks and insists on an answer: a refusal would be fast for the wrong reason. */
async function insist<Answer>(
  test: TestApp,
  path: string,
  asked: { cookie: string; json?: unknown },
): Promise<Answer> {
  const { status, body } = await test.ask(path, asked);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  return body as Answer;
}

/** An appraiser's seconds: a criterion across a whole city, the next unit, a ruling, and twenty of them at once. */
export async function bench() {
  const test = await openWard();
  const administrator = await test.setUp();
  const city = await seedCity(test, { units: UNITS, leaves: LEAVES });
  const cookies: string[] = [];
  for (let count = 0; count < APPRAISERS; count += 1) {
    const cookie = await test.join(administrator, 'appraiser');
    const { userId } = await insist<{ userId: string }>(test, '/api/me', { cookie });
    await assign(test, city, userId, null);
    cookies.push(cookie);
  }
  const [cookie = ''] = cookies;
  const base = `/api/campaigns/${city.campaignId}/appraisal`;
  const codeAt = (at: number) => city.codes[at % LEAVES]!;
  const unitAt = (at: number) => city.unitIds[at % UNITS]!;
  const look = (code: string, unitId: string, who = cookie) =>
    insist<AppraisedClaim>(test, `${base}/${code}/${unitId}`, { cookie: who });
  const rule = (code: string, unitId: string, { fingerprint, unit }: AppraisedClaim, who = cookie) =>
    insist(test, `${base}/${code}/${unitId}`, {
      cookie: who,
      json: {
        points: 70,
        reasons: [{ points: 10, cause: 'no_proof', text: 'Thiếu minh chứng' }],
        judged: fingerprint,
        previousId: unit.rulingId,
      },
    });

  const page = median(await timesOf((run) => insist(test, `${base}/${codeAt(run)}`, { cookie })));
  const rows =
    'select unit_id, self_points, points, last_points, proofs, fingerprint from submitted_leaf where host_id = $1 and code = $2';
  const barePage = median(
    await timesOf((run) => test.database.asSuperuser(rows, [city.cityId, codeAt(run)])),
  );
  const next = median(await timesOf((run) => look(codeAt(run), unitAt(run * 7))));
  const one = 'select content from submitted_leaf where unit_id = $1 and code = $2';
  const bareNext = median(
    await timesOf((run) => test.database.asSuperuser(one, [unitAt(run * 7), codeAt(run)])),
  );
  const saved: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const claim = await look(codeAt(run), unitAt(run));
    saved.push(await millisecondsOf(() => rule(codeAt(run), unitAt(run), claim)));
  }
  const insertion =
    "insert into ruling (unit_id, id, campaign_id, assessed_id, code, round, from_points, points, fingerprint, judged_by, judged_by_name) values ($1, gen_random_uuid(), $2, $3, $4, 'appraisal_1', 80, 80, 'x', 'x', 'x')";
  const bareSaved = median(
    await timesOf((run) =>
      test.database.asSuperuser(insertion, [
        city.cityId,
        city.campaignId,
        unitAt(run + 60),
        codeAt(run + 60),
      ]),
    ),
  );

  // Everybody opens a criterion, looks at units of it and rules on each, all at the same time.
  const mixed: number[] = [];
  await Promise.all(
    cookies.map(async (who, lane) => {
      const code = codeAt(lane * 3);
      for (let count = 0; count < EACH; count += 1) {
        const unitId = unitAt(lane * 5 + count);
        if (count % 5 === 0)
          mixed.push(await millisecondsOf(() => insist(test, `${base}/${code}`, { cookie: who })));
        let claim: AppraisedClaim | undefined;
        mixed.push(
          await millisecondsOf(async () => {
            claim = await look(code, unitId, who);
          }),
        );
        if (claim) {
          const judged = claim;
          mixed.push(await millisecondsOf(() => rule(code, unitId, judged, who)));
        }
      }
    }),
  );
  const p99 = mixed.toSorted((a, b) => a - b)[Math.ceil(mixed.length * 0.99) - 1]!;
  // What whoever conducts the campaign looks at: every leaf of every unit stands behind it.
  const conduct = `/api/campaigns/${city.campaignId}`;
  const whole = [
    ['the whole campaign: how far it is', conduct],
    ['the whole campaign: its units', `${conduct}/units`],
    ['all rounds of one unit side by side', `${conduct}/comparison/${unitAt(0)}`],
    ['places of all units, provisional', `${conduct}/results`],
  ] as const;
  const conducted: { what: string; value: number; unit: string }[] = [];
  for (const [what, path] of whole) {
    const times = await timesOf(() => insist(test, path, { cookie: administrator }));
    conducted.push({ what, value: median(times), unit: 'ms' });
  }
  await test.close();
  const row = (what: string, value: number, most: number, bare?: number) => ({
    what,
    value,
    unit: 'ms',
    ...(bare === undefined ? {} : { ratio: bare / value }),
    bar: `< ${most} ms`,
    met: value < most,
  });
  return {
    name: `Appraisal (${UNITS} units × ${LEAVES} leaves; the ratio is the bare SQL of the same rows)`,
    rows: [
      row('one criterion across all units', page, 120, barePage),
      row('the next unit', next, 50, bareNext),
      row('a ruling saved', median(saved), 80, bareSaved),
      row(`${APPRAISERS} appraisers at once, p99 of ${mixed.length} requests`, p99, 300),
      ...conducted,
    ],
  };
}
