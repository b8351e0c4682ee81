import { expect, it } from 'vitest';
import { type AppraisalRound, isDue } from './judged.ts';

const asked = { question: 'Nộp bản ký?' };
const ruled = { question: '' };

it.each<[string, AppraisalRound, { question: string } | undefined, boolean, boolean]>([
  ['the first appraisal rules on every leaf', 'appraisal_1', undefined, false, true],
  ['and rules again before it is released', 'appraisal_1', ruled, false, true],
  ['the second rules on what the unit answered', 'appraisal_2', ruled, true, true],
  ['and on what was asked, answered or not', 'appraisal_2', asked, false, true],
  ['and on what came too late for the first', 'appraisal_2', undefined, false, true],
  ['and leaves the rest alone', 'appraisal_2', ruled, false, false],
])('%s', (_sentence, round, first, isAnswered, expected) => {
  expect(isDue(round, { first, isAnswered })).toBe(expected);
});
