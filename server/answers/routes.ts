import type { Route } from '#server/http/route.ts';
import { answerRoutes } from './answer-routes.ts';
import { comparisonRoutes } from './comparison-routes.ts';

/** The conversation after a release, the rounds side by side, and the results. */
export function conversationRoutes(): Route[] {
  return [...answerRoutes(), ...comparisonRoutes()];
}
