import { Circle, CircleCheck, CircleDot, CircleMinus, Undo2 } from 'lucide-react';
import type { ClaimRow } from '#core/assessments/assessment-page.ts';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Status, type Tone } from '#web/ui/status.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './assessments.module.css';

const LOOKS = {
  open: { tone: 'none', icon: <Circle aria-hidden /> },
  declared: { tone: 'submitted', icon: <CircleDot aria-hidden /> },
  accepted: { tone: 'approved', icon: <CircleCheck aria-hidden /> },
  returned: { tone: 'returned', icon: <Undo2 aria-hidden /> },
} as const satisfies Record<ClaimRow['state'], { tone: Tone; icon: React.ReactNode }>;

/** How a leaf stands; one the unit does not claim says who scores it. */
export function ClaimStatus({ row }: { row: ClaimRow }) {
  const { assessments: words } = useWords();
  if (!row.isClaimed)
    return (
      <Status tone="none" icon={<CircleMinus aria-hidden />}>
        {words.notClaimed[row.scoredBy]}
      </Status>
    );
  const { tone, icon } = LOOKS[row.state];
  return (
    <Status tone={tone} icon={icon}>
      {words.states[row.state]}
    </Status>
  );
}

/** What stands behind a claim, in words. */
export function ProofWords({ row }: { row: ClaimRow }) {
  const words = useWords().assessments.proofs;
  const said = words[row.proof];
  const isMissing = row.isClaimed && row.proof === 'needs_explanation';
  return (
    <span className={isMissing ? styles.warning : undefined}>
      {typeof said === 'string' ? said : said(row.proofs)}
    </span>
  );
}

/** What a person has to know of a leaf besides its state: changed, missing in the plan, another maximum. */
export function ClaimRemarks({ row }: { row: ClaimRow }) {
  const { assessments: words } = useWords();
  const print = usePrintedPoints();
  const remarks = [
    ...(row.isChangedSince ? [words.changed] : []),
    ...(row.isClaimed && row.criterionId === null && row.scoredBy === 'self' ? [words.notInPlan] : []),
    ...(row.planMaxPoints !== null ? [words.otherMax(print(row.planMaxPoints))] : []),
    ...(row.state === 'returned' ? [words.leaf.returned(row.returnReason)] : []),
  ];
  return remarks.map((remark) => (
    <span key={remark} className={styles.remark}>
      {remark}
    </span>
  ));
}
