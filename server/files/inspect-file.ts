import { type FileHandle, open } from 'node:fs/promises';
import { extensionOf } from '#server/documents/sniff.ts';
import { acceptedBy, type FileKind, type NameRefusal, refuseName } from './file-kinds.ts';
import { guardOffice, type OfficeRefusal } from './guard-office.ts';
import { guardPdf, type OpenFile, type PdfRefusal } from './guard-pdf.ts';
import { isTextThroughout, readHead, recogniseContent } from './recognise-content.ts';

export type FileRefusal =
  | NameRefusal
  | OfficeRefusal
  | PdfRefusal
  | { kind: 'empty_file' }
  /** `named` is what the name promises, `actual` what the bytes are, both as in ".pdf". */
  | { kind: 'content_differs'; named: string; actual: string }
  | { kind: 'two_in_one' };

/** Where the directory of an archive can stand: its end record and the longest remark after it. In bytes. */
const ARCHIVE_END = 22 + 65_535;

/**
 * Looks at a received file on the disk, with the same little memory whatever its size: what it is by
 * content, whether its name says the same, and whether it holds anything that acts by itself. Answers
 * the media type to send it with, or why it may not be kept.
 */
export async function inspectFile(
  path: string,
  fileName: string,
): Promise<{ mediaType: string } | FileRefusal> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return inspect({ path, handle, size }, extensionOf(fileName)).finally(() => handle.close());
}

async function inspect(file: OpenFile, named: string): Promise<{ mediaType: string } | FileRefusal> {
  if (file.size === 0) return { kind: 'empty_file' };
  const accepted = acceptedBy(named);
  if (!accepted) return refuseName(named) ?? { kind: 'kind_not_accepted', named };
  const head = await readHead(file.handle);
  const content = await recogniseContent(head);
  if (content.is === 'program' || content.is === 'svg' || content.is === 'web_page')
    return { kind: content.is };
  // Readers of PDF look for its mark a little way in: the same bytes would be two different files.
  if (content.is !== 'pdf' && head.subarray(0, 1100).includes('%PDF-')) return { kind: 'two_in_one' };
  if (content.is !== 'zip' && (await endsInArchive(file))) return { kind: 'two_in_one' };
  if (content.is === 'encrypted_office') return { kind: 'password_protected' };
  if (content.is === 'archive') return { kind: 'archive' };
  if (content.is === 'old_office') return { kind: 'old_office' };
  if (content.is === 'other') return { kind: 'content_differs', named, actual: content.type };
  if (content.is === 'zip') {
    const office = await guardOffice(file);
    return 'kind' in office ? office : settle(office.is, accepted, named);
  }
  if (content.is === 'text' && !(await isTextThroughout(file.path, head)))
    return { kind: 'content_differs', named, actual: 'unknown' };
  if (content.is !== accepted.kind) return settle(content.is, accepted, named);
  const refusal = content.is === 'pdf' ? await guardPdf(file) : undefined;
  return refusal ?? { mediaType: accepted.mediaType };
}

function settle(
  is: FileKind,
  { kind, mediaType }: { kind: FileKind; mediaType: string },
  named: string,
): { mediaType: string } | FileRefusal {
  return is === kind
    ? { mediaType }
    : { kind: 'content_differs', named, actual: is === 'text' ? 'text' : `.${is}` };
}

/** Whether a program for archives would open the file: an end record whose directory is really there. */
async function endsInArchive({ handle, size }: OpenFile): Promise<boolean> {
  const length = Math.min(size, ARCHIVE_END);
  const tail = await readAt(handle, size - length, length);
  for (
    let at = tail.lastIndexOf('PK\x05\x06');
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1)
  ) {
    if (at + 22 > tail.length) continue;
    const end = size - length + at;
    const directorySize = tail.readUInt32LE(at + 12);
    // The directory stands where the record says, or just before it when something was put in front.
    for (const start of [tail.readUInt32LE(at + 16), end - directorySize]) {
      if (start < 0 || start + 4 > size) continue;
      if ((await readAt(handle, start, 4)).equals(Buffer.from('PK\x01\x02'))) return true;
    }
  }
  return false;
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
