import { proposeCrosswalk, type SetLeaf } from '#core/criteria/crosswalk-proposal.ts';
import type { BenchResult } from './run.ts';
import { median, millisecondsOf } from './timing.ts';

const RUNS = 7;
const PLAN = 'Ban hành kế hoạch cải cách hành chính của Ủy ban nhân dân phường';
const SIGNED = 'Tỷ lệ văn bản điện tử được ký số đầy đủ theo quy định';
const LONG = `${SIGNED} `.repeat(2000);

const CASES: { what: string; count: number; bar: number; title: (at: number, year: number) => string }[] = [
  {
    what: '95 leaves, each re-worded',
    count: 95,
    bar: 100,
    title: (at, year) => `${SIGNED} ở lĩnh vực số ${at} của năm ${year}`,
  },
  { what: '5,000 leaves of one and the same title', count: 5000, bar: 2000, title: () => PLAN },
  {
    what: '5,000 leaves, each re-worded',
    count: 5000,
    bar: 2000,
    title: (at, year) => (year === 2025 ? `${PLAN} ${at}` : `${at} ${SIGNED}`),
  },
  {
    what: '20 titles of 24,000 words',
    count: 20,
    bar: 2000,
    title: (at, year) => (year === 2025 ? `${LONG} ${at}` : `${at} ${LONG}`),
  },
];

const setOf = (count: number, title: (at: number) => string): SetLeaf[] =>
  Array.from({ length: count }, (_, at) => ({
    code: `I.${at}`,
    title: title(at),
    maxPoints: 100,
    path: ['Công tác chỉ đạo, điều hành'],
  }));

/** The limit: every title of both sides read once, letter by letter. */
function readTitles(...sets: SetLeaf[][]): number {
  let letters = 0;
  for (const { title } of sets.flat()) for (const letter of title) letters += letter.length;
  return letters;
}

const medianMilliseconds = (work: () => unknown) =>
  median(Array.from({ length: RUNS }, () => millisecondsOf(work)));

export async function bench(): Promise<BenchResult> {
  const rows = CASES.map(({ what, count, bar, title }) => {
    const from = setOf(count, (at) => title(at, 2025));
    const to = setOf(count, (at) => title(at, 2026));
    const value = medianMilliseconds(() => proposeCrosswalk(from, to));
    const limit = medianMilliseconds(() => readTitles(from, to));
    return { what, value, unit: 'ms', ratio: limit / value, bar: `< ${bar} ms`, met: value < bar };
  });
  return {
    name: `Crosswalk proposed (medians of ${RUNS}; ratio to reading every title once)`,
    rows,
  };
}
