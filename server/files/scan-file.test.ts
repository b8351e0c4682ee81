import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAMD, type Clamd, EICAR, STREAM_LIMIT, startClamd, startClamdDouble } from './fixtures/clamd.ts';
import { scanFile } from './scan-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-scan-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(bytes: Buffer | string): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return path;
}

/** The real one too, where it is installed. */
const scanners: [string, () => Promise<Clamd>][] = [
  ['a double of clamd', startClamdDouble],
  ...(CLAMD ? [['clamd itself', () => startClamd(CLAMD ?? '')] as [string, () => Promise<Clamd>]] : []),
];

describe.each(scanners)('%s', (_, start) => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await start();
  });
  afterAll(() => clamd.stop());

  it('finds nothing in an honest file', async () => {
    expect(await scanFile(clamd.address, await fileOf('Kế hoạch'))).toBeUndefined();
    expect(await scanFile(clamd.address, await fileOf(Buffer.alloc(3_000_000, 'a')))).toBeUndefined();
  });

  it('names the virus it finds', async () => {
    const refusal = await scanFile(clamd.address, await fileOf(EICAR));
    expect(refusal).toMatchObject({ kind: 'virus', name: expect.stringContaining('Eicar-Test-Signature') });
  });

  it('says so when the file is larger than it takes', async () => {
    const path = await fileOf(Buffer.alloc(STREAM_LIMIT + 8_000_000, 'a'));
    expect(await scanFile(clamd.address, path)).toEqual({ kind: 'scan_too_large' });
  });
});

describe('a scanner that is not there', () => {
  it.each([
    ['no such port', '127.0.0.1:1'],
    ['no such socket', '/nowhere/clamd.sock'],
    ['no such machine', 'nowhere.invalid:3310'],
  ])('%s', async (_, address) => {
    expect(await scanFile(address, await fileOf('a'))).toEqual({ kind: 'scan_unreachable' });
  });

  it('one that hangs up in the middle, or speaks another language', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const path = await fileOf(Buffer.alloc(5_000_000));
    expect(await scanFile(`127.0.0.1:${port}`, path)).toEqual({ kind: 'scan_unreachable' });
    server.removeAllListeners('connection').on('connection', (socket) => socket.end('HTTP/1.1 400\r\n\r\n'));
    expect(await scanFile(`localhost:${port}`, path)).toEqual({ kind: 'scan_unreachable' });
    server.close();
  });

  it('a file that is not there is a bug and no refusal', async () => {
    const clamd = await startClamdDouble();
    await expect(scanFile(clamd.address, join(folder, 'nothing'))).rejects.toThrow('ENOENT');
    await clamd.stop();
  });
});
