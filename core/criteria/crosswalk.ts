import { z } from 'zod';

/** What became of a criterion when the set was replaced; one may be several at once. */
export const SET_CHANGES = ['added', 'removed', 'reweighted', 'moved', 'reworded'] as const;

/**
 * One line from the former set to the next: a leaf that goes on as another (`from` and `to`), one that
 * ends (`to` null) or one that begins (`from` null). Points are hundredths.
 */
export const crosswalkEntrySchema = z.object({
  from: z.string().max(40).nullable(),
  to: z.string().max(40).nullable(),
  changes: z.array(z.enum(SET_CHANGES)),
  /** How alike the words are, in whole hundredths: 100 is the same. */
  likeness: z.int().min(0).max(100),
  /** Whether a person said so, rather than the proposal. */
  isByHand: z.boolean(),
});
export type CrosswalkEntry = z.infer<typeof crosswalkEntrySchema>;
