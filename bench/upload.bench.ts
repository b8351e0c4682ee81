import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceivedFile, UploadState } from '#core/evidence/evidence.ts';
import { makeFirstAccount, type StartedServer, startServer, stopServer } from './killed-server.ts';
import type { BenchResult } from './run.ts';

const PIECE = 8 * 1024 * 1024;
const PIECES = 256;
const WARM_UP = 16;
const MEMORY_BAR = 128;
const random = randomBytes(PIECE);

/** One piece of a scanned PDF without end: an object with a picture, exactly as long as a piece. */
function pieceOf(at: number): Buffer {
  const start = `${at === 0 ? '%PDF-1.7\n' : ''}${at + 1} 0 obj\n<< /Subtype /Image /Filter /DCTDecode >>\nstream\n`;
  const end = '\nendstream\nendobj\n';
  const piece = Buffer.from(random);
  piece.write(start, 0, 'latin1');
  piece.write(end, PIECE - end.length, 'latin1');
  return piece;
}

/** Memory of the server's process now, in megabytes. */
function memoryOf({ child }: StartedServer): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;
}

type Sent = { sendSeconds: number; finishSeconds: number; mostMemory: number; sha256: string };

async function send(server: StartedServer, cookie: string, pieces: number): Promise<Sent> {
  const headers = { 'x-parindex': '1', cookie };
  const ask = async <T>(method: string, path: string, body: string | Buffer, type: string): Promise<T> => {
    const response = await fetch(server.address + path, {
      method,
      headers: { ...headers, 'content-type': type },
      body: body as BodyInit,
    });
    if (response.status !== 200)
      throw new Error(`${path} was answered ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  let mostMemory = 0;
  const look = () => {
    mostMemory = Math.max(mostMemory, memoryOf(server));
  };
  const json = JSON.stringify({ fileName: 'bản quét.pdf', size: pieces * PIECE });
  const { id } = await ask<UploadState>('POST', '/api/uploads', json, 'application/json');
  const from = performance.now();
  for (let at = 0; at < pieces; at += 1) {
    const path = `/api/uploads/${id}/bytes?from=${at * PIECE}`;
    await ask('PUT', path, pieceOf(at), 'application/octet-stream');
    if (at % 16 === 0) look();
  }
  const sent = performance.now();
  const timer = setInterval(look, 250);
  const received = await ask<ReceivedFile>('POST', `/api/uploads/${id}/finish`, '{}', 'application/json');
  clearInterval(timer);
  const finishSeconds = (performance.now() - sent) / 1000;
  return { sendSeconds: (sent - from) / 1000, finishSeconds, mostMemory, sha256: received.file.sha256 };
}

/** The limit: the same bytes hashed and written by this process, on the disk when it ends. */
async function writePlainly(path: string): Promise<{ seconds: number; sha256: string }> {
  const from = performance.now();
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  for (let at = 0; at < PIECES; at += 1) {
    const piece = pieceOf(at);
    hash.update(piece);
    await file.write(piece);
  }
  await file.sync();
  await file.close();
  return { seconds: (performance.now() - from) / 1000, sha256: hash.digest('hex') };
}

/** A scanned PDF of 2 GiB sent in pieces over HTTP, searched, hashed and durable at every answer. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-upload-'));
  chmodSync(folder, 0o711);
  const server = await startServer(folder, true);
  const cookie = await makeFirstAccount(server);
  const warm = await send(server, cookie, WARM_UP);
  const large = await send(server, cookie, PIECES);
  await stopServer(server);
  const plain = await writePlainly(join(folder, 'plain'));
  rmSync(folder, { recursive: true, force: true });
  const megabytes = (PIECES * PIECE) / 1e6;
  const grown = large.mostMemory - warm.mostMemory;
  const speed = megabytes / (large.sendSeconds + large.finishSeconds);
  const limit = megabytes / plain.seconds;
  return {
    name: `Upload of a PDF of ${Math.round(megabytes)} MB in pieces of 8 MiB`,
    rows: [
      {
        what: 'from the first byte to the answer what it is',
        value: speed,
        unit: 'MB/s',
        ratio: speed / limit,
      },
      { what: 'sending, each piece on the disk', value: megabytes / large.sendSeconds, unit: 'MB/s' },
      {
        what: 'searching for what acts by itself, and hashing',
        value: megabytes / large.finishSeconds,
        unit: 'MB/s',
      },
      { what: 'the limit: the same bytes hashed and written', value: limit, unit: 'MB/s' },
      {
        what: `memory beyond that of a file of ${Math.round((WARM_UP * PIECE) / 1e6)} MB`,
        value: grown,
        unit: 'MB',
        bar: `< ${MEMORY_BAR} MB`,
        met: grown < MEMORY_BAR,
      },
      {
        what: 'the hash is that of the bytes sent',
        value: String(large.sha256 === plain.sha256),
        bar: 'true',
        met: large.sha256 === plain.sha256,
      },
    ],
  };
}
