import { EVENT_NOUNS, type EventNoun } from '#core/event-kinds.ts';

/** What the address says of the history. Nothing set means everything, the latest first. */
export type HistorySearch = {
  /** The id of a person. */
  person?: string | undefined;
  noun?: EventNoun | undefined;
  /** The id of one thing, as a link from its page says. */
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const day = (value: unknown) => {
  const text = word(value);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : undefined;
};

/** What an address asks of the history; whatever it asks wrongly is left out. */
export function readHistoryAddress(search: Record<string, unknown>): HistorySearch {
  return {
    person: word(search.person),
    noun: EVENT_NOUNS.find((noun) => noun === search.noun),
    subject: word(search.subject),
    from: day(search.from),
    to: day(search.to),
  };
}
