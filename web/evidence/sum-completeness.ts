import type { Completeness } from '#core/evidence/evidence.ts';

/** How many leaves with points of one field are proved how well. */
export type FieldCompleteness = {
  /** The code of the field: "VII". */
  field: string;
  claimed: number;
  full: number;
  partial: number;
  explained: number;
  needs: number;
};

/** The completeness of every field that has leaves, in the order of the leaves; leaves without points are left out of the counts. */
export function sumByField(leaves: readonly Completeness[]): FieldCompleteness[] {
  const sumByCode = new Map<string, FieldCompleteness>();
  for (const { code, state } of leaves) {
    const field = code.split('.')[0] ?? code;
    const sum = sumByCode.get(field) ?? { field, claimed: 0, full: 0, partial: 0, explained: 0, needs: 0 };
    sumByCode.set(field, sum);
    if (state === 'nothing_claimed') continue;
    sum.claimed += 1;
    sum[state === 'needs_explanation' ? 'needs' : state] += 1;
  }
  return [...sumByCode.values()];
}
