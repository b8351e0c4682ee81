import { html } from 'hono/html';
import { markedOccurrence } from '#core/plans/marked-occurrence.ts';
import type { TypedAnswer } from '#core/plans/quick-answer.ts';
import type { Task } from '#core/plans/task.ts';
import { answerPage, type Markup } from '#server/http/page.ts';
import type { ProblemStatus } from '#server/http/problems.ts';
import { type QuickQuestion, quickForms, standing } from './quick-form.ts';
import {
  nextItem,
  printHolder,
  printState,
  type QuickPlace,
  quickAddress,
  quickBar,
  taskFacts,
} from './quick-item.ts';
import { type QuickWords, quickWords } from './quick-words.ts';

const NEXT_SHOWN = 5;

/** A sentence in both languages, as refusals have it. */
type Told = { vi: string; en: string };

/** The item and its four answers; with a problem, what was not kept and why stands above them. */
export function answerQuestion(
  question: QuickQuestion,
  problem?: Told & { status: ProblemStatus },
): Promise<Response> {
  const { task, language } = question;
  const words = quickWords[language];
  const told = problem && {
    title: words.problem,
    body: html`<p>${problem[language]}</p>`,
    isProblem: true,
    address: quickAddress(task.id, language),
  };
  return answerItem(question, html`${told && news(told)}${item(question)}${quickForms(question)}`, problem);
}

/** The item without its answers, and why this person may not give one. */
export function answerReadOnly(place: QuickPlace, why: Told): Promise<Response> {
  const { language } = place;
  const words = quickWords[language];
  const reason = html`<div class="told problem"><h2>${words.readOnly}</h2><p>${why[language]}</p></div>`;
  return answerItem(place, html`${item(place)}${reason}`);
}

export type Saved = QuickPlace & {
  /** What the person said; nothing is known of the task before it when the answer had been kept already. */
  answer: TypedAnswer['kind'] | 'nothing_new' | 'undo';
  before: Task | undefined;
  moment: { time: string; day: string };
  note: string;
  next: readonly Task[];
};

/** What was kept and when, the way back, and what is to be answered next. */
export function answerSaved(saved: Saved): Promise<Response> {
  const { task, language, moment, note, next } = saved;
  const words = quickWords[language];
  const told = {
    title: words.saved,
    body: html`<p>${words.savedAt(savedWords(saved, words), words.moment(moment.time, moment.day))}</p>
${note && html`<p>“${note}”</p>`}${undoForm(saved, words)}`,
    address: quickAddress(task.id, language),
  };
  const list = next.slice(0, NEXT_SHOWN).map((each) => nextItem(each, language));
  return answerItem(
    saved,
    html`${news(told)}<p class="soft">${words.task(task.key)}</p><p>${task.text}</p>
<nav class="next" aria-labelledby="next"><h2 id="next">${words.next}</h2>
${list.length > 0 ? html`<ul>${list}</ul>` : html`<p class="soft">${words.noNext}</p>`}</nav>
<p class="foot"><a class="button quiet" href="${quickAddress(task.id, language)}">${words.again}</a></p>`,
  );
}

function savedWords({ answer, task }: Saved, words: QuickWords): string {
  if (answer === 'nothing_new') return words.nothingNew;
  if (answer === 'obstacle') return words.raised(printHolder(task.holder, words));
  const state = printState(task, words);
  return answer === 'undo' ? words.undone(state) : state;
}

/** Taking back is one more update with the former state: nothing is erased. */
function undoForm({ answer, before, task, language }: Saved, words: QuickWords): Markup | '' {
  if (answer !== 'progress' || !before) return '';
  return html`<form method="post" action="${quickAddress(task.id, language)}">
${standing(task, markedOccurrence(before, task))}
<input type="hidden" name="wasStatus" value="${before.status}">
<input type="hidden" name="percent" value="${before.percent}">
<button name="say" value="undo">${words.undo}</button></form>`;
}

type News = { title: string; body: Markup; isProblem?: boolean; address: string };

/** What has just happened, where the reader is put first; a reload asks for `address` instead of sending again. */
function news({ title, body, isProblem, address }: News): Markup {
  if (isProblem)
    return html`<div class="told problem" role="alert">
<h2 tabindex="-1" autofocus data-news="${address}">${title}</h2>${body}</div>`;
  return html`<div class="told" role="status">
<h1 tabindex="-1" autofocus data-news="${address}" data-saved>${title}</h1>${body}</div>`;
}

function item({ task, language }: QuickPlace): Markup {
  const words = quickWords[language];
  return html`<p class="soft">${words.task(task.key)}</p><h1>${task.text}</h1>${taskFacts(task, words)}`;
}

function answerItem(
  place: QuickPlace,
  content: Markup,
  { status }: { status?: ProblemStatus } = {},
): Promise<Response> {
  const { task, language, theme } = place;
  const words = quickWords[language];
  return answerPage({
    language,
    theme,
    title: `${words.title}: ${task.key}`,
    ...(status === undefined ? {} : { status }),
    body: html`${quickBar(place)}<main class="sheet">
<p class="told problem" role="alert" tabindex="-1" data-offline hidden>${words.offline}</p>${content}
<p class="foot"><a class="button quiet" href="/tasks/${task.id}">${words.full}</a></p></main>`,
  });
}
