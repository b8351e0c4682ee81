import { createHash, randomBytes } from 'node:crypto';

/** A token for a link that works once: 256 random bits, safe in an address. Only its hash is ever stored. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token, or of a name that was typed: its SHA-256 in hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
