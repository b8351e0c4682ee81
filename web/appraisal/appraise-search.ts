import { UNIT_FILTERS, UNIT_SORTS, type UnitFilter, type UnitSort } from './list-units.ts';

/** What the address of a leaf's page says: which unit is open, and how the list is arranged. */
export type AppraiseSearch = {
  unit?: string | undefined;
  filter?: UnitFilter | undefined;
  sort?: UnitSort | undefined;
};

export function readAppraiseAddress(search: Record<string, unknown>): AppraiseSearch {
  return {
    unit: typeof search.unit === 'string' && search.unit !== '' ? search.unit : undefined,
    filter: UNIT_FILTERS.find((each) => each === search.filter && each !== 'all'),
    sort: UNIT_SORTS.find((each) => each === search.sort && each !== 'name'),
  };
}
