import { type Hundredths, sumPoints } from '#core/points.ts';
import { isWithin } from './appraisers.ts';
import { LOSS_CAUSES, type LossCause } from './assessment-words.ts';
import type { CampaignLeaf } from './campaign.ts';
import { columnsOf, isAccountedFor, POINT_COLUMNS, type PointColumn } from './columns.ts';
import type { ColumnPoints, Comparison, ComparisonLine, Given } from './comparison.ts';
import type { Reason } from './ruling.ts';
import { type CityRound, isReleased, PHASES, type Phase, ROUNDS, type Round } from './stages.ts';

/** From which phase a round is under way at the city. */
const RULED_FROM: Record<CityRound, Phase> = {
  appraisal_1: 'appraising',
  appraisal_2: 'reappraising',
  council: 'deciding',
  appeal: 'published',
};

/** Which columns there are to see: for the unit what was released, for the city what is under way. */
export function columnsIn(phase: Phase, viewer: 'unit' | 'host'): PointColumn[] {
  const isShown = (round: CityRound) =>
    viewer === 'unit' ? isReleased(round, phase) : PHASES.indexOf(phase) >= PHASES.indexOf(RULED_FROM[round]);
  return POINT_COLUMNS.filter((column) => {
    if (column === 'self' || column === 'review') return true;
    return isShown(column === 'final' ? 'appeal' : column);
  });
}

/** The column in which what a round gave is seen. */
export function columnOf(round: Round): PointColumn {
  return round === 'appeal' ? 'final' : round;
}

/** Points by the cause they were lost for, the most first; what was given back counts against. */
export function sumByCause(reasons: readonly Pick<Reason, 'cause' | 'points'>[]): {
  cause: LossCause;
  points: Hundredths;
}[] {
  const sums = LOSS_CAUSES.map((cause) => ({
    cause,
    points: reasons.filter((each) => each.cause === cause).reduce((sum, { points }) => sum + points, 0),
  }));
  return sums.filter(({ points }) => points !== 0).toSorted((one, other) => other.points - one.points);
}

/** All that is known of one leaf; what may not be seen is not in it. */
export type LeafStory = Pick<ComparisonLine, 'lastPoints' | 'given' | 'explanation' | 'appeal'>;
const NO_STORY: LeafStory = { lastPoints: null, given: [], explanation: null, appeal: null };

/**
 * Lays the rounds of every leaf side by side, and adds up branches and the whole from leaves alone. Rows
 * without a leaf among `leaves` are left out. A maximum below nothing can be reached counts nothing.
 */
export function compareLeaves(
  rows: readonly CampaignLeaf[],
  stories: ReadonlyMap<string, LeafStory>,
  shown: readonly PointColumn[],
): Pick<Comparison, 'lines' | 'totals' | 'unaccounted'> {
  const leaves = rows
    .filter(({ isLeaf, code }) => isLeaf && stories.has(code))
    .map((row): ComparisonLine => {
      const story = stories.get(row.code) ?? NO_STORY;
      const given = story.given
        .filter(({ round }) => shown.includes(columnOf(round)))
        .toSorted((one, other) => ROUNDS.indexOf(one.round) - ROUNDS.indexOf(other.round));
      return { ...pickRow(row), ...story, given, columns: pickColumns(columnsOf(given), shown) };
    });
  const leafByCode = new Map(leaves.map((leaf) => [leaf.code, leaf]));
  const lines = rows.flatMap((row) => {
    const leaf = leafByCode.get(row.code);
    if (leaf) return [leaf];
    const below = row.isLeaf ? [] : leaves.filter(({ code }) => isWithin(code, row.code));
    return below.length === 0 ? [] : [{ ...pickRow(row), ...NO_STORY, ...addUp(below, shown) }];
  });
  const unaccounted = leaves.filter(({ given }) => !isAccountedFor(given)).map(({ code }) => code);
  return { lines, totals: addUp(leaves, shown), unaccounted };
}

function pickRow({ code, parentCode, level, isLeaf, title, maxPoints, scoredBy }: CampaignLeaf) {
  return { code, parentCode, level, isLeaf, title, maxPoints, scoredBy };
}

function pickColumns(columns: Record<PointColumn, Hundredths | null>, shown: readonly PointColumn[]) {
  return Object.fromEntries(shown.map((column) => [column, columns[column]])) as ColumnPoints;
}

/** Sums of leaves; nothing where no leaf has points. */
function addUp(leaves: readonly ComparisonLine[], shown: readonly PointColumn[]) {
  const sum = (points: (number | null)[]) => {
    const known = points.filter((each) => each !== null);
    return known.length === 0 ? null : sumPoints(known);
  };
  return {
    maxPoints: sumPoints(leaves.map(({ maxPoints, scoredBy }) => (scoredBy === 'penalty' ? 0 : maxPoints))),
    lastPoints: sum(leaves.map(({ lastPoints }) => lastPoints)),
    columns: Object.fromEntries(
      shown.map((column) => [column, sum(leaves.map(({ columns }) => columns[column] ?? null))]),
    ) as ColumnPoints,
  };
}

/**
 * The reasons for the difference between two columns of a leaf: those of every round after the one up to
 * the other. Where both columns have points, their sum is exactly that difference.
 */
export function reasonsBetween(given: readonly Given[], from: PointColumn, to: PointColumn): Reason[] {
  const place = (round: Round) => placeOf(columnOf(round));
  return given
    .filter(({ round }) => place(round) > placeOf(from) && place(round) <= placeOf(to))
    .flatMap(({ reasons }) => reasons);
}

function placeOf(column: PointColumn): number {
  return POINT_COLUMNS.indexOf(column);
}

/** From the first column to another in all: what was lost by cause, and what the city entered itself. */
export type LossLedger = {
  start: Hundredths;
  end: Hundredths;
  causes: ReturnType<typeof sumByCause>;
  /** The first points of leaves the unit claims nothing for. */
  entered: Hundredths;
};

/** Accounts for all that lies between the self-scored points and a column: start − causes + entered = end. */
export function ledgerOf(lines: readonly ComparisonLine[], to: PointColumn): LossLedger {
  const leaves = lines
    .filter(({ isLeaf }) => isLeaf)
    .map(({ given, columns }) => ({
      given: given.filter(({ round }) => placeOf(columnOf(round)) <= placeOf(to)),
      end: columns[to] ?? 0,
    }));
  const isClaimed = ({ given: [first] }: (typeof leaves)[number]) => first?.round === 'self';
  const sumFirst = (some: typeof leaves) => sumPoints(some.map(({ given: [first] }) => first?.points ?? 0));
  return {
    start: sumFirst(leaves.filter(isClaimed)),
    end: sumPoints(leaves.map(({ end }) => end)),
    causes: sumByCause(leaves.flatMap(({ given }) => given.flatMap(({ reasons }) => reasons))),
    entered: sumFirst(leaves.filter((leaf) => !isClaimed(leaf))),
  };
}
