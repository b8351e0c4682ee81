import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Evidence } from '#core/evidence/evidence.ts';
import { isSaidIn } from '#web/criteria/said-in.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field, FieldStack, FormProblem } from '#web/ui/field.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useSentenceOf, useWords } from '#web/words/language.ts';
import { evidenceApi } from './api.ts';
import styles from './panel.module.css';
import { printIdentity, searchedWords } from './print-evidence.ts';
import { evidenceListQuery } from './queries.ts';
import type { EvidenceTargetNamed } from './target-fields.tsx';
import { readPage } from './written-facts.ts';

const SHOWN = 30;

/** Lets a document that is here already prove one more target, at its own page and section. */
export function LinkEvidence({ target, onClose }: { target: EvidenceTargetNamed; onClose: () => void }) {
  const { ui, evidence: words } = useWords();
  const sentenceOf = useSentenceOf();
  const queryClient = useQueryClient();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Evidence | undefined>(undefined);
  const [page, setPage] = useState('');
  const [section, setSection] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isSaving, setSaving] = useState(false);
  const all = useQuery(evidenceListQuery).data ?? [];
  const free = all.filter(({ links }) => links.every(({ targetId }) => targetId !== target.targetId));
  const found = free.filter((each) => isSaidIn(query, ...searchedWords(each))).slice(0, SHOWN);
  const pages = chosen?.metadata.pageAmount ?? null;
  const read = readPage(page, pages);
  const fault = pages === null ? words.add.pagesWrong : words.add.pageBeyond(pages);
  const save = async () => {
    if (!chosen || read === undefined) return;
    setSaving(true);
    const { target: kind, targetId } = target;
    await evidenceApi.link(chosen.id, { target: kind, targetId, page: read, section, note: '' }).then(
      async () => {
        await queryClient.invalidateQueries({ queryKey: ['evidence'] });
        say(words.linking.linked);
        onClose();
      },
      (refused: unknown) => setProblem(sentenceOf(refused)),
    );
    setSaving(false);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="wide"
      title={words.linking.title}
      description={target.title}
      footer={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={isSaving} disabled={!chosen} onClick={save}>
            {words.linking.link}
          </Button>
        </>
      }
    >
      <FieldStack>
        {problem && <FormProblem>{problem}</FormProblem>}
        <SearchField label={words.linking.search} value={query} onChange={setQuery} />
        <div className={styles.found}>
          {free.length === 0 && <p className={styles.soft}>{words.linking.none}</p>}
          {free.length > 0 && found.length === 0 && <p className={styles.soft}>{words.linking.nothing}</p>}
          {found.map((each) => (
            <Button
              key={each.id}
              kind="quiet"
              aria-pressed={each.id === chosen?.id}
              onClick={() => setChosen(each)}
            >
              <span>
                {each.title} <span className={styles.soft}>{printIdentity(each.metadata, words)}</span>
              </span>
            </Button>
          ))}
        </div>
        {chosen && (
          <>
            <p className={styles.name}>{chosen.title}</p>
            <Field label={words.targets.page} isOptional error={read === undefined && fault}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="numeric"
                  value={page}
                  onChange={(event) => setPage(event.target.value)}
                />
              )}
            </Field>
            <Field label={words.targets.section} isOptional>
              {(control) => (
                <TextInput
                  {...control}
                  maxLength={200}
                  placeholder={words.targets.sectionExample}
                  value={section}
                  onChange={(event) => setSection(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
      </FieldStack>
    </Dialog>
  );
}
