import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '#web/doors.tsx';
import { paths } from '#web/paths.ts';

const list = createRoute({
  getParentRoute: () => inside,
  path: paths.campaigns,
  component: lazyRouteComponent(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
});
const overview = createRoute({
  getParentRoute: () => inside,
  path: paths.campaign,
  component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
});
const units = createRoute({
  getParentRoute: () => inside,
  path: paths.campaignUnits,
  component: lazyRouteComponent(() => import('./campaign-units-page.tsx'), 'CampaignUnitsPage'),
});
const leaves = createRoute({
  getParentRoute: () => inside,
  path: paths.campaignLeaves,
  component: lazyRouteComponent(() => import('./campaign-leaves-page.tsx'), 'CampaignLeavesPage'),
});
const appraisers = createRoute({
  getParentRoute: () => inside,
  path: paths.campaignAppraisers,
  component: lazyRouteComponent(() => import('./appraisers-page.tsx'), 'AppraisersPage'),
});
const council = createRoute({
  getParentRoute: () => inside,
  path: paths.campaignCouncil,
  component: lazyRouteComponent(() => import('#web/council/council-page.tsx'), 'CouncilPage'),
});
const publications = createRoute({
  getParentRoute: () => inside,
  path: paths.campaignPublications,
  component: lazyRouteComponent(() => import('./publications-page.tsx'), 'PublicationsPage'),
});

/** The city's conduct of campaigns. */
export const campaignRoutes = [list, overview, units, leaves, appraisers, council, publications] as const;
