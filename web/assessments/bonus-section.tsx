import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ClaimLeaf } from '#core/assessments/assessment-page.ts';
import { readPoints } from '#core/points.ts';
import { pageFault } from '#web/evidence/place-fields.tsx';
import { evidenceListQuery } from '#web/evidence/queries.ts';
import { readPage } from '#web/evidence/written-facts.ts';
import { FormDialog, WordsField } from '#web/plans/form-dialog.tsx';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { assessmentApi } from './assessment-api.ts';
import styles from './assessments.module.css';
import { useMove } from './use-move.ts';

/** The bonuses asked for, or the penalties owned up to, each with its own proof. */
export function BonusSection({ leaf, campaign }: { leaf: ClaimLeaf; campaign: string }) {
  const { bonus: words } = useWords().assessments;
  const print = usePrintedPoints();
  const { isBusy, run } = useMove();
  const [isAdding, setAdding] = useState(false);
  const { row, bonusClaims } = leaf;
  return (
    <Section
      title={row.scoredBy === 'penalty' ? words.penalties : words.title}
      actions={<Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      {bonusClaims.length === 0 && <p className={styles.soft}>{words.none}</p>}
      <ul className={styles.plain}>
        {bonusClaims.map(({ id, title, points, version }) => (
          <li key={id} className={styles.item}>
            <span>
              {title}: <strong>{print(row.scoredBy === 'penalty' ? -points : points)}</strong>
            </span>
            <IconButton
              size="small"
              label={words.remove(title)}
              icon={<Trash2 />}
              isBusy={isBusy}
              onClick={() =>
                void run(() => assessmentApi.removeBonus(campaign, id, version).then(() => words.removed))
              }
            />
          </li>
        ))}
      </ul>
      {isAdding && <BonusDialog code={row.code} campaign={campaign} onClose={() => setAdding(false)} />}
    </Section>
  );
}

type BonusDialogProps = { code: string; campaign: string; onClose: () => void };

function BonusDialog({ code, campaign, onClose }: BonusDialogProps) {
  const { assessments, evidence: evidenceWords } = useWords();
  const words = assessments.bonus;
  const evidence = useQuery(evidenceListQuery).data ?? [];
  const [title, setTitle] = useState('');
  const [typed, setTyped] = useState('');
  const [evidenceId, setEvidenceId] = useState('');
  const [typedPage, setTypedPage] = useState('');
  const pageAmount = evidence.find(({ id }) => id === evidenceId)?.metadata.pageAmount ?? null;
  const page = readPage(typedPage, pageAmount);
  const points = readPoints(typed);
  const isWrong = points === undefined || points <= 0;
  return (
    <FormDialog
      title={words.add}
      kept={words.kept}
      submit={words.save}
      isReady={!isWrong && page !== undefined && title.trim().length > 2}
      send={() =>
        assessmentApi.addBonus(campaign, code, {
          title: title.trim(),
          points: points ?? 0,
          evidenceId: evidenceId === '' ? null : evidenceId,
          page: page ?? null,
          section: '',
        })
      }
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <WordsField label={words.name} value={title} onChange={setTitle} isTried={isTried} />
          <Field label={words.points} error={isTried && isWrong ? words.pointsWrong : undefined}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="decimal"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <Field label={words.proof} isOptional>
            {(control) => (
              <Select
                {...control}
                value={evidenceId}
                onChange={setEvidenceId}
                options={[
                  { value: '', label: words.noProof },
                  ...evidence.map((each) => ({ value: each.id, label: each.title })),
                ]}
              />
            )}
          </Field>
          <Field label={words.page} isOptional error={pageFault(typedPage, pageAmount, evidenceWords.add)}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="numeric"
                value={typedPage}
                onChange={(event) => setTypedPage(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
