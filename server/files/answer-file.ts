import type { Context } from 'hono';
import { dispositionOf, readByteRange } from '#server/http/byte-range.ts';
import type { FileStore } from './file-store.ts';

/** What a page may show by itself; everything else is only ever saved. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif']);

export type AnsweredFile = { fileName: string; mediaType: string; size: number; sha256: string };

/**
 * Answers a kept file of a unit, or the part a Range header asks for, so that nothing in it can act: the
 * caller has checked that it may be read.
 */
export async function answerFile(
  http: Context,
  files: Pick<FileStore, 'read'>,
  unitId: string,
  { fileName, mediaType, size, sha256 }: AnsweredFile,
): Promise<Response> {
  const tag = `"${sha256}"`;
  const isShown = SHOWN.has(mediaType);
  const headers: Record<string, string> = {
    'content-type': isShown ? mediaType : 'application/octet-stream',
    'content-disposition': dispositionOf(isShown ? 'inline' : 'attachment', fileName),
    'content-security-policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag: tag,
  };
  const known = http.req.header('if-none-match');
  if (known?.split(',').some((each) => each.trim() === tag))
    return new Response(null, { status: 304, headers });
  const onlyIf = http.req.header('if-range');
  const isAskedForPart = onlyIf === undefined || onlyIf === tag;
  const range = isAskedForPart ? readByteRange(http.req.header('range'), size) : undefined;
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  const length = range ? range.to - range.from + 1 : size;
  // A stream that nobody reads would keep the file open.
  const hasBody = http.req.raw.method !== 'HEAD' && length > 0;
  const body = hasBody ? await files.read(unitId, sha256, range) : null;
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(length),
      ...(range ? { 'content-range': `bytes ${range.from}-${range.to}/${size}` } : {}),
    },
  });
}
