import { z } from 'zod';
import { ownerSchema } from '#core/criteria/annex-row.ts';
import { daySchema } from '#core/day-schema.ts';
import { DEADLINE_KINDS, REPORT_RHYTHMS, STRETCH_UNITS } from '#core/deadlines/deadline.ts';
import { HOLDERS } from './custody.ts';
import { REPORTING_STATES, VERDICTS } from './reporting-state.ts';
import { TASK_STATUSES, TIMELINESS } from './task-status.ts';

/** The part of RFC 5545 that deadlines need: what the library would refuse, or never end with, does not come in. */
const RULE_PARTS = [
  /BYDAY=(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU))*/u,
  /BYMONTHDAY=-?(?:[12]?[1-9]|[123]0|31)(?:,-?(?:[12]?[1-9]|[123]0|31))*/u,
  /BYMONTH=(?:[1-9]|1[0-2])(?:,(?:[1-9]|1[0-2]))*/u,
  /BYSETPOS=-?(?:[12]?[1-9]|[123]0|31)/u,
];
const RULE = new RegExp(
  `^FREQ=(?:WEEKLY|MONTHLY)(?:;(?:${RULE_PARTS.map(({ source }) => source).join('|')})){1,3}$`,
  'u',
);
/** More dates than the longest words of a deadline have room for. */
const MOST_WINDOWS = 200;

export const deadlineSchema = z.object({
  words: z.string().max(2000),
  kind: z.enum(DEADLINE_KINDS),
  from: daySchema.optional(),
  to: daySchema.optional(),
  windows: z
    .array(z.object({ from: daySchema.optional(), to: daySchema }))
    .max(MOST_WINDOWS)
    .optional(),
  requestedBy: z.string().max(2000).optional(),
  recurrence: z.string().max(200).regex(RULE).optional().describe('an iCalendar RRULE of due days'),
  isCheck: z.boolean().optional(),
  reports: z.enum(REPORT_RHYTHMS).optional(),
  within: z
    .object({
      count: z.int().min(1).max(999),
      unit: z.enum(STRETCH_UNITS),
      since: daySchema.optional(),
      event: z.string().max(2000).optional(),
    })
    .optional(),
});

export const taskSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  section: z.string(),
  sectionTitle: z.string(),
  text: z.string(),
  deadline: deadlineSchema,
  dueTo: daySchema.nullable(),
  status: z.enum(TASK_STATUSES),
  percent: z.int(),
  timeliness: z.enum(TIMELINESS),
  daysLeft: z.int().nullable().describe('days from today to the due day; negative when late'),
  occurrence: z
    .object({
      key: z.string(),
      name: z.string(),
      from: daySchema,
      to: daySchema,
      isMarked: z.boolean(),
      lastMarked: z.string().nullable(),
    })
    .nullable()
    .describe('the occurrence that recurring work and work along the report calendar stands at'),
  dueByDocument: daySchema.nullable().describe('the day an extension or a directive set'),
  finishedOn: daySchema.nullable(),
  verdict: z.enum(VERDICTS).nullable().describe('what whoever checked the finished task said of it'),
  reportingState: z.enum(REPORTING_STATES).describe('the state periodic reports count it in'),
  holder: z
    .object({
      holder: z.enum(HOLDERS),
      departmentId: z.uuid().nullable(),
      name: z.string().nullable(),
      since: daySchema.nullable(),
      answerBy: daySchema.nullable(),
    })
    .describe('who has the work now'),
  openObstacles: z.int(),
  steps: z.object({ done: z.int(), all: z.int() }),
  owners: z.array(ownerSchema),
  criteria: z.array(z.object({ id: z.uuid(), code: z.string(), title: z.string() })),
  pointsAtStake: z.int().describe('hundredths its linked criteria lost last year'),
  lastUpdateAt: z.string().nullable(),
  lastNote: z.string().nullable(),
  version: z.int(),
});
export type Task = z.infer<typeof taskSchema>;

/** One tap of an owner: status, percent, note; "nothing new" is an answer of its own. */
export const progressInputSchema = z.object({
  status: z.enum(TASK_STATUSES),
  percent: z.int().min(0).max(100),
  note: z.string().trim().max(4000).default(''),
  isNothingNew: z.boolean().default(false),
  occurrence: z.string().max(40).optional().describe('the occurrence meant; the current one when left out'),
  version: z.int(),
});
export type ProgressInput = z.infer<typeof progressInputSchema>;

export const progressSchema = z.object({
  id: z.uuid(),
  status: z.enum(TASK_STATUSES),
  percent: z.int(),
  note: z.string(),
  isNothingNew: z.boolean(),
  occurrence: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
});
export type Progress = z.infer<typeof progressSchema>;

export const taskInputSchema = z.object({
  text: z.string().trim().min(3).max(4000),
  deadline: deadlineSchema,
  ownerIds: z.array(z.uuid()).max(40),
  criterionIds: z.array(z.uuid()).max(130),
  version: z.int(),
});
export type TaskInput = z.infer<typeof taskInputSchema>;
