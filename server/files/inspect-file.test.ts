import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadProblems } from '#server/evidence/upload-problems.ts';
import { describeRefusal } from '#server/http/problems.ts';
import { docx, honestFiles, hostileEvidence, plainPdf } from './fixtures/evidence-files.ts';
import { inspectFile } from './inspect-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function inspect(bytes: Buffer, fileName: string) {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return inspectFile(path, fileName);
}

describe('a file that may become evidence', () => {
  it.each(honestFiles)('%s', async (_, fileName, mediaType, make) => {
    expect(await inspect(await make(), fileName)).toEqual({ mediaType });
  });
});

describe('a file that may not', () => {
  it.each(hostileEvidence)('%s', async (_, fileName, kind, make) => {
    const refusal = await inspect(await make(), fileName);
    expect(refusal).toMatchObject({ kind });
    const { vi, en } = describeRefusal(refusal as { kind: string }, uploadProblems).body.problem;
    expect(vi).toMatch(/ Hãy .*\.$/u);
    expect(en).toMatch(/^[A-Z].*\.$/u);
  });

  it('takes no more memory for being large', async () => {
    const path = join(folder, 'large');
    await writeFile(path, plainPdf());
    await truncate(path, 300 * 1024 * 1024);
    const before = process.memoryUsage.rss();
    expect(await inspectFile(path, 'a.pdf')).toEqual({ mediaType: 'application/pdf' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('is opened by its end where a program for archives would', async () => {
    const archive = await docx();
    const remark = Buffer.from(archive);
    // An end record that points nowhere opens nothing: such bytes stand in honest pictures too.
    const lost = Buffer.concat([plainPdf(), Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
    expect(await inspect(lost, 'a.pdf')).toEqual({ mediaType: 'application/pdf' });
    expect(await inspect(Buffer.concat([plainPdf(), remark, Buffer.from('\n%%EOF\n')]), 'a.pdf')).toEqual({
      kind: 'two_in_one',
    });
  });
});
