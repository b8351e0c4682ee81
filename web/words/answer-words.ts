import { answers as en } from './en/answers.ts';
import { useLanguage } from './language.ts';
import { type AnswerWords, answers as vi } from './vi/answers.ts';

const WORDS: Readonly<Record<'vi' | 'en', AnswerWords>> = { vi, en };

/** The words of explanations, comparison and results, apart from the others: they load with their pages. */
export function useAnswerWords(): AnswerWords {
  return WORDS[useLanguage()];
}
