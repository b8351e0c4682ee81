import { assessments } from './vi/assessments.ts';
import { assign } from './vi/assign.ts';
import { brief } from './vi/brief.ts';
import { criteria } from './vi/criteria.ts';
import { crosswalk } from './vi/crosswalk.ts';
import { evidence } from './vi/evidence.ts';
import { followUp } from './vi/follow-up.ts';
import { outlook } from './vi/outlook.ts';
import { people } from './vi/people.ts';
import { plans } from './vi/plans.ts';
import { reading } from './vi/reading.ts';
import { registers } from './vi/registers.ts';
import { responsibility } from './vi/responsibility.ts';
import { scoring } from './vi/scoring.ts';
import { shell } from './vi/shell.ts';
import { taskViews } from './vi/task-views.ts';
import { ui } from './vi/ui.ts';
import { workCalendar } from './vi/work-calendar.ts';

/** The source of every sentence. A noun is registered by one line here and one in en.ts. */
export const vi = {
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

/** Keys and parameters of the Vietnamese source: what every other language must give. */
export type Words = typeof vi;
