import { crc32, createInflateRaw } from 'node:zlib';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import type { ArchiveEntry } from './guard-archive.ts';

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
  const chunks: Uint8Array[] = [];
  let size = 0;
  let crc = 0;
  // A broken stream is the file's fault and no bug: the one place where zlib's throw becomes a value.
  try {
    for await (const chunk of entry.isDeflated ? inflated(packed) : [packed]) {
      size += chunk.length;
      if (size > entry.size) return { kind: 'unsafe_archive', reason: 'forged_size' };
      crc = crc32(chunk, crc);
      if (keep) chunks.push(chunk);
    }
  } catch {
    return { kind: 'damaged' };
  }
  if (size !== entry.size) return { kind: 'unsafe_archive', reason: 'forged_size' };
  if (crc !== entry.crc) return { kind: 'damaged' };
  return { bytes: Buffer.concat(chunks) };
}

function inflated(packed: Uint8Array): AsyncIterable<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: 256 * 1024 });
  stream.end(packed);
  return stream;
}
