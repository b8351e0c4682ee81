import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};
const COMPRESSIBLE = /^(?:text\/|application\/|image\/svg)/u;

type Encoding = 'br' | 'gzip';
type WebFile = { bytes: Buffer; type: string; packed: Map<Encoding, Promise<Buffer>> };

/**
 * Serves the built pages from memory, compressed once at first use; only files found at start exist,
 * so no path can lead elsewhere. Names with a hash are kept by browsers for good. Any other path is
 * the application itself, which shows what the path means.
 */
export function serveWeb(folder: string): MiddlewareHandler {
  const fileByPath = readWeb(folder);
  const page = fileByPath.get('/index.html');
  return async (http) => {
    const { path } = http.req;
    const file = fileByPath.get(path);
    if (!file && (!page || path.startsWith('/assets/'))) {
      return page
        ? http.text('Not found', 404)
        : http.text(
            'Giao diện chưa được dựng: hãy chạy "npm run build".\nThe pages are not built yet: run "npm run build".',
            503,
          );
    }
    const found = file ?? page;
    if (!found) return http.text('Not found', 404);
    const encoding = COMPRESSIBLE.test(found.type)
      ? chooseEncoding(http.req.header('accept-encoding'))
      : undefined;
    const bytes = encoding ? await pack(found, encoding) : found.bytes;
    http.header('content-type', found.type);
    http.header('vary', 'accept-encoding');
    http.header(
      'cache-control',
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    if (encoding) http.header('content-encoding', encoding);
    return http.body(new Uint8Array(bytes));
  };
}

function readWeb(folder: string): Map<string, WebFile> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        const type = TYPES[extname(entry.name)] ?? 'application/octet-stream';
        return [
          `/${relative(folder, file).replaceAll(sep, '/')}`,
          { bytes: readFileSync(file), type, packed: new Map() },
        ];
      }),
  );
}

function chooseEncoding(accepted = ''): Encoding | undefined {
  if (/\bbr\b/u.test(accepted)) return 'br';
  return /\bgzip\b/u.test(accepted) ? 'gzip' : undefined;
}

function pack(file: WebFile, encoding: Encoding): Promise<Buffer> {
  const packed =
    file.packed.get(encoding) ??
    (encoding === 'br'
      ? promisify(brotliCompress)(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : promisify(gzip)(file.bytes, { level: 9 }));
  file.packed.set(encoding, packed);
  return packed;
}
