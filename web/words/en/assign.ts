import type { assign as source } from '../vi/assign.ts';

export const assign: typeof source = {
  give: 'Assign a task',
  giveFor: (what) => `Assign a task: ${what}`,
  title: 'Assign a task',
  why: 'The words and the department are proposals; change them before you assign it.',
  section: 'Section of the plan it goes into',
  kept: 'Task assigned.',
  open: 'Open it',
  given: 'Task assigned:',
};
