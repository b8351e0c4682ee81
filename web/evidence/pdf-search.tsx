import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { useWords } from '#web/words/language.ts';
import { findPages } from './open-pdf.ts';
import styles from './viewer.module.css';

const PAUSE_OF_TYPING = 350;

/** Finds words in a PDF and lists the pages that hold them. */
export function PdfSearch({
  pdf,
  page,
  onTurn,
}: {
  pdf: PDFDocumentProxy;
  page: number;
  onTurn: (page: number) => void;
}) {
  const { viewer } = useWords().evidence;
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<number[] | undefined>(undefined);
  useEffect(() => {
    setFound(undefined);
    if (query.trim() === '') return;
    const search = new AbortController();
    const wait = setTimeout(() => {
      findPages(pdf, query, search.signal).then(
        (pages) => !search.signal.aborted && setFound(pages),
        () => !search.signal.aborted && setFound([]),
      );
    }, PAUSE_OF_TYPING);
    return () => {
      search.abort();
      clearTimeout(wait);
    };
  }, [pdf, query]);
  return (
    <>
      <SearchField className={styles.find} label={viewer.find} value={query} onChange={setQuery} />
      {query.trim() !== '' && (
        <div className={styles.found} role="status">
          {found === undefined
            ? viewer.finding
            : found.length === 0
              ? viewer.foundNowhere
              : viewer.foundOn(found.length)}
          {found?.map((each) => (
            <Button
              key={each}
              kind="quiet"
              size="small"
              aria-current={each === page ? 'page' : undefined}
              onClick={() => onTurn(each)}
            >
              {each}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
