import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { SCORED_BY } from '#core/criteria/scored-by.ts';
import { ancestorsOf, arrangeTree, BY_ID, leavesOf } from '#core/criteria/tree.ts';
import { inChargeOf } from '#core/plans/task-rules.ts';
import type { Hundredths } from '#core/points.ts';
import type { GapLedger } from './gaps.ts';

type Share = GapLedger['byField'][number];
type LedgerLeaf = GapLedger['leaves'][number];

/**
 * Every hundredth between last year's score and the target, at the leaves, then added up by field,
 * by department and by who scores. `ownTaskCodes` are the codes of leaves with a task of their own.
 *
 * A leaf whose score or target is not known has no known gap and counts nothing; a target below
 * last year's score counts against the sum, so that the parts always add up to the whole. By
 * department a leaf counts whole in each department that leads it (in each that is named, when none
 * leads), so those shares may add up to more. Shares and leaves are sorted, largest gap first; ties
 * keep the order of the document. Leaves without a gap are left out of `leaves`.
 */
export function gapLedger(rows: readonly AnnexRow[], ownTaskCodes: ReadonlySet<string>): GapLedger {
  const tree = arrangeTree(rows, BY_ID);
  const totals = { maxPoints: 0, lastPoints: 0, targetPoints: 0, gapPoints: 0 };
  const shareByField = new Map<string, Share>();
  const shareByDepartment = new Map<string, Share>();
  const shareBySource = new Map<string, Share>(
    SCORED_BY.map((source) => [source, emptyShare(source, source)]),
  );
  const leaves: LedgerLeaf[] = [];

  tree.rows.forEach((row, position) => {
    if (tree.parentOf[position] === -1) shareByField.set(row.id, emptyShare(row.code, row.title));
  });
  for (const position of leavesOf(tree)) {
    const row = rows[position]!;
    const gap = gapOf(row);
    totals.maxPoints += row.maxPoints;
    totals.lastPoints += row.lastPoints ?? 0;
    totals.targetPoints += row.targetPoints ?? 0;
    totals.gapPoints += gap;
    const field = rows[ancestorsOf(tree, position).at(-1) ?? position]!;
    addTo(shareByField, field.id, field.title, row, gap);
    addTo(shareBySource, row.source, row.source, row, gap);
    for (const { departmentId, name } of answerersOf(row))
      addTo(shareByDepartment, departmentId, name, row, gap);
    if (gap !== 0)
      leaves.push({ row, gapPoints: gap, tasks: row.tasks, hasOwnTask: ownTaskCodes.has(row.code) });
  }
  return {
    ...totals,
    byField: largestFirst(shareByField.values()),
    byDepartment: largestFirst(shareByDepartment.values()),
    bySource: largestFirst(shareBySource.values()),
    leaves: largestFirst(leaves),
  };
}

/** Points between a leaf's last score and its target; 0 when either is unknown. */
function gapOf(row: AnnexRow): Hundredths {
  return row.lastPoints === null || row.targetPoints === null ? 0 : row.targetPoints - row.lastPoints;
}

function answerersOf(row: AnnexRow): readonly { departmentId: string; name: string }[] {
  const answerers = inChargeOf(row.owners);
  return answerers.length > 0 ? answerers : [{ departmentId: '', name: '' }];
}

function emptyShare(key: string, label: string): Share {
  return { key, label, gapPoints: 0, maxPoints: 0, leaves: 0 };
}

function addTo(shares: Map<string, Share>, key: string, label: string, row: AnnexRow, gap: Hundredths): void {
  const share = shares.get(key) ?? emptyShare(key, label);
  share.gapPoints += gap;
  share.maxPoints += row.maxPoints;
  if (gap > 0) share.leaves += 1;
  shares.set(key, share);
}

function largestFirst<Sized extends { gapPoints: number }>(shares: Iterable<Sized>): Sized[] {
  return [...shares].sort((one, other) => other.gapPoints - one.gapPoints);
}

/** What the title of the gap page says; the page puts it into words. */
export type GapHeadline = {
  gapPoints: Hundredths;
  /** The one or two fields with the largest gaps, largest first. */
  fields: { code: string; title: string; gapPoints: Hundredths }[];
  /** What these fields hold together, and whether that is half of all or more. */
  fieldsPoints: Hundredths;
  isHalf: boolean;
  /** Leaves below their target, and of those the ones without a task of their own. */
  leaves: number;
  leavesWithoutTask: number;
};

/** The message of a ledger: how much is missing, and where most of it lies. */
export function gapHeadline(ledger: GapLedger): GapHeadline {
  const fields = ledger.byField
    .filter((share) => share.gapPoints > 0)
    .slice(0, 2)
    .map((share) => ({ code: share.key, title: share.label, gapPoints: share.gapPoints }));
  const fieldsPoints = fields.reduce((sum, field) => sum + field.gapPoints, 0);
  const below = ledger.leaves.filter((leaf) => leaf.gapPoints > 0);
  return {
    gapPoints: ledger.gapPoints,
    fields,
    fieldsPoints,
    isHalf: ledger.gapPoints > 0 && fieldsPoints * 2 >= ledger.gapPoints,
    leaves: below.length,
    leavesWithoutTask: below.filter((leaf) => !leaf.hasOwnTask).length,
  };
}
