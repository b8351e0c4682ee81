import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, SourceDocument } from './blocks.ts';
import { fromBars, paragraphs, tableOf } from './fixtures/blocks-of.ts';
import { sevenColumns } from './fixtures/seven-columns.ts';
import { taskTable } from './fixtures/task-table.ts';
import { wrongTotal } from './fixtures/wrong-total.ts';
import { readPlan } from './read-plan.ts';

const plain = (blocks: Block[]): SourceDocument => ({ format: 'txt', blocks, notes: [] });

describe('a plan with seven columns in another order', () => {
  const plan = readPlan(sevenColumns);

  it('knows its head', () => {
    expect(plan.document).toMatchObject({
      issuer: 'ỦY BAN NHÂN DÂN PHƯỜNG HỒ SEN',
      unitName: 'phường Hồ Sen',
      number: '12',
      symbol: 'KH-UBND',
      issuedOn: '2026-03-02',
      year: 2026,
    });
    expect(plan.document.legalBasis).toHaveLength(1);
  });

  it('finds codes, points and owners by the headings, and names the columns it leaves out', () => {
    expect(plan.criteria.map((row) => [row.code, row.maxPoints, row.lastPoints])).toEqual([
      ['I', 400, 350],
      ['I.1', 200, 200],
      ['I.2', 200, 150],
      ['II', 600, 525],
      ['II.1', 300, undefined],
      ['II.2', 300, 300],
    ]);
    expect(plan.criteria[1]?.units).toEqual([{ name: 'Phòng Nội vụ', inheritedFrom: 'I' }]);
    expect(plan.criteria[2]?.source).toBe('survey');
    expect(plan.ignoredColumns).toEqual(['Cách tính điểm', 'Tài liệu kiểm chứng']);
    expect(plan.statedTotal).toMatchObject({ maxPoints: 1000, lastPoints: 875 });
  });

  it('lists a score it cannot read instead of taking it for nothing', () => {
    expect(plan.unplaced).toContainEqual(
      expect.objectContaining({ text: 'II.1: 2,2S', reason: 'no_points' }),
    );
  });

  it('reads tasks, their times and who leads their section', () => {
    expect(plan.tasks.map((task) => [task.key, task.deadline.kind, task.deadline.to])).toEqual([
      ['II.1/1', 'before', '2026-03-31'],
      ['II.1/2', 'window', '2026-06-30'],
      ['II.2/1', 'before', '2026-09-15'],
    ]);
    expect(plan.tasks[0]?.units).toEqual([{ name: 'Phòng Nội vụ', inheritedFrom: 'III.1', role: 'lead' }]);
    expect(plan.tasks[1]?.units[0]).toEqual({ name: 'Phòng Nội vụ', role: 'lead' });
    expect(plan.tasks[2]?.criteria).toEqual(['II']);
  });
});

describe('a plan copied from the web with a total that is wrong by 0,45', () => {
  const plan = readPlan(plain(fromBars(wrongTotal)));

  it('keeps the stated total and the rows as written, for the checks to compare', () => {
    const fields = plan.criteria.filter((row) => row.level === 1);
    expect(fields.reduce((sum, row) => sum + row.maxPoints, 0)).toBe(9955);
    expect(plan.statedTotal?.maxPoints).toBe(10_000);
    expect(plan.findings.map((finding) => finding.kind)).toContain('total_differs');
  });

  it('puts a title cut in two together again and says so', () => {
    expect(plan.criteria.find((row) => row.code === 'I.2')?.title).toBe(
      'Tuyên truyền về cải cách hành chính, đối thoại với người dân',
    );
    expect(plan.joinedRows).toMatchObject([{ code: 'I.2' }]);
  });

  it('says that a limit without a date is not understood', () => {
    expect(plan.tasks.map((task) => task.deadline.kind)).toEqual(['window', 'not_understood']);
  });
});

describe('a plan in decomposed letters with its tasks in a table', () => {
  const plan = readPlan(taskTable);

  it('reads one task a row, in its group, with both kinds of departments', () => {
    expect(plan.tasks.map((task) => [task.key, task.sectionTitle, task.deadline.kind, task.units])).toEqual([
      [
        'A/1',
        'Công tác chỉ đạo, điều hành',
        'before',
        [
          { name: 'Phòng Văn hoá - Xã hội', role: 'lead' },
          { name: 'Văn phòng HĐND và UBND', role: 'coordinate' },
        ],
      ],
      ['A/2', 'Công tác chỉ đạo, điều hành', 'recurring', [{ name: 'Phòng Văn hoá - Xã hội', role: 'lead' }]],
      ['B/1', 'Chuyển đổi số', 'not_understood', [{ name: 'Văn phòng HĐND và UBND', role: 'lead' }]],
    ]);
  });

  it('lists the row that names no work', () => {
    expect(plan.unplaced).toMatchObject([{ reason: 'not_understood', place: { row: 7 } }]);
  });
});

describe('what an annex leaves in doubt is listed', () => {
  const head = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Điểm năm 2025', 'Phân công'];
  it.each([
    [
      'a number twice',
      [
        ['I', 'Một', '2', '1', ''],
        ['1', 'a', '1', '1', ''],
        ['2', 'b', '1', '0', ''],
        ['2', 'c', '1', '1', ''],
      ],
      'duplicate_code',
    ],
    ['points that cannot be read', [['I', 'Một', 'l,5', '1', '']], 'no_points'],
    [
      'a row without a number',
      [
        ['I', 'Một', '2', '1', ''],
        ['', 'Hai', '2', '1', ''],
      ],
      'no_number',
    ],
    [
      'a component before any field',
      [
        ['1.1', 'a', '1', '1', ''],
        ['I', 'Một', '2', '1', ''],
      ],
      'no_parent',
    ],
    [
      'a fourth level',
      [
        ['I', 'Một', '2', '1', ''],
        ['1.1.1', 'a', '1', '1', ''],
      ],
      'too_deep',
    ],
    [
      'a title that belongs to no row',
      [
        ['I', 'Một.', '2', '1', ''],
        ['', 'Nhóm tiêu chí thành phần', '', '', ''],
      ],
      'not_understood',
    ],
  ])('%s', (_sentence, rows, reason) => {
    const plan = readPlan(plain([tableOf(head, ...rows)]));
    expect(plan.unplaced.map((each) => each.reason)).toContain(reason);
  });

  it('after a lost field its rows are not taken for those of the field before', () => {
    const plan = readPlan(
      plain([
        tableOf(
          head,
          ['I', 'Một', '2', '2', ''],
          ['1', 'a', '2', '2', ''],
          ['1', 'b', '1', '1', ''],
          ['2', 'c', '1', '1', ''],
          ['III', 'Ba', '1', '1', ''],
        ),
      ]),
    );
    expect(plan.criteria.map((row) => row.code)).toEqual(['I', 'I.1', 'III']);
    expect(plan.unplaced.map((each) => each.reason)).toEqual(['duplicate_code', 'no_parent']);
  });

  it('a table without a heading it knows is listed row by row', () => {
    const plan = readPlan(plain([tableOf(['Ngày', 'Người nhận'], ['01/3', 'Văn thư'])]));
    expect(plan.unplaced).toHaveLength(2);
  });
});

describe('other ways to number a tree', () => {
  const head = ['Mã', 'Nội dung', 'Điểm tối đa'];
  it.each([
    ['figures alone', ['1', '1.1', '1.1.1'], ['1', '1.1', '1.1.1']],
    ['letters', ['A', '1', '1.1', 'B'], ['A', 'A.1', 'A.1.1', 'B']],
    [
      'words before the number',
      ['Lĩnh vực I', 'Tiêu chí 1', 'TCTP 1.1', 'Lĩnh vực II'],
      ['I', 'I.1', 'I.1.1', 'II'],
    ],
    [
      'the figure of the field repeated',
      ['I', '1.1', '1.1.1', 'II', '2.1'],
      ['I', 'I.1', 'I.1.1', 'II', 'II.1'],
    ],
    ['small letters below a criterion', ['I', '1', 'a)', 'b)', 'II'], ['I', 'I.1', 'I.1.1', 'I.1.2', 'II']],
  ])('%s', (_sentence, labels, codes) => {
    const plan = readPlan(
      plain([tableOf(head, ...labels.map((label) => [label, `Nội dung ${label}`, '1']))]),
    );
    expect(plan.criteria.map((row) => row.code)).toEqual(codes);
  });
});

describe('whatever it is fed', () => {
  it('every row of an annex is a criterion, a joined piece, or listed', () => {
    const cell = fc.constantFrom('', 'I', 'II', '1', '1.1', '2', 'abc', 'Tổng điểm', '0,5', '12.5', 'x1');
    const row = fc.tuple(
      cell,
      fc.constantFrom('Kế hoạch', 'tiếp theo', 'Báo cáo'),
      cell,
      cell,
      fc.constant(''),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const head = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Điểm năm 2025', 'Phân công'];
        const plan = readPlan(plain([tableOf(head, ...rows)]));
        const told = new Set(
          [
            ...plan.criteria,
            ...(plan.joinedRows ?? []),
            ...plan.unplaced,
            ...(plan.statedTotal ? [plan.statedTotal] : []),
          ].map((each) => each.place.row),
        );
        const totals = rows.filter(([label, title]) => /Tổng/u.test(label) || /Tổng/u.test(title)).length;
        expect(told.size).toBeGreaterThanOrEqual(rows.length - Math.max(totals - 1, 0));
      }),
      { numRuns: 60 },
    );
  });

  it('reads any paragraphs without failing, the same each time', () => {
    const piece = fc.constantFrom(
      'I. NHIỆM VỤ',
      '1. Mục',
      '2.1. Tên',
      '- Việc (quý II/2026)',
      '+ Việc khác',
      'Thời gian hoàn thành:',
      'đoạn nối',
      'Nơi nhận:',
      'PHỤ LỤC',
      'KẾ HOẠCH',
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Phòng Nội vụ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (texts) => {
        const source = plain(paragraphs(...texts));
        expect(readPlan(source)).toEqual(readPlan(source));
      }),
      { numRuns: 60 },
    );
  });
});
