import { useQueryClient } from '@tanstack/react-query';
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
  score: ['scores'],
  rule: ['rules', 'scores', 'registers'],
  entry: ['scores'],
  evidence: ['evidence'],
  crosswalk: ['crosswalks', 'scores', 'rules', 'evidence'],
  notice: ['notices', 'deliveries'],
  contact: ['contact', 'contacts'],
  notice_settings: ['notice-settings'],
  delivery: ['deliveries'],
  webhook: ['webhooks'],
  work_calendar: ['work-calendar', 'tasks'],
  session: ['me'],
  unit: ['units', 'me'],
  answer: ['answers', 'comparison', 'appraisal', 'campaigns'],
};

/** Asks again for what someone else has just changed, so that every open screen shows it at once. */
export function useLiveChanges(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const source = new EventSource('/api/changes');
    source.addEventListener('change', (event) => {
      const { noun } = JSON.parse(event.data) as { noun: string };
      const stale = STALE_AFTER[noun];
      // A noun without a line, such as a whole new plan, makes everything old.
      void queryClient.invalidateQueries(
        stale
          ? { predicate: ({ queryKey: [first] }) => first === 'history' || stale.includes(String(first)) }
          : {},
      );
    });
    source.addEventListener('unit', beginAnew);
    return () => source.close();
  }, [queryClient]);
}
