import { notices as en } from './en/notices.ts';
import { useLanguage } from './language.ts';
import { type NoticeWords, notices as vi } from './vi/notices.ts';

const WORDS: Readonly<Record<'vi' | 'en', NoticeWords>> = { vi, en };

/** The words of notices, apart from the others: they load with their pages and cost the first screen nothing. */
export function useNoticeWords(): NoticeWords {
  return WORDS[useLanguage()];
}
