import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, verify } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeVapidKeys, refuseSubscription, sendPush } from './send-push.ts';
import { openWebSink, type WebSink } from './web-sink.ts';

const VAPID = { ...makeVapidKeys(), subject: 'mailto:quan.tri@phuong.example' };
const AUTH = Buffer.from('0123456789abcdef');

let sink: WebSink;
let browser: ECDH;
beforeEach(async () => {
  sink = await openWebSink();
  browser = createECDH('prime256v1');
  browser.generateKeys();
});
afterEach(() => sink.stop());

const keys = () => ({ p256dh: browser.getPublicKey('base64url'), auth: AUTH.toString('base64url') });
const push = (change = {}) => ({
  subscription: { endpoint: `http://127.0.0.1:${sink.port}/push/abc`, keys: keys() },
  vapid: VAPID,
  payload: { title: 'Việc tuần này', count: 3, path: '/my-work' },
  topic: 'digest',
  ttlSeconds: 86_400,
  allowedHosts: [`127.0.0.1:${sink.port}`],
  ...change,
});

/** Decrypts as a browser does: RFC 8291 over the one record of RFC 8188. */
function decrypt(body: Buffer): unknown {
  const salt = body.subarray(0, 16);
  const keyLength = body[20] ?? 0;
  const sender = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender]);
  const shared = hkdfSync('sha256', browser.computeSecret(sender), AUTH, info, 32);
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(shared), salt, `Content-Encoding: ${what}\0`, length));
  const opener = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  opener.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]);
  return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString());
}

it('arrives so that only the browser can read it', async () => {
  expect(await sendPush(push())).toEqual({ kind: 'sent' });
  const [{ path, headers, body } = expect.fail('nothing arrived')] = sink.received;
  expect([path, headers.ttl, headers.topic, headers['content-encoding']]).toEqual([
    '/push/abc',
    '86400',
    'digest',
    'aes128gcm',
  ]);
  expect(body.toString('latin1')).not.toContain('my-work');
  expect(decrypt(body)).toEqual({ title: 'Việc tuần này', count: 3, path: '/my-work' });
});

it('shows who sends it by a signature of the installation', async () => {
  await sendPush(push());
  const told = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/u.exec(
    sink.received[0]?.headers.authorization ?? '',
  );
  const [, head = '', claims = '', signature = '', key = ''] = told ?? [];
  expect(key).toBe(VAPID.publicKey);
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    aud: `http://127.0.0.1:${sink.port}`,
    sub: VAPID.subject,
  });
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const publicKey = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
  const signed = Buffer.from(`${head}.${claims}`);
  expect(verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
});

it.each([
  [201, { kind: 'sent' }],
  [400, { kind: 'never', reason: 'HTTP 400' }],
  [403, { kind: 'never', reason: 'HTTP 403' }],
  [404, { kind: 'never', reason: 'HTTP 404', isGone: true }],
  [410, { kind: 'never', reason: 'HTTP 410', isGone: true }],
  [413, { kind: 'never', reason: 'HTTP 413' }],
  [429, { kind: 'try_later', reason: 'HTTP 429' }],
  [502, { kind: 'try_later', reason: 'HTTP 502' }],
])('takes %i of a push service for what it says', async (status, outcome) => {
  sink.answer = (response) => response.writeHead(status).end();
  expect(await sendPush(push())).toEqual(outcome);
});

it('says that the push service is down', async () => {
  const lost = push();
  await sink.stop();
  expect(await sendPush(lost)).toMatchObject({ kind: 'try_later', isServerDown: true });
});

it('cuts a title that would not fit, between letters', async () => {
  const title = '🏛️Đẩy mạnh cải cách '.repeat(300);
  expect(await sendPush(push({ payload: { title, count: 1, path: '/' } }))).toEqual({ kind: 'sent' });
  const body = sink.received[0]?.body ?? expect.fail('nothing arrived');
  expect(body.length).toBeLessThanOrEqual(4096);
  expect(decrypt(body)).toMatchObject({ title: expect.stringMatching(/^🏛️Đẩy[^�]*…$/u) });
});

it.each([['https://thief.example/'], ['//thief.example/'], ['/\\thief.example'], ['my-work'], ['']])(
  'never leads out of the app, as to "%s"',
  async (path) => {
    const outcome = sendPush(push({ payload: { title: 'x', count: 1, path } }));
    await expect(outcome).rejects.toThrow('within the app');
  },
);

it.each([
  ['takes Chrome', 'https://fcm.googleapis.com/fcm/send/a:b', undefined],
  ['takes Firefox', 'https://updates.push.services.mozilla.com/wpush/v2/a', undefined],
  ['takes Safari', 'https://web.push.apple.com/QAbc', undefined],
  ['takes Edge', 'https://wns2-sg2p.notify.windows.com/w/?token=a', undefined],
  ['refuses any other host', 'https://thief.example/fcm.googleapis.com', 'push_service_unknown'],
  ['refuses a name that only ends alike', 'https://evilpush.apple.com/', 'push_service_unknown'],
  [
    'refuses a name that only begins alike',
    'https://fcm.googleapis.com.evil.example/',
    'push_service_unknown',
  ],
  ['refuses another port', 'https://fcm.googleapis.com:8443/', 'push_service_unknown'],
  ['refuses http', 'http://fcm.googleapis.com/', 'push_service_unknown'],
  ['refuses a password', 'https://a:b@fcm.googleapis.com/', 'push_service_unknown'],
  ['refuses the own network', 'https://127.0.0.1/', 'push_service_unknown'],
  ['refuses words', 'fcm', 'push_service_unknown'],
])('%s', (_, endpoint, kind) => {
  expect(refuseSubscription({ endpoint, keys: keys() }, [])?.kind).toBe(kind);
});

it.each([
  ['no key', { p256dh: '' }],
  ['a short key', { p256dh: Buffer.alloc(64, 4).toString('base64url') }],
  ['a key that is no point of the curve', { p256dh: Buffer.alloc(65, 4).toString('base64url') }],
  ['a key in other letters', { p256dh: 'ỏ'.repeat(87) }],
  ['no auth', { auth: '' }],
  ['a long auth', { auth: Buffer.alloc(17).toString('base64url') }],
])('refuses %s', async (_, change) => {
  const subscription = { endpoint: 'https://fcm.googleapis.com/a', keys: { ...keys(), ...change } };
  expect(refuseSubscription(subscription, [])?.kind).toBe('push_keys_unusable');
  expect(await sendPush(push({ subscription }))).toEqual({ kind: 'never', reason: 'push_keys_unusable' });
});
