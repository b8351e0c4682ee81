import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deadline } from './deadline.ts';
import { readDeadline } from './read-deadline.ts';

const Q2 = { from: '2026-04-01', to: '2026-06-30' };
const Q3 = { from: '2026-07-01', to: '2026-09-30' };

const CHECK = { kind: 'recurring', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=-1', isCheck: true } as const;

const SENTENCES: [string, Omit<Deadline, 'words'>][] = [
  ['hoàn thành trong quý II/2026', { kind: 'window', ...Q2 }],
  ['hoàn thành trong quý III/2026', { kind: 'window', ...Q3 }],
  [
    'hoàn thành trong quý II/2026 để phục vụ kế hoạch biên chế năm 2026 báo cáo Sở Nội vụ theo quy định',
    { kind: 'window', ...Q2 },
  ],
  ['hoàn thành trong quý II và quý III/2026', { kind: 'window', from: '2026-04-01', to: '2026-09-30' }],
  ['hoàn thành trước tháng 10/2026', { kind: 'before', to: '2026-09-30' }],
  ['trước tháng 11/2026', { kind: 'before', to: '2026-10-31' }],
  ['hoàn thành trước ngày 31/12/2026', { kind: 'before', to: '2026-12-31' }],
  [
    'định kỳ 06 tháng đầu năm và lần 2 kết thúc trước tháng 11/2026',
    {
      kind: 'several',
      windows: [{ from: '2026-01-01', to: '2026-06-30' }, { to: '2026-10-31' }],
      to: '2026-10-31',
    },
  ],
  ['Thời gian hoàn thành: theo yêu cầu của Thành phố.', { kind: 'on_request', requestedBy: 'Thành phố' }],
  ['Thời gian hoàn thành: theo yêu cầu của Sở Nội vụ', { kind: 'on_request', requestedBy: 'Sở Nội vụ' }],
  ['Thời gian hoàn thành: thường xuyên, liên tục', CHECK],
  ['thường xuyên, liên tục theo kế hoạch tập huấn, tuyên truyền đã ban hành', CHECK],
  ['hoàn thành theo tiến độ báo cáo định kỳ về công tác CCHC', { kind: 'report_calendar' }],
  ['Thường xuyên', CHECK],
  ['báo cáo định kỳ', { kind: 'report_calendar' }],
  ['quý 2/2026', { kind: 'window', ...Q2 }],
  ['Quý II năm 2026', { kind: 'window', ...Q2 }],
  ['quý II–III/2026', { kind: 'window', from: '2026-04-01', to: '2026-09-30' }],
  ['từ quý I đến quý III/2026', { kind: 'window', from: '2026-01-01', to: '2026-09-30' }],
  ['quý II, III, IV/2026', { kind: 'window', from: '2026-04-01', to: '2026-12-31' }],
  [
    'quý II và quý IV/2026',
    { kind: 'several', windows: [Q2, { from: '2026-10-01', to: '2026-12-31' }], to: '2026-12-31' },
  ],
  ['trước quý IV/2026', { kind: 'before', to: '2026-09-30' }],
  ['hết quý III', { kind: 'before', to: '2026-09-30' }],
  ['tháng 6/2026', { kind: 'window', from: '2026-06-01', to: '2026-06-30' }],
  ['tháng 02', { kind: 'window', from: '2026-02-01', to: '2026-02-28' }],
  ['tháng 4, 5/2026', { kind: 'window', from: '2026-04-01', to: '2026-05-31' }],
  [
    'tháng 6 và tháng 12/2026',
    {
      kind: 'several',
      windows: [
        { from: '2026-06-01', to: '2026-06-30' },
        { from: '2026-12-01', to: '2026-12-31' },
      ],
      to: '2026-12-31',
    },
  ],
  ['hết tháng 9 năm 2026', { kind: 'before', to: '2026-09-30' }],
  ['chậm nhất là ngày 15/11/2026', { kind: 'before', to: '2026-11-15' }],
  ['chậm nhất trong tháng 8', { kind: 'before', to: '2026-08-31' }],
  ['30/6/2026', { kind: 'before', to: '2026-06-30' }],
  ['trước 20/6', { kind: 'before', to: '2026-06-20' }],
  ['ngày 30 tháng 9 năm 2026', { kind: 'before', to: '2026-09-30' }],
  ['từ ngày 01/3/2026 đến ngày 30/4/2026', { kind: 'window', from: '2026-03-01', to: '2026-04-30' }],
  ['06 tháng đầu năm', { kind: 'window', from: '2026-01-01', to: '2026-06-30' }],
  ['6 tháng cuối năm 2026', { kind: 'window', from: '2026-07-01', to: '2026-12-31' }],
  ['9 tháng đầu năm', { kind: 'window', from: '2026-01-01', to: '2026-09-30' }],
  ['trong năm 2026', { kind: 'window', from: '2026-01-01', to: '2026-12-31' }],
  ['năm 2026', { kind: 'window', from: '2026-01-01', to: '2026-12-31' }],
  ['cuối năm', { kind: 'before', to: '2026-12-31' }],
  ['trước ngày 15/01/2027', { kind: 'before', to: '2027-01-15' }],
  ['hằng tháng', { kind: 'recurring', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=-1' }],
  ['hàng quý', { kind: 'recurring', recurrence: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1' }],
  ['Định kỳ hàng tuần', { kind: 'recurring', recurrence: 'FREQ=WEEKLY;BYDAY=FR' }],
  ['định kỳ', CHECK],
  ['Theo chỉ đạo của UBND Thành phố', { kind: 'on_request', requestedBy: 'UBND Thành phố' }],
  ['theo yêu cầu', { kind: 'on_request' }],
  ['hoàn thành trước ngày 31/9/2026', { kind: 'not_understood' }],
  ['tháng 13/2026', { kind: 'not_understood' }],
  ['ngay sau khi có kết luận kiểm tra', { kind: 'not_understood' }],
  ['trước kỳ họp HĐND', { kind: 'not_understood' }],
  ['theo Nghị quyết số 17/NQ-CP ngày 07/3/2019', { kind: 'not_understood' }],
  ['', { kind: 'none' }],
];

describe('a deadline in the words of an office', () => {
  it.each(SENTENCES)('%s', (words, expected) => {
    const { words: kept, ...deadline } = readDeadline(words, { year: 2026 });
    expect(kept).toBe(words);
    expect(deadline).toEqual(expected);
  });

  it('counts the day of "trước ngày" unless the reading is strict', () => {
    const words = 'hoàn thành trước ngày 31/12/2026';
    expect(readDeadline(words, { year: 2026, beforeDay: 'strict' }).to).toBe('2026-12-30');
    expect(readDeadline(words, { year: 2026, beforeDay: 'inclusive' }).to).toBe('2026-12-31');
    expect(readDeadline('trước tháng 10/2026', { year: 2026, beforeDay: 'strict' }).to).toBe('2026-09-30');
  });

  it('reads decomposed letters and the other tone position alike', () => {
    for (const [words, expected] of SENTENCES) {
      const { words: _kept, ...deadline } = readDeadline(words.normalize('NFD'), { year: 2026 });
      expect(deadline).toEqual(expected);
    }
  });

  it('does not guess a year that neither the words nor the plan give', () => {
    expect(readDeadline('trước ngày 30/6', {}).kind).toBe('not_understood');
    expect(readDeadline('quý II', {}).kind).toBe('not_understood');
    expect(readDeadline('quý II/2027', {}).to).toBe('2027-06-30');
  });

  it('keeps the completion times of a list as several windows', () => {
    const deadline = readDeadline(
      'Thời gian hoàn thành: hoàn thành trong quý II/2026; hoàn thành trong quý III/2026',
      {
        year: 2026,
      },
    );
    expect(deadline).toMatchObject({ kind: 'several', windows: [Q2, Q3], to: '2026-09-30' });
  });

  it.each(['trước ngày 31/12/9999', '30/6/0206', 'năm 1900'])(
    'does not take a slip of the pen for a day: %s',
    (words) => {
      expect(readDeadline(words, { year: 2026 })).toEqual({ words, kind: 'not_understood' });
    },
  );

  it('never gives a window that ends before it begins, whatever it is fed', () => {
    const word = fc.constantFrom(
      'quý',
      'tháng',
      'ngày',
      'trước',
      'II',
      'IV',
      '31/12',
      '2026',
      '/',
      'và',
      '-',
      '6',
      'đến',
      'hết',
      'năm',
      'từ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const deadline = readDeadline(words.join(' '), { year: 2026 });
        for (const each of deadline.windows ?? [])
          expect(each.from === undefined || each.from <= each.to).toBe(true);
        if (deadline.from !== undefined) expect(deadline.from <= (deadline.to ?? '')).toBe(true);
      }),
    );
  });
});
