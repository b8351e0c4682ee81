import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Paper, paragraph } from '#core/reports/paper.ts';
import { responsibilityPaper } from '#core/reports/responsibility-paper.ts';
import type { ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import { writePaper } from './write-paper.ts';

const line: ResponsibilityLine = {
  taskId: '00000000-0000-4000-8000-000000000001',
  key: '2.1/1',
  section: '2.1',
  text: 'Ban hành kế hoạch kiểm tra công tác cải cách hành chính',
  leadName: 'Phòng Văn hóa - Xã hội',
  ownerNames: ['Phòng Văn hóa - Xã hội'],
  ownerIds: [],
  originalDueOn: '2026-05-31',
  dueOn: '2026-06-10',
  extension: 'Công văn 12/UBND-VHXH ngày 20/5/2026',
  finishedOn: '2026-06-15',
  daysLate: 5,
  workingDaysLate: 3,
  shares: [
    { holder: 'upper_level', name: 'Sở Nội vụ', days: 3 },
    { holder: 'owner', name: null, days: 2 },
  ],
  explanation: {
    text: 'Chờ Sở Nội vụ hướng dẫn',
    byName: 'Cán bộ đầu mối',
    byId: 'x',
    at: '2026-06-16T02:00:00Z',
  },
  decision: { isAccepted: true, reason: '', byName: 'Chủ tịch UBND phường', at: '2026-06-17T02:00:00Z' },
  occurrence: '',
  version: 0,
  occurrenceName: null,
};
const list = {
  unitName: 'phường Hồ Sen',
  planName: 'Kế hoạch cải cách hành chính năm 2026',
  departmentName: null,
  asOf: '2026-06-30',
  basis: 'calendar' as const,
  lines: [line],
};
const head = {
  superior: null,
  issuer: ['ỦY BAN NHÂN DÂN', 'PHƯỜNG HỒ SEN'],
  number: { value: 5, symbol: 'DS-UBND' },
  place: 'Hồ Sen',
  issuedOn: '2026-07-05',
  year: 2026,
};
const signature = { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: null };
const recipients = ['Như trên', 'Lưu: VT, VHXH'];
const paper = responsibilityPaper(list, head, signature, recipients);

async function partsOf(written: Paper) {
  const parts = unzipSync(await writePaper(written));
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const document = part('word/document.xml');
  const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gsu)].map(([xml]) =>
    [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''),
  );
  return { parts, part, document, paragraphs };
}

describe('the responsibility list as a paper', () => {
  it('carries every part an official paper has', async () => {
    const { paragraphs } = await partsOf(paper);
    for (const words of [
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG HỒ SEN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 05/DS-UBND',
      'Hồ Sen, ngày 05 tháng 7 năm 2026',
      'DANH SÁCH',
      'Các cơ quan, đơn vị, cá nhân chậm hoàn thành nhiệm vụ của Kế hoạch cải cách hành chính năm 2026',
      'TM. ỦY BAN NHÂN DÂN',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT, VHXH.',
    ]) {
      expect(paragraphs).toContain(words);
    }
  });

  it('tells who was late, by how much, because of whom, and what was said of it', async () => {
    const { paragraphs } = await partsOf(paper);
    const first = paragraphs.indexOf('1');
    expect(paragraphs.slice(first, first + 12)).toEqual([
      '1',
      'Phòng Văn hóa - Xã hội',
      'Ban hành kế hoạch kiểm tra công tác cải cách hành chính',
      'Gốc: 31/05/2026',
      'Gia hạn: 10/06/2026 (Công văn 12/UBND-VHXH ngày 20/5/2026)',
      '15/06/2026',
      '5',
      '(3 ngày làm việc)',
      'Cơ quan cấp trên (Sở Nội vụ): 3 ngày',
      'Đơn vị chủ trì: 2 ngày',
      'Chờ Sở Nội vụ hướng dẫn (Cán bộ đầu mối)',
      'Chấp nhận (Chủ tịch UBND phường)',
    ]);
    expect(paragraphs).toContain(
      'Danh sách có 1 nhiệm vụ của 1 đơn vị chủ trì, tổng cộng chậm 5 ngày; trong đó đơn vị chủ trì giữ 2 ngày, nơi khác giữ 3 ngày./.',
    );
  });

  it('lies across an A4 sheet with the margins of the decree', async () => {
    const { document } = await partsOf(paper);
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u);
    expect(document).toMatch(/<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/u);
  });

  it('repeats the heading of its table and tears no row apart', async () => {
    const { document } = await partsOf(paper);
    expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    const rows = document.match(/<w:tr>/gu)?.length;
    expect(document.match(/<w:cantSplit\/>/gu)).toHaveLength(rows ?? 0);
  });

  it('is set in Times New Roman, with a stated line rule in every paragraph', async () => {
    const { document, part } = await partsOf(paper);
    const fonts = [...`${document}${part('word/styles.xml')}`.matchAll(/w:ascii="([^"]*)"/gu)];
    expect(new Set(fonts.map(([, font]) => font))).toEqual(new Set(['Times New Roman']));
    const spacings = document.match(/<w:spacing [^>]*>/gu) ?? [];
    expect(spacings.every((spacing) => spacing.includes('w:lineRule='))).toBe(true);
    expect(document.match(/<w:p>/gu)?.length).toBe(spacings.length);
  });

  it('shows the number of the page from the second page on', async () => {
    const { document, parts, part } = await partsOf(paper);
    expect(document).toContain('<w:titlePg/>');
    const headers = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/u.test(name));
    expect(headers.filter((name) => part(name).includes('PAGE'))).toHaveLength(1);
    expect(headers).toHaveLength(2);
  });
});

describe('a paper', () => {
  it('stands upright when it is not asked to lie', async () => {
    const { document } = await partsOf({ ...paper, orientation: 'portrait' });
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/u);
  });

  it('leaves room for number and day that are not known yet', async () => {
    const open = { ...head, number: { value: null, symbol: 'BC-UBND' }, issuedOn: null };
    const { paragraphs } = await partsOf({ ...paper, head: open });
    expect(paragraphs).toContain('Số:        /BC-UBND');
    expect(paragraphs).toContain('Hồ Sen, ngày      tháng      năm 2026');
  });

  it('keeps what a person typed as text, without signs Word cannot read', async () => {
    const typed = { ...paper, blocks: [paragraph('a < b & "c"\u0000\u0008 d')] };
    const { document } = await partsOf(typed);
    expect(document).toContain('a &lt; b &amp; ');
    expect(document).not.toContain('\u0000');
    expect(document).not.toContain('\u0008');
  });

  it('without late work says so and has no table of it', async () => {
    const none = responsibilityPaper({ ...list, lines: [] }, head, signature, recipients);
    const { paragraphs, document } = await partsOf(none);
    expect(paragraphs).toContain('Không có nhiệm vụ chậm hoàn thành./.');
    expect(document).not.toContain('<w:tblHeader/>');
  });
});
