import { z } from 'zod';
import { readDay } from '#core/written-day.ts';
import type { ObstacleInput } from './follow-up.ts';
import type { ProgressInput } from './task.ts';

/** The four answers a reminder asks for. */
export const QUICK_ANSWERS = ['done', 'in_progress', 'nothing_new', 'stuck'] as const;
export type QuickAnswer = (typeof QUICK_ANSWERS)[number];

const typed = z.string().max(5000).default('');

/**
 * What the form of the quick-update page brings: every field as the text that was typed. A button of a
 * percent brings only that percent; `wasStatus`, `percent` and `occurrence` take an answer back.
 */
export const quickFormSchema = z.object({
  say: z.enum([...QUICK_ANSWERS, 'undo']).default('in_progress'),
  version: typed,
  percent: typed,
  otherPercent: typed,
  note: typed,
  text: typed,
  holder: typed,
  departmentId: typed,
  name: typed,
  answerBy: typed,
  wasStatus: typed,
  occurrence: typed,
});
export type QuickForm = z.infer<typeof quickFormSchema>;

/** An answer with the fields of the input it is to become, not checked yet. */
export type TypedAnswer =
  | { kind: 'progress'; input: { [K in keyof ProgressInput]: unknown } }
  | { kind: 'obstacle'; input: { [K in keyof ObstacleInput]: unknown } };

/** Sorts what was typed into the input it is meant as. Checks nothing: an empty number is no number. */
export function readQuickForm(form: QuickForm, undoNote: string): TypedAnswer {
  const { say, note } = form;
  const version = numberOf(form.version);
  if (say === 'stuck') {
    const { text, holder } = form;
    const departmentId = holder === 'coordinator' ? form.departmentId || null : null;
    const name = holder === 'upper_level' ? form.name : null;
    const input = { text, holder, departmentId, name, answerBy: dayOf(form.answerBy), version };
    return { kind: 'obstacle', input };
  }
  const update = { note, isNothingNew: say === 'nothing_new', version };
  if (say === 'done') return { kind: 'progress', input: { ...update, status: 'done', percent: 100 } };
  if (say === 'nothing_new')
    return { kind: 'progress', input: { ...update, status: 'in_progress', percent: 0 } };
  const percent = numberOf(form.percent || form.otherPercent);
  if (say === 'undo')
    return {
      kind: 'progress',
      input: {
        ...update,
        note: undoNote,
        status: form.wasStatus,
        percent,
        ...(form.occurrence === '' ? {} : { occurrence: form.occurrence }),
      },
    };
  return { kind: 'progress', input: { ...update, status: 'in_progress', percent } };
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** A day as it was written; what is none stays as it is, to be refused where it is checked. */
function dayOf(text: string): string | null {
  return text.trim() === '' ? null : (readDay(text) ?? text);
}
