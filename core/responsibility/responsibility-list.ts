import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { REPORTING_STATES } from '#core/plans/reporting-state.ts';
import { BASES, departmentLatenessSchema, responsibilityLineSchema } from './responsibility.ts';
import { judgementSchema } from './verdict.ts';

/** Which part of the list is wanted, and how its days are counted. */
export const responsibilityQuerySchema = z.object({
  department: z.uuid().optional(),
  basis: z.enum(BASES).default('calendar'),
});

/** The responsibility list with its sums, and how far the same tasks are carried out. */
export const responsibilityListSchema = z.object({
  asOf: daySchema.describe('the day up to which open work is counted'),
  since: daySchema.describe('the day the plan was confirmed'),
  basis: z.enum(BASES),
  lines: z.array(responsibilityLineSchema),
  departments: z.array(departmentLatenessSchema),
  counts: z.object({
    byState: z.record(z.enum(REPORTING_STATES), z.int()),
    total: z.int(),
    completed: z.int(),
    completedRecurring: z.int(),
    completedDated: z.int(),
  }),
  completion: z.string().describe('the fixed sentence of periodic reports, in Vietnamese'),
});
export type ResponsibilityOverview = z.infer<typeof responsibilityListSchema>;

/** What is said of one task: its lines where it was late, and who judged its result. */
export const taskResponsibilitySchema = z.object({
  lines: z.array(responsibilityLineSchema),
  judgement: judgementSchema.nullable(),
});
export type TaskResponsibility = z.infer<typeof taskResponsibilitySchema>;
