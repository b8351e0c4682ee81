import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayEver } from '#core/people/permissions.ts';
import type { Role } from '#core/people/roles.ts';
import { CITY_SCORERS, isClaimedByUnit, type LeafScorer } from './assessment-words.ts';
import {
  acceptFacts,
  approveFacts,
  type ClaimedLeaf,
  declareFacts,
  putForwardFacts,
  reasonFacts,
  returnFacts,
  submitFacts,
  takeBackFacts,
} from './claim-facts.ts';
import { columnsOf, isAccountedFor, pointsBefore, type RoundPoints } from './columns.ts';
import { isDue } from './judged.ts';
import { type FactsOf, MOVES, type Move, refuseMove, stageAfter } from './moves.ts';
import { rangeOf, refuseRuling } from './refuse-ruling.ts';
import type { Reason } from './ruling.ts';
import { type CityRound, type Phase, STAGES, type Stage, stageOf, type UnitStage } from './stages.ts';

/** People of a small unit and its city; some of them would like to judge their own work. */
const PEOPLE: readonly { id: string; role: Role }[] = [
  { id: 'quản trị', role: 'administrator' },
  { id: 'đầu mối', role: 'focal' },
  { id: 'cán bộ', role: 'officer' },
  { id: 'lãnh đạo', role: 'leader' },
  { id: 'người xem', role: 'viewer' },
  { id: 'thẩm định', role: 'appraiser' },
  { id: 'hội đồng', role: 'council' },
];

type Leaf = ClaimedLeaf & { reviewPoints: number | null; reasons: Reason[] };
type Copy = { code: string; scoredBy: LeafScorer; maxPoints: number; fingerprint: string };
type World = {
  phase: Phase;
  unitStage: UnitStage;
  leaves: Leaf[];
  /** What stands handed in, as text, and what was ruled on each leaf of it, by code. */
  copy: string | null;
  given: Map<string, RoundPoints[]>;
  answered: Set<string>;
  appealed: Set<string>;
  approvedBy: string | null;
  changes: number;
};
/** One step: who tries what on which leaf; `luck` decides how well they do it. */
type Step = { by: string; leaf: number; luck: number };

function makeWorld(): World {
  const leaf = (code: string, scoredBy: LeafScorer, points: number | null): Leaf => ({
    code,
    scoredBy,
    maxPoints: 100,
    state: 'open',
    selfPoints: null,
    declared: null,
    declaredBy: null,
    reviewedBy: null,
    bonusBy: scoredBy === 'bonus' ? ['đầu mối'] : [],
    now: { fingerprint: `${code} 0`, points, proof: 'full' },
    reviewPoints: null,
    reasons: [],
  });
  return {
    phase: 'preparing',
    unitStage: 'claiming',
    leaves: [
      leaf('I.1', 'self', 80),
      leaf('IX.1', 'bonus', 40),
      leaf('IX.2', 'penalty', -30),
      leaf('KS', 'survey', null),
    ],
    copy: null,
    given: new Map(),
    answered: new Set(),
    appealed: new Set(),
    approvedBy: null,
    changes: 0,
  };
}

/** Points and the reasons for them, usually adding up. */
function makeRuling(
  leaf: Pick<Copy, 'scoredBy' | 'maxPoints'>,
  from: number | null,
  luck: number,
): { points: number; reasons: Reason[]; note: string } {
  const { least, most } = rangeOf(leaf.scoredBy, leaf.maxPoints);
  const top = from ?? most;
  const points = luck % 3 === 0 ? top : Math.max(least, top - (luck % 50));
  const lost = (from ?? points) - points + (luck % 7 === 0 ? 1 : 0);
  const reasons: Reason[] =
    lost === 0 ? [] : [{ points: lost, cause: 'late', text: 'Chậm', bonusClaimId: null }];
  return { points, reasons, note: 'nguồn' };
}

const rulingOf = (world: World, { leaf: at, luck }: Step, round: CityRound) => {
  const leaf = world.leaves[at]!;
  const from = pointsBefore(world.given.get(leaf.code) ?? [], round);
  return { leaf, from, ...makeRuling(leaf, from, luck) };
};
const isLucky = ({ luck }: Step) => luck % 5 !== 0;
const pickReview = (world: World, { leaf: at, luck }: Step) =>
  makeRuling(world.leaves[at]!, world.leaves[at]!.selfPoints, luck);
const judgedOf = (leaf: Leaf, step: Step) => (isLucky(step) ? (leaf.declared ?? '') : 'khác');
const reasonOf = (step: Step) => (isLucky(step) ? 'Có lý do.' : ' ');
const wasCut = (world: World, code: string) => {
  const { review, appraisal_1: cut } = columnsOf(world.given.get(code) ?? []);
  return review !== null && cut !== null && cut < review;
};

const wasRuled = (world: World, code: string, round: CityRound) =>
  world.given.get(code)?.some((each) => each.round === round) === true;

type Rule<M extends Move> = {
  facts: (world: World, step: Step) => FactsOf<M>;
  apply?: (world: World, step: Step) => void;
};

function ruleOn(round: CityRound, facts: (world: World, step: Step) => Record<string, boolean>) {
  return {
    facts: (world: World, step: Step) => {
      const { leaf, from, ...input } = rulingOf(world, step, round);
      return {
        is_submitted: world.copy !== null,
        is_fresh: isLucky(step),
        sum_matches: refuseRuling(leaf, from, input) === undefined,
        ...facts(world, step),
      } as never;
    },
    apply: (world: World, step: Step) => {
      const { leaf, points, reasons } = rulingOf(world, step, round);
      world.given.set(leaf.code, [...(world.given.get(leaf.code) ?? []), { round, points, reasons }]);
    },
  };
}
const toPhase = (world: World, move: Move) => {
  world.phase = stageAfter(move, world.phase) as Phase;
};
const toUnitStage = (world: World, move: Move) => {
  world.unitStage = stageAfter(move, world.unitStage) as UnitStage;
};

const RULES: { [M in Move]: Rule<M> } = {
  declare: {
    facts: (world, step) => declareFacts(world.leaves[step.leaf]!),
    apply: (world, { leaf: at, by }) => {
      const leaf = world.leaves[at]!;
      Object.assign(leaf, { state: 'declared', selfPoints: leaf.now.points, declared: leaf.now.fingerprint });
      Object.assign(leaf, { declaredBy: by, reviewedBy: null, reviewPoints: null, reasons: [] });
    },
  },
  take_back: {
    facts: (world, step) => takeBackFacts(world.leaves[step.leaf]!),
    apply: (world, { leaf: at }) => {
      const none = { selfPoints: null, declared: null, declaredBy: null, reviewPoints: null, reasons: [] };
      Object.assign(world.leaves[at]!, { state: 'open', reviewedBy: null, ...none });
    },
  },
  accept: {
    facts: (world, step) => {
      const leaf = world.leaves[step.leaf]!;
      return acceptFacts(leaf, {
        by: step.by,
        judged: judgedOf(leaf, step),
        review: pickReview(world, step),
      });
    },
    apply: (world, step) => {
      const { points, reasons } = pickReview(world, step);
      const given = { state: 'accepted', reviewPoints: points, reasons, reviewedBy: step.by };
      Object.assign(world.leaves[step.leaf]!, given);
    },
  },
  return: {
    facts: (world, step) => returnFacts(world.leaves[step.leaf]!, reasonOf(step)),
    apply: (world, { leaf: at, by }) => {
      const none = { reviewPoints: null, reasons: [] };
      Object.assign(world.leaves[at]!, { state: 'returned', reviewedBy: by, ...none });
    },
  },
  put_forward: {
    facts: (world) => putForwardFacts(world.leaves),
    apply: (world) => toUnitStage(world, 'put_forward'),
  },
  send_back: {
    facts: (_world, step) => reasonFacts(reasonOf(step)),
    apply: (world) => toUnitStage(world, 'send_back'),
  },
  approve: {
    facts: (world, step) => approveFacts(world.leaves, step.by),
    apply: (world, { by }) => {
      toUnitStage(world, 'approve');
      world.approvedBy = by;
    },
  },
  reopen: {
    facts: (_world, step) => reasonFacts(reasonOf(step)),
    apply: (world) => toUnitStage(world, 'reopen'),
  },
  submit: {
    facts: (world) => submitFacts(world.leaves),
    apply: (world) => {
      toUnitStage(world, 'submit');
      const claimed = world.leaves.filter(({ scoredBy }) => isClaimedByUnit(scoredBy));
      world.copy = JSON.stringify(claimed);
      world.given = new Map(
        claimed.map(({ code, selfPoints, reviewPoints, reasons }) => [
          code,
          [
            { round: 'self', points: selfPoints!, reasons: [] },
            { round: 'review', points: reviewPoints!, reasons },
          ],
        ]),
      );
    },
  },
  withdraw: {
    facts: (_world, step) => reasonFacts(reasonOf(step)),
    apply: (world) => {
      toUnitStage(world, 'withdraw');
      world.copy = null;
      world.given = new Map();
    },
  },
  open: {
    facts: (_world, step) => ({ has_leaves: true, has_units: true, has_calendar: isLucky(step) }),
    apply: (world) => toPhase(world, 'open'),
  },
  start_appraisal: {
    // Other units may have handed in when this one has not.
    facts: (world, { luck }) => ({ has_submissions: world.copy !== null || luck % 307 === 0 }),
    apply: (world) => toPhase(world, 'start_appraisal'),
  },
  appraise: ruleOn('appraisal_1', (_world, { luck }) => ({
    is_assigned: luck % 13 !== 0,
    has_no_conflict: true,
  })),
  release: {
    facts: (world) => ({
      all_appraised: world.leaves.every(({ code }) => wasRuled(world, code, 'appraisal_1')),
    }),
    apply: (world) => toPhase(world, 'release'),
  },
  explain: { facts: (world, step) => explanationFacts(world, step) },
  send_explanation: {
    facts: (world, step) => explanationFacts(world, step),
    apply: (world, { leaf }) => void world.answered.add(world.leaves[leaf]!.code),
  },
  start_second: {
    facts: (_world, step) => ({ explaining_is_over: isLucky(step) }),
    apply: (world) => toPhase(world, 'start_second'),
  },
  reappraise: ruleOn('appraisal_2', (world, { leaf: at }) => {
    const { code } = world.leaves[at]!;
    const first = wasRuled(world, code, 'appraisal_1') ? { question: '' } : undefined;
    const is_due = isDue('appraisal_2', { first, isAnswered: world.answered.has(code) });
    return { is_assigned: true, has_no_conflict: true, is_due };
  }),
  convene: {
    facts: (world) => ({
      all_answered: [...world.answered].every((code) => wasRuled(world, code, 'appraisal_2')),
    }),
    apply: (world) => toPhase(world, 'convene'),
  },
  decide: ruleOn('council', (_world, { luck }) => ({ has_quorum: luck % 4 !== 0, council_adopted: true })),
  publish: {
    facts: (_world, step) => ({ has_quorum: true, council_adopted_all: isLucky(step) }),
    apply: (world) => toPhase(world, 'publish'),
  },
  appeal: {
    facts: (world, { leaf, luck }) => ({
      not_appealed_yet: !world.appealed.has(world.leaves[leaf]!.code),
      has_text: luck % 4 !== 0,
    }),
    apply: (world, { leaf }) => void world.appealed.add(world.leaves[leaf]!.code),
  },
  decide_appeal: ruleOn('appeal', (world, { leaf }) => ({
    was_appealed: world.appealed.has(world.leaves[leaf]!.code),
    has_quorum: true,
    council_adopted: true,
  })),
  publish_again: {
    facts: (world, step) => ({ something_changed: world.appealed.size > 0, ...reasonFacts(reasonOf(step)) }),
  },
};

function explanationFacts(world: World, { leaf, luck }: Step) {
  return { was_cut_or_asked: wasCut(world, world.leaves[leaf]!.code), has_text: luck % 4 !== 0 };
}

const ALL = Object.keys(MOVES) as Move[];
const BY_STAGE = new Map<Stage, Move[]>();
const movesIn = (stage: Stage): Move[] => {
  const known =
    BY_STAGE.get(stage) ?? ALL.filter((move) => (MOVES[move].from as readonly Stage[]).includes(stage));
  BY_STAGE.set(stage, known);
  return known;
};
const stageFor = (world: World, move: Move): Stage =>
  MOVES[move].on === 'campaign' ? world.phase : stageOf(world.unitStage, world.phase);

/** Tries one thing, chosen by a number: mostly what the stage allows, at times anything at all. */
function walk(world: World, chosen: number): Move | undefined {
  const [any, person, leaf, luck] = [
    chosen & 7,
    (chosen >> 3) & 127,
    (chosen >> 10) & 3,
    (chosen >> 12) & 1023,
  ];
  if (any === 7) {
    world.changes += 1;
    const { now } = world.leaves[leaf]!;
    if (luck % 16 === 0) now.fingerprint = `${world.leaves[leaf]!.code} ${world.changes}`;
    return undefined;
  }
  const stage = stageOf(world.unitStage, world.phase);
  const open = any === 0 ? ALL : [...new Set([...movesIn(stage), ...movesIn(world.phase)])];
  const move = open[luck % open.length]!;
  const able = PEOPLE.filter(({ role }) => mayEver(role, MOVES[move].who));
  const tried = person % 4 === 0 ? PEOPLE : able;
  const { id: by, role } = tried[person % tried.length]!;
  const step = { by, leaf, luck: chosen >>> 12 };
  const rule = RULES[move] as Rule<never>;
  const facts = rule.facts(world, step);
  if (refuseMove(move, { stage: stageFor(world, move), role, today: '2026-12-10', facts } as never))
    return undefined;
  rule.apply?.(world, step);
  return move;
}

/** What must hold in every world, whatever people try. */
function faultOf(
  world: World,
  before: { stage: Stage; copy: string | null },
  move: Move | undefined,
): string | undefined {
  const stage = stageOf(world.unitStage, world.phase);
  const claimed = world.leaves.filter(({ scoredBy }) => isClaimedByUnit(scoredBy));
  if (move === undefined && stage !== before.stage) return 'the stage moved without a move';
  if (move !== undefined && MOVES[move].on !== 'campaign') {
    const after = stageAfter(move, before.stage);
    // Who hands in late, by a document, comes at once to where the others are.
    if (stage !== after && !(move === 'submit' && stage === world.phase)) return `${move} led to ${stage}`;
  }
  if (before.copy !== null && world.copy !== before.copy && move !== 'withdraw')
    return 'what was handed in changed';
  if (before.copy !== null && move === 'withdraw' && before.stage !== 'submitted')
    return 'withdrawn too late';
  if (world.unitStage === 'submitted' && world.copy === null) return 'submitted without a copy';
  if (world.unitStage !== 'claiming' && claimed.some(({ state }) => state !== 'accepted'))
    return 'unreviewed leaf';
  const isOwn = (leaf: Leaf) => [leaf.declaredBy, ...leaf.bonusBy].includes(leaf.reviewedBy);
  if (world.leaves.some((leaf) => leaf.state === 'accepted' && isOwn(leaf)))
    return 'somebody accepted their own claim';
  const isApproved = world.unitStage === 'approved' || world.unitStage === 'submitted';
  if (
    isApproved &&
    claimed.some((leaf) => [leaf.declaredBy, leaf.reviewedBy, ...leaf.bonusBy].includes(world.approvedBy))
  )
    return 'somebody approved their own claim';
  const isOfCity = ({ scoredBy }: Leaf) => CITY_SCORERS.some((each) => each === scoredBy);
  if (world.leaves.some((leaf) => leaf.state !== 'open' && isOfCity(leaf)))
    return 'a leaf of the city was claimed';
  for (const { selfPoints, reviewPoints, reasons } of world.leaves) {
    const lost = selfPoints === null || reviewPoints === null ? 0 : selfPoints - reviewPoints;
    if (reasons.reduce((sum, reason) => sum + reason.points, 0) !== lost) return 'a review does not add up';
  }
  const isUnasked = (code: string) => wasRuled(world, code, 'appraisal_1') && !world.answered.has(code);
  if (world.leaves.some(({ code }) => isUnasked(code) && wasRuled(world, code, 'appraisal_2')))
    return 'ruled again where the unit had no cause to speak';
  for (const given of world.given.values())
    if (!isAccountedFor(given)) return 'a hundredth was lost without a reason';
  return undefined;
}

it('tells 10,000 stories without a state the table forbids, a lost hundredth or a judge of their own work', () => {
  const reached = new Set<Stage>();
  const made = new Set<Move>();
  const story = fc.array(fc.noBias(fc.nat(0x7fffffff)), { minLength: 400, maxLength: 400 });
  fc.assert(
    fc.property(story, (steps) => {
      const world = makeWorld();
      for (const chosen of steps) {
        const before = { stage: stageOf(world.unitStage, world.phase), copy: world.copy };
        const move = walk(world, chosen);
        if (move) made.add(move);
        reached.add(stageOf(world.unitStage, world.phase));
        const fault = faultOf(world, before, move);
        if (fault) throw new Error(`${fault} (${move})`);
      }
    }),
    { numRuns: 10_000, seed: 2940 },
  );
  expect(STAGES.filter((stage) => !reached.has(stage))).toEqual([]);
  expect(ALL.filter((move) => !made.has(move))).toEqual([]);
}, 60_000);
