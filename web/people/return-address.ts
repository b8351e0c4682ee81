/** What the server answers as pages of its own: the browser must ask for them, the router knows nothing of them. */
const SERVER_PAGES = /^\/quick\//u;
/** Any origin will do to see what a browser makes of an address. */
const HERE = 'https://here.invalid';
// Browsers drop tabs and line breaks and read "\" as "/": "/\t/elsewhere" would lead elsewhere.
const ODD = /[\p{Cc}\\]/u;

/**
 * An address to return to after signing in: a path of our own, else undefined. "//elsewhere", whatever
 * a browser would read as that, and every address with a scheme are refused.
 */
export function ownAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/') || ODD.test(value)) return undefined;
  if (!URL.canParse(value, HERE)) return undefined;
  const { origin, pathname } = new URL(value, HERE);
  return origin === HERE && !pathname.startsWith('//') ? value : undefined;
}

/** Whether the server itself answers an own address with a page, outside the application. */
export function isServerPage(address: string): boolean {
  return SERVER_PAGES.test(new URL(address, HERE).pathname);
}
