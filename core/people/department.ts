import { z } from 'zod';
import { DEPARTMENT_KINDS } from './department-kinds.ts';

/** A department, public service unit or school of one unit: it answers for criteria and tasks. */
export const departmentSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(DEPARTMENT_KINDS),
  /** Other ways documents write its name; reading matches them all. */
  spellings: z.array(z.string()),
  version: z.int(),
  criteria: z.int().describe('how many criteria name it in their own cell'),
  tasks: z.int().describe('how many tasks it leads or helps with'),
  openTasks: z.int(),
  overdueTasks: z.int(),
  members: z.int(),
});
export type Department = z.infer<typeof departmentSchema>;

export const departmentInputSchema = z.object({
  name: z.string().trim().min(2).max(200),
  kind: z.enum(DEPARTMENT_KINDS),
  spellings: z.array(z.string().trim().min(1).max(200)).max(40).default([]),
});
export type DepartmentInput = z.infer<typeof departmentInputSchema>;
