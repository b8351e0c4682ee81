import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Draft } from '#core/reading/draft.ts';
import { api, type OpenReading } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useRefusal } from '#web/people/permitted-button.tsx';
import { printMoment } from '#web/plans/print-moment.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonLink } from '#web/ui/button-link.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Field, FormProblem } from '#web/ui/field.tsx';
import { PageHeader, Section } from '#web/ui/page-header.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { say, sayProblem } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { DropZone } from './drop-zone.tsx';
import styles from './reading.module.css';

const readingsQuery = queryOptions({ queryKey: ['readings'], queryFn: api.listReadings });

/** Where a plan comes in: a file, or its text; nothing is kept before it is checked. */
export function ImportPage() {
  const { reading } = useWords();
  const refusal = useRefusal('plan.import');
  if (refusal)
    return (
      <EmptyState fills="page" title={reading.import.mayNot}>
        {refusal}
      </EmptyState>
    );
  return <Import />;
}

function Import() {
  const { reading } = useWords();
  const sentenceOf = useSentenceOf();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const open = useSuspenseQuery(readingsQuery).data;
  const [sending, setSending] = useState<{ name: string; share: number } | undefined>(undefined);
  const [problem, setProblem] = useState<unknown>(undefined);
  const [text, setText] = useState('');

  const read = async (name: string, start: (onProgress: (share: number) => void) => Promise<Draft>) => {
    setProblem(undefined);
    setSending({ name, share: 0 });
    await start((share) => setSending({ name, share })).then(
      (draft) => {
        queryClient.setQueryData(['readings', draft.id], draft);
        void queryClient.invalidateQueries({ queryKey: ['readings'], exact: true });
        void navigate({ to: paths.review, params: { readingId: draft.id } });
      },
      (refused: unknown) => setProblem(refused),
    );
    setSending(undefined);
  };

  return (
    <div className={styles.import}>
      <PageHeader title={reading.import.title} tabTitle={reading.import.tab} lead={reading.import.lead} />
      {problem !== undefined && <FormProblem>{sentenceOf(problem)}</FormProblem>}
      <DropZone
        title={reading.import.drop}
        kinds={reading.import.kinds}
        accept=".docx,.xlsx,.pdf,.txt,.md,.html,.htm,.doc"
        sending={sending}
        onFile={(file) => void read(file.name, (onProgress) => api.readFile(file, onProgress))}
      />
      {open.length > 0 && (
        <Section title={reading.import.open}>
          <ul className={styles.openReadings}>
            {open.map((each) => (
              <OpenReadingLine key={each.id} reading={each} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={reading.import.paste}>
        <form
          className={styles.paste}
          onSubmit={(event) => {
            event.preventDefault();
            void read(reading.import.paste, () => api.readText(text));
          }}
        >
          <Field label={reading.import.paste} hint={reading.import.pasteHint}>
            {(control) => (
              <TextArea
                {...control}
                rows={6}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" disabled={text.trim() === ''} isBusy={sending !== undefined}>
            {reading.import.readText}
          </Button>
        </form>
      </Section>
    </div>
  );
}

function OpenReadingLine({ reading: each }: { reading: OpenReading }) {
  const { reading } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const discard = () =>
    api.discardReading(each.id).then(
      () => {
        say(reading.import.discarded(each.fileName));
        return queryClient.invalidateQueries({ queryKey: ['readings'] });
      },
      (problem: unknown) => sayProblem(sentenceOf(problem)),
    );
  return (
    <li>
      <span>
        <strong>{each.fileName}</strong>{' '}
        <span className={styles.soft}>{reading.import.readAt(printMoment(each.createdAt))}</span>
      </span>
      <span className={styles.lineActions}>
        <ButtonLink to={paths.review} params={{ readingId: each.id }} size="small">
          {reading.import.continue}
        </ButtonLink>
        <Button size="small" kind="quiet" onClick={discard}>
          {reading.import.discard}
        </Button>
      </span>
    </li>
  );
}
