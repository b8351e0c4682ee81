import type { Deps } from '#server/deps.ts';
import type { Route } from '#server/http/route.ts';
import { departmentRoutes } from './department-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { setupRoutes } from './setup-routes.ts';

/** Set-up, sign-in, the unit, its departments, its people and their invitations. */
export function peopleRoutes(deps: Deps): Route[] {
  return [
    ...setupRoutes(deps),
    ...sessionRoutes(deps),
    ...departmentRoutes(),
    ...memberRoutes(deps),
    ...invitationRoutes(deps),
  ];
}
