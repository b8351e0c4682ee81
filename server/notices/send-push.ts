import { ECDH } from 'node:crypto';
import webPush from 'web-push';
import { isAllowedHost, refuseOutsideUrl } from './outside-address.ts';
import { INTERNET, type Network, postOutside } from './post-outside.ts';
import type { SendOutcome } from './send-outcome.ts';

/** What a browser answers to `pushManager.subscribe`: where to send, and the keys only it can read with. */
export type PushSubscription = { endpoint: string; keys: { p256dh: string; auth: string } };

/** The keys this installation shows itself by (RFC 8292), and where its operator can be reached. */
export type Vapid = VapidKeys & { subject: string };
export type VapidKeys = { publicKey: string; privateKey: string };

/** All that leaves the house: nobody's name, only where to look. `path` lies within the app. */
export type PushPayload = { title: string; count: number; path: string };

export type OutgoingPush = {
  subscription: PushSubscription;
  vapid: Vapid;
  payload: PushPayload;
  /**
   * A push not shown yet gives way to the next of the same topic. 1 to 32 letters of base64url, read by the
   * push service: no name.
   */
  topic: string;
  /** How long the push service keeps it for a device that is off. */
  ttlSeconds: number;
  allowedHosts: readonly string[];
};

export type SubscriptionRefusal =
  | { kind: 'push_service_unknown'; field: 'endpoint' }
  | { kind: 'push_keys_unusable'; field: 'keys' };

/** The push services of Chrome and Edge on phones, of Firefox, Safari, and Edge on Windows. */
const PUSH_SERVICE =
  /^(fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|[\w.-]+\.push\.apple\.com|[\w.-]+\.notify\.windows\.com)$/u;

/** Pushed titles are cut to this many letters: the whole message must fit in 4096 bytes (RFC 8030). */
const TITLE_LETTERS = 200;

export const makeVapidKeys = (): VapidKeys => webPush.generateVAPIDKeys();

/** Says why a browser's subscription is not kept: its endpoint is somebody else's word, and we shall post to it. */
export function refuseSubscription(
  { endpoint, keys }: PushSubscription,
  allowedHosts: readonly string[],
): SubscriptionRefusal | undefined {
  const isKnown =
    !refuseOutsideUrl(endpoint, allowedHosts) &&
    (PUSH_SERVICE.test(new URL(endpoint).host) || isAllowedHost(new URL(endpoint), allowedHosts));
  if (!isKnown) return { kind: 'push_service_unknown', field: 'endpoint' };
  const areUsable = isPointOfCurve(bytesOf(keys.p256dh)) && bytesOf(keys.auth)?.length === 16;
  return areUsable ? undefined : { kind: 'push_keys_unusable', field: 'keys' };
}

/**
 * Sends one encrypted push (RFC 8030, 8291) and gives it 10 seconds. 404 and 410 mean that the browser has
 * ended the subscription. Throws on a payload or topic that would be our own mistake.
 */
export async function sendPush(push: OutgoingPush, network: Network = INTERNET): Promise<SendOutcome> {
  const { subscription, vapid, payload, topic, ttlSeconds, allowedHosts } = push;
  const refusal = refuseSubscription(subscription, allowedHosts);
  if (refusal) return { kind: 'never', reason: refusal.kind };
  const { endpoint, headers, body } = webPush.generateRequestDetails(subscription, printPayload(payload), {
    vapidDetails: vapid,
    TTL: ttlSeconds,
    topic,
  });
  return postOutside({ url: endpoint, headers, body, allowedHosts, goneStatuses: [404, 410] }, network);
}

function printPayload({ title, count, path }: PushPayload): string {
  if (!/^\/(?![/\\])/u.test(path)) throw new Error(`a push leads within the app, not to ${path}`);
  const letters = [...title];
  const cut = letters.length > TITLE_LETTERS ? `${letters.slice(0, TITLE_LETTERS - 1).join('')}…` : title;
  return JSON.stringify({ title: cut, count, path });
}

/** The bytes of base64url, as browsers write it; undefined when it is anything else. */
const bytesOf = (key: string) => (/^[\w-]+$/u.test(key) ? Buffer.from(key, 'base64url') : undefined);

/** Whether bytes are an uncompressed point of P-256. Others cannot be encrypted for. */
function isPointOfCurve(point: Buffer | undefined): boolean {
  if (point?.length !== 65 || point[0] !== 4) return false;
  try {
    ECDH.convertKey(point, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
