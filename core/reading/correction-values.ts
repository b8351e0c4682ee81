import { z } from 'zod';
import { codeLevel } from '#core/criteria/code.ts';
import { SCORED_BY } from '#core/criteria/scored-by.ts';
import { refuseDeadline } from '#core/deadlines/refuse-deadline.ts';
import { deadlineSchema } from '#core/plans/task.ts';

/**
 * What each property of a reading may become when a person puts it right. Points are whole hundredths
 * between −100 and 1.000 points; null takes last year's score or the target away.
 */
const points = z.int().min(-10_000).max(100_000);
const text = z.string().trim().min(1).max(4000);
const owners = z
  .array(
    z.object({
      name: z.string().trim().min(1).max(200),
      role: z.enum(['lead', 'coordinate', 'monitor']).optional(),
    }),
  )
  .max(40);
const deadline = deadlineSchema.refine((each) => refuseDeadline(each) === undefined);
const code = z.string().refine((each) => codeLevel(each) !== undefined);
const codes = z.array(code).max(130);
const line = z.string().trim().max(1000).nullable();
const lines = z.array(z.string().trim().max(2000)).max(100);

export const CRITERION_VALUES = {
  title: text,
  maxPoints: points,
  lastPoints: points.nullable(),
  targetPoints: points.nullable(),
  units: owners,
  source: z.enum(SCORED_BY),
  code,
};
export const NEW_CRITERION = z.object({
  title: text,
  maxPoints: points,
  lastPoints: points.optional(),
  targetPoints: points.optional(),
  units: owners.default([]),
  source: z.enum(SCORED_BY).default('self'),
});
export const TASK_VALUES = { text, deadline, units: owners, criteria: codes };
export const NEW_TASK = z.object({
  text,
  deadline: deadline.default({ words: '', kind: 'none' }),
  units: owners.default([]),
  criteria: codes.optional(),
});
export const DOCUMENT_VALUES = {
  issuer: line,
  unitName: line,
  number: line,
  symbol: line,
  issuedAt: line,
  issuedOn: z.iso.date().nullable(),
  kind: line,
  subject: line,
  annexTitle: line,
  year: z.int().min(2000).max(2100).nullable(),
  legalBasis: lines,
  recipients: lines,
  signature: z.object({ capacity: lines, name: z.string().trim().max(200).optional() }),
};
export const UNIT_VALUES = { name: z.string().trim().min(2).max(200) };
