import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { type CriteriaSearch, SORT_KEYS } from './criteria-view.ts';

/** The address of the criteria page: the filters and, as codes, the branches that are closed. */
export type CriteriaAddress = CriteriaSearch & { closed?: string | undefined };

// Written out, because the first screen must not load the schemas for them.
const SOURCES = ['self', 'survey', 'bonus', 'penalty'] as const satisfies readonly AnnexRow['source'][];

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((each) => each === value);
}
const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const isOn = (value: unknown) => (value === true || value === 'true' ? true : undefined);

/** What an address says; whatever it says wrongly is left out. */
export function readCriteriaAddress(search: Record<string, unknown>): CriteriaAddress {
  return {
    q: word(search.q),
    department: word(search.department),
    source: oneOf(SOURCES, search.source),
    missing: isOn(search.missing),
    sort: oneOf(SORT_KEYS, search.sort),
    descending: isOn(search.descending),
    closed: word(search.closed),
  };
}

/** The closed branches as the address writes them: "I,V.9". */
export function closedCodes(address: CriteriaAddress): Set<string> {
  return new Set(address.closed?.split(',') ?? []);
}

/** The same address with one branch opened or closed. */
export function withBranch(address: CriteriaAddress, code: string, isOpen: boolean): CriteriaAddress {
  const closed = closedCodes(address);
  if (isOpen) closed.delete(code);
  else closed.add(code);
  return { ...address, closed: closed.size === 0 ? undefined : [...closed].join(',') };
}
