import { promisify } from 'node:util';
import { type Entry, fromBuffer, validateFileName, type ZipFile } from 'yauzl';
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

/**
 * Reads the directory of an archive and refuses, before a byte is unpacked, what no office program
 * writes: names outside the folder, doubled names, overlapping parts, too many parts, sizes and ratios
 * of a bomb, encryption, macros.
 */
export async function listArchive(bytes: Uint8Array): Promise<ArchiveEntry[] | DocumentRefusal> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = await readDirectory(buffer);
  if (!Array.isArray(entries)) return entries;
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size < entries.length) return { kind: 'unsafe_archive', reason: 'duplicate' };
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > archiveLimits.totalSize || entries.some(isBomb)) return { kind: 'zip_bomb' };
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
function isBomb({ size, packedSize }: ArchiveEntry): boolean {
  return size > archiveLimits.entrySize || (size > 64 * 1024 && size > packedSize * archiveLimits.ratio);
}

async function readDirectory(buffer: Buffer): Promise<ArchiveEntry[] | DocumentRefusal> {
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true };
  const zip = await openZip(buffer, options).catch(() => undefined);
  if (!zip) return { kind: 'damaged' };
  if (zip.entryCount > archiveLimits.entries) return { kind: 'unsafe_archive', reason: 'entries' };
  return new Promise((resolve) => {
    const entries: ArchiveEntry[] = [];
    zip.on('error', () => resolve({ kind: 'damaged' }));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const found = describeEntry(buffer, entry);
      if ('kind' in found) resolve(found);
      else {
        entries.push(found);
        zip.readEntry();
      }
    });
    zip.readEntry();
  });
}

function describeEntry(buffer: Buffer, entry: Entry): ArchiveEntry | DocumentRefusal {
  const name = Buffer.from(entry.fileName as unknown as Uint8Array).toString('utf8');
  if (validateFileName(name.replaceAll('\\', '/')) !== null || name.includes('\0'))
    return { kind: 'unsafe_archive', reason: 'name' };
  if ((entry.generalPurposeBitFlag & 1) !== 0) return { kind: 'password_protected' };
  const offset = entry.relativeOffsetOfLocalHeader;
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== 0x04034b50) return { kind: 'damaged' };
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return { kind: 'damaged' };
  const dataStart = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  if (dataStart + entry.compressedSize > buffer.length) return { kind: 'damaged' };
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
