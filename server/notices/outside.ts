import { createECDH, hkdfSync } from 'node:crypto';
import type { Settings } from '#server/settings.ts';
import { readAllowedHosts } from './outside-address.ts';
import type { MailSettings } from './send-mail.ts';
import type { Vapid } from './send-push.ts';

/** How notices leave the installation: what the operator set up, and nothing else. */
export type Outside = {
  /** Undefined where no mail server is set, or no address that links in mail could lead to. */
  mail?: MailSettings;
  vapid: Vapid;
  /** Hosts webhooks and pushes may go to beside those of the open internet. */
  allowedHosts: readonly string[];
  /** Where people reach this installation, without a slash at its end. */
  address?: string;
};

type OutsideSettings = Pick<Settings, 'mailUrl' | 'mailFrom' | 'publicUrl' | 'outsideHosts'>;

/** Mail goes out only when a server and the public address are both known; a link to nowhere helps nobody. */
export function openOutside(settings: OutsideSettings, secret: string): Outside {
  const { mailUrl, mailFrom, publicUrl, outsideHosts } = settings;
  return {
    ...(mailUrl && publicUrl
      ? { mail: { url: mailUrl, from: mailFrom ?? `parindex@${new URL(publicUrl).hostname}` } }
      : {}),
    vapid: { ...vapidKeysOf(secret), subject: publicUrl ?? 'mailto:postmaster@localhost' },
    allowedHosts: readAllowedHosts(outsideHosts),
    ...(publicUrl ? { address: publicUrl } : {}),
  };
}

/**
 * The keys by which push services know this installation, worked out from its secret: every process with
 * the same secret has the same keys, and none are stored.
 */
export function vapidKeysOf(secret: string): { publicKey: string; privateKey: string } {
  const curve = createECDH('prime256v1');
  const salt = Buffer.from('parindex web push');
  for (let attempt = 0; ; attempt += 1) {
    const key = Buffer.from(hkdfSync('sha256', secret, salt, `key ${attempt}`, 32));
    try {
      curve.setPrivateKey(key);
    } catch {
      // One in four thousand million: not a number of the curve.
      continue;
    }
    return { publicKey: curve.getPublicKey('base64url'), privateKey: curve.getPrivateKey('base64url') };
  }
}
