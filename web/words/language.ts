import { useSyncExternalStore } from 'react';
import { tellServerPages } from '#web/tell-server-pages.ts';
import { vi, type Words } from './vi.ts';

export type Language = 'vi' | 'en';

const KEPT_UNDER = 'parindex.language';

let language: Language = 'vi';
let words: Words = vi;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Changes the language of every open screen, and remembers it in this browser. English is fetched when first asked for. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  const next = chosen === 'vi' ? vi : (await import('./en.ts')).en;
  language = chosen;
  words = next;
  document.documentElement.lang = chosen;
  localStorage.setItem(KEPT_UNDER, chosen);
  tellServerPages(KEPT_UNDER, chosen);
  for (const listener of listeners) listener();
}

/** The language last chosen in this browser; Vietnamese when none was. */
export function languageKept(): Language {
  return localStorage.getItem(KEPT_UNDER) === 'en' ? 'en' : 'vi';
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => language);
}

/** Every sentence a reader sees, in the language chosen. A missing key or parameter does not compile. */
export function useWords(): Words {
  return useSyncExternalStore(subscribe, () => words);
}

/** The sentence of a problem in the language chosen; of anything else thrown, the sentence for a bug. */
export function useSentenceOf(): (problem: unknown) => string {
  const chosen = useLanguage();
  const { ui } = useWords();
  return (problem) => {
    const sentences = problem as Partial<Record<Language, unknown>> | null | undefined;
    const sentence = sentences?.[chosen];
    return typeof sentence === 'string' ? sentence : ui.bug;
  };
}
