import type { Deps } from '#server/deps.ts';
import type { Route } from '#server/http/route.ts';
import { acceptanceRoutes } from './acceptance.ts';
import { departmentRoutes } from './departments.ts';
import { invitationRoutes } from './invitations.ts';
import { memberRoutes } from './members.ts';
import { sessionRoutes } from './session.ts';
import { setupRoutes } from './setup.ts';
import { unitChangeRoutes } from './unit-changes.ts';
import { unitRoutes } from './units.ts';

/** Set-up, sign-in, the unit and the units under it, its departments, its people and their invitations. */
export function peopleRoutes(deps: Deps): Route[] {
  return [
    ...setupRoutes(deps),
    ...sessionRoutes(deps),
    ...departmentRoutes(),
    ...memberRoutes(deps),
    ...invitationRoutes(deps),
    ...acceptanceRoutes(deps),
    ...unitRoutes(deps),
    ...unitChangeRoutes(),
  ];
}
