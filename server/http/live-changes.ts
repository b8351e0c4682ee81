import { mayEver } from '#core/people/permissions.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, routesOf, type SignedInActor } from './route.ts';

const HEARTBEAT_MS = 25_000;

/**
 * `/api/changes`: tells a page that something of its unit changed, until the session ends, works on in another
 * unit (told by the event `unit`), or the page closes.
 */
export function liveChangeRoutes(deps: Deps): Route[] {
  const { inUnit } = routesOf({});
  return [
    inUnit({
      method: 'get',
      path: '/api/changes',
      permission: 'signed-in',
      summary: 'server-sent events: {noun, subjectId} of whatever changes in the unit',
      answer: 'response',
      async run({ actor, http }) {
        return new Response(streamChanges(deps, actor, http.req.raw), {
          headers: {
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-cache, no-transform',
            'x-accel-buffering': 'no',
          },
        });
      },
    }),
  ];
}

function streamChanges(deps: Deps, actor: SignedInActor, request: Request): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const end = () => {
        stop();
        controller.close();
      };
      // Whoever sees just their own work hears that something of a kind changed, not what.
      const mayKnow = mayEver(actor.role, 'event.read');
      const unfollow = deps.changes.follow(actor.unitId, ({ noun, subjectId }) => {
        const isOfSession = noun === 'session' || noun === 'session_unit';
        const told = { noun, subjectId: mayKnow ? subjectId : '' };
        if (!isOfSession) send(`event: change\ndata: ${JSON.stringify(told)}\n\n`);
        else if (subjectId === actor.sessionId) {
          // The page begins anew in the other unit: nothing it holds of this one may stay on the screen.
          if (noun === 'session_unit') send('event: unit\ndata: {}\n\n');
          end();
        }
      });
      const heartbeat = setInterval(async () => {
        const session = await deps.accounts.findSession(request.headers, { isRefreshed: false });
        if (session) send(': still here\n\n');
        else end();
      }, HEARTBEAT_MS);
      let isStopped = false;
      stop = () => {
        if (isStopped) return;
        isStopped = true;
        unfollow();
        clearInterval(heartbeat);
      };
      send('retry: 3000\n\n');
    },
    cancel: () => stop(),
  });
}
