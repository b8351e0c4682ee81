import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { ZipFile } from 'yazl';

/** A page written for the dossier, or a kept file that is read when its turn comes. */
export type DossierPart =
  | { path: string; bytes: Uint8Array }
  | { path: string; sha256: string; size: number; open(): Promise<ReadableStream<Uint8Array>> };

/** What is compressed inside already: trying again takes time and gains nothing. */
const PACKED = /\.(?:pdf|docx|xlsx|pptx|odt|ods|zip|7z|rar|jpe?g|png|gif|webp|heic|mp4|mp3)$/iu;

/**
 * The parts as one ZIP, written while it is read: one file is open at a time, nothing is held in memory.
 * A file whose bytes are no longer those of its hash, or cannot be read, breaks the stream off, so that
 * nobody takes half a dossier for a whole one.
 */
export function zipDossier(parts: readonly DossierPart[], at: Date): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let reading: Readable | undefined;
  const stop = (error: Error) => output.destroy(error);
  zip.on('error', stop);
  output.once('close', () => reading?.destroy());
  for (const part of parts) {
    const options = { mtime: at, mode: 0o100644, compress: !PACKED.test(part.path) };
    if ('bytes' in part) {
      zip.addBuffer(Buffer.from(part.bytes), part.path, options);
      continue;
    }
    zip.addReadStreamLazy(part.path, { ...options, size: part.size }, (done) => {
      part.open().then((opened) => {
        const source = Readable.fromWeb(opened as Parameters<typeof Readable.fromWeb>[0]);
        const checked = source.once('error', stop).pipe(checkHash(part)).once('error', stop);
        reading = source;
        if (output.destroyed) source.destroy();
        else done(null, checked);
      }, stop);
    });
  }
  zip.end();
  return Readable.toWeb(output) as unknown as ReadableStream<Uint8Array>;
}

function checkHash({ path, sha256 }: { path: string; sha256: string }): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const isRight = hash.digest('hex') === sha256;
      done(isRight ? null : new Error(`the kept file for "${path}" is not what its hash says`));
    },
  });
}

/** The lines `sha256sum -c` reads; names hold no line break or backslash, see placeFiles. */
export function sumsOf(parts: readonly DossierPart[]): string {
  return parts
    .map((part) => {
      const hash = 'bytes' in part ? createHash('sha256').update(part.bytes).digest('hex') : part.sha256;
      return `${hash}  ${part.path}\n`;
    })
    .join('');
}
