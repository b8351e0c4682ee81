import tls from 'node:tls';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BRIDGE_CERTIFICATE, BRIDGE_KEY } from './fixtures/bridge-certificate.ts';
import type { Network } from './post-outside.ts';
import { makeWebhookSecret, sendWebhook } from './send-webhook.ts';
import { openWebSink, type WebSink } from './web-sink.ts';

const SECRET = makeWebhookSecret();
const BODY = JSON.stringify({ type: 'digest.ready', data: { title: 'Việc tuần này', count: 3 } });

let sink: WebSink;
beforeEach(async () => {
  sink = await openWebSink();
});
afterEach(() => sink.stop());

/** A network whose names all mean the given addresses, and that says how often it was asked. */
function network(...addresses: string[]): Network & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    patience: 5_000,
    resolve: async (host) => {
      asked.push(host);
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  };
}

const webhook = (change = {}) => ({
  url: `http://127.0.0.1:${sink.port}/in`,
  secret: SECRET,
  id: 'msg_1',
  at: new Date(),
  body: BODY,
  allowedHosts: [`127.0.0.1:${sink.port}`],
  ...change,
});

it('arrives signed, so that the library of a receiver verifies it', async () => {
  expect(await sendWebhook(webhook())).toEqual({ kind: 'sent' });
  const [{ path, headers, body } = expect.fail('nothing arrived')] = sink.received;
  expect([path, headers['webhook-id'], headers['content-type']]).toEqual([
    '/in',
    'msg_1',
    'application/json; charset=utf-8',
  ]);
  const told = headers as Record<string, string>;
  expect(new Webhook(SECRET).verify(body, told)).toEqual(JSON.parse(BODY));
  expect(() => new Webhook(makeWebhookSecret()).verify(body, told)).toThrow('No matching signature');
  expect(() => new Webhook(SECRET).verify(`${body} `, told)).toThrow('No matching signature');
  expect(() => new Webhook(SECRET).verify(body, { ...told, 'webhook-id': 'msg_2' })).toThrow();
});

it.each([
  [200, { kind: 'sent' }],
  [202, { kind: 'sent' }],
  [301, { kind: 'never', reason: 'HTTP 301' }],
  [400, { kind: 'never', reason: 'HTTP 400' }],
  [404, { kind: 'never', reason: 'HTTP 404' }],
  [408, { kind: 'try_later', reason: 'HTTP 408' }],
  [409, { kind: 'try_later', reason: 'HTTP 409' }],
  [410, { kind: 'never', reason: 'HTTP 410', isGone: true }],
  [425, { kind: 'try_later', reason: 'HTTP 425' }],
  [429, { kind: 'try_later', reason: 'HTTP 429' }],
  [500, { kind: 'try_later', reason: 'HTTP 500' }],
  [503, { kind: 'try_later', reason: 'HTTP 503' }],
])('takes %i for what it says', async (status, outcome) => {
  sink.answer = (response) => response.writeHead(status).end('nghe rõ');
  expect(await sendWebhook(webhook())).toEqual(outcome);
});

it('follows no redirect', async () => {
  const elsewhere = await openWebSink();
  sink.answer = (response) =>
    response.writeHead(307, { location: `http://127.0.0.1:${elsewhere.port}/` }).end();
  expect(await sendWebhook(webhook())).toEqual({ kind: 'never', reason: 'HTTP 307' });
  expect(elsewhere.received).toEqual([]);
  await elsewhere.stop();
});

it('counts as not delivered when the answer stays away, though it may have arrived', async () => {
  sink.answer = () => undefined;
  const slow = { ...network(), patience: 500 };
  expect(await sendWebhook(webhook(), slow)).toEqual({ kind: 'try_later', reason: 'TIMEOUT' });
  expect(sink.received).toHaveLength(1);
});

it('counts as not delivered when the connection breaks in the middle', async () => {
  sink.answer = (response) => response.socket?.destroy();
  expect(await sendWebhook(webhook())).toEqual({ kind: 'try_later', reason: 'ECONNRESET' });
});

it('gives up a name that is not looked up in time', async () => {
  const silent: Network = { resolve: () => new Promise(() => undefined), patience: 50 };
  const outcome = await sendWebhook(webhook({ url: 'https://hooks.example.vn/' }), silent);
  expect(outcome).toEqual({ kind: 'try_later', reason: 'TIMEOUT', isServerDown: true });
});

it('tries again later when a name means nothing today', async () => {
  const outcome = await sendWebhook(webhook({ url: 'https://hooks.example.vn/' }), network());
  expect(outcome).toEqual({ kind: 'try_later', reason: 'ENOTFOUND', isServerDown: true });
});

it('says that the server is down', async () => {
  const lost = webhook();
  await sink.stop();
  const outcome = await sendWebhook(lost);
  expect(outcome).toEqual({ kind: 'try_later', reason: 'ECONNREFUSED', isServerDown: true });
});

it('reads no more than a little of an endless answer', async () => {
  let isCut = false;
  sink.answer = (response) => {
    response.writeHead(200);
    response.on('close', () => {
      isCut = true;
    });
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
    };
    response.on('drain', pour);
    pour();
  };
  expect(await sendWebhook(webhook())).toEqual({ kind: 'sent' });
  await expect.poll(() => isCut).toBe(true);
});

it('does not wait for the end of an answer that has told its status', async () => {
  sink.answer = (response) => response.writeHead(503).write('…');
  const slow = { ...network(), patience: 500 };
  expect(await sendWebhook(webhook(), slow)).toEqual({ kind: 'try_later', reason: 'HTTP 503' });
});

it('never takes headers without end', async () => {
  sink.answer = (response) => response.writeHead(200, { 'x-long': 'x'.repeat(12_000) }).end();
  expect(await sendWebhook(webhook())).toEqual({ kind: 'try_later', reason: 'HPE_HEADER_OVERFLOW' });
});

it.each([
  ['this machine', ['127.0.0.1']],
  ['the metadata of a cloud', ['169.254.169.254']],
  ['an outside and an inside address at once', ['8.8.8.8', '10.0.0.1']],
  ['IPv4 in IPv6', ['::ffff:127.0.0.1']],
  ['NAT64', ['64:ff9b::7f00:1']],
])('asks nobody when a harmless name means %s', async (_, addresses) => {
  const url = `https://hooks.example.vn:${sink.port}/in`;
  const outcome = await sendWebhook(webhook({ url }), network(...addresses));
  expect(outcome).toEqual({ kind: 'never', reason: 'outside_url_private' });
  expect(sink.received).toEqual([]);
});

it('connects to the address it looked at, whatever the name would mean a moment later', async () => {
  const url = `http://bridge.example:${sink.port}/in`;
  const rebinding = network('127.0.0.1');
  const outcome = await sendWebhook(
    webhook({ url, allowedHosts: [`bridge.example:${sink.port}`] }),
    rebinding,
  );
  expect([outcome.kind, rebinding.asked]).toEqual(['sent', ['bridge.example']]);
  expect(sink.received[0]?.headers.host).toBe(`bridge.example:${sink.port}`);
});

it('sends by https to the pinned address, and only to whom the certificate names', async () => {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), BRIDGE_CERTIFICATE]);
  const secure = await openWebSink({ cert: BRIDGE_CERTIFICATE, key: BRIDGE_KEY });
  const to = (host: string) =>
    webhook({ url: `https://${host}:${secure.port}/`, allowedHosts: [`${host}:${secure.port}`] });
  expect(await sendWebhook(to('bridge.example'), network('127.0.0.1'))).toEqual({ kind: 'sent' });
  expect(await sendWebhook(to('other.example'), network('127.0.0.1'))).toEqual({
    kind: 'try_later',
    reason: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
  expect(secure.received).toHaveLength(1);
  await secure.stop();
});

it('tells no secret of the address in what is recorded', async () => {
  const url = 'http://hooks.example.vn/secret-token';
  expect(JSON.stringify(await sendWebhook(webhook({ url })))).not.toContain('secret-token');
});
