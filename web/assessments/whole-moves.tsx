import { useState } from 'react';
import type { AssessmentPage } from '#core/assessments/assessment-page.ts';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { useWords } from '#web/words/language.ts';
import { assessmentApi, type WholeMove } from './assessment-api.ts';
import { OfferedButton } from './offered-button.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** The moves that make sense where the assessment stands; the others would only stand in the way. */
const SHOWN_IN: Readonly<Record<string, readonly string[]>> = {
  claiming: ['open_assessment', 'put_forward'],
  approving: ['reopen', 'send_back', 'approve'],
  approved: ['reopen', 'submit'],
  submitted: ['withdraw'],
};
const FORWARD = new Set(['open_assessment', 'put_forward', 'approve', 'submit']);
const WITHOUT_REASON = FORWARD;

/** The buttons of the whole assessment, each greyed with the reason where the table refuses. */
export function WholeMoves({ page }: { page: AssessmentPage }) {
  const { assessments: words } = useWords();
  const print = usePrintedPoints();
  const [open, setOpen] = useState<string | undefined>(undefined);
  const { campaign, assessment, totals } = page;
  const shown = page.moves.filter(({ move }) => SHOWN_IN[page.stage ?? '']?.includes(move));
  if (!campaign) return null;
  const send = (move: string, reason: string): Promise<unknown> =>
    move === 'open_assessment' || !assessment
      ? assessmentApi.open(campaign.id)
      : assessmentApi.move(campaign.id, move as WholeMove, {
          version: assessment.version,
          ...(reason === '' ? {} : { reason }),
        });
  const whyOf = (move: keyof typeof words.why): string => {
    const why = words.why[move];
    const claimed = page.rows.filter(({ isClaimed }) => isClaimed).length;
    return typeof why === 'string' ? why : why(claimed, print(totals.reviewPoints));
  };
  const named = open as keyof typeof words.why | undefined;
  return (
    <>
      {shown.map((offered) => (
        <OfferedButton
          key={offered.move}
          offered={offered}
          kind={FORWARD.has(offered.move) ? 'primary' : 'plain'}
          onClick={() => setOpen(offered.move)}
        />
      ))}
      {named !== undefined && (
        <ReasonDialog
          title={words.moves[named]}
          why={whyOf(named)}
          kept={words.done[named]}
          isReasonAsked={!WITHOUT_REASON.has(named)}
          send={(reason) => send(named, reason)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
