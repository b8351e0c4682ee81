import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { FormProblem } from '#web/ui/field.tsx';
import { useWords } from '#web/words/language.ts';
import styles from './viewer.module.css';

/** The most pixels a browser of an office PC draws at once without giving up. */
const MOST_PIXELS = 16_000_000;
const PADDING = 24;

type PdfPageProps = {
  pdf: PDFDocumentProxy;
  number: number;
  /** Undefined fits the width of the box. */
  zoom: number | undefined;
  onScale: (scale: number) => void;
};

/** One page, drawn on a canvas as wide as asked for. */
export function PdfPage({ pdf, number, zoom, onScale }: PdfPageProps) {
  const { viewer } = useWords().evidence;
  const box = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (box.current && number > 0) box.current.scrollTop = 0;
  }, [number]);
  useEffect(() => {
    const surface = canvas.current;
    if (!surface || width === 0) return;
    let stop = () => {};
    let isLeft = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (isLeft) return;
      const paper = page.getViewport({ scale: 1 });
      const scale = zoom ?? Math.max(0.1, (width - PADDING) / paper.width);
      const finest = Math.sqrt(MOST_PIXELS / (paper.width * paper.height)) / scale;
      const density = Math.min(window.devicePixelRatio, finest);
      const viewport = page.getViewport({ scale: scale * density });
      // Drawn apart and shown when done: the former page stays in sight until then.
      const drawn = document.createElement('canvas');
      drawn.width = Math.floor(viewport.width);
      drawn.height = Math.floor(viewport.height);
      const task = page.render({ canvas: drawn, viewport });
      stop = () => task.cancel();
      await task.promise;
      const isWhole = await hasAllImages(page);
      if (isLeft) return;
      surface.width = drawn.width;
      surface.height = drawn.height;
      surface.style.width = `${Math.floor(paper.width * scale)}px`;
      surface.style.height = `${Math.floor(paper.height * scale)}px`;
      surface.getContext('2d')?.drawImage(drawn, 0, 0);
      onScale(scale);
      setFailed(!isWhole);
    };
    draw().catch(() => !isLeft && setFailed(true));
    return () => {
      isLeft = true;
      stop();
    };
  }, [pdf, number, zoom, width, onScale]);
  return (
    <>
      {hasFailed && <FormProblem>{viewer.pageFailed}</FormProblem>}
      {/* A box that scrolls must be reachable by keyboard. */}
      <section
        ref={box}
        className={styles.paper}
        tabIndex={width > 0 ? 0 : undefined}
        aria-label={viewer.pageAlt(number, pdf.numPages)}
      >
        <canvas ref={canvas} role="img" aria-label={viewer.pageAlt(number, pdf.numPages)} />
      </section>
    </>
  );
}

/** Whether every image of a drawn page could be decoded: a scan that could not would pass for an empty page. */
async function hasAllImages(page: PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.every((operator, at) => {
    if (operator !== OPS.paintImageXObject) return true;
    const name: unknown = argsArray[at]?.[0];
    if (typeof name !== 'string') return true;
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
    return !objects.has(name) || objects.get(name) !== null;
  });
}

/** How wide an element is, now and after every change; 0 before it is laid out. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
