import { createReadStream } from 'node:fs';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';

/** An entry of the archive's directory, with sizes as the directory declares them, in bytes. */
export type ArchiveEntry = {
  name: string;
  /** Of the local header, and of the first byte of the data. */
  offset: number;
  dataStart: number;
  packedSize: number;
  size: number;
  crc: number;
  isDeflated: boolean;
};

/** In bytes: a stream for every small part would cost more than unpacking it. */
const smallPart = 1024 * 1024;

/**
 * Unpacks one entry, stopping at the first byte beyond its declared size; compares size and checksum
 * with the directory. With `keep` false the bytes are counted and let go.
 */
export async function inflateEntry(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  keep: boolean,
): Promise<{ bytes: Uint8Array } | DocumentRefusal> {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  return measure(entry.isDeflated ? inflated(packed, entry.size) : [packed], entry, keep);
}

/** The same of an archive on the disk, read piece by piece. */
export async function inflateEntryOf(
  path: string,
  entry: ArchiveEntry,
  keep: boolean,
): Promise<{ bytes: Uint8Array } | DocumentRefusal> {
  if (entry.packedSize === 0) return measure([], entry, keep);
  const source = createReadStream(path, {
    start: entry.dataStart,
    end: entry.dataStart + entry.packedSize - 1,
    highWaterMark: 256 * 1024,
  });
  if (!entry.isDeflated) return measure(source, entry, keep);
  const unpacked = source.pipe(createInflateRaw({ chunkSize: 256 * 1024 }));
  source.once('error', (error) => unpacked.destroy(error));
  return measure(unpacked, entry, keep).finally(() => source.destroy());
}

async function measure(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  entry: ArchiveEntry,
  keep: boolean,
): Promise<{ bytes: Uint8Array } | DocumentRefusal> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let crc = 0;
  // A broken stream is the file's fault and no bug: the one place where zlib's throw becomes a value.
  try {
    for await (const chunk of pieces) {
      size += chunk.length;
      if (size > entry.size) return { kind: 'unsafe_archive', reason: 'forged_size' };
      crc = crc32(chunk, crc);
      if (keep) chunks.push(chunk);
    }
  } catch (error) {
    const isLonger = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isLonger ? { kind: 'unsafe_archive', reason: 'forged_size' } : { kind: 'damaged' };
  }
  if (size !== entry.size) return { kind: 'unsafe_archive', reason: 'forged_size' };
  if (crc !== entry.crc) return { kind: 'damaged' };
  const [only] = chunks;
  return { bytes: chunks.length === 1 && only ? only : Buffer.concat(chunks) };
}

function inflated(packed: Uint8Array, size: number): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (size <= smallPart) return [inflateRawSync(packed, { maxOutputLength: size + 1 })];
  const stream = createInflateRaw({ chunkSize: 256 * 1024 });
  stream.end(packed);
  return stream;
}
