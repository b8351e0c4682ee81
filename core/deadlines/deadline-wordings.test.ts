import { describe, expect, it } from 'vitest';
import type { Deadline } from './deadline.ts';
import { readDeadline } from './read-deadline.ts';

type Expected = Omit<Deadline, 'words'>;

const before = (to: string): Expected => ({ kind: 'before', to });
const window = (from: string, to: string): Expected => ({ kind: 'window', from, to });
const rule = (recurrence: string): Expected => ({ kind: 'recurring', recurrence });
const severalDays = (...days: string[]): Expected => ({
  kind: 'several',
  windows: days.map((to) => ({ to })),
  to: days.at(-1)!,
});
const waitsFor = (requestedBy?: string): Expected => ({
  kind: 'on_request',
  ...(requestedBy === undefined ? {} : { requestedBy }),
});
const CHECK: Expected = { kind: 'recurring', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=-1', isCheck: true };
const UNKNOWN: Expected = { kind: 'not_understood' };
const QUARTERS = 'FREQ=MONTHLY;BYMONTH=3,6,9,12';

const DATED: [string, Expected][] = [
  ['trước 17h00 ngày 30/6/2026', before('2026-06-30')],
  ['trước 16 giờ 30 phút ngày 15/9/2026', before('2026-09-15')],
  ['xong trước 11h30, ngày 20/11', before('2026-11-20')],
  ['đến hết 30/6', before('2026-06-30')],
  ['đến hết ngày 31 tháng 10 năm 2026', before('2026-10-31')],
  ['từ nay đến hết ngày 15/12/2026', before('2026-12-15')],
  ['không quá ngày 05/02/2026', before('2026-02-05')],
  ['hạn cuối 20-11-2026', before('2026-11-20')],
  ['gửi về Phòng Văn hóa - Xã hội trước ngày 25.8.2026', before('2026-08-25')],
  ['muộn nhất vào ngày 10 tháng 7', before('2026-07-10')],
  ['chậm nhất 29/02/2028', before('2028-02-29')],
  ['hoàn thành trong quý III/2026', window('2026-07-01', '2026-09-30')],
  ['hoàn thành trong 6 tháng đầu năm', window('2026-01-01', '2026-06-30')],
  ['tuần đầu tháng 10', window('2026-10-01', '2026-10-07')],
  ['tuần thứ hai của tháng 4/2026', window('2026-04-08', '2026-04-14')],
  ['tuần cuối tháng 02/2028', window('2028-02-23', '2028-02-29')],
  ['trước tuần cuối tháng 6', before('2026-06-23')],
  ['đầu tháng 5/2026', window('2026-05-01', '2026-05-10')],
  ['giữa tháng 8', window('2026-08-11', '2026-08-20')],
  ['cuối tháng 9/2026', window('2026-09-21', '2026-09-30')],
  ['thượng tuần tháng 11/2026', window('2026-11-01', '2026-11-10')],
  ['trung tuần tháng 3', window('2026-03-11', '2026-03-20')],
  ['hạ tuần tháng 12/2026', window('2026-12-21', '2026-12-31')],
  ['tháng cuối quý II/2026', window('2026-06-01', '2026-06-30')],
  ['đầu quý III/2026', window('2026-07-01', '2026-07-31')],
  ['cuối quý IV', window('2026-12-01', '2026-12-31')],
  ['trước ngày 25 tháng cuối quý III/2026', before('2026-09-25')],
  ['từ ngày 25/3 đến hết tháng 4/2026', window('2026-03-25', '2026-04-30')],
  ['từ 01/7/2026 đến 31/8/2026', window('2026-07-01', '2026-08-31')],
  ['từ ngày 15/12/2026 đến ngày 15/01/2027', window('2026-12-15', '2027-01-15')],
  ['từ tháng 3 đến tháng 6/2026', window('2026-03-01', '2026-06-30')],
  ['tháng 7 - 9/2026', window('2026-07-01', '2026-09-30')],
  ['T6/2026', window('2026-06-01', '2026-06-30')],
  ['trong 09/2026', window('2026-09-01', '2026-09-30')],
  ['hoàn thành trong quý 4 năm 2026', window('2026-10-01', '2026-12-31')],
  ['nửa đầu năm 2026', window('2026-01-01', '2026-06-30')],
  ['ngày 20 tháng 3, 6, 9, 12 năm 2026', severalDays('2026-03-20', '2026-06-20', '2026-09-20', '2026-12-20')],
  ['trước ngày 15 tháng 6 và tháng 12', severalDays('2026-06-15', '2026-12-15')],
  ['lần 1 trước ngày 30/4, lần 2 trước ngày 31/10', severalDays('2026-04-30', '2026-10-31')],
  ['báo cáo 6 tháng trước ngày 14/6; báo cáo năm trước ngày 14/12', severalDays('2026-06-14', '2026-12-14')],
  [
    'quý I, quý III/2026',
    {
      kind: 'several',
      windows: [
        { from: '2026-01-01', to: '2026-03-31' },
        { from: '2026-07-01', to: '2026-09-30' },
      ],
      to: '2026-09-30',
    },
  ],
];

const RHYTHMS: [string, Expected][] = [
  ['trước ngày 15 hằng tháng', rule('FREQ=MONTHLY;BYMONTHDAY=15')],
  ['trước ngày 05 hàng tháng', rule('FREQ=MONTHLY;BYMONTHDAY=5')],
  ['ngày mùng 3 hằng tháng', rule('FREQ=MONTHLY;BYMONTHDAY=3')],
  ['từ ngày 20 đến ngày 25 hằng tháng', rule('FREQ=MONTHLY;BYMONTHDAY=25')],
  ['trước ngày 30 hằng tháng', rule('FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1')],
  ['báo cáo hằng tháng trước ngày 25', rule('FREQ=MONTHLY;BYMONTHDAY=25')],
  ['trước ngày 05 của tháng sau', rule('FREQ=MONTHLY;BYMONTHDAY=5')],
  ['ngày làm việc cuối cùng hằng tháng', rule('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')],
  ['tuần đầu hằng tháng', rule('FREQ=MONTHLY;BYMONTHDAY=7')],
  ['mỗi tháng một lần', rule('FREQ=MONTHLY;BYMONTHDAY=-1')],
  ['01 lần/tháng', rule('FREQ=MONTHLY;BYMONTHDAY=-1')],
  ['chậm nhất ngày 25 tháng cuối quý', rule(`${QUARTERS};BYMONTHDAY=25`)],
  ['trước ngày 10 tháng đầu quý sau', rule('FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10')],
  ['mỗi quý một lần', rule(`${QUARTERS};BYMONTHDAY=-1`)],
  ['03 tháng/lần', rule(`${QUARTERS};BYMONTHDAY=-1`)],
  ['hằng quý, xong trước ngày 20 tháng cuối quý', rule(`${QUARTERS};BYMONTHDAY=20`)],
  ['định kỳ 6 tháng', rule('FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1')],
  ['06 tháng một lần', rule('FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1')],
  ['02 lần/năm', rule('FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1')],
  ['hằng năm', rule('FREQ=MONTHLY;BYMONTH=12;BYMONTHDAY=-1')],
  ['chiều thứ Sáu hằng tuần', rule('FREQ=WEEKLY;BYDAY=FR')],
  ['thứ 2 hàng tuần', rule('FREQ=WEEKLY;BYDAY=MO')],
  ['hằng tuần', rule('FREQ=WEEKLY;BYDAY=FR')],
  ['hằng tháng trong năm 2026', rule('FREQ=MONTHLY;BYMONTHDAY=-1')],
  [
    'hằng tháng, từ tháng 3 đến tháng 11/2026',
    {
      ...rule('FREQ=MONTHLY;BYMONTHDAY=-1'),
      from: '2026-03-01',
      to: '2026-11-30',
    },
  ],
  ['thường xuyên trong năm 2026', CHECK],
  ['Hằng ngày', CHECK],
  ['quanh năm', CHECK],
  ['thường xuyên; hoàn thành trước ngày 31/12/2026', before('2026-12-31')],
];

const WAITING: [string, Expected][] = [
  ['ngay sau khi có hướng dẫn của Sở Nội vụ', waitsFor('Sở Nội vụ')],
  ['sau khi có văn bản chỉ đạo của UBND Thành phố', waitsFor('UBND Thành phố')],
  ['khi có yêu cầu', waitsFor()],
  ['theo hướng dẫn của Văn phòng UBND Thành phố', waitsFor('Văn phòng UBND Thành phố')],
  [
    'trong 05 ngày làm việc kể từ ngày nhận được văn bản của Sở Nội vụ',
    {
      ...waitsFor('Sở Nội vụ'),
      within: { count: 5, unit: 'working_day', event: 'nhận được văn bản của Sở Nội vụ' },
    },
  ],
  [
    'chậm nhất 10 ngày sau khi kế hoạch được ban hành',
    {
      ...waitsFor(),
      within: { count: 10, unit: 'day', event: 'kế hoạch được ban hành' },
    },
  ],
  ['cùng kỳ báo cáo quý', { kind: 'report_calendar' }],
  ['theo chế độ báo cáo định kỳ hằng tháng', { kind: 'report_calendar', reports: 'month' }],
  ['báo cáo định kỳ 6 tháng, năm', { kind: 'report_calendar', reports: 'half_year' }],
  ['báo cáo định kỳ quý, 6 tháng, 9 tháng và năm', { kind: 'report_calendar' }],
];

const COUNTED: [string, Expected][] = [
  [
    'trong 05 ngày làm việc kể từ ngày 10/3/2026',
    {
      ...before('2026-03-17'),
      within: { count: 5, unit: 'working_day', since: '2026-03-10' },
    },
  ],
  [
    'trong thời hạn 03 ngày làm việc, kể từ ngày 12/02/2026',
    {
      ...before('2026-02-24'),
      within: { count: 3, unit: 'working_day', since: '2026-02-12' },
    },
  ],
  [
    'trong vòng 15 ngày kể từ ngày ký, ngày 20/02/2026',
    {
      ...before('2026-03-07'),
      within: { count: 15, unit: 'day', since: '2026-02-20' },
    },
  ],
  [
    'không quá 02 tuần từ ngày 28/12/2026',
    {
      ...before('2027-01-11'),
      within: { count: 2, unit: 'week', since: '2026-12-28' },
    },
  ],
  [
    'trong 01 tháng kể từ ngày 31/01/2026',
    {
      ...before('2026-02-28'),
      within: { count: 1, unit: 'month', since: '2026-01-31' },
    },
  ],
];

const NOT_UNDERSTOOD: [string, Expected][] = [
  ['sau ngày 30/6/2026', UNKNOWN],
  ['từ ngày 01/7/2026', UNKNOWN],
  ['từ quý III/2026', UNKNOWN],
  ['trước ngày 30/02/2026', UNKNOWN],
  ['trước 10 ngày so với kỳ họp', UNKNOWN],
  ['trong 05 ngày làm việc', UNKNOWN],
  ['sớm nhất có thể', UNKNOWN],
  ['trước khi kết thúc năm học', UNKNOWN],
  ['sau Đại hội', UNKNOWN],
  ['trong tháng', UNKNOWN],
];

describe('a deadline as offices write it', () => {
  it.each([...DATED, ...RHYTHMS, ...WAITING, ...COUNTED, ...NOT_UNDERSTOOD])('%s', (words, expected) => {
    const { words: kept, ...deadline } = readDeadline(words, { year: 2026 });
    expect(kept).toBe(words);
    expect(deadline).toEqual(expected);
  });

  it.each([
    ['trước ngày 15 hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=14'],
    ['trước ngày 01 hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['chậm nhất ngày 25 tháng cuối quý', `${QUARTERS};BYMONTHDAY=25`],
  ])('reads "%s" strictly', (words, recurrence) => {
    expect(readDeadline(words, { year: 2026, beforeDay: 'strict' }).recurrence).toBe(recurrence);
  });
});
