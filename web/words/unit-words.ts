import { units as en } from './en/units.ts';
import { useLanguage } from './language.ts';
import { type UnitWords, units as vi } from './vi/units.ts';

const WORDS: Readonly<Record<'vi' | 'en', UnitWords>> = { vi, en };

/** The words of the units below, apart from the others: they load with their page. */
export function useUnitWords(): UnitWords {
  return WORDS[useLanguage()];
}
