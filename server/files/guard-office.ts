import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { checkXml } from '#server/documents/check-xml.ts';
import { archiveLimits, listArchiveFile } from '#server/documents/guard-archive.ts';
import { type ArchiveEntry, inflateEntryOf } from '#server/documents/inflate-entry.ts';
import { type FileKind, isMacroName, isProgramName } from './file-kinds.ts';
import type { OpenFile } from './guard-pdf.ts';

export type OfficeRefusal =
  | Extract<
      DocumentRefusal,
      { kind: 'zip_bomb' | 'unsafe_archive' | 'forbidden_xml' | 'damaged' | 'password_protected' | 'macro' }
    >
  | { kind: 'two_in_one' }
  | { kind: 'program' }
  | { kind: 'archive' };

/** A part this large is only measured: no program writes rules of a document so long. In bytes. */
const READ_PART = 16 * 1024 * 1024;
const ODF_KINDS: Record<string, FileKind> = { text: 'odt', spreadsheet: 'ods', presentation: 'odp' };

/**
 * Tells which office file an archive is and refuses what none is or should be: every guard of the plan
 * reader, by piece and so at any size, and macros and programs whatever their part is called. Films
 * and pictures in it may be as large as the file; text unpacks to a few times of it.
 */
export async function guardOffice(file: OpenFile): Promise<{ is: FileKind } | OfficeRefusal> {
  const entrySize = Math.max(archiveLimits.entrySize, 4 * file.size);
  const totalSize = Math.max(archiveLimits.totalSize, 4 * file.size);
  const listed = await listArchiveFile(file, { entrySize, totalSize });
  if (!Array.isArray(listed)) return listed as OfficeRefusal;
  if (listed.some(({ name }) => isMacroName(name))) return { kind: 'macro' };
  if (listed.some(({ name }) => isProgramName(name) && !/\.(?:rels|xml)$/iu.test(name)))
    return { kind: 'program' };
  // Something else in front of the first part, or between the mark of an archive and it.
  if (Math.min(...listed.map(({ offset }) => offset)) > 0) return { kind: 'two_in_one' };
  const is = await recogniseOffice(file.path, listed);
  if (!is) return { kind: 'archive' };
  for (const entry of listed) {
    const refusal = await guardPart(file.path, entry, is.startsWith('od'));
    if (refusal) return refusal;
  }
  return { is };
}

async function recogniseOffice(path: string, listed: readonly ArchiveEntry[]): Promise<FileKind | undefined> {
  const has = (pattern: RegExp) => listed.some(({ name }) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/iu)) return 'docx';
  if (has(/^xl\/workbook\d*\.xml$/iu)) return 'xlsx';
  if (has(/^ppt\/presentation\d*\.xml$/iu)) return 'pptx';
  const mimetype = listed.find(({ name, size }) => name === 'mimetype' && size < 200);
  const read = mimetype && (await inflateEntryOf(path, mimetype, true));
  if (!read || 'kind' in read) return undefined;
  const said = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)\s*$/u.exec(
    Buffer.from(read.bytes).toString('latin1'),
  );
  return ODF_KINDS[said?.[1] ?? ''];
}

async function guardPart(
  path: string,
  entry: ArchiveEntry,
  isOdf: boolean,
): Promise<OfficeRefusal | undefined> {
  if (entry.name.endsWith('/')) return undefined;
  // ODF keeps macros and scripts in folders of these names.
  if (isOdf && /^(?:Basic|Scripts)\//u.test(entry.name)) return { kind: 'macro' };
  const isXml = /\.(?:xml|rels|vml)$/iu.test(entry.name) && entry.size <= READ_PART;
  const unpacked = await inflateEntryOf(path, entry, isXml);
  if ('kind' in unpacked) return unpacked as OfficeRefusal;
  if (!isXml) return undefined;
  // Programs of ODF have written the name of a DTD into the manifest for years.
  const refusal = isOdf ? undefined : checkXml(unpacked.bytes);
  if (refusal) return refusal as OfficeRefusal;
  const text = Buffer.from(unpacked.bytes);
  if (
    /^\[Content_Types\]\.xml$|\.rels$/iu.test(entry.name) &&
    /macroEnabled|vbaProject/iu.test(text.toString('latin1'))
  )
    return { kind: 'macro' };
  if (isOdf && entry.name === 'META-INF/manifest.xml' && text.includes('encryption-data'))
    return { kind: 'password_protected' };
  return undefined;
}
