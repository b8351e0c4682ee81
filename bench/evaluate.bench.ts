import { draftRuleFor } from '#catalog/draft-rules.ts';
import { HANOI_2025_WARD } from '#catalog/hanoi-2025-ward.ts';
import type { LeafOfMany } from '#core/scoring/fraction-columns.ts';
import type { SimpleScore } from '#core/scoring/rule.ts';
import { explainOne, scoreMany } from '#core/scoring/score-many.ts';
import { median, millisecondsOf } from './timing.ts';

const UNITS = 3321;
const RUNS = 31;
/** Enough for both ways to be compiled to their end: the rules have thirteen loops to warm, the hand has few. */
const WARM = 40;

/** A number between 0 and 1 that is the same in every run. */
function chance(seed: number): number {
  const x = Math.sin(seed) * 43_758.5453;
  return x - Math.floor(x);
}

/** What a ward would count under a key: never more done than there is, mostly most of it. */
function columnOf(key: string, seed: number): Float64Array {
  const isAll = key.endsWith('a') || ['units', 'quota', 'due'].includes(key);
  const isFew = key.endsWith('n') || key.endsWith('yes');
  return Float64Array.from({ length: UNITS }, (_each, unit) => {
    const at = seed * UNITS + unit;
    if (isAll) return 100 + Math.floor(chance(unit) * 2000);
    if (isFew) return Math.floor(chance(at) * 3);
    return Math.floor((100 + Math.floor(chance(unit) * 2000)) * chance(at));
  });
}

/** The 95 leaves of a ward in Hà Nội, each with its draft rule and the quantities it asks for. */
function leavesOfMany(): LeafOfMany[] {
  const codes = HANOI_2025_WARD.map(({ code }) => code);
  const leaves = HANOI_2025_WARD.filter(({ code }) => !codes.some((other) => other.startsWith(`${code}.`)));
  return leaves.map(({ code, title, maxPoints, scoredBy }, seed) => {
    const rule = draftRuleFor({ code, title, source: scoredBy });
    const keys = rule.quantities.map(({ key }) => key);
    return {
      code,
      maxPoints,
      rule,
      columns: Object.fromEntries(keys.map((key) => [key, columnOf(key, seed)])),
    };
  });
}

const rounded = (n: number, d: number) => Math.floor((2 * n + d) / (2 * d));

/**
 * The peer: what a programmer would write who knows these 95 rules by heart, nothing looked up,
 * nothing checked: the same whole-number arithmetic, straight over the same columns.
 */
function byHand({ rule, maxPoints: max, columns }: LeafOfMany, into: Int32Array): void {
  const { score } = rule;
  const column = (key: string) => columns[key]!;
  if (score.family === 'parts') {
    const [one, other] = score.parts as [(typeof score.parts)[0], (typeof score.parts)[0]];
    const isFlag = one.score.family === 'yes_no';
    const target = one.score.family === 'target' ? one.score.target : 10_000;
    const [yes, b1, a1] = [columns[`${one.key}_yes`], columns[`${one.key}_b`], columns[`${one.key}_a`]];
    const [b2, a2] = [column(`${other.key}_b`), column(`${other.key}_a`)];
    for (let unit = 0; unit < UNITS; unit++) {
      const n1 = isFlag ? (yes![unit]! > 0 ? one.maxPoints : 0) : b1![unit]! * 10_000 * one.maxPoints;
      const d1 = isFlag ? 1 : a1![unit]! * target;
      const held = Math.min(n1, one.maxPoints * d1);
      const n2 = Math.min(b2[unit]! * 10_000 * other.maxPoints, other.maxPoints * a2[unit]! * target);
      into[unit] = rounded(held * a2[unit]! * target + n2 * d1, d1 * a2[unit]! * target);
    }
    return;
  }
  if (score.family === 'formula') formulaByHand(score.branches[0]!, { max, columns }, into);
  else simpleByHand(score, { max, column }, into);
}

function formulaByHand(
  { when = '' }: { when?: string | undefined },
  { max, columns }: { max: number; columns: LeafOfMany['columns'] },
  into: Int32Array,
): void {
  const [one, other] = when.startsWith('present')
    ? [columns.present!, columns.quota!]
    : when.startsWith('due')
      ? [columns.due!, columns.done!]
      : [columns.within!, columns.units!];
  for (let unit = 0; unit < UNITS; unit++) {
    const [x, y] = [one[unit]!, other[unit]!];
    if (when.startsWith('present')) into[unit] = x <= y ? max : 0;
    else if (when.startsWith('due')) into[unit] = x > 0 && y >= x ? max : 0;
    else into[unit] = Math.max(0, max - (y - x) * 50);
  }
}

function simpleByHand(
  score: SimpleScore,
  { max, column }: { max: number; column: (key: string) => Float64Array },
  into: Int32Array,
): void {
  switch (score.family) {
    case 'ratio':
    case 'target': {
      const [b, a] = [column('b'), column('a')];
      const target = score.family === 'target' ? score.target : 10_000;
      const floor = score.floor ?? 0;
      for (let unit = 0; unit < UNITS; unit++) {
        const [good, all] = [b[unit]!, a[unit]!];
        if (good * 10_000 < floor * all) into[unit] = 0;
        else into[unit] = all === 0 ? max : Math.min(max, rounded(good * 10_000 * max, all * target));
      }
      return;
    }
    case 'steps': {
      const [b, a] = [column('b'), column('a')];
      const steps = score.steps.toSorted((one, other) => other.from - one.from);
      for (let unit = 0; unit < UNITS; unit++)
        into[unit] = steps.find(({ from }) => b[unit]! * 10_000 >= from * a[unit]!)?.points ?? 0;
      return;
    }
    case 'survey': {
      const answers = score.options.map(({ key }) => column(key));
      const weights = score.options.map(({ weight }) => weight);
      for (let unit = 0; unit < UNITS; unit++) {
        let all = 0;
        let sum = 0;
        for (let option = 0; option < answers.length; option++) {
          all += answers[option]![unit]!;
          sum += answers[option]![unit]! * weights[option]!;
        }
        into[unit] = all === 0 ? max : rounded(sum * max, all * 10_000);
      }
      return;
    }
    default: {
      const key = score.family === 'yes_no' ? 'yes' : score.family === 'index' ? 'x' : 'n';
      const number = column(key);
      const [step, unitPoints] = [
        score.family === 'deduction' ? score.step : 0,
        score.family === 'count' ? score.unit : 100,
      ];
      const full = score.family === 'index' ? score.full : 1;
      for (let unit = 0; unit < UNITS; unit++) {
        const n = number[unit]!;
        if (score.family === 'yes_no') into[unit] = n > 0 ? max : 0;
        else if (score.family === 'any_fault') into[unit] = n > 0 ? 0 : max;
        else if (score.family === 'deduction') into[unit] = Math.max(0, rounded(max - n * step, 1));
        else if (score.family === 'index') into[unit] = Math.min(max, rounded(n * max, full));
        else if (score.family === 'penalty') into[unit] = -rounded(n * 100, 1);
        else into[unit] = Math.min(max, rounded(n * unitPoints, 1));
      }
    }
  }
}

/** Every leaf of every commune-level unit of the country (3,321) in one process, against the loop by hand. */
export async function bench() {
  const leaves = leavesOfMany();
  const into = leaves.map(() => new Int32Array(UNITS));
  const hand: number[] = [];
  const ruled: number[] = [];
  let points = scoreMany(leaves, UNITS);
  for (let run = 0; run < RUNS + WARM; run++) {
    hand.push(
      millisecondsOf(() => {
        for (const [at, leaf] of leaves.entries()) byHand(leaf, into[at]!);
      }),
    );
    ruled.push(
      millisecondsOf(() => {
        points = scoreMany(leaves, UNITS);
      }),
    );
  }
  for (const [at, leaf] of leaves.entries()) {
    const found = points.get(leaf.code)!;
    const differing = found.findIndex((each, unit) => each !== into[at]![unit]);
    if (differing >= 0)
      throw new Error(
        `${leaf.code} of unit ${differing}: ${found[differing]} by rule, ${into[at]![differing]} by hand`,
      );
  }
  const [handTime, ruledTime] = [median(hand.slice(WARM)), median(ruled.slice(WARM))];
  const count = leaves.length * UNITS;
  const explaining = millisecondsOf(() => {
    for (let unit = 0; unit < 100; unit++) for (const leaf of leaves) explainOne(leaf, unit);
  });
  const aSecond = (evaluations: number, milliseconds: number) => (evaluations / milliseconds) * 1000;
  return {
    name: `Evaluation of leaves (${UNITS.toLocaleString('en')} units × ${leaves.length} leaves)`,
    rows: [
      {
        what: 'leaf evaluations a second, one core',
        value: aSecond(count, ruledTime),
        ratio: handTime / ruledTime,
        bar: '≥ 1,000,000, ratio ≥ 0.3',
        met: aSecond(count, ruledTime) >= 1e6 && handTime / ruledTime >= 0.3,
      },
      { what: 'the same by a loop written by hand for these rules', value: aSecond(count, handTime) },
      { what: 'all of them', value: ruledTime, unit: 'ms' },
      { what: 'explanations a second, on demand', value: aSecond(100 * leaves.length, explaining) },
    ],
  };
}

if (import.meta.main) console.table((await bench()).rows);
