import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { beginAnew } from '#web/people/session.ts';

/** Which answers of the server a change of a noun makes old, by the first word of their query key. */
const STALE_AFTER: Readonly<Record<string, readonly string[]>> = {
  task: ['tasks', 'responsibility', 'gaps', 'criteria', 'departments', 'plan'],
  obstacle: ['tasks', 'obstacles', 'responsibility'],
  criterion: ['criteria', 'gaps', 'plan', 'tasks', 'departments'],
  department: ['departments', 'criteria', 'tasks', 'responsibility', 'gaps', 'members', 'plan'],
  member: ['members', 'invitations', 'departments', 'me'],
  invitation: ['invitations', 'members'],
  reading: ['readings'],
  register: ['registers', 'scores'],
  register_row: ['registers', 'scores'],
  score: ['scores', 'assessment'],
  rule: ['rules', 'scores', 'registers'],
  entry: ['scores', 'assessment'],
  evidence: ['evidence', 'assessment'],
  crosswalk: ['crosswalks', 'scores', 'rules', 'evidence'],
  notice: ['notices', 'deliveries'],
  contact: ['contact', 'contacts'],
  notice_settings: ['notice-settings'],
  delivery: ['deliveries'],
  webhook: ['webhooks'],
  work_calendar: ['work-calendar', 'tasks'],
  assessment: ['assessment'],
  campaign: ['assessment', 'campaigns', 'appraisal', 'answers', 'comparison', 'results'],
  ruling: ['appraisal', 'campaigns', 'comparison', 'results'],
  presence: ['presence'],
  session: ['me'],
  unit: ['units', 'me'],
  answer: ['answers', 'comparison', 'appraisal', 'campaigns'],
};

/**
 * Whether a change of one thing may leave an answer as it is: appraisers of a whole city work at once, and
 * each ruling touches one leaf of one unit, or with no unit a whole leaf.
 */
function isUntouched(noun: string, subjectId: string, [first, ...key]: readonly unknown[]): boolean {
  if (noun === 'presence') return key[0] !== subjectId;
  if (noun !== 'ruling' || first !== 'appraisal') return false;
  return subjectId.split('/').some((part, at) => part !== '' && key[at] !== undefined && key[at] !== part);
}

let source: EventSource | undefined;

/**
 * Asks again for what someone else has just changed, so that every open screen shows it at once. Begun before a
 * page asks for anything: a change between the two would otherwise be missed. Once begun it is not begun again.
 */
export function followChanges(queryClient: QueryClient): void {
  if (source && source.readyState !== EventSource.CLOSED) return;
  const following = new EventSource('/api/changes');
  source = following;
  let wasOpen = false;
  following.addEventListener('open', () => {
    // What changed while the line was cut, nobody told.
    if (wasOpen) void queryClient.invalidateQueries();
    wasOpen = true;
  });
  following.addEventListener('change', (event) => {
    const { noun, subjectId } = JSON.parse(event.data) as { noun: string; subjectId: string };
    const stale = STALE_AFTER[noun];
    // A noun without a line, such as a whole new plan, makes everything old.
    void queryClient.invalidateQueries(
      stale
        ? {
            predicate: ({ queryKey }) =>
              (queryKey[0] === 'history' && noun !== 'presence') ||
              (stale.includes(String(queryKey[0])) && !isUntouched(noun, subjectId, queryKey)),
          }
        : {},
    );
  });
  following.addEventListener('unit', beginAnew);
}

/** Follows changes as long as the frame of the pages stands. */
export function useLiveChanges(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    followChanges(queryClient);
    return () => {
      source?.close();
      source = undefined;
    };
  }, [queryClient]);
}
