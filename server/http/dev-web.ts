import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'vite';

/**
 * Development only: the pages come from their sources, with hot reload over the same port. Requests
 * of the API go on to the application; everything else is vite's.
 */
export async function serveSources(server: Server): Promise<void> {
  const application = server.listeners('request')[0] as (
    request: IncomingMessage,
    response: ServerResponse,
  ) => void;
  const vite = await createServer({ server: { middlewareMode: true, ws: { server } }, appType: 'spa' });
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const isOurs = /^\/(?:api\/|quick\/|healthz$|readyz$)/u.test(request.url ?? '');
    if (isOurs) application(request, response);
    else vite.middlewares(request, response);
  });
}
