import type { Format, SourceDocument } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { convertDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { listArchive, unpackArchive } from './guard-archive.ts';
import { readHtml } from './html.ts';
import { readTextFile } from './text.ts';
import { readXlsxDocument } from './xlsx.ts';

/** Reads bytes already known to be of the format's outer kind. Runs in this thread. */
export async function readAs(
  format: Format,
  bytes: Uint8Array,
  named: string,
): Promise<SourceDocument | DocumentRefusal> {
  if (format === 'txt' || format === 'md') return readTextFile(bytes, format, named);
  if (format === 'docx' || format === 'xlsx') return readOffice(format, bytes, named);
  if (format === 'html') return readHtml(bytes, named);
  // Loaded only where it is needed: it is by far the largest library of the house.
  if (format === 'pdf') return (await import('./pdf.ts')).readPdf(bytes);
  return readDoc(bytes);
}

/** Word 97–2003 files are turned into .docx first, by LibreOffice where it is installed. */
async function readDoc(bytes: Uint8Array): Promise<SourceDocument | DocumentRefusal> {
  const converted = await convertDoc(bytes);
  if (!(converted instanceof Uint8Array)) return converted;
  const document = await readOffice('docx', converted, '.doc');
  return 'blocks' in document ? { ...document, format: 'doc' } : document;
}

async function readOffice(
  format: 'docx' | 'xlsx',
  bytes: Uint8Array,
  named: string,
): Promise<SourceDocument | DocumentRefusal> {
  const entries = await listArchive(bytes);
  if (!Array.isArray(entries)) return entries;
  const actual = officeKind(new Set(entries.map(({ name }) => name)));
  if (actual !== `.${format}`) return { kind: 'wrong_type', named, actual };
  const parts = await unpackArchive(bytes, entries);
  if (!(parts instanceof Map)) return parts;
  return format === 'docx' ? readDocx(parts) : readXlsxDocument(parts);
}

function officeKind(names: Set<string>): string {
  if (names.has('word/document.xml')) return '.docx';
  if (names.has('xl/workbook.xml')) return '.xlsx';
  if (names.has('ppt/presentation.xml')) return '.pptx';
  return names.has('content.xml') && names.has('mimetype') ? '.odt' : '.zip';
}
