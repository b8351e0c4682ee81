import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, open, validateFileName, type ZipFile } from 'yauzl';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { checkXml } from './check-xml.ts';
import { type ArchiveEntry, inflateEntry } from './inflate-entry.ts';

/** Far above any office file: the real plan has 14 entries and a ratio of 18. Sizes in bytes. */
export const archiveLimits = {
  entries: 2000,
  ratio: 200,
  entrySize: 100 * 1024 * 1024,
  totalSize: 200 * 1024 * 1024,
};

const openZip = promisify<Buffer, object, ZipFile>(fromBuffer);
const openZipFile = promisify<string, object, ZipFile>(open);
const READING = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false };

/** The bytes of an archive, in memory or on the disk. */
type ArchiveBytes = { size: number; read(at: number, length: number): Buffer | Promise<Buffer> };

/**
 * Reads the directory of an archive and refuses, before a byte is unpacked, what no office program
 * writes: names outside the folder, doubled names, overlapping parts, too many parts, sizes and ratios
 * of a bomb, encryption, macros.
 */
export async function listArchive(bytes: Uint8Array): Promise<ArchiveEntry[] | DocumentRefusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await openZip(buffer, READING).catch(() => undefined);
  const read = (at: number, length: number) => buffer.subarray(at, at + length);
  return refuseEntries(await readDirectory(zip, { size: buffer.length, read }), archiveLimits);
}

/** The same of an archive on the disk, of which only the directory and the head of each part are read. */
export async function listArchiveFile(
  { path, handle, size }: { path: string; handle: FileHandle; size: number },
  limits: Pick<typeof archiveLimits, 'entrySize' | 'totalSize'>,
): Promise<ArchiveEntry[] | DocumentRefusal> {
  const zip = await openZipFile(path, READING).catch(() => undefined);
  const read = async (at: number, length: number) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };
  const entries = await readDirectory(zip, { size, read });
  zip?.close();
  return refuseEntries(entries, limits);
}

function refuseEntries(
  entries: ArchiveEntry[] | DocumentRefusal,
  limits: Pick<typeof archiveLimits, 'entrySize' | 'totalSize'>,
): ArchiveEntry[] | DocumentRefusal {
  if (!Array.isArray(entries)) return entries;
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size < entries.length) return { kind: 'unsafe_archive', reason: 'duplicate' };
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.totalSize || entries.some((entry) => isBomb(entry, limits.entrySize)))
    return { kind: 'zip_bomb' };
  if (entries.some(({ name }) => /vbaproject(signature)?\.bin$/i.test(name))) return { kind: 'macro' };
  return overlaps(entries) ? { kind: 'unsafe_archive', reason: 'overlap' } : entries;
}

/** The XML parts of a listed archive, each unpacked once and checked; what is not XML is only measured. */
export async function unpackArchive(
  bytes: Uint8Array,
  entries: ArchiveEntry[],
): Promise<Map<string, Uint8Array> | DocumentRefusal> {
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    const isXml = /\.(xml|rels|vml)$/i.test(entry.name);
    const data = await inflateEntry(bytes, entry, isXml);
    if ('kind' in data) return data;
    if (!isXml) continue;
    const refusal = checkXml(data.bytes);
    if (refusal) return refusal;
    parts.set(entry.name.replace(/^\/+/, ''), data.bytes);
  }
  const types = parts.get('[Content_Types].xml');
  if (types && Buffer.from(types).includes('macroEnabled')) return { kind: 'macro' };
  return parts;
}

/** A bomb needs both: a tiny part of many repeated spaces may shrink to nothing without harm. */
function isBomb({ size, packedSize }: ArchiveEntry, entrySize: number): boolean {
  return size > entrySize || (size > 64 * 1024 && size > packedSize * archiveLimits.ratio);
}

async function readDirectory(
  zip: ZipFile | undefined,
  bytes: ArchiveBytes,
): Promise<ArchiveEntry[] | DocumentRefusal> {
  if (!zip) return { kind: 'damaged' };
  if (zip.entryCount > archiveLimits.entries) return { kind: 'unsafe_archive', reason: 'entries' };
  return new Promise((resolve, reject) => {
    const entries: ArchiveEntry[] = [];
    zip.on('error', () => resolve({ kind: 'damaged' }));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      describeEntry(bytes, entry).then((found) => {
        if ('kind' in found) return resolve(found);
        entries.push(found);
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
}

async function describeEntry(bytes: ArchiveBytes, entry: Entry): Promise<ArchiveEntry | DocumentRefusal> {
  const name = Buffer.from(entry.fileName as unknown as Uint8Array).toString('utf8');
  if (validateFileName(name.replaceAll('\\', '/')) !== null || name.includes('\0'))
    return { kind: 'unsafe_archive', reason: 'name' };
  if ((entry.generalPurposeBitFlag & 1) !== 0) return { kind: 'password_protected' };
  const offset = entry.relativeOffsetOfLocalHeader;
  const head = await bytes.read(offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return { kind: 'damaged' };
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return { kind: 'damaged' };
  const dataStart = offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (dataStart + entry.compressedSize > bytes.size) return { kind: 'damaged' };
  return {
    name: name.replaceAll('\\', '/'),
    offset,
    dataStart,
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    crc: entry.crc32,
    isDeflated: entry.compressionMethod === 8,
  };
}

function overlaps(entries: ArchiveEntry[]): boolean {
  const inOrder = entries.toSorted((one, other) => one.offset - other.offset);
  return inOrder.some((entry, at) => {
    const before = inOrder[at - 1];
    return before !== undefined && before.dataStart + before.packedSize > entry.offset;
  });
}
