import { describe, expect, it } from 'vitest';
import { explainDocumentRefusal } from '#core/reading/document-refusal.ts';
import { docx, hostileFiles } from './fixtures/hostile-files.ts';
import { readDocument } from './read-document.ts';

describe('a file that must not be read', () => {
  it.each(hostileFiles)(
    '%s is refused at once with a sentence',
    { timeout: 15_000 },
    async (_, fileName, kind, make) => {
      const bytes = await make();
      const memory = process.memoryUsage().rss;
      const start = performance.now();
      const result = await readDocument(bytes, fileName);
      const took = performance.now() - start;
      const grown = (process.memoryUsage().rss - memory) / 1024 / 1024;
      if (!('kind' in result)) throw new Error('It was read.');
      expect(result.kind).toBe(kind);
      const { vi, en, status } = explainDocumentRefusal(result);
      expect(vi).toMatch(/[ạảãàáđơư].*\.$/u);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(status).toBeGreaterThanOrEqual(400);
      // A reading in a thread of its own first has to load its libraries; on a busy machine that takes longer.
      expect(took).toBeLessThan(fileName.endsWith('.pdf') ? 5000 : 1000);
      expect(grown).toBeLessThan(150);
    },
  );

  it('leaves an honest file readable afterwards', async () => {
    expect(
      await readDocument(
        await docx(
          '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:document>',
        ),
        'a.docx',
      ),
    ).toMatchObject({ blocks: [{ text: 'Kế hoạch' }] });
  });

  it.each([
    ['takes too long', 'took_too_long', { seconds: 0.01, heap: 192 }],
    ['needs too much memory', 'too_complex', { seconds: 10, heap: 24 }],
  ])('a reading that %s is stopped, and the next one is done', async (_, kind, limits) => {
    const page = Buffer.from(`<html>${'<p>Kế hoạch cải cách hành chính</p>'.repeat(100_000)}`);
    expect(await readDocument(page, 'a.html', { size: page.length, ...limits })).toMatchObject({ kind });
    expect(await readDocument(Buffer.from('Kế hoạch'), 'a.txt')).toMatchObject({ format: 'txt' });
  });
});
