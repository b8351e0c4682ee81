import type { Context, MiddlewareHandler } from 'hono';
import type { Deps } from '#server/deps.ts';
import { answerRefusal } from './mount.ts';

const STRICT_CONTENT = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** What an answer may bring of its own: a page with forms needs its address told to ourselves. */
const OWN = new Set(['referrer-policy']);

/** Headers of every answer. Development does without the content policy, which hot reload cannot meet. */
export function securityHeaders({ isDevelopment = false, isHttps = false } = {}): MiddlewareHandler {
  return async (http, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!(OWN.has(name) && http.res.headers.has(name))) http.res.headers.set(name, value);
    }
    // A file somebody uploaded comes with a stricter policy of its own.
    const hasOwn = http.res.headers.has('content-security-policy');
    if (!isDevelopment && !hasOwn) http.res.headers.set('content-security-policy', STRICT_CONTENT);
    if (isHttps) http.res.headers.set('strict-transport-security', 'max-age=31536000');
    if (http.req.path.startsWith('/api/') && !http.res.headers.has('cache-control')) {
      http.res.headers.set('cache-control', 'no-store');
    }
  };
}

const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a change in only from our own page: another site's form cannot set `x-parindex`, and a browser
 * always says where a script's request comes from.
 */
export function refuseOtherSites(deps: Deps): MiddlewareHandler {
  return async (http, next) => {
    if (READING_METHODS.has(http.req.method) || isOwnPage(http, deps.publicUrl)) return next();
    return answerRefusal(http, { kind: 'not_from_this_page' });
  };
}

/**
 * Lets the form of a page in only from our own pages. A form cannot bring `x-parindex`, so a browser must
 * say that it comes from here; one that says neither origin nor site is refused.
 */
export function refuseOtherForms(deps: Deps): MiddlewareHandler {
  return async (http, next) => {
    if (READING_METHODS.has(http.req.method) || isOwnForm(http, deps.publicUrl)) return next();
    return answerRefusal(http, { kind: 'not_from_this_page' });
  };
}

function isOwnForm(http: Context, publicUrl: string | undefined): boolean {
  const site = http.req.header('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return false;
  const origin = http.req.header('origin');
  return origin === undefined ? site === 'same-origin' : isOwnOrigin(http, origin, publicUrl);
}

function isOwnPage(http: Context, publicUrl: string | undefined): boolean {
  if (http.req.header('x-parindex') !== '1') return false;
  if (http.req.header('sec-fetch-site') === 'cross-site') return false;
  const origin = http.req.header('origin');
  return origin === undefined || isOwnOrigin(http, origin, publicUrl);
}

function isOwnOrigin(http: Context, origin: string, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === http.req.header('host') || (publicUrl !== undefined && host === new URL(publicUrl).host);
}
