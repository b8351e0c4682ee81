import { type Hundredths, printPoints } from '#core/points.ts';
import { ENGLISH_FINDINGS } from './finding-sentences-en.ts';
import { VIETNAMESE_FINDINGS } from './finding-sentences-vi.ts';
import type { FindingSentence, FindingSentences } from './finding-words.ts';
import type { Finding } from './plan-reading.ts';

export type Language = 'vi' | 'en';

const SENTENCES = { vi: VIETNAMESE_FINDINGS, en: ENGLISH_FINDINGS } satisfies Record<
  Language,
  FindingSentences
>;

/** The sentences of a finding in Vietnamese or English; the same on the page and the command line. */
export function findingSentence(finding: Finding, language: Language): FindingSentence {
  const paramOf = (name: string) => finding.params[name] ?? '';
  const textOf = (name: string) => {
    const value = paramOf(name);
    return Array.isArray(value) ? value.join('; ') : String(value);
  };
  return SENTENCES[language][finding.kind]({
    subject: finding.subject,
    text: textOf,
    number: (name) => Number(paramOf(name)),
    points: (name) => printPoints(Number(paramOf(name)) as Hundredths, language),
  });
}
