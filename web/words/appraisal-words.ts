import { appraisal as en } from './en/appraisal.ts';
import { useLanguage } from './language.ts';
import { type AppraisalWords, appraisal as vi } from './vi/appraisal.ts';

const WORDS: Readonly<Record<'vi' | 'en', AppraisalWords>> = { vi, en };

/** The words of the appraisal, apart from the others: they load with its pages and cost the first screen nothing. */
export function useAppraisalWords(): AppraisalWords {
  return WORDS[useLanguage()];
}
