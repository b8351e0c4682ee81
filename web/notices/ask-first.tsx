import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';

type AskProps = {
  title: string;
  /** What is lost, since it cannot be taken back. */
  why: string;
  button: string;
  isBusy: boolean;
  problem: unknown;
  onYes: () => void;
  onClose: () => void;
};

/** Asks before something ends for good. */
export function AskFirst({ title, why, button, isBusy, problem, onYes, onClose }: AskProps) {
  const { ui } = useWords();
  const sentenceOf = useSentenceOf();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      description={why}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="danger" isBusy={isBusy} onClick={onYes}>
            {button}
          </Button>
        </>
      }
    >
      {problem ? <FormProblem>{sentenceOf(problem)}</FormProblem> : null}
    </Dialog>
  );
}
