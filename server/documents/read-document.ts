import type { Format, SourceDocument } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { listArchive } from './guard-archive.ts';
import { readInWorker, type WorkerLimits } from './read-in-worker.ts';
import { readAs } from './readers.ts';
import { extensionOf, promisedBy, type Sniffed, sniff } from './sniff.ts';

/** `size` in bytes, `seconds` for one file, `heap` in megabytes for the thread that reads a heavy one. */
export type ReadingLimits = WorkerLimits & { size: number };

export const readingLimits: ReadingLimits = { size: 50 * 1024 * 1024, seconds: 5, heap: 192 };

/**
 * Reads an uploaded file into paragraphs and tables, or refuses it with the reason. The content decides
 * what the file is; a name that promises another type is refused, so that nobody keeps a wrong file.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadingLimits = readingLimits,
): Promise<SourceDocument | DocumentRefusal> {
  if (bytes.length > limits.size) return { kind: 'too_large', size: bytes.length, limit: limits.size };
  if (bytes.length === 0) return { kind: 'empty' };
  const named = extensionOf(fileName);
  const promised = promisedBy(named);
  if (promised === 'macro') return { kind: 'macro' };
  const sniffed = await sniff(bytes);
  if (promised === undefined) return { kind: 'unsupported', named: named || 'unknown' };
  const mismatch = refuseMismatch(sniffed, promised, named);
  if (mismatch) return mismatch;
  if (promised === 'pdf' && !holdsPdfObjects(bytes)) return { kind: 'damaged' };
  return (await isHeavy(promised, bytes))
    ? readInWorker({ format: promised, bytes, named }, limits)
    : readAs(promised, bytes, named);
}

/** Every PDF has objects in plain bytes; without one, no thread need be started to find it broken. */
function holdsPdfObjects(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(' obj');
}

/** What would hold up everyone else for more than a moment is read in a thread of its own. */
async function isHeavy(format: Format, bytes: Uint8Array): Promise<boolean> {
  if (format === 'pdf') return true;
  if (format !== 'docx' && format !== 'xlsx') return bytes.length > 2 * 1024 * 1024;
  const entries = await listArchive(bytes);
  return Array.isArray(entries) && entries.reduce((sum, { size }) => sum + size, 0) > 4 * 1024 * 1024;
}

function refuseMismatch(sniffed: Sniffed, promised: Format, named: string): DocumentRefusal | undefined {
  if (sniffed.is === 'encrypted_office') return { kind: 'password_protected' };
  if (sniffed.is === 'other') return { kind: 'wrong_type', named, actual: sniffed.type };
  const expected = {
    docx: 'zip',
    xlsx: 'zip',
    txt: 'text',
    md: 'text',
    html: 'html',
    pdf: 'pdf',
    doc: 'doc',
  } as const;
  if (sniffed.is === expected[promised]) return undefined;
  // A web page may begin with any words, and a text may begin with a tag.
  if (sniffed.is === 'text' && promised === 'html') return undefined;
  return { kind: 'wrong_type', named, actual: sniffed.is === 'text' ? 'text' : `.${sniffed.is}` };
}
