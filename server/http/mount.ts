import { randomUUID } from 'node:crypto';
import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { mayEver } from '#core/people/permissions.ts';
import { setFence, type Tx } from '#server/db/in-unit.ts';
import type { Deps } from '#server/deps.ts';
import { findMembershipOf } from '#server/people/membership-store.ts';
import { type CommonRefusal, commonProblems, describeRefusal, type Refusal } from './problems.ts';
import { answerRefusalPage, sendToSignIn } from './refusal-page.ts';
import { FORM_TYPE, type Input, readInput } from './request-input.ts';
import { Refused, type Route, refuse, type SignedInActor } from './route.ts';
import { keepUnlessRefused } from './transaction.ts';
import { dayInVietNam } from './vietnam-day.ts';

/** Adds a declared route to the application and to its OpenAPI document. */
export function mountRoute(app: OpenAPIHono, route: Route, deps: Deps): void {
  app.openAPIRegistry.registerPath(openApiOf(route));
  const path = route.path.replace(/\{(\w+)\}/gu, ':$1');
  app.on(route.method.toUpperCase(), path, async (http) => {
    const moment = deps.now();
    const time = { now: moment, today: dayInVietNam(moment), http };
    if (route.permission !== 'public') return answerInUnit(http, route, deps, time);
    const input = await readInput(http, route);
    const result = input instanceof Refused ? input : await route.run({ ...input, ...time });
    return answer(http, route, result);
  });
}

/** Answers a bug once: the details go to the log under an id, the id to the person. */
export function answerBug(error: Error, http: Context, deps: Deps): Response | Promise<Response> {
  const id = randomUUID().slice(0, 8);
  deps.log.error({ id, err: error, method: http.req.method, path: loggedPath(http) }, 'bug');
  return answerRefusal(http, { kind: 'bug', id });
}

/** The path as the log may keep it: the one of a calendar is itself the key to it. */
function loggedPath({ req: { path } }: Context): string {
  return path.startsWith('/calendar/') ? '/calendar/…' : path;
}

/** Answers a refusal by the table that covers it: as JSON under /api/, elsewhere as a page for a reader. */
export function answerRefusal(
  http: Context,
  refusal: CommonRefusal | Refusal,
  problems: Route['problems'] = commonProblems as never,
): Response | Promise<Response> {
  const problem = describeRefusal(refusal, problems);
  if (http.req.path.startsWith('/api/')) return http.json(problem.body, problem.status);
  return refusal.kind === 'not_signed_in' ? sendToSignIn(http) : answerRefusalPage(problem);
}

type Moment = { now: Date; today: string; http: Context };

async function answerInUnit(http: Context, route: Route, deps: Deps, time: Moment): Promise<Response> {
  const session = await deps.accounts.findSession(http.req.raw.headers);
  if (!session) return answerRefusal(http, { kind: 'not_signed_in' });
  const input = await readInput(http, route);
  for (const cookie of session.cookies) http.header('set-cookie', cookie, { append: true });
  const run = route.isInSteps ? runInSteps : runInUnit;
  const result = await run(route, deps, session, input, time);
  if (!(result instanceof Response)) return answer(http, route, result);
  for (const cookie of session.cookies) result.headers.append('set-cookie', cookie);
  return result;
}

type Session = { userId: string; username: string; sessionId: string };
type Checked = Input | Refused<CommonRefusal>;

async function runInUnit(
  route: Route,
  deps: Deps,
  session: Session,
  input: Checked,
  time: Moment,
): Promise<unknown> {
  return keepUnlessRefused(deps.database.kysely, { userId: session.userId }, async (tx) => {
    const actor = await admit(tx, route, session, time);
    if (actor instanceof Refused) return actor;
    return input instanceof Refused ? input : route.run({ ...input, ...time, tx, actor });
  });
}

async function runInSteps(
  route: Route,
  deps: Deps,
  session: Session,
  input: Checked,
  time: Moment,
): Promise<unknown> {
  const { kysely } = deps.database;
  const { userId } = session;
  const actor = await keepUnlessRefused(kysely, { userId }, (tx) => admit(tx, route, session, time));
  if (actor instanceof Refused) return actor;
  if (input instanceof Refused) return input;
  const inUnit = <T>(work: (tx: Tx) => Promise<T>) =>
    keepUnlessRefused(
      kysely,
      { userId, unitId: actor.unitId, role: actor.role, departmentId: actor.departmentId },
      work,
    );
  return route.run({ ...input, ...time, actor, inUnit });
}

/** The person behind the session in their unit, when the role may ever pass this door. Sets the fence. */
async function admit(
  tx: Tx,
  { permission, method }: Route,
  session: Session,
  { today, http }: Moment,
): Promise<SignedInActor | Refused<CommonRefusal>> {
  const found = await findMembershipOf(tx, { ...session, today });
  if (!found) return refuse({ kind: 'no_unit' });
  const { unitEndedOn, ...membership } = found;
  const { unitId, role, departmentId } = membership;
  // A page of one unit, left open while another window switched, must not write into the other.
  const meant = http.req.header('x-parindex-unit');
  if (meant !== undefined && meant !== unitId && method !== 'get') return refuse({ kind: 'unit_switched' });
  await setFence(tx, { unitId, role, departmentId });
  const isKnownAction = permission !== 'signed-in' && permission !== 'public';
  if (unitEndedOn !== null && isKnownAction && method !== 'get') {
    return refuse({ kind: 'unit_ended', day: unitEndedOn });
  }
  if (isKnownAction && !mayEver(role, permission)) {
    return refuse({ kind: 'not_permitted', action: permission, role, because: 'role' });
  }
  return { ...membership, ...session };
}

function answer(http: Context, route: Route, result: unknown): Response | Promise<Response> {
  if (result instanceof Refused) return answerRefusal(http, result.refusal as Refusal, route.problems);
  if (result instanceof Response) return result;
  return result === undefined ? http.body(null, 204) : http.json(result as object);
}

const problemSchema = z
  .object({
    problem: z.object({ kind: z.string(), vi: z.string(), en: z.string(), field: z.string().optional() }),
  })
  .describe('a refusal in both languages');

function openApiOf(route: Route): RouteConfig {
  const { params, query, body, isForm } = route;
  const content =
    body === 'upload'
      ? { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } } }
      : body && { [isForm ? FORM_TYPE : 'application/json']: { schema: body } };
  const request = {
    ...(params ? { params: params as z.ZodObject } : {}),
    ...(query ? { query: query as z.ZodObject } : {}),
    ...(content ? { body: { content } } : {}),
  };
  const success =
    route.answer === 'nothing'
      ? { 204: { description: 'done' } }
      : route.answer === 'response'
        ? { 200: { description: route.summary } }
        : { 200: { description: route.summary, content: { 'application/json': { schema: route.answer } } } };
  const problem = { description: 'refused', content: { 'application/json': { schema: problemSchema } } };
  return {
    method: route.method,
    path: route.path,
    summary: route.summary,
    description: `Permission: ${route.permission}`,
    request: request as NonNullable<RouteConfig['request']>,
    responses: { ...success, default: problem },
  };
}
