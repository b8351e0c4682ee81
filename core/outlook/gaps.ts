import { z } from 'zod';
import { annexRowSchema } from '#core/criteria/annex-row.ts';

const shareSchema = z.object({
  key: z.string(),
  label: z.string(),
  gapPoints: z.int(),
  maxPoints: z.int(),
  leaves: z.int().describe('leaves below their target'),
});

/** Every hundredth between last year's score and the target, by field, by department and by source. */
export const gapLedgerSchema = z.object({
  maxPoints: z.int(),
  lastPoints: z.int(),
  targetPoints: z.int(),
  gapPoints: z.int(),
  byField: z.array(shareSchema),
  byDepartment: z
    .array(shareSchema)
    .describe('a leaf with several leads counts whole in each; key "" is nobody'),
  bySource: z.array(shareSchema),
  leaves: z.array(
    z.object({ row: annexRowSchema, gapPoints: z.int(), tasks: z.int(), hasOwnTask: z.boolean() }),
  ),
});
export type GapLedger = z.infer<typeof gapLedgerSchema>;
