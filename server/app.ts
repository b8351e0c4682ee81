import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { sql } from 'kysely';
import { conversationRoutes } from './answers/routes.ts';
import { appraisalRoutes } from './appraisal/routes.ts';
import { assessmentRoutes } from './assessments/routes.ts';
import { campaignRoutes } from './campaigns/routes.ts';
import { councilRoutes } from './council/routes.ts';
import { crosswalkRoutes } from './criteria/crosswalk-routes.ts';
import { criteriaRoutes } from './criteria/routes.ts';
import { workCalendarRoutes } from './deadlines/routes.ts';
import type { Deps } from './deps.ts';
import { eventRoutes } from './events/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { liveChangeRoutes } from './http/live-changes.ts';
import { answerBug, answerRefusal, mountRoute } from './http/mount.ts';
import type { Route } from './http/route.ts';
import { refuseOtherForms, refuseOtherSites, securityHeaders } from './http/security.ts';
import { noticeRoutes } from './notices/routes.ts';
import { outlookRoutes } from './outlook/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { presenceRoutes } from './presence/routes.ts';
import { quickRoutes } from './quick/routes.ts';
import { readingRoutes } from './reading/routes.ts';
import { registerRoutes } from './registers/routes.ts';
import { responsibilityRoutes } from './responsibility/routes.ts';
import { scoringRoutes } from './scoring/routes.ts';

/** The table of contents of the API: one line a noun. */
export function listRoutes(deps: Deps): Route[] {
  return [
    ...peopleRoutes(deps),
    ...readingRoutes(),
    ...criteriaRoutes(),
    ...crosswalkRoutes(),
    ...planRoutes(),
    ...responsibilityRoutes(),
    ...workCalendarRoutes(),
    ...quickRoutes(),
    ...registerRoutes(),
    ...scoringRoutes(),
    ...assessmentRoutes(),
    ...evidenceRoutes(deps),
    ...appraisalRoutes(deps),
    ...presenceRoutes(),
    ...noticeRoutes(deps),
    ...outlookRoutes(),
    ...conversationRoutes(),
    ...eventRoutes(),
    ...campaignRoutes(),
    ...councilRoutes(),
    ...liveChangeRoutes(deps),
  ];
}

/** The whole application over the given dependencies; `web` answers every path that is not the API's. */
export function createApp(deps: Deps, web: MiddlewareHandler, { isDevelopment = false } = {}): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError((error, http) => answerBug(error, http, deps));
  app.use(securityHeaders({ isDevelopment, isHttps: deps.publicUrl?.startsWith('https:') ?? false }));
  app.use('/api/*', refuseOtherSites(deps));
  app.use('/quick/*', compress(), refuseOtherForms(deps));

  app.get('/healthz', (http) => http.json({ ok: true }));
  app.get('/readyz', async (http) => {
    const isReady = await sql`select 1`.execute(deps.database.kysely).then(
      () => true,
      () => false,
    );
    return http.json({ ok: isReady }, isReady ? 200 : 503);
  });

  for (const route of listRoutes(deps)) mountRoute(app, route, deps);
  const info = {
    title: 'parindex',
    version: '1',
    description: 'Every refusal is { problem: { kind, vi, en } }.',
  };
  app.get('/api/openapi.json', (http) => http.json(app.getOpenAPI31Document({ openapi: '3.1.0', info })));
  app.all('/api/*', (http) => answerRefusal(http, { kind: 'not_found' }));
  app.get('*', web);
  return app;
}
