import { useState } from 'react';
import { useMe } from '#web/people/session.ts';
import { KEPT_UNDER, readSavedFilters, type SavedFilter, writeSavedFilters } from './saved-filters.ts';

type Change = (filters: readonly SavedFilter[]) => SavedFilter[];

/** The filters the person signed in saved in this browser, and how to change them. */
export function useSavedFilters(): { filters: readonly SavedFilter[]; change: (change: Change) => void } {
  const { userId } = useMe();
  const read = () => readSavedFilters(localStorage.getItem(KEPT_UNDER), userId);
  const [filters, setFilters] = useState(read);
  return {
    filters,
    change: (change) => {
      // Read anew: another tab may have saved one since.
      const next = change(read());
      localStorage.setItem(KEPT_UNDER, writeSavedFilters(localStorage.getItem(KEPT_UNDER), userId, next));
      setFilters(next);
    },
  };
}
