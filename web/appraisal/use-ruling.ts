import { useQueryClient } from '@tanstack/react-query';
import type {
  AppraisalInput,
  AppraisedClaim,
  AppraisedLeaf,
  CityRuling,
} from '#core/assessments/appraisal.ts';
import { ApiProblem } from '#web/request.ts';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { appraisalApi, type ClaimAddress } from './api.ts';
import { appraisedClaimQuery, appraisedLeafQuery } from './queries.ts';

/** A refusal as the form shows it; the field is "" for what is about the whole form. */
type RefusedRuling = { field: string; sentence: string };

/** The newest ruling of the round that is under way. */
export function newestOf({ unit, rulings }: AppraisedClaim): CityRuling | undefined {
  return rulings.find(({ id }) => id === unit.rulingId);
}

/**
 * Sends a ruling and puts what the server answers where the pages look. A ruling is never removed: undoing
 * one rules again as before it, or, where nothing stood before, leads back to rule again.
 */
export function useRuling(
  address: ClaimAddress,
  claim: AppraisedClaim,
  onReturn: () => void,
): (input: AppraisalInput) => Promise<AppraisedClaim | RefusedRuling> {
  const queryClient = useQueryClient();
  const words = useAppraisalWords();
  const { ui } = useWords();
  const sentenceOf = useSentenceOf();

  const send = async (input: AppraisalInput) => {
    const kept = await appraisalApi.rule(address, input);
    queryClient.setQueryData(appraisedClaimQuery(address).queryKey, kept.claim);
    queryClient.setQueryData(
      appraisedLeafQuery(address).queryKey,
      (leaf: AppraisedLeaf | undefined) =>
        leaf && {
          ...leaf,
          units: leaf.units.map((unit) => (unit.unitId === kept.unit.unitId ? kept.unit : unit)),
        },
    );
    return kept;
  };

  return async (input) => {
    const before = newestOf(claim);
    try {
      const kept = await send(input);
      const { unit } = kept;
      const undo = async () => {
        if (!before) return onReturn();
        const { points, reasons, question, note } = before;
        const again = { points, reasons, question, note, judged: input.judged, previousId: unit.rulingId };
        await send(again).catch((problem: unknown) => sayProblem(sentenceOf(problem)));
      };
      const action = { label: before ? ui.undo : words.form.again, run: () => void undo() };
      say(words.form.saved(unit.unitName, words.states[unit.state]), action);
      return kept.claim;
    } catch (problem) {
      // Whatever stood against it, what lies there is asked anew, so that it can be looked at.
      void queryClient.invalidateQueries({ queryKey: appraisedClaimQuery(address).queryKey });
      const field = problem instanceof ApiProblem ? (problem.field ?? '') : '';
      return { field, sentence: sentenceOf(problem) };
    }
  };
}
