import { fileTypeFromBuffer } from 'file-type';
import type { Format } from '#core/reading/blocks.ts';

/** What the bytes of a file are, whatever its name says. */
export type Sniffed =
  | { is: 'zip' | 'pdf' | 'html' | 'text' | 'doc' | 'encrypted_office' }
  /** Known, but nothing this product reads; `type` as in ".png", or "unknown". */
  | { is: 'other'; type: string };

const formatByExtension: Record<string, Format> = {
  '.docx': 'docx',
  '.xlsx': 'xlsx',
  '.pdf': 'pdf',
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'md',
  '.markdown': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.doc': 'doc',
};
const macroExtensions = new Set(['.docm', '.dotm', '.xlsm', '.xltm', '.xlam', '.xlsb']);

/** The extension of a file name in small letters with its dot, "" when it has none. */
export function extensionOf(fileName: string): string {
  return /\.[^./\\\s]{1,10}$/.exec(fileName.trim())?.[0].toLowerCase() ?? '';
}

/** What a name promises: a format that is read, a file with macros, or something else. */
export function promisedBy(extension: string): Format | 'macro' | undefined {
  return macroExtensions.has(extension) ? 'macro' : formatByExtension[extension];
}

/** Tells the type by content. Archives are not opened here: what lies inside is told by `listArchive`. */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(buffer, [0x50, 0x4b, 0x03, 0x04]) || startsWith(buffer, [0x50, 0x4b, 0x05, 0x06]))
    return { is: 'zip' };
  if (startsWith(buffer, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffOle(buffer);
  // The standard lets up to 1,024 bytes stand before the mark of a PDF.
  if (buffer.subarray(0, 1024).includes('%PDF-')) return { is: 'pdf' };
  if (startsWith(buffer, [...Buffer.from('{\\rtf')])) return { is: 'other', type: '.rtf' };
  // Two letters are enough for some types ("BM", "MZ"): only what holds control characters is asked about.
  if (!isTextual(buffer.subarray(0, 4100))) {
    const known = await fileTypeFromBuffer(buffer.subarray(0, 4100));
    if (known) return { is: 'other', type: `.${known.ext}` };
  }
  const start = buffer.subarray(0, 2000).toString('latin1').replaceAll('\0', '');
  if (
    /^[\s\xef\xbb\xbf\xff\xfe]*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|meta|table|div|p)\b/i.test(
      start,
    )
  )
    return { is: 'html' };
  if (/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\?xml/.test(start)) return { is: 'other', type: '.xml' };
  return { is: 'text' };
}

function isTextual(sample: Buffer): boolean {
  if (startsWith(sample, [0xff, 0xfe]) || startsWith(sample, [0xfe, 0xff])) return true;
  return sample.every((byte) => (byte > 13 ? byte > 31 : byte > 8));
}

/** OLE files hold .doc, .xls and .ppt of before 2007, and the encrypted packages of later ones. */
function sniffOle(buffer: Buffer): Sniffed {
  const hasStream = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'));
  if (hasStream('EncryptedPackage')) return { is: 'encrypted_office' };
  if (hasStream('WordDocument')) return isEncryptedDoc(buffer) ? { is: 'encrypted_office' } : { is: 'doc' };
  if (hasStream('Workbook') || hasStream('Book')) return { is: 'other', type: '.xls' };
  if (hasStream('PowerPoint Document')) return { is: 'other', type: '.ppt' };
  return { is: 'other', type: 'unknown' };
}

/** [MS-DOC] 2.5.2: the file information block begins with 0xA5EC; bit 8 of the word at 10 says encrypted. */
function isEncryptedDoc(buffer: Buffer): boolean {
  for (let at = 512; at + 12 <= buffer.length; at += 512) {
    if (buffer.readUInt16LE(at) === 0xa5ec) return (buffer.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}

function startsWith(buffer: Buffer, magic: number[]): boolean {
  return magic.every((byte, at) => buffer[at] === byte);
}
