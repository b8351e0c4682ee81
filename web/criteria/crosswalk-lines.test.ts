import { describe, expect, it } from 'vitest';
import type { Crosswalk, CrosswalkEntry } from '#core/criteria/crosswalk.ts';
import { countLines, crosswalkLines, filterLines, joinLeaves } from './crosswalk-lines.ts';

const line = (from: string | null, to: string | null, changes: CrosswalkEntry['changes'] = []) => ({
  from,
  to,
  changes,
  likeness: from && to ? 100 : 0,
  isByHand: false,
});
const leaf = (code: string, title: string) => ({
  id: code,
  code,
  title,
  path: [],
  maxPoints: 100,
  points: null,
});
const entries = [
  line('I.1', 'I.1'),
  line('I.2', 'I.3', ['moved']),
  line(null, 'I.4', ['added']),
  line('I.5', null, ['removed']),
];
const crosswalk: Crosswalk = {
  id: 'x',
  status: 'proposed',
  isCurrent: true,
  from: {
    planId: 'a',
    title: 'trước',
    confirmedAt: '',
    points: null,
    leaves: [leaf('I.1', 'Kế hoạch'), leaf('I.2', 'Báo cáo'), leaf('I.5', 'Kiểm tra')],
  },
  to: {
    planId: 'b',
    title: 'sau',
    confirmedAt: '',
    points: null,
    leaves: [leaf('I.1', 'Kế hoạch'), leaf('I.3', 'Báo cáo'), leaf('I.4', 'Đối thoại')],
  },
  entries,
  carries: { 'I.2': { entry: true, rule: false, evidence: 0 } },
  toCheck: [],
  left: [],
  version: 1,
  createdAt: '',
  appliedAt: null,
  appliedBy: null,
};

describe('lines of a crosswalk', () => {
  const lines = crosswalkLines(crosswalk);
  const keys = (shown: typeof lines) => shown.map(({ key }) => key);

  it('begin with what is matched with nothing, then what has changed', () => {
    expect(keys(lines)).toEqual(['I.5 → ', ' → I.4', 'I.2 → I.3', 'I.1 → I.1']);
  });

  it.each([
    ['by what has changed', { change: 'moved' }, ['I.2 → I.3']],
    ['by nothing changed', { change: 'unchanged' }, ['I.1 → I.1']],
    ['by what they take along', { change: 'carried' }, ['I.2 → I.3']],
    ['by words of either side without marks', { q: 'doi thoai' }, [' → I.4']],
    ['by code', { q: 'i.5' }, ['I.5 → ']],
  ] as const)('are found %s', (_, search, found) => {
    expect(keys(filterLines(lines, search))).toEqual(found);
  });

  it('are counted by what has changed', () => {
    expect([countLines(lines, 'removed'), countLines(lines, 'unchanged')]).toEqual([1, 1]);
  });
});

describe('choosing whom a leaf goes on as', () => {
  const said = (from: string, to: string | null) =>
    joinLeaves(entries, from, to).map((pair) => `${pair.from ?? ''}>${pair.to ?? ''}`);

  it.each([
    ['joins two that stood alone', 'I.5', 'I.4', ['I.1>I.1', 'I.2>I.3', 'I.5>I.4']],
    ['parts two', 'I.2', null, ['I.1>I.1', '>I.4', 'I.5>', 'I.2>', '>I.3']],
    ['takes a leaf from another', 'I.5', 'I.3', ['I.1>I.1', '>I.4', 'I.5>I.3', 'I.2>']],
    ['moves from one to a free one', 'I.2', 'I.4', ['I.1>I.1', 'I.5>', 'I.2>I.4', '>I.3']],
    ['changes nothing when chosen again', 'I.2', 'I.3', ['I.1>I.1', '>I.4', 'I.5>', 'I.2>I.3']],
  ] as [string, string, string | null, string[]][])('%s', (_, from, to, pairs) => {
    expect(said(from, to)).toEqual(pairs);
  });
});
