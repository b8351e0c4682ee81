import type { Hundredths } from '#core/points.ts';
import { comparableText, foldedWords } from '#core/vietnamese.ts';
import type { CrosswalkEntry, SetChange } from './crosswalk.ts';

/** A scored row of a set, with the titles of the rows above it, the field first. */
export type SetLeaf = { code: string; title: string; maxPoints: Hundredths; path: readonly string[] };
export type CrosswalkPair = Pick<CrosswalkEntry, 'from' | 'to'>;

/** Shares of words in hundredths. Under one code six of ten are enough, as for the draft rules of the catalogue. */
const ALIKE = 60;
/** Without the code to support it more has to be the same. */
const ALIKE_ELSEWHERE = 70;
/** A code that stayed and a third of the words are a rewording, less is another criterion. */
const ALIKE_BARELY = 35;

/** Beyond these a title or a set is no criterion or set anyone published; it is compared by code and whole title. */
const MOST_WORDS = 80;
const MOST_PAIRS = 250_000;

type ReadLeaf = { leaf: SetLeaf; text: string; words: ReadonlySet<string>; above: string };

/**
 * Which leaf of the former set goes on as which of the next, one to one, every leaf of either side once:
 * first those whose words are the same, then those alike under their code, alike elsewhere, and last
 * barely alike under their code. What is left has ended or is new. In the order of the next set, ended
 * leaves last. A proposal: a person decides.
 */
export function proposeCrosswalk(from: readonly SetLeaf[], to: readonly SetLeaf[]): CrosswalkEntry[] {
  const former = from.map(readLeaf);
  const next = to.map(readLeaf);
  const pairing = new Pairing(former.length, next.length);
  pairSameWords(former, next, pairing);
  pairAlike(former, next, pairing);
  return [
    ...to.map((leaf, position) => describeEntry(from[pairing.fromOf[position]!], leaf, false)),
    ...from
      .filter((_, position) => pairing.toOf[position] === -1)
      .map((leaf) => describeEntry(leaf, undefined, false)),
  ];
}

/**
 * The lines of pairs a person chose, described anew, in the same order as a proposal. A line that
 * already stood keeps whether it was the proposal's; every other is by hand. The pairs must have
 * passed `refuseCrosswalk`.
 */
export function describePairs(
  pairs: readonly CrosswalkPair[],
  sets: { from: readonly SetLeaf[]; to: readonly SetLeaf[] },
  before: readonly CrosswalkEntry[],
): CrosswalkEntry[] {
  const keyOf = ({ from, to }: CrosswalkPair) => JSON.stringify([from, to]);
  const isByHand = new Map(before.map((entry) => [keyOf(entry), entry.isByHand]));
  const formerByCode = new Map(sets.from.map((leaf) => [leaf.code, leaf]));
  const pairByTo = new Map(pairs.map((pair) => [pair.to, pair]));
  const goesOn = new Set(pairs.flatMap(({ from, to }) => (to === null ? [] : [from])));
  const describe = (former: SetLeaf | undefined, next: SetLeaf | undefined) => {
    const key = keyOf({ from: former?.code ?? null, to: next?.code ?? null });
    return describeEntry(former, next, isByHand.get(key) ?? true);
  };
  return [
    ...sets.to.map((leaf) => describe(formerByCode.get(pairByTo.get(leaf.code)?.from ?? ''), leaf)),
    ...sets.from.filter(({ code }) => !goesOn.has(code)).map((leaf) => describe(leaf, undefined)),
  ];
}

export type CrosswalkRefusal =
  | { kind: 'crosswalk_line_empty'; field: 'entries' }
  | { kind: 'crosswalk_code_unknown'; field: 'entries'; side: 'from' | 'to'; code: string }
  | { kind: 'crosswalk_code_twice'; field: 'entries'; side: 'from' | 'to'; code: string }
  | { kind: 'crosswalk_leaf_missing'; field: 'entries'; side: 'from' | 'to'; code: string };

/** Refuses lines that are not one to one over both sets: a code nobody has, one used twice, a leaf left out. */
export function refuseCrosswalk(
  pairs: readonly CrosswalkPair[],
  sets: { from: readonly SetLeaf[]; to: readonly SetLeaf[] },
): CrosswalkRefusal | undefined {
  if (pairs.some(({ from, to }) => from === null && to === null))
    return { kind: 'crosswalk_line_empty', field: 'entries' };
  for (const side of ['from', 'to'] as const) {
    const missing = new Set(sets[side].map(({ code }) => code));
    const known = new Set(missing);
    for (const pair of pairs) {
      const code = pair[side];
      if (code === null) continue;
      if (!known.has(code)) return { kind: 'crosswalk_code_unknown', field: 'entries', side, code };
      if (!missing.delete(code)) return { kind: 'crosswalk_code_twice', field: 'entries', side, code };
    }
    const [code] = missing;
    if (code !== undefined) return { kind: 'crosswalk_leaf_missing', field: 'entries', side, code };
  }
  return undefined;
}

function readLeaf(leaf: SetLeaf): ReadLeaf {
  const words = new Set(foldedWords(leaf.title).slice(0, MOST_WORDS));
  return { leaf, text: comparableText(leaf.title), words, above: comparableText(leaf.path.at(-1) ?? '') };
}

function describeEntry(
  from: SetLeaf | undefined,
  to: SetLeaf | undefined,
  isByHand: boolean,
): CrosswalkEntry {
  if (!from || !to) {
    const changes: SetChange[] = [from ? 'removed' : 'added'];
    return { from: from?.code ?? null, to: to?.code ?? null, changes, likeness: 0, isByHand };
  }
  const likeness = likenessOf(readLeaf(from), readLeaf(to));
  const changes: SetChange[] = [];
  if (from.maxPoints !== to.maxPoints) changes.push('reweighted');
  if (from.code !== to.code || !isUnderTheSame(from, to)) changes.push('moved');
  if (likeness < 100) changes.push('reworded');
  return { from: from.code, to: to.code, changes, likeness, isByHand };
}

/** Whether the row above is the same one, though perhaps in other words. */
function isUnderTheSame(one: SetLeaf, other: SetLeaf): boolean {
  const above = ({ path }: SetLeaf) => new Set(foldedWords(path.at(-1) ?? '').slice(0, MOST_WORDS));
  return sharedWords(above(one), above(other)) >= ALIKE;
}

/** Only the same words come to 100: what folding alone makes equal is still another wording. */
function likenessOf(one: ReadLeaf, other: ReadLeaf): number {
  return one.text === other.text ? 100 : Math.min(99, sharedWords(one.words, other.words));
}

/** Words of both among all words of either, in whole hundredths. */
function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 100;
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return Math.round((100 * both) / (one.size + other.size - both));
}

/** Who goes on as whom, by position; −1 for nobody. */
class Pairing {
  readonly toOf: Int32Array;
  readonly fromOf: Int32Array;
  constructor(from: number, to: number) {
    this.toOf = new Int32Array(from).fill(-1);
    this.fromOf = new Int32Array(to).fill(-1);
  }
  isFree(from: number, to: number): boolean {
    return this.toOf[from] === -1 && this.fromOf[to] === -1;
  }
  join(from: number, to: number): void {
    this.toOf[from] = to;
    this.fromOf[to] = from;
  }
}

/** The same words: under the same code, else under the same row above, else anywhere, in order. */
function pairSameWords(former: readonly ReadLeaf[], next: readonly ReadLeaf[], pairing: Pairing): void {
  const keys: ((leaf: ReadLeaf) => string | undefined)[] = [
    ({ leaf, text }) => JSON.stringify([text, leaf.code]),
    ({ text, above }) => (text === '' ? undefined : JSON.stringify([text, above])),
    ({ text }) => (text === '' ? undefined : text),
  ];
  for (const keyOf of keys) {
    const waiting = new Map<string, number[]>();
    next.forEach((leaf, position) => {
      const key = keyOf(leaf);
      if (key === undefined || pairing.fromOf[position] !== -1) return;
      const same = waiting.get(key);
      if (same) same.push(position);
      else waiting.set(key, [position]);
    });
    for (const same of waiting.values()) same.reverse();
    former.forEach((leaf, position) => {
      const key = keyOf(leaf);
      if (key === undefined || pairing.toOf[position] !== -1) return;
      const found = waiting.get(key)?.pop();
      if (found !== undefined) pairing.join(position, found);
    });
  }
}

type Candidate = { from: number; to: number; rank: number; likeness: number; isNear: boolean };

/** Other words that are still alike, the likest first. */
function pairAlike(former: readonly ReadLeaf[], next: readonly ReadLeaf[], pairing: Pairing): void {
  const freeFrom = former.flatMap((_, position) => (pairing.toOf[position] === -1 ? [position] : []));
  const freeTo = next.flatMap((_, position) => (pairing.fromOf[position] === -1 ? [position] : []));
  const isLarge = freeFrom.length * freeTo.length > MOST_PAIRS;
  const byCode = new Map(freeTo.map((position) => [next[position]!.leaf.code, position]));
  const candidates: Candidate[] = [];
  for (const from of freeFrom) {
    const sameCode = byCode.get(former[from]!.leaf.code);
    const compared = isLarge ? (sameCode === undefined ? [] : [sameCode]) : freeTo;
    for (const to of compared) {
      const candidate = compare(former[from]!, next[to]!, to === sameCode);
      if (candidate) candidates.push({ from, to, ...candidate });
    }
  }
  candidates.sort(
    (one, other) =>
      one.rank - other.rank ||
      other.likeness - one.likeness ||
      Number(other.isNear) - Number(one.isNear) ||
      one.from - other.from ||
      one.to - other.to,
  );
  for (const { from, to } of candidates) if (pairing.isFree(from, to)) pairing.join(from, to);
}

function compare(from: ReadLeaf, to: ReadLeaf, isSameCode: boolean) {
  const [few, many] = [from.words.size, to.words.size].sort((one, other) => one - other);
  if (100 * few! < ALIKE_BARELY * many!) return undefined;
  const likeness = likenessOf(from, to);
  const isNear = from.above === to.above;
  if (isSameCode && likeness >= ALIKE) return { rank: 1, likeness, isNear };
  if (likeness >= ALIKE_ELSEWHERE) return { rank: 2, likeness, isNear };
  return isSameCode && likeness >= ALIKE_BARELY ? { rank: 3, likeness, isNear } : undefined;
}
