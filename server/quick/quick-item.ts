import { html } from 'hono/html';
import type { Task } from '#core/plans/task.ts';
import { inChargeOf } from '#core/plans/task-rules.ts';
import { printDay } from '#core/written-day.ts';
import type { Language, Markup, Theme } from '#server/http/page.ts';
import { type QuickWords, quickWords } from './quick-words.ts';

/** Where the page is and whose: what every state of it shows. */
export type QuickPlace = {
  task: Task;
  unitName: string;
  personName: string;
  language: Language;
  theme: Theme;
};

/** The address of a task's page, which keeps a language other than the first. */
export function quickAddress(id: string, language: Language): string {
  return `/quick/${id}${language === 'vi' ? '' : `?lang=${language}`}`;
}

/** How far a task is, in words: "Đang làm 50 %". */
export function printState({ status, percent }: Pick<Task, 'status' | 'percent'>, words: QuickWords): string {
  const state = words.statuses[status];
  return status === 'done' || percent === 0 ? state : words.percent(state, percent);
}

/** The bar above the page: the product, the unit, the person, and the other language. */
export function quickBar({ task, unitName, personName, language }: QuickPlace): Markup {
  const other = language === 'vi' ? 'en' : 'vi';
  return html`<header class="bar"><span><strong>${unitName}</strong> · ${personName}</span>
<a lang="${other}" hreflang="${other}" href="/quick/${task.id}?lang=${other}">${quickWords[language].language}</a></header>`;
}

/** The days left or late, in a colour that repeats what the words say. */
export function daysMark({ timeliness, daysLeft }: Task, words: QuickWords): Markup {
  if (daysLeft === null) return html`<span>${words.times[timeliness]}</span>`;
  if (daysLeft < 0) return html`<span class="late">${words.late(-daysLeft)}</span>`;
  const text = daysLeft === 0 ? words.today : words.left(daysLeft);
  return html`<span${timeliness === 'due_soon' ? html` class="near"` : ''}>${text}</span>`;
}

/** Who has the work, and by when they were asked: "Cơ quan cấp trên, Sở Nội vụ, cần trả lời …". */
export function printHolder({ holder, name, answerBy }: Task['holder'], words: QuickWords): string {
  const clock = answerBy === null ? undefined : words.answerBy(printDay(answerBy));
  return [words.holders[holder], name, clock].filter(Boolean).join(', ');
}

/** What there is to know before answering. */
export function taskFacts(task: Task, words: QuickWords): Markup {
  const { deadline, dueTo, lastNote } = task;
  const leads = inChargeOf(task.owners).map(({ name }) => name);
  const due = dueTo === null ? undefined : html`${words.until(printDay(dueTo))}, `;
  return html`<dl class="facts">
<dt>${words.due}</dt><dd>${due}${daysMark(task, words)}</dd>
<dt>${words.deadline}</dt><dd>${deadline.words || words.noDeadline}</dd>
${task.occurrence ? html`<dt>${words.occurrence}</dt><dd>${task.occurrence.name}</dd>` : ''}
<dt>${words.status}</dt><dd>${printState(task, words)}</dd>
<dt>${words.lead}</dt><dd>${leads.join(', ') || words.nobody}</dd>
${task.holder.holder === 'owner' ? '' : html`<dt>${words.holder}</dt><dd>${printHolder(task.holder, words)}</dd>`}
${lastNote ? html`<dt>${words.lastNote}</dt><dd>${lastNote}</dd>` : ''}
</dl>`;
}

/** A task as a link to its own page, for the list of what is to be answered next. */
export function nextItem(task: Task, language: Language): Markup {
  const text = task.text.length > 110 ? `${task.text.slice(0, 108).trimEnd()} …` : task.text;
  const words = quickWords[language];
  return html`<li><a href="${quickAddress(task.id, language)}">${task.key}. ${text}</a>
<span class="soft">${daysMark(task, words)}</span></li>`;
}
