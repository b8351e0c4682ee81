import { Eye, FilePenLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ClaimRow } from '#core/assessments/assessment-page.ts';
import type { ClaimContent, ClaimedProof } from '#core/assessments/leaf-claim.ts';
import { sayEvaluation } from '#core/scoring/evaluation-sentences.ts';
import { AddEvidence } from '#web/evidence/add-dialog.tsx';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import styles from './assessments.module.css';

const ViewerDialog = lazy(() =>
  import('#web/evidence/viewer.tsx').then((module) => ({ default: module.ViewerDialog })),
);

type ClaimContentProps = {
  content: ClaimContent;
  row: ClaimRow;
  /** What stands now can still be proved and corrected; what was declared is only shown. */
  isLive?: boolean;
};

/** All a claim rests on: its points and how they come about, its numbers, its proof. */
export function ClaimContentView({ content, row, isLive = false }: ClaimContentProps) {
  const { assessments: words } = useWords();
  const language = useLanguage();
  const print = usePrintedPoints();
  const { evaluation, typedReason, points, proofs } = content;
  const numbers = evaluation?.inputs.filter(({ value }) => value !== null) ?? [];
  return (
    <div className={styles.stack}>
      <p className={styles.big}>
        {isLive && row.livePoints === null ? '–' : words.leaf.pointsOf(print(points), print(row.maxPoints))}
      </p>
      {numbers.length > 0 && (
        <>
          <h3 className={styles.part}>{words.leaf.inputs}</h3>
          <ul className={styles.plain}>
            {numbers.map(({ key, title, value, unit }) => (
              <li key={key}>
                {title}: <strong>{value?.replace('.', language === 'vi' ? ',' : '.')}</strong> {unit ?? ''}
              </li>
            ))}
          </ul>
        </>
      )}
      {evaluation && (
        <>
          <h3 className={styles.part}>{words.leaf.steps}</h3>
          <ol className={styles.plain}>
            {sayEvaluation(evaluation, language).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </>
      )}
      {typedReason !== '' && (
        <p className={styles.words}>
          {words.leaf.typedReason}: {typedReason}
        </p>
      )}
      {isLive && row.criterionId !== null && row.scoredBy === 'self' && (
        <div className={styles.buttons}>
          <ButtonLink
            size="small"
            to={paths.criterion}
            params={{ code: row.code }}
            icon={<FilePenLine aria-hidden />}
          >
            {words.leaf.editNumbers}
          </ButtonLink>
        </div>
      )}
      <h3 className={styles.part}>{words.leaf.proofs}</h3>
      {proofs.length === 0 && <p className={styles.soft}>{words.leaf.noProofs}</p>}
      <ul className={styles.plain}>
        {proofs.map((proof) => (
          <Proof key={`${proof.evidenceId} ${proof.page} ${proof.note}`} proof={proof} />
        ))}
      </ul>
      {isLive && row.criterionId !== null && row.isClaimed && (
        <AddProof row={row} criterionId={row.criterionId} />
      )}
    </div>
  );
}

function Proof({ proof }: { proof: ClaimedProof }) {
  const { assessments: words, evidence } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { evidenceId: id, title, file, page, section, kind, text, number, issuer, note } = proof;
  const identity = [evidence.kinds[kind], number, issuer, section, note].filter((part) => part !== '');
  return (
    <li className={styles.item}>
      <strong>{title}</strong>
      <span className={styles.soft}>{identity.join(' · ')}</span>
      {!file && <span className={styles.words}>{text}</span>}
      {file && (
        <Button size="small" icon={<Eye aria-hidden />} onClick={() => setOpen(true)}>
          {page === null ? words.leaf.view : words.leaf.viewPage(page)}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <ViewerDialog
            evidence={{ id, title, file }}
            page={page}
            section={section}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </li>
  );
}

function AddProof({ row, criterionId }: { row: ClaimRow; criterionId: string }) {
  const { assessments: words } = useWords();
  const [adding, setAdding] = useState<'document' | 'explanation' | undefined>(undefined);
  const target = { target: 'criterion' as const, targetId: criterionId, title: `${row.code} ${row.title}` };
  return (
    <div className={styles.buttons}>
      <Button size="small" onClick={() => setAdding('document')}>
        {words.leaf.addProof}
      </Button>
      <Button size="small" onClick={() => setAdding('explanation')}>
        {words.leaf.explain}
      </Button>
      {adding && <AddEvidence for={target} kind={adding} onClose={() => setAdding(undefined)} />}
    </div>
  );
}
