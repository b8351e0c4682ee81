import { useSyncExternalStore } from 'react';
import { tellServerPages } from '#web/tell-server-pages.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT_UNDER = 'parindex.theme';
const listeners = new Set<() => void>();
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

function themeKept(): Theme {
  const kept = localStorage.getItem(KEPT_UNDER);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

/** Dresses the page as chosen in this browser, else as the system is, and follows the system when it changes. */
export function applyTheme(): void {
  const theme = themeKept();
  const isDark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  tellServerPages(KEPT_UNDER, theme);
  for (const listener of listeners) listener();
}

systemIsDark.addEventListener('change', applyTheme);

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEPT_UNDER, theme);
  applyTheme();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, themeKept);
}
