import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { answerRoutes } from './answers/answer-routes.ts';
import { assessmentRoutes } from './assessments/assessment-routes.ts';
import { campaignRoutes } from './campaigns/campaign-routes.ts';
import { readCriteriaAddress } from './criteria/criteria-search.ts';
import { readCrosswalkAddress } from './criteria/crosswalk-search.ts';
import { doors, inside, root, word } from './doors.tsx';
import { readEvidenceAddress } from './evidence/evidence-search.ts';
import { readHistoryAddress } from './history/history-search.ts';
import { readOutcomeAddress } from './notices/outcome-search.ts';
import type { GapSearch } from './outlook/filter-leaves.ts';
import { paths } from './paths.ts';
import { landingOf } from './people/landing.ts';
import { meQuery } from './people/session.ts';
import { readRegisterAddress, readRegistersAddress } from './registers/register-search.ts';
import { readResponsibilityAddress } from './responsibility/responsibility-search.ts';
import { readRuleAddress } from './scoring/rule-search.ts';
import { LoadProblem, NotFound } from './shell/route-problems.tsx';
import { readTaskAddress } from './task-views/task-search.ts';

const dashboard = createRoute({
  getParentRoute: () => inside,
  path: paths.dashboard,
  beforeLoad: async ({ context }) => {
    const landing = landingOf(await context.queryClient.ensureQueryData(meQuery));
    if (landing !== paths.dashboard) throw redirect({ to: landing });
  },
  component: lazyRouteComponent(() => import('./outlook/dashboard-page.tsx'), 'DashboardPage'),
});
const brief = createRoute({
  getParentRoute: () => inside,
  path: paths.brief,
  validateSearch: (search: Record<string, unknown>) => ({ department: word(search.department) }),
  component: lazyRouteComponent(() => import('./brief/brief-page.tsx'), 'BriefPage'),
});
const gaps = createRoute({
  getParentRoute: () => inside,
  path: paths.gaps,
  validateSearch: (search: Record<string, unknown>): GapSearch => ({
    field: word(search.field),
    department: word(search.department),
    source: word(search.source),
    task: word(search.task),
  }),
  component: lazyRouteComponent(() => import('./outlook/gaps-page.tsx'), 'GapsPage'),
});
const people = createRoute({
  getParentRoute: () => inside,
  path: paths.people,
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
});
const departments = createRoute({
  getParentRoute: () => inside,
  path: paths.departments,
  component: lazyRouteComponent(() => import('./people/departments-page.tsx'), 'DepartmentsPage'),
});
const units = createRoute({
  getParentRoute: () => inside,
  path: paths.units,
  component: lazyRouteComponent(() => import('./people/units-page.tsx'), 'UnitsPage'),
});
const workCalendar = createRoute({
  getParentRoute: () => inside,
  path: paths.workCalendar,
  validateSearch: (search: Record<string, unknown>): { year?: number | undefined } => ({
    year: /^\d{4}$/u.test(String(search.year)) ? Number(search.year) : undefined,
  }),
  component: lazyRouteComponent(() => import('./deadlines/work-calendar-page.tsx'), 'WorkCalendarPage'),
});

const history = createRoute({
  getParentRoute: () => inside,
  path: paths.history,
  validateSearch: readHistoryAddress,
  component: lazyRouteComponent(() => import('./history/history-page.tsx'), 'HistoryPage'),
});
const criteria = createRoute({
  getParentRoute: () => inside,
  path: paths.criteria,
  validateSearch: readCriteriaAddress,
  component: lazyRouteComponent(() => import('./criteria/criteria-page.tsx'), 'CriteriaPage'),
});
const criterion = createRoute({
  getParentRoute: () => inside,
  path: paths.criterion,
  component: lazyRouteComponent(() => import('./criteria/criterion-page.tsx'), 'CriterionPage'),
});
const tasks = createRoute({
  getParentRoute: () => inside,
  path: paths.tasks,
  validateSearch: readTaskAddress,
  component: lazyRouteComponent(() => import('./task-views/tasks-page.tsx'), 'TasksPage'),
});
const task = createRoute({
  getParentRoute: () => inside,
  path: paths.task,
  component: lazyRouteComponent(() => import('./plans/task-page.tsx'), 'TaskPage'),
});
const myWork = createRoute({
  getParentRoute: () => inside,
  path: paths.myWork,
  validateSearch: (search: Record<string, unknown>) => ({ department: word(search.department) }),
  component: lazyRouteComponent(() => import('./plans/my-work-page.tsx'), 'MyWorkPage'),
});
const responsibility = createRoute({
  getParentRoute: () => inside,
  path: paths.responsibility,
  validateSearch: readResponsibilityAddress,
  component: lazyRouteComponent(
    () => import('./responsibility/responsibility-page.tsx'),
    'ResponsibilityPage',
  ),
});
const plan = createRoute({
  getParentRoute: () => inside,
  path: paths.plan,
  component: lazyRouteComponent(() => import('./plans/plan-page.tsx'), 'PlanPage'),
});
const importing = createRoute({
  getParentRoute: () => inside,
  path: paths.import,
  component: lazyRouteComponent(() => import('./reading/import-page.tsx'), 'ImportPage'),
});
const review = createRoute({
  getParentRoute: () => inside,
  path: paths.review,
  validateSearch: (search: Record<string, unknown>): { tab?: string | undefined } => ({
    tab: word(search.tab),
  }),
  component: lazyRouteComponent(() => import('./reading/review-page.tsx'), 'ReviewPage'),
});
const annex = createRoute({
  getParentRoute: () => inside,
  path: paths.annex,
  component: lazyRouteComponent(() => import('./reading/annex-page.tsx'), 'AnnexPage'),
});
const crosswalk = createRoute({
  getParentRoute: () => inside,
  path: paths.crosswalk,
  validateSearch: readCrosswalkAddress,
  component: lazyRouteComponent(() => import('./criteria/crosswalk-page.tsx'), 'CrosswalkPage'),
});

const evidence = createRoute({
  getParentRoute: () => inside,
  path: paths.evidence,
  validateSearch: readEvidenceAddress,
  component: lazyRouteComponent(() => import('./evidence/evidence-page.tsx'), 'EvidencePage'),
});
const evidenceItem = createRoute({
  getParentRoute: () => inside,
  path: paths.evidenceItem,
  component: lazyRouteComponent(() => import('./evidence/evidence-item-page.tsx'), 'EvidenceItemPage'),
});

const registers = createRoute({
  getParentRoute: () => inside,
  path: paths.registers,
  validateSearch: readRegistersAddress,
  component: lazyRouteComponent(() => import('./registers/registers-page.tsx'), 'RegistersPage'),
});
const register = createRoute({
  getParentRoute: () => inside,
  path: paths.register,
  validateSearch: readRegisterAddress,
  component: lazyRouteComponent(() => import('./registers/register-page.tsx'), 'RegisterPage'),
});

const rules = createRoute({
  getParentRoute: () => inside,
  path: paths.rules,
  validateSearch: readRuleAddress,
  component: lazyRouteComponent(() => import('./scoring/rules-page.tsx'), 'RulesPage'),
});
const rule = createRoute({
  getParentRoute: () => inside,
  path: paths.rule,
  component: lazyRouteComponent(() => import('./scoring/rule-page.tsx'), 'RulePage'),
});

const notices = createRoute({
  getParentRoute: () => inside,
  path: paths.notices,
  component: lazyRouteComponent(() => import('./notices/rules-page.tsx'), 'NoticeRulesPage'),
});
const noticePeople = createRoute({
  getParentRoute: () => inside,
  path: paths.noticePeople,
  validateSearch: (search: Record<string, unknown>): { only?: string | undefined } => ({
    only: word(search.only),
  }),
  component: lazyRouteComponent(() => import('./notices/people-page.tsx'), 'NoticePeoplePage'),
});
const noticeOutcomes = createRoute({
  getParentRoute: () => inside,
  path: paths.noticeOutcomes,
  validateSearch: readOutcomeAddress,
  component: lazyRouteComponent(() => import('./notices/outcomes-page.tsx'), 'NoticeOutcomesPage'),
});
const webhooks = createRoute({
  getParentRoute: () => inside,
  path: paths.webhooks,
  component: lazyRouteComponent(() => import('./notices/webhooks-page.tsx'), 'WebhooksPage'),
});
const myNotices = createRoute({
  getParentRoute: () => inside,
  path: paths.myNotices,
  component: lazyRouteComponent(() => import('./notices/my-notices-page.tsx'), 'MyNoticesPage'),
});

const routeTree = root.addChildren([
  ...doors,
  inside.addChildren([
    dashboard,
    brief,
    gaps,
    people,
    departments,
    units,
    workCalendar,
    history,
    criteria,
    criterion,
    tasks,
    task,
    myWork,
    responsibility,
    plan,
    importing,
    review,
    annex,
    crosswalk,
    registers,
    register,
    rules,
    rule,
    evidence,
    evidenceItem,
    ...assessmentRoutes,
    notices,
    noticePeople,
    noticeOutcomes,
    webhooks,
    myNotices,
    ...answerRoutes,
    ...campaignRoutes,
  ]),
]);

/** Filters in an address stay readable: plain words, without JSON quotes; `undefined` and "" are left out. */
function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: LoadProblem,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
