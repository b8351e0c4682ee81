import type { Place } from '#core/reading/blocks.ts';
import type { Words } from '#web/words/vi.ts';

const PARTS = ['page', 'table', 'row', 'column', 'paragraph', 'line'] as const;

/** A place of the document in words: "trang 3, bảng 2, dòng 14". */
export function printPlace(place: Place | null | undefined, words: Words['criteria']['place']): string {
  if (!place) return words.unknown;
  const parts = PARTS.flatMap((part) => {
    const at = place[part];
    return at === undefined ? [] : [words[part](at)];
  });
  if (place.sheet !== undefined) parts.unshift(words.sheet(place.sheet));
  return parts.length === 0 ? words.unknown : parts.join(', ');
}
