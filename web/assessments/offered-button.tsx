import { useId } from 'react';
import type { OfferedMove } from '#core/assessments/assessment-page.ts';
import { Button, type ButtonProps } from '#web/ui/button.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';

type OfferedButtonProps = Omit<ButtonProps, 'children'> & { offered: OfferedMove };

/** The button of a move: greyed with the server's own reason where something stands against it. */
export function OfferedButton({ offered: { move, refusal }, ...button }: OfferedButtonProps) {
  const words = useWords().assessments;
  const sentenceOf = useSentenceOf();
  const id = useId();
  const name = words.moves[move as keyof typeof words.moves];
  if (refusal === null) return <Button {...button}>{name}</Button>;
  const reason = sentenceOf(refusal);
  return (
    <Tooltip text={reason}>
      <Button
        {...button}
        kind={button.kind === 'primary' ? 'plain' : button.kind}
        aria-disabled="true"
        aria-describedby={id}
        onClick={(event) => event.preventDefault()}
      >
        {name}
        <VisuallyHidden id={id}>{reason}</VisuallyHidden>
      </Button>
    </Tooltip>
  );
}
