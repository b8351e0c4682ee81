import { useQueryClient } from '@tanstack/react-query';
import { Paperclip, Send, X } from 'lucide-react';
import { useState } from 'react';
import type { AnswerLine, LeafAnswer } from '#core/assessments/answers.ts';
import type { AnswerKind } from '#core/assessments/campaign.ts';
import { PickEvidence } from '#web/evidence/pick-evidence.tsx';
import { printAnchor } from '#web/evidence/print-evidence.ts';
import { PermittedButton } from '#web/people/permitted-button.tsx';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { Section } from '#web/ui/page-header.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useAnswerWords } from '#web/words/answer-words.ts';
import { useLanguage, useSentenceOf, useWords } from '#web/words/language.ts';
import { type AnswerDraft, draftOf, inputOf, proofOf } from './answer-draft.ts';
import styles from './answers.module.css';
import { answerApi } from './api.ts';
import { Proofs } from './cut-section.tsx';

type AnswerFormProps = {
  campaignId: string;
  line: AnswerLine;
  kind: AnswerKind;
  /** What was typed and is not kept; undefined when nothing was. */
  draft: AnswerDraft | undefined;
  onDraft: (draft: AnswerDraft) => void;
  onKept: () => void;
};

/** The unit's answer: a form until it is sent, afterwards what was sent. Refused moves say why. */
export function AnswerForm(props: AnswerFormProps) {
  const words = useAnswerWords().explain;
  const language = useLanguage();
  const { line, kind } = props;
  const answer = line[kind];
  const keep = kind === 'appeal' ? 'appeal' : 'explain';
  const refusal = line.moves.find(({ move }) => move === keep)?.refusal ?? null;
  const isSent = answer !== null && answer.sentAt !== null;
  return (
    <Section title={kind === 'appeal' ? words.appeal : words.answer}>
      {kind === 'appeal' && line.explanation && (
        <>
          <h3 className={styles.small}>{words.answer}</h3>
          <Written answer={line.explanation} />
        </>
      )}
      {isSent || (refusal && answer) ? (
        <Written answer={answer} />
      ) : refusal ? null : (
        <Form {...props} answer={answer} />
      )}
      {refusal && !isSent && <p className={styles.soft}>{refusal[language]}</p>}
    </Section>
  );
}

function Written({ answer }: { answer: LeafAnswer }) {
  const words = useAnswerWords().explain;
  const print = usePrintedPoints();
  const { text, askedPoints, proofs, sentAt, sentBy, writtenBy, writtenAt, isRulingChanged } = answer;
  return (
    <>
      {isRulingChanged && <FormProblem>{words.rulingChangedSent}</FormProblem>}
      {askedPoints !== null && <p className={styles.points}>{words.askedFor(print(askedPoints))}</p>}
      <p className={styles.text}>{text}</p>
      {proofs.length > 0 && <Proofs proofs={proofs} />}
      <p className={styles.soft}>
        {sentAt === null
          ? words.writtenBy(writtenBy, printMoment(writtenAt))
          : words.sentBy(sentBy ?? '', printMoment(sentAt))}
      </p>
    </>
  );
}

function Form({
  campaignId,
  line,
  kind,
  answer,
  draft,
  onDraft,
  onKept,
}: AnswerFormProps & { answer: LeafAnswer | null }) {
  const words = useAnswerWords().explain;
  const language = useLanguage();
  const sentenceOf = useSentenceOf();
  const print = usePrintedPoints();
  const queryClient = useQueryClient();
  const [isTried, setTried] = useState(false);
  const [busy, setBusy] = useState<'save' | 'send' | undefined>(undefined);
  const [problem, setProblem] = useState<unknown>(undefined);
  const shown = draft ?? draftOf(answer, language);
  const change = (part: Partial<AnswerDraft>) => onDraft({ ...shown, ...part });
  const input = inputOf(shown, answer?.version ?? 0);

  const run = async (way: 'save' | 'send') => {
    setTried(true);
    if (!input) return;
    setBusy(way);
    setProblem(undefined);
    try {
      const kept = draft || !answer ? await answerApi.keep(campaignId, kind, line.code, input) : line;
      onKept();
      if (way === 'send') await answerApi.send(campaignId, kind, line.code, kept[kind]?.version ?? 0);
      say(way === 'send' ? words.sent : words.saved);
    } catch (refused) {
      setProblem(refused);
    }
    await queryClient.invalidateQueries({ queryKey: ['answers', campaignId] });
    setBusy(undefined);
  };

  return (
    <FieldStack>
      {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
      {answer?.isRulingChanged && <FormProblem>{words.rulingChanged}</FormProblem>}
      <Field label={words.text} hint={words.textHint}>
        {(control) => (
          <TextArea
            {...control}
            rows={8}
            maxLength={10_000}
            value={shown.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={words.points}
        isOptional
        hint={words.pointsHint(print(line.maxPoints))}
        error={isTried && !input && words.pointsWrong}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="decimal"
            className={styles.asked}
            value={shown.asked}
            onChange={(event) => change({ asked: event.target.value })}
          />
        )}
      </Field>
      <ProofFields draft={shown} onChange={(proofs) => change({ proofs })} code={line.code} />
      <div className={styles.buttons}>
        <PermittedButton
          action="assessment.explain"
          owners={line.owners}
          isBusy={busy === 'save'}
          onClick={() => run('save')}
        >
          {words.save}
        </PermittedButton>
        <PermittedButton
          action="assessment.submit"
          kind="primary"
          icon={<Send aria-hidden />}
          isBusy={busy === 'send'}
          onClick={() => run('send')}
        >
          {words.send}
        </PermittedButton>
      </div>
      {answer && (
        <p className={styles.soft}>{words.writtenBy(answer.writtenBy, printMoment(answer.writtenAt))}</p>
      )}
    </FieldStack>
  );
}

function ProofFields({
  draft: { proofs },
  code,
  onChange,
}: {
  draft: AnswerDraft;
  code: string;
  onChange: (proofs: AnswerDraft['proofs']) => void;
}) {
  const words = useAnswerWords().explain;
  const { evidence } = useWords();
  const [isPicking, setPicking] = useState(false);
  return (
    <div>
      <h3 className={styles.small}>{words.proofs}</h3>
      <ul className={styles.proofs}>
        {proofs.map((proof) => (
          <li key={proof.evidenceId}>
            {proof.title}{' '}
            <span className={styles.soft}>
              {[proof.number, printAnchor(proof, evidence)].filter((part) => part !== '').join(' · ')}
            </span>
            <IconButton
              size="small"
              label={words.removeProof(proof.title)}
              icon={<X aria-hidden />}
              onClick={() => onChange(proofs.filter((each) => each !== proof))}
            />
          </li>
        ))}
      </ul>
      <Button size="small" icon={<Paperclip aria-hidden />} onClick={() => setPicking(true)}>
        {words.addProof}
      </Button>
      {isPicking && (
        <PickEvidence
          title={words.pickTitle}
          description={code}
          submit={words.pick}
          isFree={({ id }) => proofs.every(({ evidenceId }) => evidenceId !== id)}
          onPick={({ evidence: picked, ...where }) => {
            onChange([...proofs, proofOf(picked, where)]);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}
