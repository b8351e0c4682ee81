import type { Context } from 'hono';
import { html } from 'hono/html';
import { answerPage } from './page.ts';
import type { ProblemAnswer } from './problems.ts';

const TITLES = { vi: 'Không mở được trang này', en: 'This page cannot be shown' };

/** A refusal for a reader rather than for the application: in both languages, since nobody knows yet who reads. */
export function answerRefusalPage({ status, body }: ProblemAnswer): Promise<Response> {
  const { vi, en } = body.problem;
  return answerPage({
    language: 'vi',
    title: TITLES.vi,
    status,
    body: html`<main class="sheet">
<h1>${TITLES.vi}</h1><p>${vi}</p>
<div lang="en"><h2>${TITLES.en}</h2><p>${en}</p></div>
<p class="foot"><a class="button" href="/">PAR-Index</a></p>
</main>`,
  });
}

/** Sends a reader who is not signed in to the door, which leads back to where they were going. */
export function sendToSignIn(http: Context): Response {
  const { pathname, search } = new URL(http.req.url);
  return http.redirect(`/sign-in?return=${encodeURIComponent(pathname + search)}`, 303);
}
