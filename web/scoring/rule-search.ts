import { FAMILIES, type Family } from '#core/scoring/families.ts';

const STATES = ['draft', 'checked'] as const;

/** What the address asks of the list of rules. */
export type RuleSearch = {
  q?: string | undefined;
  family?: Family | undefined;
  state?: (typeof STATES)[number] | undefined;
};

/** What an address says; whatever it says wrongly is left out. */
export function readRuleAddress(search: Record<string, unknown>): RuleSearch {
  return {
    q: typeof search.q === 'string' && search.q !== '' ? search.q : undefined,
    family: FAMILIES.find((family) => family === search.family),
    state: STATES.find((state) => state === search.state),
  };
}
