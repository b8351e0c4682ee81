import { z } from 'zod';
import { SCORED_BY } from './scored-by.ts';

/** A department answering for a criterion or task; `inheritedFrom` is the code or section it came down from. */
export const ownerSchema = z.object({
  departmentId: z.uuid(),
  name: z.string(),
  role: z.enum(['lead', 'coordinate', 'monitor']),
  inheritedFrom: z.string().nullable(),
});
export type OwnerOf = z.infer<typeof ownerSchema>;

/** One row of the plan's annex as it is kept: a field, a criterion or a component with its points in hundredths. */
export const annexRowSchema = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  code: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  isLeaf: z.boolean(),
  title: z.string(),
  source: z.enum(SCORED_BY),
  maxPoints: z.int(),
  lastPoints: z.int().nullable(),
  targetPoints: z.int().nullable(),
  owners: z.array(ownerSchema),
  ownerWords: z.string(),
  tasks: z.int().describe('how many tasks are linked to it, itself or through its field'),
  version: z.int(),
});
export type AnnexRow = z.infer<typeof annexRowSchema>;

export const annexRowInputSchema = z.object({
  lastPoints: z.int().min(-10_000).max(10_000).nullable().optional(),
  targetPoints: z.int().min(-10_000).max(10_000).nullable().optional(),
  title: z.string().trim().min(1).max(2000).optional(),
  ownerIds: z.array(z.uuid()).max(40).optional(),
  version: z.int(),
});
export type AnnexRowInput = z.infer<typeof annexRowInputSchema>;
