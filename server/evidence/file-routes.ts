import { z } from 'zod';
import type { Deps } from '#server/deps.ts';
import { dispositionOf, readByteRange } from '#server/http/byte-range.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { type EvidenceProblem, evidenceProblems } from './problems.ts';
import { findVisible } from './visible-evidence.ts';

/** What a page may show by itself; everything else is only ever saved. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif']);

export function evidenceFileRoutes({ files }: Pick<Deps, 'files'>): Route[] {
  const { inUnit } = routesOf<EvidenceProblem>(evidenceProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/evidence/{id}/file',
      permission: 'evidence.read',
      summary: 'the file of a piece of evidence, or a part of it by a Range header',
      params: z.object({ id: z.string().max(100) }),
      answer: 'response',
      async run({ tx, actor, params: { id }, http }) {
        const kept = await findVisible(tx, actor, id);
        if (!('createdBy' in kept)) return refuse(kept);
        if (!kept.file) return refuse({ kind: 'not_found', noun: 'file' });
        const { fileName, mediaType, size, sha256 } = kept.file;
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
          return new Response(null, {
            status: 416,
            headers: { ...headers, 'content-range': `bytes */${size}` },
          });
        const length = range ? range.to - range.from + 1 : size;
        // A stream that nobody reads would keep the file open.
        const hasBody = http.req.raw.method !== 'HEAD' && length > 0;
        const body = hasBody ? await files.read(actor.unitId, sha256, range) : null;
        return new Response(body, {
          status: range ? 206 : 200,
          headers: {
            ...headers,
            'content-length': String(length),
            ...(range ? { 'content-range': `bytes ${range.from}-${range.to}/${size}` } : {}),
          },
        });
      },
    }),
  ];
}
