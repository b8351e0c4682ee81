import { log as en } from './en/log.ts';
import { useLanguage } from './language.ts';
import { type LogWords, log as vi } from './vi/log.ts';

const WORDS: Readonly<Record<'vi' | 'en', LogWords>> = { vi, en };

/** The words of the log, apart from the others: they load with the pages that show it. */
export function useLogWords(): LogWords {
  return WORDS[useLanguage()];
}
