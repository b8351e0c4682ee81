import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type ReceivedPost = { path: string; headers: IncomingHttpHeaders; body: Buffer };

export type WebSink = {
  port: number;
  received: ReceivedPost[];
  /** Answers what came in; 204 unless a test says otherwise. */
  answer: (response: ServerResponse) => void;
  stop(): Promise<void>;
};

/** A real web server that keeps what was posted to it, by https when given a certificate: for tests. */
export async function openWebSink(secure?: { cert: string; key: string }): Promise<WebSink> {
  const server = secure ? createSecureServer(secure) : createServer();
  const sink: WebSink = {
    port: 0,
    received: [],
    answer: (response) => response.writeHead(204).end(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  server.on('request', async (request, response) => {
    const body = await buffer(request);
    sink.received.push({ path: request.url ?? '', headers: request.headers, body });
    sink.answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  sink.port = (server.address() as AddressInfo).port;
  return sink;
}
