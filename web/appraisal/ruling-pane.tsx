import { CheckCheck, MessageCircleQuestion, Plus, Scissors } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { AppraisedClaim, AppraisedLeaf, CityRuling } from '#core/assessments/appraisal.ts';
import { isClaimedByUnit } from '#core/assessments/assessment-words.ts';
import { rangeOf } from '#core/assessments/refuse-ruling.ts';
import { usePageKeys } from '#web/shell/shortcut-keys.ts';
import { Button } from '#web/ui/button.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { usePrintedPoints } from '#web/ui/points.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { useAppraisalWords } from '#web/words/appraisal-words.ts';
import { useLanguage, useSentenceOf } from '#web/words/language.ts';
import type { ClaimAddress } from './api.ts';
import styles from './appraisal.module.css';
import { MeanwhileNotice } from './meanwhile-notice.tsx';
import { ReasonRows } from './reason-rows.tsx';
import { addReason, openForm, readForm, type TypedRuling, typePoints, unaccounted } from './ruling-form.ts';
import { newestOf, useRuling } from './use-ruling.ts';

type RulingPaneProps = {
  address: ClaimAddress;
  page: AppraisedLeaf;
  claim: AppraisedClaim;
  onKept: () => void;
  onReturn: () => void;
};

/** What is given, and why: accepted by one key, cut with reasons that add up, or asked. */
export function RulingPane({ address, page, claim, onKept, onReturn }: RulingPaneProps) {
  const { form: words, page: pageWords } = useAppraisalWords();
  const language = useLanguage();
  const sentenceOf = useSentenceOf();
  const print = usePrintedPoints();
  const rule = useRuling(address, claim, onReturn);
  const { unit, fingerprint, move } = claim;
  const { from } = unit;
  const newest = newestOf(claim);
  const open = ({ unit: of, rulings }: Pick<AppraisedClaim, 'unit' | 'rulings'>) => {
    const ruling = rulings.find(({ id }) => id === of.rulingId);
    return {
      seen: ruling,
      form: openForm(of, ruling, language),
      theirs: undefined as CityRuling | undefined,
    };
  };
  const [{ seen, form, theirs }, setState] = useState(() => open(claim));
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const pointsInput = useRef<HTMLInputElement>(null);
  const questionInput = useRef<HTMLTextAreaElement>(null);
  const opened = openForm({ from, points: seen ? seen.points : from }, seen, language);
  const isDirty = JSON.stringify(form) !== JSON.stringify(opened);
  // What somebody else ruled shows at once, but never in place of what is being typed here.
  if (!isBusy && newest?.id !== seen?.id)
    setState(isDirty ? { seen: newest, form, theirs: newest } : open(claim));

  const set = (next: TypedRuling) => setState({ seen, form: next, theirs });
  const send = async (ruled: TypedRuling) => {
    const read = readForm(ruled, from, { judged: fingerprint, previousId: seen?.id ?? null });
    if ('faults' in read) {
      const said = { not_points: words.notPoints, text_short: words.textShort };
      setFaults(new Map([...read.faults].map(([field, fault]) => [field, said[fault]])));
      return;
    }
    setBusy(true);
    const kept = await rule(read.input);
    setBusy(false);
    setFaults('sentence' in kept ? new Map([[kept.field, kept.sentence]]) : new Map());
    if ('sentence' in kept) return;
    setState(open(kept));
    onKept();
  };
  const accept = () => {
    if (from !== null)
      void send({ ...openForm({ from, points: from }, undefined, language), note: form.note });
  };
  const focusCut = () => {
    pointsInput.current?.focus();
    pointsInput.current?.select();
  };
  const keys = {
    a: accept,
    c: focusCut,
    h: () => questionInput.current?.focus(),
    enter: () => void send(form),
  };
  usePageKeys(move.refusal === null && !isBusy ? keys : {});

  const [least, most] = rangeOfLeaf(page);
  const isSourced = from === null && !isClaimedByUnit(page.leaf.scoredBy);
  return (
    <section className={styles.ruling} aria-label={words.title}>
      {move.refusal !== null && (
        <p className={styles.soft}>
          {pageWords.notAllowed}. {sentenceOf(move.refusal)}
        </p>
      )}
      <form
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void send(form);
        }}
      >
        <fieldset className={styles.plain} disabled={move.refusal !== null}>
          <div className={styles.quick}>
            <Button
              kind="primary"
              icon={<CheckCheck aria-hidden />}
              isBusy={isBusy}
              disabled={from === null || move.refusal !== null}
              onClick={accept}
            >
              {words.accept}
            </Button>
            <Button icon={<Scissors aria-hidden />} onClick={focusCut}>
              {words.cut}
            </Button>
            {page.round === 'appraisal_1' && (
              <Button
                icon={<MessageCircleQuestion aria-hidden />}
                onClick={() => questionInput.current?.focus()}
              >
                {words.ask}
              </Button>
            )}
          </div>
          {theirs && (
            <MeanwhileNotice
              ruling={theirs}
              onTake={() => {
                setState(open(claim));
                setFaults(new Map());
              }}
            />
          )}
          <Field
            label={words.points}
            hint={words.range(print(least), print(most))}
            error={faults.get('points')}
          >
            {(control) => (
              <TextInput
                {...control}
                ref={pointsInput}
                inputMode="decimal"
                className={styles.figure}
                value={form.points}
                onChange={(event) => set(typePoints(form, event.target.value, from))}
              />
            )}
          </Field>
          {form.reasons.length > 0 && <ReasonRows form={form} from={from} faults={faults} onChange={set} />}
          <Balance form={form} from={from} />
          {faults.has('reasons') && <FormProblem>{faults.get('reasons')}</FormProblem>}
          {from !== null && (
            <Templates
              reasons={page.ownReasons}
              onUse={({ cause, text }) => set(addReason(form, cause, text))}
            />
          )}
          {from !== null && form.reasons.length > 0 && (
            <Button size="small" icon={<Plus aria-hidden />} onClick={() => set(addReason(form, 'other'))}>
              {words.add}
            </Button>
          )}
          {page.round === 'appraisal_1' && (
            <Field label={words.question} hint={words.questionHint} error={faults.get('question')} isOptional>
              {(control) => (
                <TextArea
                  {...control}
                  ref={questionInput}
                  rows={2}
                  value={form.question}
                  onChange={(event) => set({ ...form, question: event.target.value })}
                />
              )}
            </Field>
          )}
          <Field
            label={isSourced ? words.source : words.note}
            hint={isSourced ? words.sourceHint : undefined}
            error={faults.get('note')}
            isOptional={!isSourced}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={form.note}
                onChange={(event) => set({ ...form, note: event.target.value })}
              />
            )}
          </Field>
        </fieldset>
        {faults.has('') && <FormProblem>{faults.get('')}</FormProblem>}
        <Button type="submit" isBusy={isBusy} disabled={move.refusal !== null}>
          {words.save}
        </Button>
      </form>
    </section>
  );
}

function rangeOfLeaf({ leaf }: AppraisedLeaf): [number, number] {
  const { least, most } = rangeOf(leaf.scoredBy, leaf.maxPoints);
  return [least, most];
}

/** Whether the reasons account for the change, as it is typed. */
function Balance({ form, from }: { form: TypedRuling; from: number | null }) {
  const { form: words } = useAppraisalWords();
  const print = usePrintedPoints();
  if (form.reasons.length === 0 && unaccounted(form, from) === 0) return null;
  const left = unaccounted(form, from);
  const said = left === 0 ? words.balanced : left > 0 ? words.missing(print(left)) : words.over(print(-left));
  return (
    <p role="status" className={left === 0 ? styles.soft : styles.unbalanced}>
      {said}
    </p>
  );
}

type TemplatesProps = {
  reasons: AppraisedLeaf['ownReasons'];
  onUse: (reason: AppraisedLeaf['ownReasons'][number]) => void;
};

function Templates({ reasons, onUse }: TemplatesProps) {
  const { form: words, causes } = useAppraisalWords();
  if (reasons.length === 0) return null;
  return (
    <details className={styles.reveal}>
      <summary>{words.templates}</summary>
      <ul className={styles.templates}>
        {reasons.map((reason) => (
          <li key={`${reason.cause} ${reason.text}`}>
            <Button size="small" kind="quiet" onClick={() => onUse(reason)}>
              {causes[reason.cause]}: {reason.text}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
