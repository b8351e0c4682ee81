/** What an address asks of the side by side view. */
export type CompareSearch = { field?: string | undefined; only?: 'cut' | undefined };

export function readCompareAddress(search: Record<string, unknown>): CompareSearch {
  const { field, only } = search;
  return {
    field: typeof field === 'string' && field !== '' ? field : undefined,
    only: only === 'cut' ? only : undefined,
  };
}
