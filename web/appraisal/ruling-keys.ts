import { useEffect, useRef } from 'react';
import { useShortcutsOn } from '#web/shell/shortcut-keys.ts';

/** Runs what single keys stand for, unless somebody is typing, a window is open or shortcuts are off. */
export function useRulingKeys(isOn: boolean, keys: Readonly<Record<string, () => void>>): void {
  const areOn = useShortcutsOn();
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isOn || !areOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('input, textarea, select, [role=dialog], [role=listbox], [role=combobox]')) return;
      // Enter on a button or link is theirs.
      if (event.key === 'Enter' && target.closest('button, a, summary')) return;
      const run = latest.current[event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOn, areOn]);
}
