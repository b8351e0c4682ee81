import { Link } from '@tanstack/react-router';
import { CircleCheck, Clock, Undo2 } from 'lucide-react';
import type { EvidenceLink } from '#core/evidence/evidence.ts';
import type { EvidenceStatus } from '#core/evidence/evidence-words.ts';
import { paths } from '#web/paths.ts';
import { Status, type Tone } from '#web/ui/status.tsx';
import { useWords } from '#web/words/language.ts';

const LOOKS: Record<EvidenceStatus, { tone: Tone; icon: React.ReactNode }> = {
  waiting: { tone: 'submitted', icon: <Clock aria-hidden /> },
  accepted: { tone: 'approved', icon: <CircleCheck aria-hidden /> },
  returned: { tone: 'returned', icon: <Undo2 aria-hidden /> },
};

/** Where a piece of evidence stands with the people who review it. */
export function EvidenceState({ status }: { status: EvidenceStatus }) {
  const { evidence } = useWords();
  return <Status {...LOOKS[status]}>{evidence.statuses[status]}</Status>;
}

/** What a link proves, as the way to it; a row of a register has no page of its own. */
export function TargetLink({ link }: { link: EvidenceLink }) {
  const title = link.targetTitle;
  if (link.target === 'criterion')
    return (
      <Link to={paths.criterion} params={{ code: title.split(' ')[0] ?? title }}>
        {title}
      </Link>
    );
  if (link.target === 'task')
    return (
      <Link to={paths.task} params={{ taskId: link.targetId }}>
        {title}
      </Link>
    );
  return <>{title}</>;
}
