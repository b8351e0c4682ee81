import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOSS_CAUSES } from '#core/assessments/assessment-words.ts';
import { isAccountedFor, pointsBefore } from '#core/assessments/columns.ts';
import type { Comparison } from '#core/assessments/comparison.ts';
import type { Reason } from '#core/assessments/ruling.ts';
import { ledgerOf, reasonsBetween } from '#core/assessments/side-by-side.ts';
import { type CityRound, isReleased, PHASES, type Phase } from '#core/assessments/stages.ts';
import { sumPoints } from '#core/points.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import {
  type Claimed,
  handIn,
  LEAVES,
  reason,
  roundsOf,
  rule,
  SELF_LEAVES,
  seedUnits,
  setPhase,
  startCampaign,
  type TestUnits,
} from './test-conversation.ts';

const STORIES = 30;
const ROUND_OF: Partial<Record<Phase, CityRound>> = {
  appraising: 'appraisal_1',
  reappraising: 'appraisal_2',
  deciding: 'council',
  published: 'appeal',
};

let test: TestApp;
let units: TestUnits;
beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-12-01T03:00:00Z');
  units = await seedUnits(test);
});
afterAll(() => test.close());

/** The same numbers for the same seed, so that a story that fails can be told again. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) | 0;
    return (state >>> 1) % sides;
  };
}

/** Reasons that add up to a difference, in one to three parts, some of which give back. */
function reasonsFor(difference: number, roll: (sides: number) => number): Reason[] {
  const parts = [roll(40) - 20, roll(40) - 20].slice(0, roll(3)).filter((part) => part !== 0);
  const rest = difference - sumPoints(parts);
  return [...parts, rest]
    .filter((part) => part !== 0)
    .map((part) => reason(part, LOSS_CAUSES[roll(LOSS_CAUSES.length)]));
}

async function seen(cookie: string, campaignId: string, unitId: string): Promise<Comparison> {
  return (await test.ask(`/api/campaigns/${campaignId}/comparison/${unitId}`, { cookie })).body as Comparison;
}

/** Every difference between two columns of every leaf is the sum of its reasons, and the ledger leaves nothing over. */
function expectAccounted({ lines, shown, unaccounted, totals }: Comparison): void {
  expect(unaccounted).toEqual([]);
  const leaves = lines.filter(({ isLeaf }) => isLeaf);
  for (const { code, columns, given } of leaves)
    for (const [place, to] of shown.entries())
      for (const from of shown.slice(0, place)) {
        const [before, after] = [columns[from] ?? null, columns[to] ?? null];
        if (before === null || after === null) continue;
        const sum = sumPoints(reasonsBetween(given, from, to).map(({ points }) => points));
        expect(sum, `${code} from ${from} to ${to}`).toBe(before - after);
      }
  for (const column of shown) {
    const { start, end, causes, entered } = ledgerOf(lines, column);
    expect(start - sumPoints(causes.map(({ points }) => points)) + entered).toBe(end);
    expect(totals.columns[column] ?? 0).toBe(end);
  }
}

it.each(Array.from({ length: STORIES }, (_, seed) => [seed]))(
  'whatever happens, no hundredth is lost without a reason and nothing is seen early: story %i',
  async (seed) => {
    const roll = dice(seed + 1);
    const campaignId = await startCampaign(test, units, 2026 + seed);
    await setPhase(test, units, campaignId, 'claiming');
    for (const unitId of [units.wardId, units.otherId]) {
      const claims = SELF_LEAVES.map((code): Claimed => {
        const self = code === 'III.2' ? 0 : roll(51);
        const points = code === 'III.2' ? -roll(30) : roll(self + 1);
        return { code, self, points, reasons: reasonsFor(self - points, roll) };
      });
      await handIn(test, units, campaignId, unitId, claims);
    }
    for (const phase of PHASES.slice(2)) {
      await setPhase(test, units, campaignId, phase);
      const round = ROUND_OF[phase];
      const rulings = round ? 2 + roll(5) : 0;
      for (let step = 0; step < rulings; step += 1) {
        const unitId = roll(2) === 0 ? units.wardId : units.otherId;
        const code = LEAVES[roll(LEAVES.length)]!;
        const given = await roundsOf(test, units, campaignId, { unitId, code });
        const from = pointsBefore(given, round!);
        const points = code === 'III.2' ? -roll(30) : roll(51);
        const reasons = from === null ? [] : reasonsFor(from - points, roll);
        await rule(test, units, campaignId, { unitId, code, round: round!, points, reasons });
        expect(isAccountedFor(await roundsOf(test, units, campaignId, { unitId, code }))).toBe(true);
        await expect(
          rule(test, units, campaignId, {
            unitId,
            code,
            round: round!,
            points,
            reasons: [...reasons, reason(1)],
          }),
        ).rejects.toThrow('reasons_add_up');
      }
      for (const [cookie, unitId] of [
        [units.ward, units.wardId],
        [units.other, units.otherId],
      ] as const) {
        const own = await seen(cookie, campaignId, unitId);
        expectAccounted(own);
        const rounds = own.lines.flatMap(({ given }) => given.map((each) => each.round));
        const early = rounds.filter(
          (each) => each !== 'self' && each !== 'review' && !isReleased(each, phase),
        );
        expect(early).toEqual([]);
        expectAccounted(await seen(units.city, campaignId, unitId));
      }
    }
  },
);
