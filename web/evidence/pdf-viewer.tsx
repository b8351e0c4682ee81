import { ChevronLeft, ChevronRight, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '#web/ui/button.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { useWords } from '#web/words/language.ts';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import { PdfSearch } from './pdf-search.tsx';
import styles from './viewer.module.css';

const ZOOM_STEP = 1.25;
const [SMALLEST, LARGEST] = [0.25, 4];

/** A PDF, one page at a time, opened at the page that proves something. */
export function PdfViewer({ address, page: wanted }: { address: string; page: number | null }) {
  const { viewer } = useWords().evidence;
  const [pdf, setPdf] = useState<PDFDocumentProxy | 'failed' | undefined>(undefined);
  useEffect(() => {
    setPdf(undefined);
    const task = openPdf(address);
    let isLeft = false;
    task.promise.then(
      (opened) => !isLeft && setPdf(opened),
      () => !isLeft && setPdf('failed'),
    );
    return () => {
      isLeft = true;
      void task.destroy();
    };
  }, [address]);
  if (pdf === undefined) return <Waiting label={viewer.opening} />;
  if (pdf === 'failed') return <FormProblem>{viewer.failed}</FormProblem>;
  return <PdfPages key={`${address} ${wanted}`} pdf={pdf} wanted={wanted ?? 1} />;
}

function PdfPages({ pdf, wanted }: { pdf: PDFDocumentProxy; wanted: number }) {
  const { viewer } = useWords().evidence;
  const last = pdf.numPages;
  const [page, setPage] = useState(Math.min(Math.max(wanted, 1), last));
  /** How large, 1 being a point of paper to a pixel; undefined fits the width. */
  const [zoom, setZoom] = useState<number | undefined>(undefined);
  const [shownScale, setShownScale] = useState(1);
  const box = useRef<HTMLDivElement>(null);
  const turnTo = (next: number) => setPage(Math.min(Math.max(next, 1), last));
  const zoomBy = (factor: number) =>
    setZoom(Math.min(LARGEST, Math.max(SMALLEST, (zoom ?? shownScale) * factor)));
  usePageKeys(box, (step) => setPage((now) => Math.min(Math.max(now + step, 1), last)));
  return (
    <div ref={box} className={styles.pdf}>
      <div className={styles.bar}>
        <IconButton
          label={viewer.previous}
          icon={<ChevronLeft />}
          disabled={page === 1}
          onClick={() => turnTo(page - 1)}
        />
        <PageField page={page} onTurn={turnTo} />
        <span className={styles.of}>{viewer.ofPages(last)}</span>
        <IconButton
          label={viewer.next}
          icon={<ChevronRight />}
          disabled={page === last}
          onClick={() => turnTo(page + 1)}
        />
        <span className={styles.zoom}>
          <IconButton label={viewer.zoomOut} icon={<ZoomOut />} onClick={() => zoomBy(1 / ZOOM_STEP)} />
          <span className={styles.percent}>{viewer.zoom(Math.round(shownScale * 100))}</span>
          <IconButton label={viewer.zoomIn} icon={<ZoomIn />} onClick={() => zoomBy(ZOOM_STEP)} />
          <IconButton
            label={viewer.fitWidth}
            icon={<MoveHorizontal />}
            aria-pressed={zoom === undefined}
            onClick={() => setZoom(undefined)}
          />
        </span>
        <PdfSearch pdf={pdf} page={page} onTurn={turnTo} />
      </div>
      <PdfPage pdf={pdf} number={page} zoom={zoom} onScale={setShownScale} />
    </div>
  );
}

/** The number of the page in sight; typing another and Enter, or leaving the field, turns to it. */
function PageField({ page, onTurn }: { page: number; onTurn: (page: number) => void }) {
  const { viewer } = useWords().evidence;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const turn = () => {
    const asked = Number(typed);
    if (typed !== undefined && Number.isInteger(asked) && asked > 0) onTurn(asked);
    setTyped(undefined);
  };
  return (
    <TextInput
      className={styles.pageField}
      aria-label={viewer.page}
      inputMode="numeric"
      value={typed ?? String(page)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={turn}
      onKeyDown={(event) => event.key === 'Enter' && turn()}
    />
  );
}

/** Arrow keys turn pages, unless they are meant for a field, a list or a window over this one. */
function usePageKeys(box: React.RefObject<HTMLElement | null>, onTurn: (step: 1 | -1) => void): void {
  const turn = useRef(onTurn);
  turn.current = onTurn;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
      if (step === undefined || event.defaultPrevented) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('input, textarea, select, [role=menu], [role=listbox], [role=combobox]')) return;
      const over = target.closest('[role=dialog]');
      if (over && !over.contains(box.current)) return;
      turn.current(step);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [box]);
}
