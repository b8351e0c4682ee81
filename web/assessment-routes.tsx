import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCompareAddress } from './answers/compare-search.ts';
import { readAppraiseAddress } from './appraisal/appraise-search.ts';
import { readAssessmentAddress } from './assessments/assessment-search.ts';
import { inside, word } from './doors.tsx';
import { paths } from './paths.ts';

const assessment = createRoute({
  getParentRoute: () => inside,
  path: paths.assessment,
  validateSearch: readAssessmentAddress,
  component: lazyRouteComponent(() => import('./assessments/assessment-page.tsx'), 'AssessmentPage'),
});
const assessmentLeaf = createRoute({
  getParentRoute: () => inside,
  path: paths.assessmentLeaf,
  validateSearch: readAssessmentAddress,
  component: lazyRouteComponent(() => import('./assessments/leaf-page.tsx'), 'LeafPage'),
});
const appraise = createRoute({
  getParentRoute: () => inside,
  path: paths.appraise,
  component: lazyRouteComponent(() => import('./appraisal/my-appraisal-page.tsx'), 'MyAppraisalPage'),
});
const appraiseLeaf = createRoute({
  getParentRoute: () => inside,
  path: paths.appraiseLeaf,
  validateSearch: readAppraiseAddress,
  component: lazyRouteComponent(() => import('./appraisal/appraise-page.tsx'), 'AppraisePage'),
});

const explain = createRoute({
  getParentRoute: () => inside,
  path: paths.explain,
  validateSearch: (search: Record<string, unknown>): { code?: string | undefined } => ({
    code: word(search.code),
  }),
  component: lazyRouteComponent(() => import('./answers/explain-page.tsx'), 'ExplainPage'),
});
const compareOwn = createRoute({
  getParentRoute: () => inside,
  path: paths.compareOwn,
  validateSearch: readCompareAddress,
  component: lazyRouteComponent(() => import('./answers/compare-page.tsx'), 'ComparePage'),
});
const compare = createRoute({
  getParentRoute: () => inside,
  path: paths.compare,
  validateSearch: readCompareAddress,
  component: lazyRouteComponent(() => import('./answers/compare-page.tsx'), 'ComparePage'),
});
const results = createRoute({
  getParentRoute: () => inside,
  path: paths.results,
  component: lazyRouteComponent(() => import('./answers/results-page.tsx'), 'ResultsPage'),
});

/** The pages of an assessment: the unit's own part, and what the city makes of it. */
export const assessmentRoutes = [
  assessment,
  assessmentLeaf,
  appraise,
  appraiseLeaf,
  explain,
  compareOwn,
  compare,
  results,
] as const;
