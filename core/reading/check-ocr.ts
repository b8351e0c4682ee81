import type { UncheckedReading } from './check-sums.ts';
import { FORM_SLIPS, OCR_SLIPS } from './ocr-slips.ts';
import type { Correction, Finding } from './plan-reading.ts';

/** One slip found in a text. `right` is missing where the true words are not certain. */
export type FoundSlip = { found: string; right?: string; index: number };

const CONTEXT_REACH = 60;

/** The slips with their pattern, and the word a text must hold before it is worth looking closer. */
const SOUGHT = OCR_SLIPS.map((slip) => ({
  ...slip,
  opening: slip.wrong.toLowerCase().split(' ')[0] ?? '',
  pattern: new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])${slip.wrong.replace(' ', '\\s+')}(?![\\p{L}\\p{M}\\p{N}])`,
    'giu',
  ),
}));

/** The slips of a text, in order. The case of what was found is kept in what is proposed. */
export function findSlips(text: string): FoundSlip[] {
  const lower = text.toLowerCase();
  const words = SOUGHT.filter(({ opening }) => lower.includes(opening)).flatMap((slip) =>
    findWords(text, slip),
  );
  const forms = FORM_SLIPS.flatMap(({ pattern, right }) =>
    [...text.matchAll(pattern)].map((match) => proposed(match[0], right(match[0]), match.index)),
  );
  return [...words, ...forms].sort((one, other) => one.index - other.index);
}

/** The text with every slip whose right form is certain put right. */
export function mendSlips(text: string): string {
  return mend(text, findSlips(text));
}

function mend(text: string, slips: readonly FoundSlip[]): string {
  return slips.reduceRight(
    (mended, { found, right, index }) =>
      right === undefined ? mended : mended.slice(0, index) + right + mended.slice(index + found.length),
    text,
  );
}

/** Looks for slips in every text of a reading; each is one finding at the place it stands. */
export function checkOcr(reading: UncheckedReading): Finding[] {
  const { document } = reading;
  return [
    ...reading.criteria.flatMap((row) => [
      ...slipFindings(row.title, row.code, row.place, (value) => ({
        target: 'criterion',
        subject: row.code,
        property: 'title',
        value,
      })),
      ...slipFindings(row.ownerWords, row.code, row.place),
    ]),
    ...reading.tasks.flatMap((task) =>
      slipFindings(task.text, task.key, task.place, (value) => ({
        target: 'task',
        subject: task.key,
        property: 'text',
        value,
      })),
    ),
    ...reading.goals.flatMap((goal) => slipFindings(goal.text, 'document', goal.place)),
    ...reading.units.flatMap((unit) =>
      unit.duties.flatMap((duty) => slipFindings(duty.text, unit.name, duty.place)),
    ),
    ...slipFindings(document.subject ?? '', 'document', document.places.subject, documentText('subject')),
    ...listFindings(document.recipients, 'recipients', document.places.recipients),
    ...listFindings(document.legalBasis, 'legalBasis', document.places.legalBasis),
    ...reading.unplaced.flatMap((piece) => slipFindings(piece.text, 'document', piece.place)),
  ];
}

function documentText(property: string): (value: string) => Correction {
  return (value) => ({ target: 'document', subject: 'document', property, value });
}

function listFindings(lines: readonly string[], property: string, place: Finding['place']): Finding[] {
  const mended = lines.map(mendSlips);
  return lines.flatMap((line) =>
    slipFindings(line, 'document', place, () => ({
      target: 'document',
      subject: 'document',
      property,
      value: mended,
    })),
  );
}

/** A text with several slips gets the same whole correction from each, so that taking one settles all. */
function slipFindings(
  text: string,
  subject: string,
  place: Finding['place'],
  correctionOf?: (mended: string) => Correction,
): Finding[] {
  const slips = findSlips(text);
  const mended = mend(text, slips);
  return slips.map(({ found, right, index }) => ({
    kind: 'ocr_slip',
    severity: 'warning',
    subject,
    ...(place && { place }),
    params: { found, right: right ?? '', context: excerpt(text, index, found.length) },
    ...(right !== undefined && correctionOf && { suggestion: [correctionOf(mended)] }),
  }));
}

function findWords(text: string, slip: (typeof SOUGHT)[number]): FoundSlip[] {
  return [...text.matchAll(slip.pattern)].flatMap((match) => {
    const [found] = match;
    const before = text.slice(Math.max(0, match.index - CONTEXT_REACH), match.index);
    const after = text.slice(match.index + found.length, match.index + found.length + CONTEXT_REACH);
    if (slip.butNot?.test(before)) return [];
    if (slip.context && !slip.context.test(before) && !slip.context.test(after)) return [];
    return [proposed(found, slip.right === undefined ? undefined : inCaseOf(found, slip.right), match.index)];
  });
}

function proposed(found: string, right: string | undefined, index: number): FoundSlip {
  return { found, index, ...(right !== undefined && { right }) };
}

function inCaseOf(found: string, right: string): string {
  if (found === found.toUpperCase()) return right.toUpperCase();
  const [first = ''] = found;
  return first === first.toUpperCase() ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

function excerpt(text: string, index: number, length: number): string {
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, index - 30)));
  const cut = text.indexOf(' ', index + length + 30);
  const end = cut < 0 ? text.length : cut;
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}
