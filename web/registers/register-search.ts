/** What the address asks of the list of registers. */
export type RegistersSearch = { q?: string | undefined };

/** What the address asks of one register: the year, the filters, and the column it is sorted by. */
export type RegisterSearch = {
  year?: string | undefined;
  q?: string | undefined;
  /** The id of a department, or "none". */
  department?: string | undefined;
  /** "2026-09". */
  month?: string | undefined;
  sort?: string | undefined;
  descending?: true | undefined;
};

const matching = (pattern: RegExp, value: unknown) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;
const word = (value: unknown) => matching(/./u, value);

export function readRegistersAddress(search: Record<string, unknown>): RegistersSearch {
  return { q: word(search.q) };
}

/** What an address says; whatever it says wrongly is left out. */
export function readRegisterAddress(search: Record<string, unknown>): RegisterSearch {
  return {
    year: matching(/^20\d\d$/u, search.year),
    q: word(search.q),
    department: word(search.department),
    month: matching(/^\d{4}-\d{2}$/u, search.month),
    sort: matching(/^[a-z][a-z0-9_]*$/u, search.sort),
    descending: search.descending === true || search.descending === 'true' ? true : undefined,
  };
}
