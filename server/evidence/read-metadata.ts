import { readFile } from 'node:fs/promises';
import { documentMetadataSchema, type EvidenceFile, type ReceivedFile } from '#core/evidence/evidence.ts';
import { findMetadata } from '#core/evidence/find-metadata.ts';
import { findSecrecy } from '#core/evidence/find-secrecy.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { findPdfFacts } from '#server/documents/read-pdf-facts.ts';

/** What a person waits for after an upload; larger files are kept without being read. Size in bytes, heap in megabytes. */
const LIMITS = { size: 50 * 1024 * 1024, seconds: 20, heap: 256 };

const PDF = 'application/pdf';
const READABLE = new Set([
  PDF,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
]);

export type FileFacts = Pick<ReceivedFile, 'metadata' | 'signatures' | 'secrecy'>;

/**
 * What the text of a received file says of it, its signatures and marks of secrecy. A scan, a picture, a
 * file too large or not understood says nothing: a person fills that in, and nothing is refused for it.
 */
export async function readFileFacts(
  path: string,
  { fileName, mediaType, size }: Pick<EvidenceFile, 'fileName' | 'mediaType' | 'size'>,
): Promise<FileFacts> {
  const nothing = { metadata: documentMetadataSchema.parse({}), signatures: [], secrecy: [] };
  if (!READABLE.has(mediaType) || size > LIMITS.size) return nothing;
  const bytes = new Uint8Array(await readFile(path));
  const source = await readDocument(bytes, fileName, LIMITS);
  const pdf = mediaType === PDF ? await findPdfFacts(bytes, LIMITS) : undefined;
  const read =
    'blocks' in source
      ? { metadata: findMetadata(source), secrecy: findSecrecy(source) }
      : { metadata: nothing.metadata, secrecy: [] };
  return {
    metadata: { ...read.metadata, pageAmount: pdf?.pages ?? null },
    signatures: pdf?.signatures ?? [],
    secrecy: read.secrecy,
  };
}
