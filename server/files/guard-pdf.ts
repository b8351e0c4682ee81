import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, createInflate, inflate } from 'node:zlib';
import { isMacroName, isProgramName } from './file-kinds.ts';
import { isProgram } from './recognise-content.ts';

export type PdfRefusal =
  | { kind: 'damaged' }
  | { kind: 'pdf_protected' }
  | { kind: 'pdf_script' }
  | { kind: 'pdf_launch' }
  | { kind: 'pdf_program' }
  | { kind: 'pdf_hidden' };

/** A file on the disk, its size in bytes. */
export type OpenFile = { path: string; handle: FileHandle; size: number };

const WINDOW = 1024 * 1024;
/** Enough for the dictionary before a stream; one that is longer counts as if it hid something. */
const OVERLAP = 16 * 1024;
/** The beginning of a stream that is enough to know a program by. */
const STREAM_HEAD = 2048;
/** Objects packed into streams unpack to a few times their size; far more is a bomb. In bytes. */
const UNPACKED = { each: 64 * 1024 * 1024, atLeast: 256 * 1024 * 1024, times: 10 };

/** A name as a reader finds it: each letter may stand as "#" and its code. */
const spelled = (name: string) => [...name].map((letter) => `(?:${letter}|#${hexOf(letter)})`).join('');
const hexOf = (letter: string) =>
  letter
    .charCodeAt(0)
    .toString(16)
    .replace(/[a-f]/u, (digit) => `[${digit}${digit.toUpperCase()}]`);
const FORBIDDEN = new RegExp(
  `/(?:(?<script>${spelled('JavaScript')})|(?<launch>${spelled('Launch')})|(?<encrypt>${spelled('Encrypt')}))(?=[\\s\\0/<>()\\[\\]{}%])`,
  'gu',
);
const FILE_NAME = new RegExp(
  `/(?:${spelled('UF')}|${spelled('F')})\\s{0,8}(?:\\((?<plain>(?:\\\\[\\s\\S]|[^\\\\)]){1,600})\\)|<(?<hex>[0-9A-Fa-f\\s]{2,2400})>)`,
  'gu',
);
/** The word after a dictionary; a comment may stand between. The same word in running text begins nothing. */
const STREAM = /stream(?<=>>(?:[\s\0]|%[^\r\n]{0,200}[\r\n]){0,64}stream)[^\r\n]{0,64}(?:\r\n|\n|\r)/gu;

/**
 * Looks through a PDF of any size piece by piece for what acts by itself: JavaScript, the start of a
 * program, attached programs; also inside packed objects. Protected files are refused because nobody
 * could look inside. Names are found wherever they stand, so no object can be hidden from the search
 * by a false length.
 */
export async function guardPdf(file: OpenFile): Promise<PdfRefusal | undefined> {
  let holdsObjects = false;
  let handledTo = 0;
  let room = Math.max(UNPACKED.atLeast, UNPACKED.times * file.size);
  const window = Buffer.alloc(WINDOW + OVERLAP);
  for (let start = 0; ; start += WINDOW) {
    const { bytesRead } = await file.handle.read(window, 0, window.length, start);
    const isLast = start + bytesRead >= file.size;
    const text = window.toString('latin1', 0, bytesRead);
    const refusal = searchText(text);
    if (refusal) return refusal;
    holdsObjects ||= text.includes(' obj');
    for (const stream of text.matchAll(STREAM)) {
      const position = start + stream.index + stream[0].length;
      if (position <= handledTo || (!isLast && stream.index > bytesRead - 128)) continue;
      handledTo = position;
      const found = await guardStream(
        file,
        position,
        dictionaryBefore(text, stream.index, start === 0),
        room,
      );
      if (typeof found !== 'number') return found;
      room -= found;
    }
    if (isLast || bytesRead === 0) return holdsObjects ? undefined : { kind: 'damaged' };
  }
}

function searchText(text: string): PdfRefusal | undefined {
  for (const { groups } of text.matchAll(FORBIDDEN)) {
    if (groups?.encrypt) return { kind: 'pdf_protected' };
    return { kind: groups?.script ? 'pdf_script' : 'pdf_launch' };
  }
  for (const { groups } of text.matchAll(FILE_NAME)) {
    const name = groups?.hex
      ? Buffer.from(groups.hex.replace(/\s/gu, ''), 'hex').toString('latin1')
      : groups?.plain;
    const plain = (name ?? '').replaceAll('\0', '').replaceAll('\\', '');
    if (isProgramName(plain) || isMacroName(plain)) return { kind: 'pdf_program' };
  }
  return undefined;
}

/** The text of the object a stream belongs to, names spelled out; undefined when it begins too far before. */
function dictionaryBefore(text: string, at: number, isStart: boolean): string | undefined {
  const before = text.slice(Math.max(0, at - OVERLAP + 256), at);
  const begin = before.lastIndexOf('obj');
  if (begin < 0 && !(isStart && at < OVERLAP - 256)) return undefined;
  return before
    .slice(Math.max(0, begin))
    .replace(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Refuses a stream, or answers how many bytes its packed objects had. */
async function guardStream(
  file: OpenFile,
  position: number,
  dictionary: string | undefined,
  room: number,
): Promise<PdfRefusal | number> {
  const isPacked = dictionary === undefined || /\/(?:ObjStm|First)(?![A-Za-z0-9])/u.test(dictionary);
  const isDeflated = dictionary === undefined || /\/(?:FlateDecode|Fl)(?![A-Za-z0-9])/u.test(dictionary);
  if (isPacked && dictionary !== undefined && !isPlainlyPacked(dictionary)) return { kind: 'pdf_hidden' };
  const head = await readStreamHead(file, position, isDeflated);
  if (isProgram(head)) return { kind: 'pdf_program' };
  return isPacked && isDeflated ? searchPacked(file, position, Math.min(room, UNPACKED.each)) : 0;
}

/** Every program packs objects by deflate alone, or not at all; anything else would keep them from the search. */
function isPlainlyPacked(dictionary: string): boolean {
  const filters = dictionary.match(
    /\/(?:ASCII85|ASCIIHex|LZW|RunLength|CCITTFax|JBIG2|DCT|JPX)Decode|\/Crypt\b|\/(?:A85|AHx|LZW|RL)\b/gu,
  );
  const isReferred = /\/(?:Filter|F|DecodeParms|DP)\s+\d+\s+\d+\s+R/u.test(dictionary);
  const isTwice = (dictionary.match(/\/(?:FlateDecode|Fl)(?![A-Za-z0-9])/gu)?.length ?? 0) > 1;
  const isPredicted = /\/Predictor\s+(?!1\b)/u.test(dictionary);
  return !filters && !isReferred && !isTwice && !isPredicted;
}

const inflateHead = promisify<Buffer, object, Buffer>(inflate);

async function readStreamHead({ handle }: OpenFile, position: number, isDeflated: boolean): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(STREAM_HEAD), 0, STREAM_HEAD, position);
  const head = buffer.subarray(0, bytesRead);
  if (!isDeflated) return head;
  // What is no deflate stream unpacks to nothing: then nobody's reader unpacks a program from it either.
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4 * 1024 * 1024 };
  return inflateHead(head, options).catch(() => Buffer.alloc(0));
}

async function searchPacked(
  { path }: OpenFile,
  position: number,
  room: number,
): Promise<PdfRefusal | number> {
  const source = createReadStream(path, { start: position, highWaterMark: 64 * 1024 });
  const unpacked = source.pipe(createInflate({ chunkSize: 256 * 1024 }));
  source.once('error', (error) => unpacked.destroy(error));
  let size = 0;
  let rest = '';
  const search = async (): Promise<PdfRefusal | number> => {
    for await (const piece of unpacked) {
      size += (piece as Buffer).length;
      const text = rest + (piece as Buffer).toString('latin1');
      const refusal = searchText(text);
      if (refusal) return refusal;
      if (size > room) return { kind: 'pdf_hidden' };
      rest = text.slice(-4096);
    }
    return size;
  };
  // Some readers make do with the whole part of a broken stream, which was not all seen here.
  const found = await search().catch((error: NodeJS.ErrnoException): PdfRefusal => {
    if (!error.code?.startsWith('Z_')) throw error;
    return { kind: 'pdf_hidden' };
  });
  source.destroy();
  return found;
}
