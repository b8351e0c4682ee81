const YEAR_MS = 365 * 86_400_000;

/** Lets the pages that the server writes itself know a choice of this browser, where it has such a store. */
export function tellServerPages(name: string, value: string): void {
  const expires = Date.now() + YEAR_MS;
  void globalThis.cookieStore?.set({ name, value, expires, sameSite: 'lax' });
}
