import type { SetChange } from '#core/criteria/crosswalk.ts';

// Written out, because the first screen must not load the schemas for them.
export const CROSSWALK_FILTERS = [
  'removed',
  'added',
  'reweighted',
  'moved',
  'reworded',
  'unchanged',
  'carried',
] as const satisfies readonly (SetChange | 'unchanged' | 'carried')[];
export type CrosswalkFilter = (typeof CROSSWALK_FILTERS)[number];

export type CrosswalkAddress = { change?: CrosswalkFilter | undefined; q?: string | undefined };

/** What the address of a crosswalk says; whatever it says wrongly is left out. */
export function readCrosswalkAddress({ change, q }: Record<string, unknown>): CrosswalkAddress {
  return {
    change: CROSSWALK_FILTERS.find((each) => each === change),
    q: typeof q === 'string' && q !== '' ? q : undefined,
  };
}
