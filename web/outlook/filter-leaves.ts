import type { GapLedger } from '#core/outlook/gaps.ts';
import { inChargeOf } from '#core/plans/task-rules.ts';

export type GapSearch = {
  /** Code of a field: "VIII". */
  field?: string | undefined;
  /** A department's id, or "none" for leaves nobody answers for. */
  department?: string | undefined;
  source?: string | undefined;
  /** "own" for leaves with a task of their own, "none" for those without. */
  task?: string | undefined;
};

type Leaf = GapLedger['leaves'][number];

/** The leaves that answer every filter set. A department matches where it leads, or is named when none leads. */
export function filterLeaves(leaves: readonly Leaf[], search: GapSearch): Leaf[] {
  return leaves.filter(({ row, hasOwnTask }) => {
    const answering = inChargeOf(row.owners).map((owner) => owner.departmentId);
    return (
      (!search.field || row.code.split('.')[0] === search.field) &&
      (!search.department ||
        (search.department === 'none' ? answering.length === 0 : answering.includes(search.department))) &&
      (!search.source || row.source === search.source) &&
      (!search.task || hasOwnTask === (search.task === 'own'))
    );
  });
}
