import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { html, raw } from 'hono/html';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { ProblemStatus } from './problems.ts';

export type Language = 'vi' | 'en';
/** Undefined is as the system of the reader is. */
export type Theme = 'light' | 'dark' | undefined;

/** The theme chosen in the application. Read here and not by the page, whose first look at a store takes longer than all its styles. */
export function themeOf(http: Context): Theme {
  const chosen = getCookie(http, 'parindex.theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : undefined;
}

/** A piece of a page; whatever was put into it by `html` is escaped. */
export type Markup = ReturnType<typeof html>;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Stricter than that of the application: nothing is fetched but the icon, and only this style and script count. */
const CONTENT = [
  "default-src 'none'",
  "img-src 'self'",
  `style-src ${hashOf(PAGE_STYLE)}`,
  `script-src ${hashOf(PAGE_SCRIPT)}`,
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': CONTENT,
  'cache-control': 'no-store',
  // A form says where it comes from only if the address of its page may be told to ourselves.
  'referrer-policy': 'same-origin',
};

/** A whole page that the server writes itself, outside the application: one answer, nothing to fetch after it. */
export async function answerPage(page: {
  language: Language;
  theme?: Theme;
  title: string;
  body: Markup;
  status?: 200 | ProblemStatus;
}): Promise<Response> {
  const text = await html`<!doctype html>
<html lang="${page.language}"${page.theme ? html` data-theme="${page.theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · PAR-Index</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${raw(PAGE_STYLE)}</style>
<script>${raw(PAGE_SCRIPT)}</script>
</head>
<body><div class="frame">${page.body}</div></body>
</html>`;
  return new Response(String(text), { status: page.status ?? 200, headers: HEADERS });
}
