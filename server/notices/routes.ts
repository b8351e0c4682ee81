import type { Deps } from '#server/deps.ts';
import type { Route } from '#server/http/route.ts';
import { contactRoutes } from './contact-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { inboxRoutes } from './inbox-routes.ts';
import { keeperRoutes } from './keeper-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** What people are told, how they are reached, and what became of it. */
export function noticeRoutes(deps: Deps): Route[] {
  return [
    ...inboxRoutes(),
    ...contactRoutes(deps),
    ...feedRoutes(deps),
    ...keeperRoutes(),
    ...webhookRoutes(deps),
  ];
}
