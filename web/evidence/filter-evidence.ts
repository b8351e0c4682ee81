import type { Evidence } from '#core/evidence/evidence.ts';
import { isSaidIn } from '#web/criteria/said-in.ts';
import type { EvidenceSearch } from './evidence-search.ts';
import { searchedWords, signatureState } from './print-evidence.ts';

type Filter = keyof EvidenceSearch;

const TESTS: Record<Filter, (evidence: Evidence, value: string) => boolean> = {
  q: (evidence, value) => isSaidIn(value, ...searchedWords(evidence)),
  status: (evidence, value) => evidence.status === value,
  kind: (evidence, value) => evidence.kind === value,
  link: (evidence, value) =>
    value === 'none' ? evidence.links.length === 0 : evidence.links.some((link) => link.target === value),
  signed: (evidence, value) => signatureState(evidence.signatures) === value,
  field: (evidence, value) =>
    evidence.links.some(
      ({ target, targetTitle }) =>
        target === 'criterion' &&
        (targetTitle.startsWith(`${value}.`) || targetTitle.startsWith(`${value} `)),
    ),
};

/** The filters that are set, in the order their chips stand. */
export function filtersSet(search: EvidenceSearch): { filter: Filter; value: string }[] {
  return (Object.keys(TESTS) as Filter[]).flatMap((filter) => {
    const value = search[filter];
    return value ? [{ filter, value }] : [];
  });
}

/** The evidence that passes every filter, in the order it came. */
export function filterEvidence(all: readonly Evidence[], search: EvidenceSearch): Evidence[] {
  const filters = filtersSet(search);
  return all.filter((each) => filters.every(({ filter, value }) => TESTS[filter](each, value)));
}
