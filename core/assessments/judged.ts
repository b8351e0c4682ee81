import type { Phase } from './stages.ts';

/** The rounds in which appraisers rule on leaves, with the move that is. */
export type AppraisalRound = 'appraisal_1' | 'appraisal_2';
export const MOVE_OF_ROUND = { appraisal_1: 'appraise', appraisal_2: 'reappraise' } as const;

/** The round an appraiser works in, or, before and between, the one they look at. */
export function appraisalRoundOf(phase: Phase): AppraisalRound {
  return phase === 'preparing' || phase === 'claiming' || phase === 'appraising' || phase === 'explaining'
    ? 'appraisal_1'
    : 'appraisal_2';
}

/** What lies before whoever rules: the claim, what the first appraisal ruled last, the answer that was sent. */
export type Judged = {
  /** The fingerprint of what was submitted; for a leaf the unit does not claim, the id of the submission. */
  submitted: string;
  firstRulingId: string | null;
  answer: { id: string; version: number } | null;
};

/**
 * Whether a round has to rule on a leaf, and may: the first on all, the second where the unit answered, where a
 * question stands open, and where the first never ruled because the unit handed in late. What the unit had no
 * cause to speak to stays as the first appraisal left it.
 */
export function isDue(
  round: AppraisalRound,
  { first, isAnswered }: { first: { question: string } | undefined; isAnswered: boolean },
): boolean {
  return round === 'appraisal_1' || first === undefined || first.question !== '' || isAnswered;
}

/**
 * The text that says exactly what was judged. In the first round it is the submitted fingerprint itself;
 * in the second also the newest first ruling and the answer count, and its SHA-256 is the fingerprint.
 */
export function judgedText(round: AppraisalRound, { submitted, firstRulingId, answer }: Judged): string {
  if (round === 'appraisal_1') return submitted;
  return JSON.stringify([submitted, firstRulingId, answer && [answer.id, answer.version]]);
}
