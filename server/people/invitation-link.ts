import type { Context } from 'hono';
import type { Deps } from '#server/deps.ts';

const VALID_DAYS = 7;

/** Until when an invitation made now works. */
export function invitationEnd(now: Date): string {
  return new Date(now.getTime() + VALID_DAYS * 86_400_000).toISOString();
}

/** The link that is shown once: the token stands behind "#", so that no server log ever sees it. */
export function invitationLink({ publicUrl }: Deps, http: Context, token: string): string {
  return `${publicUrl ?? new URL(http.req.url).origin}/invite#${token}`;
}
