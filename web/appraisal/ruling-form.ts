import type { AppraisalInput, CityRuling } from '#core/assessments/appraisal.ts';
import type { LossCause } from '#core/assessments/assessment-words.ts';
import { type Hundredths, printPoints, readPoints, sumPoints } from '#core/points.ts';

/** A reason as typed; empty points take whatever of the difference the others leave. */
export type TypedReason = { key: number; points: string; cause: LossCause; text: string };
export type TypedRuling = { points: string; reasons: TypedReason[]; question: string; note: string };
export type RulingFault = 'not_points' | 'text_short';

type Language = 'vi' | 'en';

/** The form as it opens: on the newest ruling of the round, else on what stands. */
export function openForm(
  { from, points }: { from: Hundredths | null; points: Hundredths | null },
  ruling: Pick<CityRuling, 'reasons' | 'question' | 'note'> | undefined,
  language: Language,
): TypedRuling {
  const standing = points ?? from;
  return {
    points: standing === null ? '' : printPoints(standing, language),
    reasons: (ruling?.reasons ?? []).map((reason, key) => ({
      key,
      points: printPoints(reason.points, language),
      cause: reason.cause,
      text: reason.text,
    })),
    question: ruling?.question ?? '',
    note: ruling?.note ?? '',
  };
}

/** What the points differ by from the round before: positive when points are lost. Undefined while not readable. */
export function differenceOf({ points }: TypedRuling, from: Hundredths | null): Hundredths | undefined {
  const typed = readPoints(points);
  if (typed === undefined) return undefined;
  return from === null ? 0 : from - typed;
}

const given = (reasons: readonly TypedReason[]) => reasons.map(({ points }) => readPoints(points) ?? 0);

/** What of the difference no reason accounts for; an empty first row counts as taking it. */
export function unaccounted(form: TypedRuling, from: Hundredths | null): Hundredths {
  const left = (differenceOf(form, from) ?? 0) - sumPoints(given(form.reasons));
  return form.reasons.some(({ points }) => points.trim() === '') ? 0 : left;
}

/** The points a row stands for: typed, or for the first empty row what the others leave. */
export function pointsOfRow(form: TypedRuling, at: number, from: Hundredths | null): Hundredths | undefined {
  const row = form.reasons[at];
  if (!row) return undefined;
  if (row.points.trim() !== '') return readPoints(row.points);
  const isFirst = form.reasons.findIndex(({ points }) => points.trim() === '') === at;
  return isFirst ? (differenceOf(form, from) ?? 0) - sumPoints(given(form.reasons)) : 0;
}

/** The form after points were typed: a first reason opens by itself, and leaves when nothing differs. */
export function typePoints(form: TypedRuling, points: string, from: Hundredths | null): TypedRuling {
  const next = { ...form, points };
  const difference = differenceOf(next, from);
  if (difference === undefined) return next;
  if (difference === 0 && next.reasons.every(({ text }) => text === '')) return { ...next, reasons: [] };
  if (difference !== 0 && next.reasons.length === 0)
    return addReason(next, difference < 0 ? 'granted' : 'no_proof');
  return next;
}

export function addReason(form: TypedRuling, cause: LossCause, text = ''): TypedRuling {
  const blank = form.reasons.findIndex((reason) => reason.text === '');
  if (text !== '' && blank >= 0) {
    const reasons = form.reasons.map((reason, at) => (at === blank ? { ...reason, cause, text } : reason));
    return { ...form, reasons };
  }
  const key = Math.max(-1, ...form.reasons.map((reason) => reason.key)) + 1;
  return { ...form, reasons: [...form.reasons, { key, points: '', cause, text }] };
}

/** What is sent, or by field what cannot be: "points", or "reason N". */
export function readForm(
  form: TypedRuling,
  from: Hundredths | null,
  seen: Pick<AppraisalInput, 'judged' | 'previousId'>,
): { input: AppraisalInput } | { faults: Map<string, RulingFault> } {
  const faults = new Map<string, RulingFault>();
  const points = readPoints(form.points);
  if (points === undefined) faults.set('points', 'not_points');
  const reasons = form.reasons.map(({ cause, text }, at) => {
    const each = pointsOfRow(form, at, from);
    if (each === undefined) faults.set(`reason ${at}`, 'not_points');
    else if (text.trim().length < 3) faults.set(`reason ${at}`, 'text_short');
    return { points: each ?? 0, cause, text: text.trim(), bonusClaimId: null };
  });
  if (points === undefined || faults.size > 0) return { faults };
  const { question, note } = form;
  return {
    input: { ...seen, points, reasons: reasons.filter((each) => each.points !== 0), question, note },
  };
}
