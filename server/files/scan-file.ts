import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';

export type ScanRefusal =
  /** `name` as clamd calls it. */
  | { kind: 'virus'; name: string }
  /** clamd takes no file as large as this one. */
  | { kind: 'scan_too_large' }
  | { kind: 'scan_unreachable' };

/** Without an answer or progress for this long, clamd counts as not there. In milliseconds. */
const PATIENCE = 120_000;
const PIECE = 256 * 1024;

/**
 * Sends a file on the disk to clamd by INSTREAM (clamd(8)), piece by piece, and answers what it found;
 * undefined when it found nothing. `clamd` is "host:port" or the path of a socket.
 */
export async function scanFile(clamd: string, path: string): Promise<ScanRefusal | undefined> {
  const socket = connect(addressOf(clamd));
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('clamd is silent')));
  const replied = readReply(socket);
  let unreadable: Error | undefined;
  // A reply in the middle, as of a file too large, ends the sending: what then fails says nothing new.
  const sent = send(socket, path).catch((error: NodeJS.ErrnoException) => {
    if (error.path === path) unreadable = error;
    if (unreadable) socket.destroy();
  });
  const reply = await replied;
  socket.destroy();
  await sent;
  if (unreadable) throw unreadable;
  return understand(reply);
}

function addressOf(clamd: string): { path: string } | { host: string; port: number } {
  const [, host, port] = /^\[?([^/]*?)\]?:(\d+)$/u.exec(clamd) ?? [];
  return host && port ? { host, port: Number(port) } : { path: clamd };
}

async function send(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    // Lets a reply be heard before the next piece fails: clamd hangs up right after an early one.
    await setImmediate();
    if (socket.destroyed) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE((piece as Buffer).length);
    socket.cork();
    void write(socket, length).catch(() => undefined);
    const written = write(socket, piece as Buffer);
    socket.uncork();
    await written;
  }
  await write(socket, Buffer.alloc(4));
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** What clamd said before it hung up; "" when nothing came. Never fails: no reply is an answer too. */
function readReply(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let reply = '';
    socket.on('data', (piece) => {
      reply += piece.toString('utf8');
      if (!reply.includes('\0')) return;
      resolve(reply);
      socket.destroy();
    });
    socket.on('error', () => resolve(reply));
    socket.on('close', () => resolve(reply));
  });
}

function understand(reply: string): ScanRefusal | undefined {
  const said = reply.replaceAll('\0', '').trim();
  if (said === 'stream: OK') return undefined;
  const [, name] = /^stream: (.+) FOUND$/u.exec(said) ?? [];
  if (name) return { kind: 'virus', name };
  return /size limit exceeded/iu.test(said) ? { kind: 'scan_too_large' } : { kind: 'scan_unreachable' };
}
