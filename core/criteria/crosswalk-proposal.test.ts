import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CrosswalkPair,
  describePairs,
  proposeCrosswalk,
  refuseCrosswalk,
  type SetLeaf,
} from './crosswalk-proposal.ts';

const FIELD = ['Cải cách thủ tục hành chính'];
const PLAN = 'Ban hành kế hoạch cải cách hành chính năm';
const SIGNED = 'Tỷ lệ văn bản điện tử được ký số đúng quy định';
const LONG = `${SIGNED} `.repeat(2000);
const ONLINE = 'Tỷ lệ hồ sơ giải quyết trực tuyến toàn trình';
const leaf = (code: string, title: string, maxPoints = 100, path = FIELD): SetLeaf => ({
  code,
  title,
  maxPoints,
  path,
});
const linesOf = (from: SetLeaf[], to: SetLeaf[]) =>
  proposeCrosswalk(from, to).map((entry) => [entry.from, entry.to, entry.changes.join(' ')]);

describe('what a proposal says', () => {
  it.each([
    ['the same leaf goes on unchanged', [leaf('I.1', PLAN)], [leaf('I.1', PLAN)], [['I.1', 'I.1', '']]],
    [
      'another maximum is another weight',
      [leaf('I.1', PLAN)],
      [leaf('I.1', PLAN, 50)],
      [['I.1', 'I.1', 'reweighted']],
    ],
    [
      'the same words under another code have moved',
      [leaf('I.1', PLAN)],
      [leaf('II.4', PLAN)],
      [['I.1', 'II.4', 'moved']],
    ],
    [
      'the same code under another row has moved',
      [leaf('I.1', PLAN)],
      [leaf('I.1', PLAN, 100, ['Chuyển đổi số'])],
      [['I.1', 'I.1', 'moved']],
    ],
    [
      'a word more under the same code is another wording',
      [leaf('I.1', PLAN)],
      [leaf('I.1', `${PLAN} 2026`)],
      [['I.1', 'I.1', 'reworded']],
    ],
    [
      'a third of the words under the same code still goes on',
      [leaf('I.1', PLAN)],
      [leaf('I.1', 'Kế hoạch cải cách ban hành đúng hạn, đủ nội dung theo mẫu')],
      [['I.1', 'I.1', 'reworded']],
    ],
    [
      'other words under the same code are one that ended and one that began',
      [leaf('I.1', PLAN)],
      [leaf('I.1', ONLINE)],
      [
        [null, 'I.1', 'added'],
        ['I.1', null, 'removed'],
      ],
    ],
    [
      'codes that shifted by one are followed by their words',
      [leaf('I.1', PLAN), leaf('I.2', SIGNED)],
      [leaf('I.1', ONLINE), leaf('I.2', PLAN), leaf('I.3', SIGNED, 50)],
      [
        [null, 'I.1', 'added'],
        ['I.1', 'I.2', 'moved'],
        ['I.2', 'I.3', 'reweighted moved'],
      ],
    ],
    [
      'of two leaves with the same words each stays under its own code',
      [leaf('I.1', PLAN), leaf('II.1', PLAN)],
      [leaf('II.1', PLAN), leaf('III.1', PLAN)],
      [
        ['II.1', 'II.1', ''],
        ['I.1', 'III.1', 'moved'],
      ],
    ],
    [
      'another tone position, another case and decomposed letters are the same words',
      [leaf('I.1', 'Uỷ ban nhân dân  tự đánh giá')],
      [leaf('I.1', 'ỦY BAN nhân dân tự đánh giá'.normalize('NFD'))],
      [['I.1', 'I.1', '']],
    ],
  ] as [string, SetLeaf[], SetLeaf[], (string | null)[][]][])('%s', (_, from, to, lines) => {
    expect(linesOf(from, to)).toEqual(lines);
  });

  it('says how alike the words are, a hundred only for the same', () => {
    const likeness = (title: string) =>
      proposeCrosswalk([leaf('I.1', PLAN)], [leaf('I.1', title)])[0]?.likeness;
    expect(likeness(PLAN)).toBe(100);
    expect(likeness('Ban hanh ke hoach cai cach hanh chinh nam')).toBe(99);
    expect(likeness(`${PLAN} 2026`)).toBe(89);
  });
});

const sets = { from: [leaf('I.1', PLAN), leaf('I.2', SIGNED)], to: [leaf('I.1', PLAN), leaf('I.3', ONLINE)] };

describe('lines a person chose', () => {
  it.each([
    [
      'stand when every leaf is there once',
      [
        ['I.1', 'I.1'],
        ['I.2', 'I.3'],
      ],
      undefined,
    ],
    ['are refused when one says nothing', [[null, null]], 'crosswalk_line_empty'],
    ['are refused with a code nobody has', [['IX.9', 'I.1']], 'crosswalk_code_unknown'],
    [
      'are refused when two go on as one',
      [
        ['I.1', 'I.1'],
        ['I.2', 'I.1'],
        [null, 'I.3'],
      ],
      'crosswalk_code_twice',
    ],
    [
      'are refused when a leaf is left out',
      [
        ['I.1', 'I.1'],
        ['I.2', null],
      ],
      'crosswalk_leaf_missing',
    ],
  ] as [string, [string | null, string | null][], string | undefined][])('%s', (_, lines, kind) => {
    const pairs: CrosswalkPair[] = lines.map(([from, to]) => ({ from, to }));
    expect(refuseCrosswalk(pairs, sets)?.kind).toBe(kind);
  });

  it('keep what the proposal said and mark what a person said', () => {
    const proposed = proposeCrosswalk(sets.from, sets.to);
    const chosen = describePairs(
      [
        { from: 'I.1', to: 'I.1' },
        { from: 'I.2', to: 'I.3' },
      ],
      sets,
      proposed,
    );
    expect(chosen.map(({ from, to, isByHand }) => [from, to, isByHand])).toEqual([
      ['I.1', 'I.1', false],
      ['I.2', 'I.3', true],
    ]);
    expect(chosen[1]?.changes).toEqual(['moved', 'reworded']);
    expect(describePairs(proposed, sets, proposed)).toEqual(proposed);
  });
});

const anySet = fc.uniqueArray(
  fc.record({
    code: fc.stringMatching(/^[IVX]{1,3}\.\d$/u),
    title: fc.array(fc.constantFrom('kế', 'hoạch', 'cải', 'cách', 'số', 'hóa', 'hồ', 'sơ'), { maxLength: 6 }),
    maxPoints: fc.integer({ min: 0, max: 200 }),
    path: fc.array(fc.constantFrom('Lĩnh vực một', 'Lĩnh vực hai'), { maxLength: 2 }),
  }),
  { selector: ({ code }) => code, maxLength: 25 },
);
const leavesIn = (set: { code: string; title: string[]; maxPoints: number; path: string[] }[]): SetLeaf[] =>
  set.map((each) => ({ ...each, title: each.title.join(' ') }));

describe('any two sets', () => {
  it('have every leaf of either side exactly once', () => {
    fc.assert(
      fc.property(anySet, anySet, (one, other) => {
        const given = { from: leavesIn(one), to: leavesIn(other) };
        const entries = proposeCrosswalk(given.from, given.to);
        expect(refuseCrosswalk(entries, given)).toBeUndefined();
        expect(describePairs(entries, given, entries)).toEqual(entries);
      }),
    );
  });

  it('change nothing when they are the same', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const entries = proposeCrosswalk(leavesIn(set), leavesIn(set));
        expect(entries.every(({ changes, from, to }) => changes.length === 0 && from === to)).toBe(true);
      }),
    );
  });

  // How long it takes is told by bench/crosswalk.bench.ts; here a comparison of every pair would run out of time.
  it.each([
    ['five thousand leaves of one and the same title', 5000, () => PLAN, () => PLAN],
    [
      'five thousand leaves, each re-worded',
      5000,
      (at: number) => `${PLAN} ${at}`,
      (at: number) => `${at} ${SIGNED}`,
    ],
    ['titles of thousands of words', 20, (at: number) => `${LONG} ${at}`, (at: number) => `${at} ${LONG}`],
  ])('are compared although there are %s', (_, count, before, after) => {
    const many = (title: (at: number) => string) =>
      Array.from({ length: count }, (__, at) => leaf(`I.${at}`, title(at)));
    const [from, to] = [many(before), many(after)];
    expect(refuseCrosswalk(proposeCrosswalk(from, to), { from, to })).toBeUndefined();
  });
});
