// Apart from the schemas, so that a page can list these words without carrying a validator.

/**
 * Where the assessment of one unit stands (docs/glossary.md has the Vietnamese). Up to `submitted` the
 * unit moves it; afterwards the city moves the whole campaign.
 */
export const STAGES = [
  'preparing',
  'claiming',
  'approving',
  'approved',
  'submitted',
  'appraising',
  'explaining',
  'reappraising',
  'deciding',
  'published',
] as const;
export type Stage = (typeof STAGES)[number];

/** How far a campaign is: its part of the stages. */
export const PHASES = [
  'preparing',
  'claiming',
  'appraising',
  'explaining',
  'reappraising',
  'deciding',
  'published',
] as const satisfies readonly Stage[];
export type Phase = (typeof PHASES)[number];

/** How far a unit is with its own part. */
export const UNIT_STAGES = [
  'claiming',
  'approving',
  'approved',
  'submitted',
] as const satisfies readonly Stage[];
export type UnitStage = (typeof UNIT_STAGES)[number];

/**
 * Where the assessment of a unit stands in its campaign: its own part until it has submitted, then the
 * campaign's. A unit that never submits stays where it is, whatever the others do.
 */
export function stageOf(unitStage: UnitStage, phase: Phase): Stage {
  if (phase === 'preparing') return 'preparing';
  if (unitStage !== 'submitted') return unitStage;
  return phase === 'claiming' ? 'submitted' : phase;
}

/** Whose points a leaf has, one after the other; what a unit is told at last is the last of them. */
export const ROUNDS = ['self', 'review', 'appraisal_1', 'appraisal_2', 'council', 'appeal'] as const;
export type Round = (typeof ROUNDS)[number];

/** The rounds of the city, with the phase from which the units see them. */
export const RELEASED_IN = {
  appraisal_1: 'explaining',
  appraisal_2: 'deciding',
  council: 'published',
  appeal: 'published',
} as const satisfies Partial<Record<Round, Phase>>;
export type CityRound = keyof typeof RELEASED_IN;

/** Whether the units see what was ruled in a round: at the moment of release and ever after. */
export function isReleased(round: CityRound, phase: Phase): boolean {
  return PHASES.indexOf(phase) >= PHASES.indexOf(RELEASED_IN[round]);
}
