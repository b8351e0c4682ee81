import { z } from 'zod';
import { campaignSchema, decisionPaperSchema } from '#core/assessments/campaign.ts';
import type { Hundredths } from '#core/points.ts';
import { placesOf } from './places.ts';

const fieldPointsSchema = z.record(z.string(), z.int());

export const rankedUnitSchema = z.object({
  unitId: z.uuid(),
  name: z.string(),
  /** Hundredths, in all and by field ("VII"). */
  points: z.int(),
  fields: fieldPointsSchema,
  place: z.int(),
  /** Points and place in the campaign before; null where the unit took no part. */
  lastPoints: z.int().nullable(),
  lastPlace: z.int().nullable(),
});
export type RankedUnit = z.infer<typeof rankedUnitSchema>;

/** What a campaign came to: as published last, or as it stands before that. */
export const resultsSchema = z.object({
  campaign: campaignSchema.pick({ id: true, hostId: true, year: true, title: true, phase: true }),
  isProvisional: z.boolean(),
  maxPoints: z.int(),
  fields: z.array(z.object({ code: z.string(), title: z.string(), maxPoints: z.int() })),
  units: z.array(rankedUnitSchema),
  /** Units of the campaign without a result, by name; the city alone knows of them. */
  notSubmitted: z.array(z.string()),
  /** The newest first. */
  publications: z.array(
    z.object({
      number: z.int(),
      decision: decisionPaperSchema,
      reason: z.string(),
      publishedBy: z.string(),
      publishedAt: z.string(),
    }),
  ),
  lastYear: z.int().nullable(),
});
export type Results = z.infer<typeof resultsSchema>;

export type UnitResult = { unitId: string; name: string; points: Hundredths; fields: Record<string, number> };

/** Puts units in the order of their places, equal ones by name, beside what they came to before. */
export function rankUnits(
  units: readonly UnitResult[],
  before: readonly Pick<UnitResult, 'unitId' | 'points'>[],
): RankedUnit[] {
  const places = placesOf(units.map(({ points }) => points));
  const placesBefore = placesOf(before.map(({ points }) => points));
  const last = new Map(
    before.map(({ unitId, points }, position) => [unitId, { points, place: placesBefore[position] ?? 0 }]),
  );
  return units
    .map((unit, position) => ({
      ...unit,
      place: places[position] ?? 0,
      lastPoints: last.get(unit.unitId)?.points ?? null,
      lastPlace: last.get(unit.unitId)?.place ?? null,
    }))
    .toSorted((one, other) => one.place - other.place || one.name.localeCompare(other.name, 'vi'));
}
