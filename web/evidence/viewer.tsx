import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Evidence, EvidenceFile } from '#core/evidence/evidence.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { FormProblem } from '#web/ui/field.tsx';
import { Waiting } from '#web/ui/progress.tsx';
import { useLanguage, useWords } from '#web/words/language.ts';
import { evidenceApi } from './api.ts';
import { printSize } from './print-evidence.ts';
import styles from './viewer.module.css';

// PDF.js is larger than all the rest: it comes only when a PDF is opened.
const PdfViewer = lazy(() => import('./pdf-viewer.tsx').then((module) => ({ default: module.PdfViewer })));

const IMAGES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
/** Longer texts would stop the page; they are for downloading. */
const LONGEST_TEXT = 2 * 1024 * 1024;

type ViewedFile = Pick<EvidenceFile, 'fileName' | 'mediaType' | 'size' | 'sha256'>;
type Place = { page: number | null; section: string };

/** A window with the document, opened at its page; Esc closes it. */
export function ViewerDialog({
  onClose,
  evidence: { id, title, file },
  ...place
}: Place & { evidence: Pick<Evidence, 'id' | 'title' | 'file'>; onClose: () => void }) {
  const { viewer } = useWords().evidence;
  return (
    <Dialog isOpen onClose={onClose} size="wide" title={viewer.title(title)}>
      <div className={styles.inDialog}>
        <FileViewer {...place} title={title} file={file} address={evidenceApi.file(id)} />
      </div>
    </Dialog>
  );
}

/** The document itself, as far as a browser can show it; always with the way to download it. */
export function FileViewer({
  title,
  file,
  address,
  page,
  section,
}: Place & { title: string; file: ViewedFile | null; address: string }) {
  const { viewer } = useWords().evidence;
  if (!file) return null;
  return (
    <div className={styles.viewer}>
      <div className={styles.top}>
        {section !== '' && <span className={styles.section}>{viewer.section(section)}</span>}
        <a
          href={address}
          download={file.fileName}
          className={buttonClass({ size: 'small' }, styles.download)}
        >
          <Download aria-hidden />
          {viewer.download}
        </a>
      </div>
      <Suspense fallback={<Waiting label={viewer.opening} />}>
        <Shown address={address} title={title} file={file} page={page} />
      </Suspense>
    </div>
  );
}

type ShownProps = { address: string; title: string; file: ViewedFile; page: number | null };

function Shown({ address, title, file, page }: ShownProps) {
  const { viewer } = useWords().evidence;
  const language = useLanguage();
  const { fileName, mediaType, size, sha256 } = file;
  if (mediaType === 'application/pdf') return <PdfViewer address={address} page={page} />;
  if (IMAGES.has(mediaType)) return <ImageFile address={address} hash={sha256} title={title} />;
  if (mediaType.startsWith('text/plain') && size <= LONGEST_TEXT)
    return <TextFile address={address} hash={sha256} title={title} />;
  const ending = fileName.split('.').at(-1)!.toUpperCase();
  return <p className={styles.notShown}>{viewer.notShown(ending, printSize(size, language))}</p>;
}

type WholeProps = { address: string; hash: string; title: string };

/** The bytes of a small file; what has its hash never changes, so they are kept as long as they are shown. */
function useWholeFile(address: string, hash: string) {
  return useQuery({
    queryKey: ['file', hash],
    queryFn: async () => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`the file answered ${response.status}`);
      return response.blob();
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

function ImageFile({ address, hash, title }: WholeProps) {
  const { viewer } = useWords().evidence;
  const { data: blob, isError } = useWholeFile(address, hash);
  const [source, setSource] = useState<string | undefined>(undefined);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setSource(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (isError || isBroken) return <FormProblem>{viewer.failed}</FormProblem>;
  if (source === undefined) return <Waiting label={viewer.opening} />;
  return (
    <div className={styles.image}>
      <img src={source} alt={title} onError={() => setBroken(true)} />
    </div>
  );
}

function TextFile({ address, hash, title }: WholeProps) {
  const { viewer } = useWords().evidence;
  const { data: blob, isError } = useWholeFile(address, hash);
  const [text, setText] = useState<string | undefined>(undefined);
  useEffect(() => {
    let isLeft = false;
    void blob?.text().then((read) => !isLeft && setText(read));
    return () => {
      isLeft = true;
    };
  }, [blob]);
  if (isError) return <FormProblem>{viewer.failed}</FormProblem>;
  if (text === undefined) return <Waiting label={viewer.opening} />;
  return (
    // A box that scrolls must be reachable by keyboard.
    <section className={styles.text} tabIndex={text === '' ? undefined : 0} aria-label={title}>
      <pre>{text}</pre>
    </section>
  );
}
