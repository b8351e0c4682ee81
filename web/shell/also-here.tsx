import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useEffect } from 'react';
import type { PresenceInput, PresentPerson } from '#core/people/presence.ts';
import { HEARTBEAT_SECONDS } from '#core/people/presence-nouns.ts';
import { request } from '#web/request.ts';
import { Status } from '#web/ui/status.tsx';
import { useWords } from '#web/words/language.ts';

const tell = (input: PresenceInput) => request<PresentPerson[]>('POST', '/api/presence', input);

/** Says that this page is open, and who else has it open; says goodbye when it closes. */
export function AlsoHere({ subject }: { subject: string }) {
  const { shell } = useWords();
  const others = useQuery({
    queryKey: ['presence', subject],
    queryFn: () => tell({ subject }),
    refetchInterval: HEARTBEAT_SECONDS * 1000,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  }).data;
  useEffect(
    () => () => {
      // Whoever cannot say goodbye is forgotten after two heartbeats.
      void tell({ subject, isLeaving: true }).catch(() => undefined);
    },
    [subject],
  );
  if (!others || others.length === 0) return null;
  return (
    <div role="status">
      <Status tone="submitted" icon={<Users aria-hidden />}>
        {shell.alsoHere(others.map(({ personName }) => personName).join(', '))}
      </Status>
    </div>
  );
}
