import type { Hundredths } from '#core/points.ts';
import type { LeafEntry } from './leaf-score.ts';
import { refuseEntry } from './refuse-entry.ts';
import type { Cap, Rule, Score } from './rule.ts';

/** What a leaf has of its own to be scored by: its rule (version 0 is a draft) and what was typed. */
export type LeafWork = {
  maxPoints: Hundredths;
  source: string;
  rule: Rule;
  version: number;
  entry: LeafEntry | null;
};

/** What goes over to the next leaf; null for what stays as that leaf has it. */
export type CarriedWork = {
  rule: Rule | null;
  /** Whether the rule may no longer be right there; it is then marked as a draft. */
  isToCheck: boolean;
  entry: Pick<LeafEntry, 'quantities' | 'points' | 'isNotApplicable' | 'reason'> | null;
  /** What was typed and cannot stand there: points above its maximum or given by a rule, quantities it does not ask for. */
  left: { points: Hundredths | null; quantities: number };
};

/**
 * What of a leaf's work goes over to the leaf that continues it in the next set. A rule or an entry
 * somebody has already made there stands. A draft goes over only where nothing is known of the next
 * leaf, as when its code has moved. A rule that speaks in points goes over as it is, though the
 * maximum is another: it is marked to be checked. Caps follow the codes they look at; one whose leaf
 * has ended falls away.
 */
export function carryWork(
  from: LeafWork,
  to: LeafWork,
  codeAfter: ReadonlyMap<string, string | null>,
): CarriedWork {
  const { rule, isToCheck } = carryRule(from, to, codeAfter);
  const nothing = { points: null, quantities: 0 };
  if (from.entry === null || to.entry !== null) return { rule, isToCheck, entry: null, left: nothing };
  return { rule, isToCheck, ...carryEntry(from.entry, rule ?? to.rule, to) };
}

function carryRule(
  from: LeafWork,
  to: LeafWork,
  codeAfter: ReadonlyMap<string, string | null>,
): Pick<CarriedWork, 'rule' | 'isToCheck'> {
  const stays = { rule: null, isToCheck: false };
  if (to.version > 0) return stays;
  const isKnown = from.version > 0 || (isTyped(to.rule) && !isTyped(from.rule));
  if (!isKnown) return stays;
  const caps = from.rule.caps.flatMap((cap) => moveCap(cap, codeAfter));
  const isToCheck =
    from.source !== to.source ||
    caps.length < from.rule.caps.length ||
    (from.maxPoints !== to.maxPoints && speaksInPoints(from.rule.score));
  const rule = { ...from.rule, caps, isDraft: from.rule.isDraft || isToCheck };
  return JSON.stringify(rule) === JSON.stringify(to.rule) ? stays : { rule, isToCheck };
}

function isTyped({ score }: Rule): boolean {
  return score.family === 'typed';
}

function moveCap(cap: Cap, codeAfter: ReadonlyMap<string, string | null>): Cap[] {
  if (cap.when.of !== 'leaf') return [cap];
  const code = codeAfter.get(cap.when.code);
  if (code === null) return [];
  return [code === undefined ? cap : { ...cap, when: { ...cap.when, code } }];
}

/** Whether a score names points rather than shares of the maximum, so that another maximum may ask for others. */
function speaksInPoints(score: Score): boolean {
  switch (score.family) {
    case 'steps':
    case 'deduction':
    case 'count':
    case 'bonus':
    case 'penalty':
    case 'parts':
    case 'formula':
      return true;
    case 'yes_no':
    case 'ratio':
    case 'target':
    case 'any_fault':
    case 'level':
    case 'survey':
    case 'index':
    case 'typed':
      return false;
  }
}

function carryEntry(
  entry: LeafEntry,
  rule: Rule,
  { maxPoints, source }: LeafWork,
): Pick<CarriedWork, 'entry' | 'left'> {
  const stands = (part: Partial<Pick<LeafEntry, 'quantities' | 'points'>>) => {
    const typed = { quantities: {}, points: null, isNotApplicable: false, ...part };
    return (
      refuseEntry(rule, maxPoints, source === 'penalty', { ...typed, reason: entry.reason }) === undefined
    );
  };
  const typed = Object.entries(entry.quantities).filter(([, value]) => value !== null);
  const quantities = Object.fromEntries(
    typed.filter(([key, value]) => stands({ quantities: { [key]: value } })),
  );
  const kept = Object.keys(quantities).length;
  const points = stands({ points: entry.points }) ? entry.points : null;
  const left = { points: points === entry.points ? null : entry.points, quantities: typed.length - kept };
  const isEmpty = points === null && kept === 0 && !entry.isNotApplicable;
  const { isNotApplicable, reason } = entry;
  return { entry: isEmpty ? null : { quantities, points, isNotApplicable, reason }, left };
}
