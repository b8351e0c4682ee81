import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAppraiseAddress } from '#web/appraisal/appraise-search.ts';
import { inside } from '#web/doors.tsx';
import { paths } from '#web/paths.ts';
import { readAssessmentAddress } from './assessment-search.ts';

const assessment = createRoute({
  getParentRoute: () => inside,
  path: paths.assessment,
  validateSearch: readAssessmentAddress,
  component: lazyRouteComponent(() => import('./assessment-page.tsx'), 'AssessmentPage'),
});
const assessmentLeaf = createRoute({
  getParentRoute: () => inside,
  path: paths.assessmentLeaf,
  validateSearch: readAssessmentAddress,
  component: lazyRouteComponent(() => import('./leaf-page.tsx'), 'LeafPage'),
});
const appraise = createRoute({
  getParentRoute: () => inside,
  path: paths.appraise,
  component: lazyRouteComponent(() => import('#web/appraisal/my-appraisal-page.tsx'), 'MyAppraisalPage'),
});
const appraiseLeaf = createRoute({
  getParentRoute: () => inside,
  path: paths.appraiseLeaf,
  validateSearch: readAppraiseAddress,
  component: lazyRouteComponent(() => import('#web/appraisal/appraise-page.tsx'), 'AppraisePage'),
});

/** The pages of an assessment: the unit's own part, and what the city makes of it. */
export const assessmentRoutes = [assessment, assessmentLeaf, appraise, appraiseLeaf] as const;
