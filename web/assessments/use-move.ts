import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf } from '#web/words/language.ts';

/** Makes a move at once: shows it is under way, says that it was done or why not, and asks for everything anew. */
export function useMove(): { isBusy: boolean; run: (send: () => Promise<string>) => Promise<boolean> } {
  const queryClient = useQueryClient();
  const sentenceOf = useSentenceOf();
  const [isBusy, setBusy] = useState(false);
  const run = async (send: () => Promise<string>) => {
    setBusy(true);
    try {
      say(await send());
      return true;
    } catch (refused) {
      sayProblem(sentenceOf(refused));
      return false;
    } finally {
      await queryClient.invalidateQueries({ queryKey: ['assessment'] });
      setBusy(false);
    }
  };
  return { isBusy, run };
}
