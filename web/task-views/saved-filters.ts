import type { TaskSearch } from '#web/plans/task-list.ts';
import { readTaskAddress } from './task-search.ts';

/** Filters of the task pages kept under a name. */
export type SavedFilter = { name: string; search: TaskSearch };

/** Where the browser keeps the saved filters of everyone who signs in on it. */
export const KEPT_UNDER = 'parindex.task-filters';
const NAME_LENGTH = 80;

function parsed(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : {};
  } catch {
    // Anyone may have written there: what is not ours counts as nothing saved.
    return {};
  }
}

/** What one person saved; whatever is broken or asks for what no filter knows is left out. */
export function readSavedFilters(text: string | null, userId: string): SavedFilter[] {
  const own = Object.hasOwn(parsed(text), userId) ? parsed(text)[userId] : undefined;
  if (!Array.isArray(own)) return [];
  return own.flatMap((each: unknown) => {
    const { name, search } = (each ?? {}) as { name?: unknown; search?: unknown };
    if (typeof name !== 'string' || typeof search !== 'object' || search === null) return [];
    return [{ name, search: toBeSaved(readTaskAddress(search as Record<string, unknown>)) }];
  });
}

/** The text to keep once one person's filters are these; what others saved stays. */
export function writeSavedFilters(
  text: string | null,
  userId: string,
  filters: readonly SavedFilter[],
): string {
  return JSON.stringify({ ...parsed(text), [userId]: filters });
}

/** What of an address a saved filter holds: not the month in sight, and nothing that is not set. */
export function toBeSaved(search: TaskSearch): TaskSearch {
  const { month: _month, ...kept } = search;
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

/** Keeps the search under a name; a filter of that name is replaced where it stands. */
export function saveFilter(filters: readonly SavedFilter[], name: string, search: TaskSearch): SavedFilter[] {
  const saved = { name: tidyName(name), search: toBeSaved(search) };
  const isKnown = filters.some((each) => each.name === saved.name);
  return isKnown ? filters.map((each) => (each.name === saved.name ? saved : each)) : [...filters, saved];
}

/** Gives a filter another name; one that bears that name already makes way. */
export function renameFilter(filters: readonly SavedFilter[], from: string, to: string): SavedFilter[] {
  const name = tidyName(to);
  return filters
    .filter((each) => each.name === from || each.name !== name)
    .map((each) => (each.name === from ? { ...each, name } : each));
}

export function deleteFilter(filters: readonly SavedFilter[], name: string): SavedFilter[] {
  return filters.filter((each) => each.name !== name);
}

export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').slice(0, NAME_LENGTH);
}

/** Whether the address asks exactly what the filter holds. */
export function isChosen({ search }: SavedFilter, present: TaskSearch): boolean {
  const text = (of: TaskSearch) => JSON.stringify(Object.entries(toBeSaved(of)).sort());
  return text(search) === text(present);
}
