/** The NUL character and halves of surrogate pairs: valid JSON, but no text PostgreSQL can keep. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** The columns of whole numbers hold four bytes, and a version still has to grow by one. */
const LARGEST_NUMBER = 2 ** 31 - 2;

/** Where in a value something cannot be stored, and whether as text or for being too large a number. */
export type Unstorable = { path: string; what: 'text' | 'number' };

/**
 * The first thing within a value, keys included, that cannot be stored; undefined when all can. Walks without recursion, because what was sent may be nested as deep as it is long.
 */
export function findUnstorable(value: unknown, largestNumber = LARGEST_NUMBER): Unstorable | undefined {
  const waiting: { path: string; value: unknown }[] = [{ path: '', value }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value === 'string' && !isStorable(next.value)) return { path: next.path, what: 'text' };
    if (typeof next.value === 'number' && Math.abs(next.value) > largestNumber)
      return { path: next.path, what: 'number' };
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [key, inner] of Object.entries(next.value)) {
      if (!isStorable(key)) return { path: next.path, what: 'text' };
      if (typeof inner === 'boolean') continue;
      // A path is for a person to find the field by: deep inside, its beginning is enough.
      const path = next.path.length > 200 ? next.path : next.path === '' ? key : `${next.path}.${key}`;
      waiting.push({ path, value: inner });
    }
  }
  return undefined;
}
