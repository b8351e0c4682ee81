import { CheckCheck, Circle, CircleMinus, CirclePlus, MessageCircleQuestion, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RuledState } from '#core/assessments/appraisal.ts';
import { Status, type Tone } from '#web/ui/status.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';

const LOOKS: Record<RuledState, { tone: Tone; icon: ReactNode }> = {
  open: { tone: 'none', icon: <Circle aria-hidden /> },
  kept: { tone: 'approved', icon: <CheckCheck aria-hidden /> },
  cut: { tone: 'returned', icon: <CircleMinus aria-hidden /> },
  raised: { tone: 'submitted', icon: <CirclePlus aria-hidden /> },
  entered: { tone: 'approved', icon: <PencilLine aria-hidden /> },
  asked: { tone: 'draft', icon: <MessageCircleQuestion aria-hidden /> },
};

/** How a leaf of a unit was ruled on, as icon, word and colour. */
export function RuledStatus({ state }: { state: RuledState }) {
  const { states } = useAppraisalWords();
  return (
    <Status tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {states[state]}
    </Status>
  );
}
