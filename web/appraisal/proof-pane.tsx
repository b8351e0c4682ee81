import { lazy, Suspense, useState } from 'react';
import type { AppraisedClaim } from '#core/assessments/appraisal.ts';
import type { ClaimedProof } from '#core/assessments/leaf-claim.ts';
import { Waiting } from '#web/ui/progress.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import { useWords } from '#web/words/language.ts';
import { appraisalApi, type ClaimAddress } from './api.ts';
import styles from './appraisal.module.css';

const FileViewer = lazy(() =>
  import('#web/evidence/viewer.tsx').then((module) => ({ default: module.FileViewer })),
);

/** Every proof of the claim by name and place, the first file open at its page. */
export function ProofPane({ claim, address }: { claim: AppraisedClaim; address: ClaimAddress }) {
  const { claim: words } = useAppraisalWords();
  const { ui } = useWords();
  const answered = claim.answer?.proofs ?? [];
  const proofs = [...answered, ...(claim.content?.proofs ?? [])];
  const [chosen, setChosen] = useState(proofs.findIndex(({ file }) => file !== null));
  const open = proofs[chosen];
  if (proofs.length === 0) return <p className={styles.unproved}>{words.noProof}</p>;
  const group = (title: string, each: readonly ClaimedProof[], from: number) =>
    each.length > 0 && (
      <section className={styles.part}>
        <h3>{title}</h3>
        <ul className={styles.proofs}>
          {each.map((proof, at) => (
            <li key={`${proof.evidenceId} ${proof.page} ${proof.section}`}>
              <ProofLine proof={proof} isOpen={chosen === from + at} onOpen={() => setChosen(from + at)} />
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {group(words.answerProofs, answered, 0)}
      {group(words.proofs, claim.content?.proofs ?? [], answered.length)}
      {open?.file && (
        <div className={styles.viewer}>
          <Suspense fallback={<Waiting label={ui.loading} />}>
            <FileViewer
              key={`${open.file.sha256} ${open.page}`}
              title={open.title}
              file={open.file}
              address={appraisalApi.file(address, open.file.sha256)}
              page={open.page}
              section={open.section}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}

type ProofLineProps = { proof: ClaimedProof; isOpen: boolean; onOpen: () => void };

function ProofLine({ proof, isOpen, onOpen }: ProofLineProps) {
  const { claim: words } = useAppraisalWords();
  const place = [
    words.ofPaper(proof.number, proof.issuer),
    proof.page === null ? '' : words.page(proof.page),
    proof.section,
  ].filter((part) => part !== '');
  const said = (
    <>
      <span>{proof.title}</span>
      <span className={styles.soft}>{place.join(' · ')}</span>
      {proof.text !== '' && <span className={styles.proofText}>{proof.text}</span>}
      {proof.note !== '' && <span className={styles.soft}>{words.note(proof.note)}</span>}
    </>
  );
  if (!proof.file) return <div className={styles.proof}>{said}</div>;
  return (
    <button type="button" className={styles.proof} aria-pressed={isOpen} onClick={onOpen}>
      {said}
    </button>
  );
}
