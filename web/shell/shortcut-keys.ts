import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { paths } from '#web/paths.ts';

/** The second letter after "g", and where it leads. */
export const GO_TO = {
  d: { name: 'dashboard', to: paths.dashboard },
  b: { name: 'brief', to: paths.brief },
  c: { name: 'criteria', to: paths.criteria },
  g: { name: 'gaps', to: paths.gaps },
  t: { name: 'tasks', to: paths.tasks },
  m: { name: 'myWork', to: paths.myWork },
  r: { name: 'registers', to: paths.registers },
} as const;

const OFF_KEPT_UNDER = 'parindex.shortcuts-off';
const listeners = new Set<() => void>();

function areOn(): boolean {
  return localStorage.getItem(OFF_KEPT_UNDER) === null;
}

/** Switches the single-letter shortcuts; Ctrl K stays, because it has a modifier. */
export function switchShortcuts(isOn: boolean): void {
  if (isOn) localStorage.removeItem(OFF_KEPT_UNDER);
  else localStorage.setItem(OFF_KEPT_UNDER, '1');
  for (const listener of listeners) listener();
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, areOn);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

/** Whether a key is meant as a single-letter shortcut: none is typed into, no window is open, they are on. */
function isShortcut(event: KeyboardEvent): boolean {
  // A message in the corner is a dialog too, though one the page goes on under.
  const isOpenDialog = document.querySelector('[role="dialog"]:not([aria-modal="false"])') !== null;
  return !(
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    isTyping(event.target) ||
    isOpenDialog ||
    !areOn()
  );
}

/** Whether the part that has the focus takes the key itself: letters seek in a list, Enter presses a button. */
function isForItsTarget({ key, target, defaultPrevented }: KeyboardEvent): boolean {
  const takers = `[role=listbox], [role=combobox]${key === 'Enter' ? ', button, a, summary' : ''}`;
  return defaultPrevented || (target instanceof Element && target.closest(takers) !== null);
}

/** Single keys of one page, such as J for the next item; they can be switched off with the others. */
export function usePageKeys(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    let isGoing = false;
    const listen = (event: KeyboardEvent) => {
      const isSecond = isGoing;
      isGoing = event.key === 'g' && !isSecond;
      if (isSecond || !isShortcut(event) || isForItsTarget(event)) return;
      const action = latest.current[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** `goesTo` names the pages the person is led to; the letters of others do nothing. */
export function useShortcutKeys(asked: {
  onSearch: () => void;
  onList: () => void;
  goesTo: ReadonlySet<string>;
}): void {
  const navigate = useNavigate();
  const latest = useRef(asked);
  latest.current = asked;
  useEffect(() => {
    let isGoing = false;
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.onSearch();
        return;
      }
      if (!isShortcut(event)) return;
      const goal = isGoing ? GO_TO[event.key as keyof typeof GO_TO] : undefined;
      isGoing = event.key === 'g' && goal === undefined;
      if (goal && latest.current.goesTo.has(goal.name)) void navigate({ to: goal.to });
      else if (event.key === '?') latest.current.onList();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [navigate]);
}
