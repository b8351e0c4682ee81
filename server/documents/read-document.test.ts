import { existsSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Table } from '#core/reading/blocks.ts';
import { readDocument } from './read-document.ts';

async function read(bytes: Uint8Array, fileName: string) {
  const result = await readDocument(bytes, fileName);
  if ('kind' in result) throw new Error(result.kind);
  return result;
}

describe('a plain text', () => {
  const words = 'Kế hoạch cải cách hành chính phường Hồ Sen, đã được phê duyệt';
  const tcvn3 = iconv.encode(words, 'tcvn');
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['decomposed letters', Buffer.from(words.normalize('NFD'))],
    ['TCVN3', tcvn3],
    ['TCVN3 pasted as Western letters', Buffer.from(tcvn3.toString('latin1'))],
    ['VNI', Buffer.from('Keá hoaïch caûi caùch haønh chính phöôøng Hoà Sen, ñaõ ñöôïc pheâ duyeät')],
    ['emphasis', Buffer.from(`**${words}**`)],
  ])('in %s is read', async (name, bytes) => {
    const { blocks } = await read(bytes, 'ke-hoach.txt');
    expect(blocks).toMatchObject([{ kind: 'paragraph', text: words }]);
    expect(name).not.toBe('');
  });

  const rows = [
    ['STT', 'Nội dung', 'Điểm', 'Đơn vị'],
    ['1', 'Kế hoạch', '2', 'Văn phòng'],
    ['', '', '', 'UBND'],
  ];
  it.each<[string, string, string[][]]>([
    ['tabs', rows.map((row) => row.join('\t')).join('\n'), rows],
    ['tabs with blank lines between', rows.map((row) => row.join('\t')).join('\n\n'), rows],
    ['bars', rows.map((row) => `| ${row.join(' | ')} |`).join('\n'), rows],
    [
      'bars and a rule',
      `${['| a | b | c |', '|---|---|---|', '| 1 | 2 | 3 |'].join('\n')}`,
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
    ],
    [
      'a row broken inside a cell',
      'STT\tNội dung\tĐiểm\n1\tKế hoạch\nnăm\t2\n2\tBáo cáo\t1',
      [
        ['STT', 'Nội dung', 'Điểm'],
        ['1', 'Kế hoạch năm', '2'],
        ['2', 'Báo cáo', '1'],
      ],
    ],
  ])('with a table of %s', async (_, text, cells) => {
    const { blocks } = await read(Buffer.from(text), 'a.md');
    expect(
      blocks.map(
        (block) => block.kind === 'table' && block.rows.map((row) => row.cells.map((cell) => cell.text)),
      ),
    ).toEqual([cells]);
  });
});

const folder = new URL('../../../shared/plan/', import.meta.url);
const realPlan = existsSync(folder);

describe.runIf(realPlan)('the real plan', () => {
  const plain = (text: string) => text.replace(/[–—]/g, '-').replace(/,/g, '.').replace(/\s+/g, ' ');
  async function annexOf(format: string): Promise<string[]> {
    const name = `yen-hoa-2026.${format}`;
    const { blocks } = await read(readFileSync(new URL(name, folder)), name);
    const tables = blocks.filter((block): block is Table => block.kind === 'table');
    const annex = tables.find(({ rows }) => rows.length > 50);
    const numbered = (annex?.rows ?? []).filter(
      ({ isHeading, cells }) => !isHeading && cells[0]?.text !== 'STT',
    );
    // The unit column is left out: a merged cell repeats its owner in one format and stays blank in another.
    return numbered.map(({ cells }) =>
      plain(
        cells
          .slice(0, -1)
          .map(({ text }) => text)
          .join(' ')
          .trim(),
      ),
    );
  }

  it('gives the same numbers, titles and points from text, Word and PDF', { timeout: 30_000 }, async () => {
    const [txt, docx, pdf] = [await annexOf('txt'), await annexOf('docx'), await annexOf('pdf')];
    expect(docx).toHaveLength(132);
    expect(pdf).toEqual(docx);
    expect(txt).toEqual(docx);
  });

  it('has its automatic numbers and its tracked change settled', async () => {
    const { blocks, notes } = await read(readFileSync(new URL('yen-hoa-2026.docx', folder)), 'a.docx');
    const texts = blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''));
    expect(texts).toContain('2.2. Tổ chức thực hiện văn bản quy phạm pháp luật');
    expect(texts.join('\n')).not.toContain('15/6/2026');
    expect(notes.map(({ kind }) => kind)).toEqual(['tracked_deletion', 'tracked_insertion', 'footnote']);
  });
});
