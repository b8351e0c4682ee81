import { assessments } from './en/assessments.ts';
import { assign } from './en/assign.ts';
import { brief } from './en/brief.ts';
import { criteria } from './en/criteria.ts';
import { crosswalk } from './en/crosswalk.ts';
import { evidence } from './en/evidence.ts';
import { followUp } from './en/follow-up.ts';
import { outlook } from './en/outlook.ts';
import { people } from './en/people.ts';
import { plans } from './en/plans.ts';
import { reading } from './en/reading.ts';
import { registers } from './en/registers.ts';
import { responsibility } from './en/responsibility.ts';
import { scoring } from './en/scoring.ts';
import { shell } from './en/shell.ts';
import { taskViews } from './en/task-views.ts';
import { ui } from './en/ui.ts';
import { workCalendar } from './en/work-calendar.ts';
import type { Words } from './vi.ts';

/** English, fetched only when chosen; what Vietnamese has and this lacks does not compile. */
export const en: Words = {
  ui,
  shell,
  people,
  outlook,
  criteria,
  plans,
  followUp,
  brief,
  assign,
  taskViews,
  responsibility,
  workCalendar,
  reading,
  registers,
  scoring,
  evidence,
  crosswalk,
  assessments,
};
