import { describe, expect, it } from 'vitest';
import type { ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import { writtenDay, writtenNumber, writtenRecipients } from './paper.ts';
import { responsibilityWorkbook } from './responsibility-workbook.ts';

const line: ResponsibilityLine = {
  taskId: '00000000-0000-4000-8000-000000000001',
  key: '2.1/1',
  section: '2.1',
  text: '=1+1',
  leadName: 'Văn phòng',
  ownerNames: ['Văn phòng', 'Công chức Văn phòng'],
  ownerIds: [],
  originalDueOn: '2026-05-31',
  dueOn: '2026-06-10',
  extension: null,
  finishedOn: null,
  daysLate: 5,
  workingDaysLate: 5,
  shares: [
    { holder: 'owner', name: null, days: 3 },
    { holder: 'approver', name: null, days: 2 },
  ],
  explanation: null,
  decision: { isAccepted: false, reason: 'Chưa rõ', byName: 'Lãnh đạo phường', at: '2026-06-17T02:00:00Z' },
  occurrence: '',
  version: 0,
  occurrenceName: 'tháng 5',
};
const list = {
  unitName: 'phường Hồ Sen',
  planName: 'Kế hoạch cải cách hành chính năm 2026',
  departmentName: null,
  asOf: '2026-06-15',
  lines: [line],
};
const workbook = responsibilityWorkbook({ ...list, basis: 'working' });
const valuesOf = (sheet: number) =>
  workbook.sheets[sheet]!.rows.map(({ cells }) => cells.map(({ value }) => value));

describe('the responsibility list as a workbook', () => {
  it('has the lines of the signed list, with text kept as text', () => {
    expect(valuesOf(0)[5]).toEqual([
      '1',
      'Văn phòng\nCông chức Văn phòng',
      '=1+1 (tháng 5)',
      'Gốc: 31/05/2026\nGia hạn: 10/06/2026',
      'Chưa hoàn thành',
      '5',
      'Đơn vị chủ trì: 3 ngày\nLãnh đạo phê duyệt: 2 ngày',
      null,
      'Không chấp nhận: Chưa rõ (Lãnh đạo phường)',
    ]);
    expect(workbook.sheets[0]!.rows.every(({ height }) => height !== undefined)).toBe(true);
  });

  it('adds up by department on a sheet of its own', () => {
    expect(valuesOf(1)[5]).toEqual(['1', 'Văn phòng', 1, 5, 5, 3, 2]);
  });

  it('says how days were counted', () => {
    expect(valuesOf(0)[1]![0]).toBe('Số liệu đến ngày 15/06/2026; số ngày chậm được chia theo ngày làm việc');
  });

  it('says it when nothing is late', () => {
    const none = responsibilityWorkbook({ ...list, lines: [], basis: 'calendar' });
    expect(none.sheets[0]!.rows[2]!.cells[0]!.value).toBe('Không có nhiệm vụ chậm hoàn thành.');
  });
});

it.each([
  ['a day under 10 and February get a 0', '2026-02-05', 'ngày 05 tháng 02 năm 2026'],
  ['January too', '2026-01-15', 'ngày 15 tháng 01 năm 2026'],
  ['March does not', '2026-03-05', 'ngày 05 tháng 3 năm 2026'],
  ['nor does October', '2026-10-20', 'ngày 20 tháng 10 năm 2026'],
  ['without a day, room is left', null, 'ngày      tháng      năm 2026'],
])('%s', (_sentence, day, written) => {
  expect(writtenDay(day, 2026)).toBe(written);
});

it('a number under 10 gets a 0', () => {
  expect(writtenNumber({ value: 5, symbol: 'KH-UBND' })).toBe('Số: 05/KH-UBND');
  expect(writtenNumber({ value: 112, symbol: 'KH-UBND' })).toBe('Số: 112/KH-UBND');
});

it('the last of Nơi nhận ends with a dot', () => {
  expect(writtenRecipients(['Như trên', 'Lưu: VT'])).toEqual(['- Như trên;', '- Lưu: VT.']);
});
