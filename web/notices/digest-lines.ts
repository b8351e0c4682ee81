import type { Digest, DigestItem } from '#core/notices/digest.ts';
import type { DigestGroup } from '#core/notices/notice-words.ts';
import { printDay } from '#web/ui/written-day.ts';
import type { NoticeWords } from '#web/words/vi/notices.ts';

/** How many tasks a digest names, and how many of them were late when it was made. */
export function countDigest({ groups }: Pick<Digest, 'groups'>): { items: number; late: number } {
  const items = groups.flatMap((each) => each.items);
  return { items: items.length, late: items.filter(isLate).length };
}

export const isLate = ({ daysLeft }: Pick<DigestItem, 'daysLeft'>) => daysLeft !== null && daysLeft < 0;

/** What a reader must know of one item beside its name, in the order of weight. */
export function digestFacts(item: DigestItem, group: DigestGroup, words: NoticeWords['inbox']): string[] {
  const { dueTo, daysLeft, leadNames, lastUpdateOn, obstacle } = item;
  const facts: string[] = [];
  if (obstacle !== null) {
    facts.push(words.said(obstacle.byName, obstacle.text));
    if (obstacle.answerBy !== null) facts.push(words.answerBy(printDay(obstacle.answerBy)));
  }
  if (dueTo !== null)
    facts.push(isLate(item) ? words.late(-Number(daysLeft), printDay(dueTo)) : words.due(printDay(dueTo)));
  if (group === 'escalated')
    facts.push(leadNames.length > 0 ? words.lead(leadNames.join(', ')) : words.noLead);
  if (group === 'silent')
    facts.push(lastUpdateOn === null ? words.neverUpdated : words.silentSince(printDay(lastUpdateOn)));
  return facts;
}
