import type { Context } from 'hono';
import { z } from 'zod';
import { describeBadInput, describeUnstorable } from './input-problems.ts';
import type { CommonRefusal } from './problems.ts';
import { Refused, type Route, refuse, type Upload } from './route.ts';
import { findUnstorable } from './storable-text.ts';

const MIB = 1024 * 1024;
const pastedSchema = z.object({
  text: z
    .string()
    .min(1)
    .max(4 * MIB),
});

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

export type Input = { params: unknown; query: unknown; body: unknown };

/** Reads and checks what a request brings against the schemas of its route. Nothing is kept on refusal. */
export async function readInput(http: Context, route: Route): Promise<Input | Refused<CommonRefusal>> {
  const params = readValue(route.params, http.req.param());
  if (params instanceof Refused) return params;
  const query = readValue(route.query, http.req.query());
  if (query instanceof Refused) return query;
  if (route.body === undefined) return { params, query, body: undefined };
  const bytes = await readBytes(http, route.bodyLimit ?? MIB);
  if (bytes instanceof Refused) return bytes;
  const body =
    route.body === 'upload'
      ? readUpload(http, bytes)
      : route.isForm
        ? readForm(http, route.body, bytes)
        : readJson(route.body, bytes, route.largestNumber);
  return body instanceof Refused ? body : { params, query, body };
}

/** A value by its schema, or the refusal that says what is wrong with it; nothing where nothing is asked for. */
export function readValue<S extends z.ZodType | undefined>(
  schema: S,
  value: unknown,
  largestNumber?: number,
): Parsed<S> | Refused<CommonRefusal> {
  if (!schema) return undefined as Parsed<S>;
  const unstorable = findUnstorable(value, largestNumber);
  if (unstorable !== undefined) return refuse(describeUnstorable(unstorable));
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? (parsed.data as Parsed<S>) : refuse(describeBadInput(parsed.error));
}

async function readBytes(http: Context, limit: number): Promise<Uint8Array | Refused<CommonRefusal>> {
  const tooLarge = refuse({ kind: 'too_large', limitMiB: Math.max(1, Math.floor(limit / MIB)) });
  if (Number(http.req.header('content-length') ?? 0) > limit) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of http.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return tooLarge;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function readJson(
  schema: z.ZodType,
  bytes: Uint8Array,
  largestNumber?: number,
): unknown | Refused<CommonRefusal> {
  const value = parseJson(bytes);
  return value instanceof Refused ? value : readValue(schema, value, largestNumber);
}

function parseJson(bytes: Uint8Array): unknown | Refused<CommonRefusal> {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse({ kind: 'not_json' });
  }
}

export const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The fields of a form by name, their line ends as everywhere else. Of a field sent twice the last counts. */
function readForm(http: Context, schema: z.ZodType, bytes: Uint8Array): unknown | Refused<CommonRefusal> {
  const type = http.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== FORM_TYPE) return refuse({ kind: 'unsupported_type', expected: FORM_TYPE });
  const fields = [...new URLSearchParams(new TextDecoder().decode(bytes))];
  return readValue(
    schema,
    Object.fromEntries(fields.map(([name, text]) => [name, text.replaceAll('\r\n', '\n')])),
  );
}

function readUpload(http: Context, bytes: Uint8Array): Upload | Refused<CommonRefusal> {
  const type = http.req.header('content-type')?.split(';')[0]?.trim();
  if (type === 'application/json') return readJson(pastedSchema, bytes) as Upload | Refused<CommonRefusal>;
  if (type !== 'application/octet-stream') {
    return refuse({ kind: 'unsupported_type', expected: 'application/octet-stream' });
  }
  const written = http.req.header('x-file-name') ?? '';
  return { fileName: decodeName(written).normalize('NFC').slice(0, 200), bytes };
}

/** The percent-encoded UTF-8 of a file name; bytes that are none become the replacement character. */
function decodeName(written: string): string {
  const bytes = written.replace(/%([0-9a-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\0', '');
}
