import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(max-width: 760px)');

function subscribe(listener: () => void): () => void {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
}

/** Whether the screen is a phone's: where the same data has a layout of its own rather than a squeezed one. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => phone.matches);
}
