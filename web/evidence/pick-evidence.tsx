import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Evidence } from '#core/evidence/evidence.ts';
import { isSaidIn } from '#web/criteria/said-in.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FieldStack, FormProblem } from '#web/ui/field.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './panel.module.css';
import { PlaceFields } from './place-fields.tsx';
import { printIdentity, searchedWords } from './print-evidence.ts';
import { evidenceListQuery } from './queries.ts';
import { readPage } from './written-facts.ts';

const SHOWN = 30;

/** A piece that is here already, with where in it the proof stands. */
export type PickedEvidence = { evidence: Evidence; page: number | null; section: string };

/** Lets one document that is here already be chosen, with its page and section. */
export function PickEvidence(props: {
  title: string;
  description?: string | undefined;
  submit: string;
  /** Whether a document may be chosen. */
  isFree: (evidence: Evidence) => boolean;
  isSaving?: boolean | undefined;
  problem?: string | undefined;
  onPick: (picked: PickedEvidence) => void;
  onClose: () => void;
}) {
  const { ui, evidence: words } = useWords();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Evidence | undefined>(undefined);
  const [place, setPlace] = useState({ page: '', section: '' });
  const all = useQuery(evidenceListQuery).data ?? [];
  const free = all.filter(props.isFree);
  const found = free.filter((each) => isSaidIn(query, ...searchedWords(each))).slice(0, SHOWN);
  const pageAmount = chosen?.metadata.pageAmount ?? null;
  const page = readPage(place.page, pageAmount);
  const pick = () => {
    if (chosen && page !== undefined) props.onPick({ evidence: chosen, page, section: place.section });
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      size="wide"
      title={props.title}
      description={props.description}
      footer={
        <>
          <Button onClick={props.onClose}>{ui.cancel}</Button>
          <Button kind="primary" isBusy={props.isSaving} disabled={!chosen} onClick={pick}>
            {props.submit}
          </Button>
        </>
      }
    >
      <FieldStack>
        {props.problem && <FormProblem>{props.problem}</FormProblem>}
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
            <PlaceFields place={place} pageAmount={pageAmount} onChange={setPlace} />
          </>
        )}
      </FieldStack>
    </Dialog>
  );
}
