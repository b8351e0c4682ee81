import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAppraiseAddress } from './appraisal/appraise-search.ts';
import { readAssessmentAddress } from './assessments/assessment-search.ts';
import { inside } from './doors.tsx';
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

/** The pages of an assessment: the unit's own part, and what the city makes of it. */
export const assessmentRoutes = [assessment, assessmentLeaf, appraise, appraiseLeaf] as const;
