import { LocateFixed } from 'lucide-react';
import type { Place } from '#core/reading/blocks.ts';
import { IconButton } from '#web/ui/button.tsx';
import { useWords } from '#web/words/language.ts';

export type GoTo = (place: Place | undefined) => void;

/** Leads from a value to where the document says it; nothing for a value without a place. */
export function GoToButton({
  place,
  what,
  onGoTo,
}: {
  place: Place | undefined;
  what: string;
  onGoTo: GoTo;
}) {
  const { reading } = useWords();
  if (!place || Object.keys(place).length === 0) return null;
  return (
    <IconButton
      size="small"
      icon={<LocateFixed aria-hidden />}
      label={reading.review.findSource(what)}
      onClick={() => onGoTo(place)}
    />
  );
}
