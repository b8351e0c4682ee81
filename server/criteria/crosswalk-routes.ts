import type { Route } from '#server/http/route.ts';

export function crosswalkRoutes(): Route[] {
  return [];
}
