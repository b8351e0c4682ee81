import { CLAIM_STATES, type ClaimState } from '#core/assessments/assessment-words.ts';

/** What an address asks of the list of leaves; the newest campaign unless it names one. */
export type AssessmentSearch = {
  campaign?: string | undefined;
  state?: ClaimState | undefined;
  department?: string | undefined;
  field?: string | undefined;
  /** "mine", "changed", "below": each narrows the list further. */
  mine?: 'yes' | undefined;
  changed?: 'yes' | undefined;
  below?: 'yes' | undefined;
};

export function readAssessmentAddress(search: Record<string, unknown>): AssessmentSearch {
  const word = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const yes = (name: string) => (search[name] === 'yes' ? ('yes' as const) : undefined);
  return {
    campaign: word('campaign'),
    state: CLAIM_STATES.find((state) => state === search.state),
    department: word('department'),
    field: word('field'),
    mine: yes('mine'),
    changed: yes('changed'),
    below: yes('below'),
  };
}
