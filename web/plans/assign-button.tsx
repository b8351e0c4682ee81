import { ListPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { TaskProposal } from '#core/reading/propose-task.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import type { ButtonLook } from '#web/ui/button.tsx';
import { useWords } from '#web/words/language.ts';

// The reader of deadlines comes only when somebody gives a task.
const AssignDialog = lazy(() =>
  import('./assign-dialog.tsx').then((module) => ({ default: module.AssignDialog })),
);

const NOTHING_PROPOSED: TaskProposal = { text: '', ownerIds: [], codes: [] };

/** Opens the window that gives a new task, with what is proposed filled in. */
export function AssignButton({
  proposal = NOTHING_PROPOSED,
  about,
  ...look
}: ButtonLook & {
  proposal?: TaskProposal | undefined;
  /** What the task would be for, where several such buttons stand on a page. */
  about?: string | undefined;
}) {
  const { assign } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <PermittedButton
        action="task.edit"
        icon={<ListPlus aria-hidden />}
        aria-label={about && assign.giveFor(about)}
        {...look}
        onClick={() => setOpen(true)}
      >
        {assign.give}
      </PermittedButton>
      {isOpen && (
        <Suspense>
          <AssignDialog proposal={proposal} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
