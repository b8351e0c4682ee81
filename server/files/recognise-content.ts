import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { FileKind } from './file-kinds.ts';

/** What the first bytes of a file are. */
export type Content =
  | { is: 'zip' }
  | { is: Exclude<FileKind, 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp'> }
  | { is: 'program' | 'svg' | 'web_page' | 'old_office' | 'encrypted_office' | 'archive' }
  /** Known, but no evidence; `type` as in ".gif", or "unknown". */
  | { is: 'other'; type: string };

const HEAD = 64 * 1024;
const PICTURES_AND_FILMS: Record<string, 'jpg' | 'png' | 'webp' | 'tif' | 'heic' | 'mp4' | 'mov'> = {
  jpg: 'jpg',
  png: 'png',
  webp: 'webp',
  tif: 'tif',
  heic: 'heic',
  mp4: 'mp4',
  m4v: 'mp4',
  mov: 'mov',
};
const ARCHIVES = new Set([
  'rar',
  '7z',
  'gz',
  'tar',
  'tar.gz',
  'bz2',
  'xz',
  'zst',
  'cab',
  'lz',
  'arj',
  'lzh',
  'ace',
]);

export async function readHead(handle: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  return buffer.subarray(0, bytesRead);
}

/** Tells by the beginning of a file what it is; 'text' means that its beginning could be text. */
export async function recogniseContent(head: Buffer): Promise<Content> {
  if (startsWith(head, '504b0304') || startsWith(head, '504b0506') || startsWith(head, '504b0708'))
    return { is: 'zip' };
  if (head.subarray(0, 5).equals(Buffer.from('%PDF-'))) return { is: 'pdf' };
  if (startsWith(head, 'd0cf11e0a1b11ae1'))
    return { is: holdsUtf16(head, 'EncryptedPackage') ? 'encrypted_office' : 'old_office' };
  if (isProgram(head)) return { is: 'program' };
  const markup = recogniseMarkup(head);
  if (markup) return markup;
  if (isTextual(head)) return { is: 'text' };
  const known = await fileTypeFromBuffer(head.subarray(0, 4100));
  if (!known) return { is: 'other', type: 'unknown' };
  const kind = PICTURES_AND_FILMS[known.ext];
  if (kind) return { is: kind };
  return ARCHIVES.has(known.ext) ? { is: 'archive' } : { is: 'other', type: `.${known.ext}` };
}

/**
 * Programs of Windows, Linux and macOS, Java classes, and scripts that name their interpreter. "MZ"
 * alone begins some text, so a Windows program must also say PE where its header points, or look binary.
 */
export function isProgram(head: Buffer): boolean {
  if (startsWith(head, '4d5a')) {
    const at = head.length >= 64 ? head.readUInt32LE(60) : 0;
    return head.subarray(at, at + 4).equals(Buffer.from('PE\0\0')) || (at > head.length && !isTextual(head));
  }
  return (
    startsWith(head, '7f454c46') ||
    ['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', 'cafebabf'].some((mark) =>
      startsWith(head, mark),
    ) ||
    /^#![ \t]*\//u.test(head.subarray(0, 80).toString('latin1'))
  );
}

/** Control characters no text has; tabs and ends of lines and pages are let through. */
const CONTROL = /[^\t-\r -\u{10ffff}]/u;

/** Whether the beginning of a file could be text, in UTF-16 with its mark or anything of bytes. */
export function isTextual(head: Buffer): boolean {
  const isWide = utf16Of(head) !== undefined;
  return isWide || !CONTROL.test(head.toString('latin1'));
}

/** Whether a file is text to its end. */
export async function isTextThroughout(path: string, head: Buffer): Promise<boolean> {
  const wide = utf16Of(head);
  const decoder = new TextDecoder(wide ?? 'latin1');
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const text = decoder.decode(piece as Buffer, { stream: true });
    if (CONTROL.test(text) || (wide && /[\ufffd-\uffff]/u.test(text))) return false;
  }
  return true;
}

function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(head, 'fffe')) return 'utf-16le';
  return startsWith(head, 'feff') ? 'utf-16be' : undefined;
}

/** A web page, a drawing or XML: what a browser would take for markup, however its letters are coded. */
function recogniseMarkup(head: Buffer): Content | undefined {
  const start = head
    .subarray(0, 8192)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '');
  const opening = start.replace(/^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>)+/iu, '');
  if (/^<(?:\w+:)?svg[\s>]/iu.test(opening)) return { is: 'svg' };
  if (
    /^<(?:!doctype\s+html|html|head|body|meta|title|script|style|iframe|table|div|p|h1|a|b|br|img|font|link|base)[\s/>]/iu.test(
      opening,
    )
  )
    return { is: 'web_page' };
  if (/^\s*<\?xml/iu.test(start))
    return { is: /<(?:\w+:)?svg[\s>]/iu.test(start) ? 'svg' : 'other', type: '.xml' } as Content;
  return /^\{\\rtf/u.test(start) ? { is: 'old_office' } : undefined;
}

function holdsUtf16(buffer: Buffer, name: string): boolean {
  return buffer.includes(Buffer.from(name, 'utf16le'));
}

function startsWith(buffer: Buffer, hex: string): boolean {
  return buffer.subarray(0, hex.length / 2).toString('hex') === hex;
}
