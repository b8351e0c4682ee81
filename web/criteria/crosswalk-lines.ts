import type { Crosswalk, CrosswalkChange, CrosswalkEntry, CrosswalkLeaf } from '#core/criteria/crosswalk.ts';
import type { CrosswalkFilter } from './crosswalk-search.ts';
import { isSaidIn } from './said-in.ts';

export type CrosswalkLine = {
  key: string;
  from: CrosswalkLeaf | undefined;
  to: CrosswalkLeaf | undefined;
  entry: CrosswalkEntry;
  /** What somebody made for the former leaf: it goes over, or stays with a leaf that ends. */
  carries: Crosswalk['carries'][string];
};

const NOTHING = { entry: false, rule: false, evidence: 0 };

/** Lines in the order to be looked at: ended and new leaves, which a person may still join, then changed ones, then the rest. */
export function crosswalkLines({ from, to, entries, carries }: Crosswalk): CrosswalkLine[] {
  const formerByCode = new Map(from.leaves.map((leaf) => [leaf.code, leaf]));
  const nextByCode = new Map(to.leaves.map((leaf) => [leaf.code, leaf]));
  const lines = entries.map((entry) => ({
    key: `${entry.from ?? ''} → ${entry.to ?? ''}`,
    from: formerByCode.get(entry.from ?? ''),
    to: nextByCode.get(entry.to ?? ''),
    entry,
    carries: carries[entry.from ?? ''] ?? NOTHING,
  }));
  const place = ({ entry }: CrosswalkLine) =>
    entry.to === null ? 0 : entry.from === null ? 1 : entry.changes.length > 0 ? 2 : 3;
  return lines.toSorted((one, other) => place(one) - place(other));
}

export function hasWork({ carries }: CrosswalkLine): boolean {
  return carries.entry || carries.rule || carries.evidence > 0;
}

function passes(line: CrosswalkLine, filter: CrosswalkFilter): boolean {
  if (filter === 'unchanged') return line.entry.changes.length === 0;
  return filter === 'carried' ? hasWork(line) : line.entry.changes.includes(filter);
}

export function filterLines(
  lines: readonly CrosswalkLine[],
  { change, q = '' }: { change?: CrosswalkFilter | undefined; q?: string | undefined },
): CrosswalkLine[] {
  return lines.filter(
    (line) =>
      (change === undefined || passes(line, change)) &&
      isSaidIn(q, ...[line.from, line.to].flatMap((leaf) => (leaf ? [leaf.code, leaf.title] : []))),
  );
}

export function countLines(lines: readonly CrosswalkLine[], filter: CrosswalkFilter): number {
  return lines.filter((line) => passes(line, filter)).length;
}

/**
 * The pairs with a former leaf going on as the next one chosen, or as none. Whoever either of them
 * went with before stands alone then.
 */
export function joinLeaves(
  entries: readonly CrosswalkEntry[],
  from: string,
  to: string | null,
): CrosswalkChange['entries'] {
  const others = entries.filter((entry) => entry.from !== from && (to === null || entry.to !== to));
  const before = entries.find((entry) => entry.from === from)?.to ?? null;
  const formerOfTo = to === null ? null : (entries.find((entry) => entry.to === to)?.from ?? null);
  return [
    ...others.map(({ from: one, to: other }) => ({ from: one, to: other })),
    { from, to },
    ...(before !== null && before !== to ? [{ from: null, to: before }] : []),
    ...(formerOfTo !== null && formerOfTo !== from ? [{ from: formerOfTo, to: null }] : []),
  ];
}
