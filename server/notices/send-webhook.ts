import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { INTERNET, type Network, postOutside } from './post-outside.ts';
import type { SendOutcome } from './send-outcome.ts';

export type OutgoingWebhook = {
  url: string;
  /** As `makeWebhookSecret` made it. */
  secret: string;
  /** Stays the same however often it is tried: by it the receiver knows what it already has. */
  id: string;
  /** The moment of this try. Receivers refuse what is more than 5 minutes off. */
  at: Date;
  /** JSON, signed and sent as it stands. */
  body: string;
  allowedHosts: readonly string[];
};

/**
 * Posts one signed message by Standard Webhooks (standardwebhooks.com) and gives it 10 seconds. At least
 * once: a message without an answer counts as not delivered. 410 ends the webhook.
 */
export function sendWebhook(webhook: OutgoingWebhook, network: Network = INTERNET): Promise<SendOutcome> {
  const { url, secret, id, at, body, allowedHosts } = webhook;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
  return postOutside({ url, headers, body: Buffer.from(body), allowedHosts, goneStatuses: [410] }, network);
}

/** A new secret of 256 bits, in the form receivers' libraries take. */
export const makeWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
