import { DELIVERY_STATES, type DeliveryState } from '#core/notices/notice-words.ts';

/** What the address says of the list of outcomes. Nothing set means all of them. */
export type OutcomeSearch = { state?: DeliveryState | undefined };

/** What an address asks of the list; a state that does not exist is left out. */
export function readOutcomeAddress(search: Record<string, unknown>): OutcomeSearch {
  return { state: DELIVERY_STATES.find((each) => each === search.state) };
}
