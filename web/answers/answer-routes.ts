import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside, word } from '#web/doors.tsx';
import { paths } from '#web/paths.ts';
import { readCompareAddress } from './compare-search.ts';

const explain = createRoute({
  getParentRoute: () => inside,
  path: paths.explain,
  validateSearch: (search: Record<string, unknown>): { code?: string | undefined } => ({
    code: word(search.code),
  }),
  component: lazyRouteComponent(() => import('./explain-page.tsx'), 'ExplainPage'),
});
const compareOwn = createRoute({
  getParentRoute: () => inside,
  path: paths.compareOwn,
  validateSearch: readCompareAddress,
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
});
const compare = createRoute({
  getParentRoute: () => inside,
  path: paths.compare,
  validateSearch: readCompareAddress,
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
});
const results = createRoute({
  getParentRoute: () => inside,
  path: paths.results,
  component: lazyRouteComponent(() => import('./results-page.tsx'), 'ResultsPage'),
});

/** The pages of explanations, comparison and results. */
export const answerRoutes = [explain, compareOwn, compare, results] as const;
