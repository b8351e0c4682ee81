import { foldText } from '#core/vietnamese.ts';

/** Whether every word of the query stands somewhere in the texts, without diacritics. An empty query is in everything. */
export function isSaidIn(query: string, ...texts: string[]): boolean {
  const folded = foldText(texts.join(' | '));
  return foldText(query)
    .split(' ')
    .every((word) => folded.includes(word));
}
