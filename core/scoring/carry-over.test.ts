import { describe, expect, it } from 'vitest';
import { carryWork, type LeafWork } from './carry-over.ts';
import type { LeafEntry } from './leaf-score.ts';
import type { Rule, Score } from './rule.ts';

const ruleOf = (score: Score, change: Partial<Rule> = {}): Rule => ({
  score,
  quantities: [],
  caps: [],
  notApplicable: 'full',
  zeroDenominator: 'full',
  scoredBy: 'self',
  words: '',
  source: '',
  isDraft: false,
  evidence: [],
  ...change,
});
const TYPED = ruleOf({ family: 'typed' }, { isDraft: true });
const RATIO = ruleOf({ family: 'ratio' }, { quantities: ['a', 'b'].map((key) => typedQuantity(key)) });
const STEPS = ruleOf({ family: 'steps', of: 'share', steps: [{ from: 9000, points: 100 }] });
function typedQuantity(key: string): Rule['quantities'][number] {
  return { key, title: key, source: 'typed', where: [], window: 'calendar' };
}
const capOn = (code: string): Rule['caps'][number] => ({
  title: 'Không quá nửa điểm',
  when: { of: 'leaf', code, below: 50 },
  share: 5000,
});
const work = (change: Partial<LeafWork> = {}): LeafWork => ({
  maxPoints: 100,
  source: 'self',
  rule: TYPED,
  version: 0,
  entry: null,
  ...change,
});
const entry = (change: Partial<LeafEntry> = {}): LeafEntry => ({
  quantities: {},
  points: null,
  isNotApplicable: false,
  reason: 'Theo kết luận kiểm tra',
  version: 1,
  changedBy: 'Cán bộ đầu mối',
  changedAt: null,
  ...change,
});
const own = (rule: Rule, change: Partial<LeafWork> = {}) => work({ rule, version: 2, ...change });
const NO_CODES = new Map<string, string | null>();

describe('a rule', () => {
  it.each([
    [
      'of the unit goes over as it is',
      own(RATIO),
      work(),
      { family: 'ratio', isDraft: false, isToCheck: false },
    ],
    [
      'goes over, since shares fit any maximum',
      own(RATIO),
      work({ maxPoints: 50 }),
      { family: 'ratio', isDraft: false, isToCheck: false },
    ],
    [
      'in points goes over to another maximum to be checked',
      own(STEPS),
      work({ maxPoints: 50 }),
      { family: 'steps', isDraft: true, isToCheck: true },
    ],
    [
      'in points fits the same maximum',
      own(STEPS),
      work(),
      { family: 'steps', isDraft: false, isToCheck: false },
    ],
    [
      'is to be checked where somebody else scores',
      own(RATIO),
      work({ source: 'survey' }),
      { family: 'ratio', isDraft: true, isToCheck: true },
    ],
    ['already made for the next leaf stands', own(RATIO), own(STEPS), undefined],
    [
      'of the catalogue goes over where nothing is known',
      work({ rule: RATIO }),
      work(),
      { family: 'ratio', isDraft: false, isToCheck: false },
    ],
    [
      'of the catalogue gives way to the draft of the next leaf',
      work({ rule: RATIO }),
      work({ rule: STEPS }),
      undefined,
    ],
    ['nobody knows gives nothing', work(), work({ rule: RATIO }), undefined],
    ['that is there already is not kept twice', own(RATIO), work({ rule: RATIO }), undefined],
  ] as [string, LeafWork, LeafWork, object | undefined][])('%s', (_, from, to, expected) => {
    const { rule, isToCheck } = carryWork(from, to, NO_CODES);
    const said = rule === null ? undefined : { family: rule.score.family, isDraft: rule.isDraft, isToCheck };
    expect(said).toEqual(expected);
  });

  it.each([
    ['follows the code of the leaf it looks at', 'II.4', ['II.4'], false],
    ['falls away with the leaf it looks at', null, [], true],
  ] as [string, string | null, string[], boolean][])('with a cap that %s', (_, after, codes, isToCheck) => {
    const capped = own({ ...RATIO, caps: [capOn('I.1')] });
    const carried = carryWork(capped, work(), new Map([['I.1', after]]));
    expect(carried.rule?.caps.map(({ when }) => when.of === 'leaf' && when.code)).toEqual(codes);
    expect(carried.isToCheck).toBe(isToCheck);
  });
});

describe('what was typed', () => {
  it.each([
    [
      'goes over with its points',
      entry({ points: 75 }),
      work(),
      { points: 75 },
      { points: null, quantities: 0 },
    ],
    [
      'leaves points behind that pass the new maximum',
      entry({ points: 75 }),
      work({ maxPoints: 50 }),
      null,
      { points: 75, quantities: 0 },
    ],
    [
      'leaves points behind where a rule gives them',
      entry({ points: 75 }),
      own(RATIO),
      null,
      { points: 75, quantities: 0 },
    ],
    [
      'goes over with the quantities the rule asks for',
      entry({ quantities: { a: '10', c: '1' } }),
      own(RATIO),
      { quantities: { a: '10' } },
      { points: null, quantities: 1 },
    ],
    [
      'goes over as not applicable',
      entry({ isNotApplicable: true }),
      own(RATIO),
      { isNotApplicable: true },
      { points: null, quantities: 0 },
    ],
    [
      'gives way to what is typed there already',
      entry({ points: 75 }),
      work({ entry: entry() }),
      null,
      { points: null, quantities: 0 },
    ],
    ['that was taken back gives nothing', entry(), work(), null, { points: null, quantities: 0 }],
  ] as [string, LeafEntry, LeafWork, object | null, object][])('%s', (_, typed, to, expected, left) => {
    const carried = carryWork(work({ entry: typed }), to, NO_CODES);
    if (expected === null) expect(carried.entry).toBeNull();
    else expect(carried.entry).toMatchObject(expected);
    expect(carried.left).toEqual(left);
  });
});
