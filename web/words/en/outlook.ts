import type { outlook as source } from '../vi/outlook.ts';

export const outlook: typeof source = {
  dashboard: 'Overview',
  noPlan: 'There is no plan yet',
  noPlanWhy:
    'Drop the plan document (.docx, .xlsx, .pdf, .txt): points, tasks, deadlines and owners are read out of it for you to check before anything is used.',
  noPlanAsk: 'The focal officer will import the plan; this screen then shows points and tasks by itself.',
  importPlan: 'Import the plan',
  needMore: (points) => `${points} more points are needed to reach the target`,
  needMoreHalf: (points, fields) => `${points} more points are needed: half of them lie in ${fields}`,
  needMoreMost: (points, fields, share) =>
    `${points} more points are needed: ${share}% of them lie in ${fields}`,
  reached: 'Last year already reached the target: hold every criterion',
  and: 'and',
  overviewLead: (unit, year, leaves) =>
    `Plan of ${unit} for ${year}: ${leaves} criteria stand below their target.`,
  ownScore: 'Self-score',
  forecast: 'Year-end forecast',
  lastYear: (year) => `Year ${year}`,
  target: (year) => `Target ${year}`,
  outOf: (max) => `/ ${max}`,
  remaining: (points) => `${points} to go`,
  notScoredYet: 'not scored yet',
  notScoredWhy:
    'No criterion has the figures it is worked out from. Enter register rows, or type them on each criterion.',
  forecastWhy:
    'The forecast follows from self-scores and the evidence of each criterion; there are no self-scores yet, so there is none.',
  noForecast: 'not enough to go on',
  why: 'Why is there no figure?',
  scoreLine: 'The four figures of the year',
  bulletDescription: (last, target, max) =>
    `On a scale of ${max} points: last year ${last}, target ${target}.`,
  legendOwn: 'Self-score',
  legendForecast: 'Forecast',
  legendLast: 'Last year',
  legendTarget: 'Target',
  byField: 'By field',
  byFieldFinding: (field, points) => `Most points lie in ${field}: ${points}`,
  waterfallLead: (last, lastYear, target, year) =>
    `From ${last} points (${lastYear}) to the target of ${target} (${year}), by field. The axis is cut below.`,
  byDepartment: 'By department',
  byDepartmentFinding: (department, points) => `${department} holds most: ${points} points`,
  byDepartmentNote: 'A criterion led by several departments counts whole for each.',
  bySource: 'By way of scoring',
  nobody: 'No department yet',
  sources: { self: 'Self-scored', survey: 'Survey', bonus: 'Bonus', penalty: 'Penalty' },
  dueWeek: (due, overdue) =>
    overdue > 0
      ? due > 0
        ? `${overdue} tasks overdue, ${due} due soon`
        : `${overdue} tasks overdue`
      : due > 0
        ? `${due} tasks due soon`
        : 'Nothing is overdue or due soon',
  dueNone: 'Nothing falls due in the next seven days.',
  nextDue: 'Next to fall due',
  allTasks: 'See all tasks',
  allOf: (count) => `See all ${count}`,
  atStake: (points) => `its criteria lost ${points} points last year`,
  overdueBy: (days) => `${days} days overdue`,
  dueToday: 'Due today',
  dueIn: (days) => `${days} days left`,
  stale: (count) =>
    count === 1 ? '1 department silent for over 14 days' : `${count} departments silent for over 14 days`,
  staleLead: 'They have open tasks and gave no update in the last 14 days.',
  staleNone: 'No department has been silent for over 14 days',
  staleNoneWhy:
    'Counted from the last update of a department; from the day the plan was confirmed when it has given none.',
  neverUpdated: 'never updated',
  updatedDaysAgo: (days) => `updated ${days} days ago`,
  openCount: (count) => `${count} open tasks`,
  openLedger: 'See each criterion',
  gaps: 'Missing points',
  gapsTitle: (points, leaves) => `${points} missing points lie in ${leaves} criteria`,
  gapsNone: 'No point is missing to the target',
  gapsLead: (year, lastYear) => `The distance between the score of ${lastYear} and the target of ${year}.`,
  leaves: 'Criteria',
  leavesOf: (count) => (count === 1 ? '1 criterion' : `${count} criteria`),
  code: 'Code',
  criterion: 'Criterion',
  max: 'Maximum',
  gap: 'Missing',
  owner: 'Lead department',
  ownTask: 'Own task',
  hasTask: 'Yes',
  noTask: 'None',
  filter: {
    field: 'Field',
    department: 'Department',
    source: 'Way of scoring',
    task: 'Own task',
    allFields: 'All fields',
    allDepartments: 'All departments',
    allSources: 'All ways of scoring',
    allTasks: 'With and without own task',
    withTask: 'With own task',
    withoutTask: 'Without own task',
  },
  clearFilters: 'Clear all filters',
  filteredNone: 'No criterion matches the filters',
  filteredNoneWhy: 'Remove a filter to see the criteria that miss points.',
  total: 'Total',
  field: 'Field',
  department: 'Department',
  source: 'Way of scoring',
  share: 'Share',
};
