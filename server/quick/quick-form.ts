import { html } from 'hono/html';
import { HELD_UP_BY } from '#core/plans/obstacle-words.ts';
import type { QuickAnswer, QuickForm } from '#core/plans/quick-answer.ts';
import type { Task } from '#core/plans/task.ts';
import type { Markup } from '#server/http/page.ts';
import type { KeptDepartment } from '#server/plans/store.ts';
import { type QuickPlace, quickAddress } from './quick-item.ts';
import { type QuickWords, quickWords } from './quick-words.ts';

const PERCENTS = [25, 50, 75, 90];

export type QuickQuestion = QuickPlace & {
  departments: readonly KeptDepartment[];
  /** The answer the mail's link or the last try named: it stands first. */
  say: QuickAnswer | undefined;
  /** What was typed and not kept. */
  typed: Partial<QuickForm>;
};

/** The four answers: each button but the last sends at once; a finished task can be opened again. */
export function quickForms(question: QuickQuestion): Markup {
  const { task, say, language } = question;
  const words = quickWords[language];
  if (task.status === 'done') return progressForm(question, percentGroup(question, words.reopen));
  const answers: [QuickAnswer, Markup][] = [
    ['done', answerButton('done', doneWords(task, words), say)],
    ['in_progress', percentGroup(question, words.inProgress)],
    ['nothing_new', answerButton('nothing_new', words.nothingNew, say)],
  ];
  const forms: [QuickAnswer | undefined, Markup][] = [
    [undefined, progressForm(question, html`${askedFirst(answers, say)}`)],
    ['stuck', stuckForm(question, words)],
  ];
  return html`${askedFirst(forms, say)}`;
}

/** What "done" means: the whole task, or the occurrence it stands at. */
function doneWords({ occurrence }: Task, words: QuickWords): string {
  return occurrence && !occurrence.isMarked ? words.doneOccurrence(occurrence.name) : words.done;
}

/** Markup in its order, but the answer that was asked for before all others. */
function askedFirst(all: [QuickAnswer | undefined, Markup][], say: QuickAnswer | undefined): Markup[] {
  const isOther = ([answer]: [QuickAnswer | undefined, Markup]) =>
    Number(say === undefined || answer !== say);
  return all.toSorted((one, other) => isOther(one) - isOther(other)).map(([, markup]) => markup);
}

function progressForm(question: QuickQuestion, answers: Markup): Markup {
  const { task, typed, language } = question;
  const words = quickWords[language];
  // Enter within the number must not press "Đã xong": the first button of a form is the one it presses.
  return html`<form method="post" action="${quickAddress(task.id, language)}">
<button hidden name="say" value="in_progress">${words.record}</button>
${standing(task, task.occurrence?.key)}
<details class="quiet"${open(Boolean(typed.note))}><summary>${words.note}</summary>
<label for="note">${words.noteLabel}</label>
<textarea id="note" name="note" rows="3" maxlength="4000">${typed.note ?? ''}</textarea></details>
${answers}</form>`;
}

/** What the page was made of, so that an answer given late is not taken for another state or month. */
export const standing = ({ version }: Pick<Task, 'version'>, occurrence: string | undefined) =>
  html`<input type="hidden" name="version" value="${version}">
<input type="hidden" name="occurrence" value="${occurrence ?? ''}">`;
const open = (isOpen: boolean) => (isOpen ? html` open` : '');
const first = (isFirst: boolean) => (isFirst ? 'first' : '');

function answerButton(answer: QuickAnswer, label: string, say: QuickAnswer | undefined): Markup {
  return html`<button class="${first(say === answer)}" name="say" value="${answer}">${label}</button>`;
}

function percentGroup({ say, typed, language }: QuickQuestion, legend: string): Markup {
  const words = quickWords[language];
  const buttons = PERCENTS.map(
    (percent) => html`<button name="percent" value="${percent}">${percent}&nbsp;%</button>`,
  );
  return html`<fieldset class="group ${first(say === 'in_progress')}"><legend>${legend}</legend>${buttons}
<div class="wide"><label>${words.otherPercent}
<input name="otherPercent" inputmode="numeric" maxlength="3" autocomplete="off" value="${typed.otherPercent ?? ''}"></label>
<button name="say" value="in_progress">${words.record}</button></div></fieldset>`;
}

function stuckForm(question: QuickQuestion, words: QuickWords): Markup {
  const { task, say, typed, language } = question;
  const isAsked = say === 'stuck';
  return html`<details class="${first(isAsked)}"${open(isAsked)}><summary>${words.stuck}</summary>
<form method="post" action="${quickAddress(task.id, language)}">${standing(task, task.occurrence?.key)}
<label for="text">${words.stuckText}</label>
<textarea id="text" name="text" rows="3" required minlength="2" maxlength="2000">${typed.text ?? ''}</textarea>
<fieldset class="pick"><legend>${words.who}</legend>${whomChoices(question, words)}</fieldset>
<label>${words.clock}<input name="answerBy" maxlength="10" autocomplete="off" value="${typed.answerBy ?? ''}"></label>
<button class="first" name="say" value="stuck">${words.raise}</button></form></details>`;
}

/** Who has to act, one beneath the other; what else is asked of the one chosen shows by style alone. */
function whomChoices({ departments, typed }: QuickQuestion, words: QuickWords): Markup[] {
  const chosen = HELD_UP_BY.find((each) => each === typed.holder) ?? 'coordinator';
  const options = departments.map(
    ({ id, name }) =>
      html`<option value="${id}"${id === typed.departmentId ? html` selected` : ''}>${name}</option>`,
  );
  const more: Record<(typeof HELD_UP_BY)[number], Markup | string> = {
    coordinator: html`<div class="more"><label>${words.department}<select name="departmentId">
<option value="">${words.pickDepartment}</option>${options}</select></label></div>`,
    approver: '',
    upper_level: html`<div class="more"><label>${words.office}
<input name="name" maxlength="200" value="${typed.name ?? ''}"></label></div>`,
  };
  return HELD_UP_BY.map(
    (holder) =>
      html`<div class="choice"><input type="radio" id="${holder}" name="holder" value="${holder}"${
        holder === chosen ? html` checked` : ''
      }><label for="${holder}">${words.whom[holder]}</label>${more[holder]}</div>`,
  );
}
