import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '#core/deadlines/days.ts';
import { type CustodyMove, HOLDERS, type Holder } from '#core/plans/custody.ts';
import { splitLateness } from './lateness.ts';

/** Days without work in the stories: weekends (1970-01-01 was a Thursday), 1 January, Tết Bính Ngọ. */
const HOLIDAYS = ['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'];
const isCounted = (day: string) => (dayNumber(day) + 3) % 7 < 5 && !HOLIDAYS.includes(day);

const to = (holder: Holder, day: string, answerBy: string | null = null, name = ''): CustodyMove => ({
  day: day.length === 5 ? `2026-${day}` : day,
  holder,
  departmentId: null,
  name: name === '' ? null : name,
  answerBy: answerBy?.length === 5 ? `2026-${answerBy}` : answerBy,
});
const back = (day: string) => to('owner', day);

/** "due..ended"; the split as "days/counted: who days, …". June 2026 begins on a Monday. */
type Story = [sentence: string, days: string, moves: CustodyMove[], split: string, basis?: 'working'];

const stories: Story[] = [
  ['Xong trước hạn: không ai chậm', '06-10..06-08', [], '0/0:'],
  ['Xong đúng ngày hết hạn: không chậm', '06-10..06-10', [], '0/0:'],
  ['Xong sau hạn một ngày: phòng chủ trì chậm một ngày', '06-10..06-11', [], '1/1: owner 1'],
  ['Chưa xong, hôm nay quá hạn 5 ngày: cả 5 ngày của phòng chủ trì', '06-10..06-15', [], '5/3: owner 5'],
  ['Đã gia hạn đến ngày 20: chỉ tính từ ngày 21', '06-20..06-22', [], '2/1: owner 2'],
  [
    'Gia hạn đến ngày 20 và xong ngày 19: không chậm so với hạn mới',
    '06-20..06-19',
    [to('approver', '06-12'), back('06-15')],
    '0/0:',
  ],
  [
    'Phòng chủ trì trình trước hạn 2 ngày, lãnh đạo ký sau hạn 3 ngày: cả 3 ngày do người duyệt',
    '06-10..06-13',
    [to('approver', '06-08')],
    '3/2: approver 3',
  ],
  [
    'Trình đúng ngày hết hạn, ký hôm sau: ngày chậm do người duyệt',
    '06-10..06-11',
    [to('approver', '06-10')],
    '1/1: approver 1',
  ],
  [
    'Trình sau hạn 2 ngày, ký sau đó 3 ngày: ngày trình đã thuộc người duyệt',
    '06-10..06-15',
    [to('approver', '06-12')],
    '5/3: approver 4, owner 1',
  ],
  [
    'Phòng phối hợp trả lời sau hạn 3 ngày, phòng chủ trì làm thêm 2 ngày: ngày trả lại thuộc phòng chủ trì',
    '06-10..06-15',
    [to('coordinator', '06-05'), back('06-13')],
    '5/3: owner 3, coordinator 2',
  ],
  [
    'Sở Nội vụ không trả lời: mọi ngày chậm do cấp trên',
    '06-10..06-30',
    [to('upper_level', '06-01', null, 'Sở Nội vụ')],
    '20/14: upper_level(Sở Nội vụ) 20',
  ],
  [
    'Hai phòng phối hợp giữ sau hạn: chia cho từng phòng',
    '06-10..06-20',
    [
      to('coordinator', '06-09', null, 'Công an phường'),
      back('06-14'),
      to('coordinator', '06-14', null, 'Phòng Kinh tế'),
      back('06-20'),
    ],
    '10/7: coordinator(Phòng Kinh tế) 6, coordinator(Công an phường) 3, owner 1',
  ],
  [
    'Một phòng phối hợp giữ hai lần: cộng lại thành một dòng',
    '06-10..06-20',
    [
      to('coordinator', '06-10', null, 'Công an phường'),
      back('06-13'),
      to('coordinator', '06-16', null, 'Công an phường'),
      back('06-19'),
    ],
    '10/7: coordinator(Công an phường) 5, owner 5',
  ],
  [
    'Đi lại nhiều lần trong một ngày: ngày đó thuộc người giữ cuối ngày',
    '06-10..06-12',
    [to('approver', '06-11'), back('06-11'), to('approver', '06-11'), back('06-11')],
    '2/2: owner 2',
  ],
  [
    'Trình, trả lại rồi trình tiếp trong một ngày: ngày đó của người duyệt',
    '06-10..06-11',
    [to('approver', '06-11'), back('06-11'), to('approver', '06-11')],
    '1/1: approver 1',
  ],
  [
    'Nghỉ Tết nằm giữa, tính ngày làm việc: hạn 13/02, xong 24/02 là 2 ngày',
    '02-13..02-24',
    [],
    '11/2: owner 2',
    'working',
  ],
  ['Nghỉ Tết nằm giữa, tính mọi ngày: 11 ngày', '02-13..02-24', [], '11/2: owner 11'],
  [
    'Người duyệt giữ qua Tết rồi trả, tính ngày làm việc: ngày nghỉ không tính cho ai',
    '02-13..02-25',
    [to('approver', '02-12'), back('02-24')],
    '12/3: owner 2, approver 1',
    'working',
  ],
  ['Hạn thứ Sáu, xong Chủ nhật, tính ngày làm việc: không ngày nào', '06-12..06-14', [], '2/0:', 'working'],
  ['Năm nhuận có ngày 29/02: hạn 28/02, xong 01/03 là 2 ngày', '2028-02-28..2028-03-01', [], '2/2: owner 2'],
  ['Năm thường không có ngày 29/02: hạn 28/02, xong 01/03 là 1 ngày', '02-28..03-01', [], '1/0: owner 1'],
  [
    'Qua năm mới: hạn 31/12, người duyệt ký ngày 02/01',
    '2025-12-31..2026-01-02',
    [to('approver', '2025-12-30')],
    '2/1: approver 2',
  ],
  [
    'Còn dở và đang ở người duyệt: tính đến hôm nay',
    '06-10..06-18',
    [to('approver', '06-12')],
    '8/6: approver 7, owner 1',
  ],
  [
    'Phòng phối hợp trả lời chậm 4 ngày so với thời hạn được giao, trước hạn chung: nhận 4 ngày chậm của phòng chủ trì',
    '06-10..06-16',
    [to('coordinator', '06-01', '06-04'), back('06-08')],
    '6/4: coordinator 4, owner 2',
  ],
  [
    'Trả lời chậm 5 ngày nhưng phòng chủ trì chỉ chậm 2 ngày: không nhận quá 2 ngày',
    '06-10..06-12',
    [to('coordinator', '06-01', '06-03'), back('06-08')],
    '2/2: coordinator 2',
  ],
  [
    'Hai nơi trả lời chậm: nhận theo thứ tự thời gian, phần còn lại của phòng chủ trì',
    '06-10..06-15',
    [
      to('coordinator', '06-01', '06-02', 'Công an phường'),
      back('06-04'),
      to('upper_level', '06-05', '06-08', 'Sở Nội vụ'),
      back('06-09'),
    ],
    '5/3: coordinator(Công an phường) 2, owner 2, upper_level(Sở Nội vụ) 1',
  ],
  [
    'Hai nơi trả lời chậm nhưng phòng chủ trì chậm ít: nơi trước nhận hết',
    '06-10..06-12',
    [
      to('coordinator', '06-01', '06-02', 'Công an phường'),
      back('06-05'),
      to('upper_level', '06-05', '06-08', 'Sở Nội vụ'),
      back('06-10'),
    ],
    '2/2: coordinator(Công an phường) 2',
  ],
  [
    'Phòng phối hợp trả lời đúng thời hạn được giao: không nhận ngày nào',
    '06-10..06-12',
    [to('coordinator', '06-01', '06-08'), back('06-08')],
    '2/2: owner 2',
  ],
  [
    'Không ai giao thời hạn cho phòng phối hợp: không nhận ngày nào',
    '06-10..06-12',
    [to('coordinator', '06-01'), back('06-09')],
    '2/2: owner 2',
  ],
  [
    'Người duyệt trả lại vì chưa đạt sau hạn 1 ngày, phòng chủ trì làm lại 3 ngày rồi trình, ký ngay',
    '06-10..06-15',
    [to('approver', '06-09'), back('06-12'), to('approver', '06-15')],
    '5/3: owner 3, approver 2',
  ],
  [
    'Người duyệt ký trả lại ngày 13, phòng chủ trì xong ngay hôm đó: ngày 13 thuộc nơi nhận lại',
    '06-10..06-13',
    [to('approver', '06-08'), back('06-13')],
    '3/2: approver 2, owner 1',
  ],
  [
    'Sau hạn mới chuyển cho phòng phối hợp: ngày trước đó của phòng chủ trì',
    '06-10..06-18',
    [to('coordinator', '06-15')],
    '8/6: owner 4, coordinator 4',
  ],
  [
    'Quá thời hạn riêng sau hạn chung: chỉ tính những ngày đang giữ',
    '06-10..06-18',
    [to('upper_level', '06-11', '06-12'), back('06-15')],
    '8/6: upper_level 4, owner 4',
  ],
  [
    'Quá thời hạn riêng trước hạn và giữ qua hạn: nhận cả ngày đang giữ và ngày lấn vào',
    '06-10..06-15',
    [to('approver', '06-05', '06-08'), back('06-12')],
    '5/3: approver 3, owner 2',
  ],
  [
    'Thời hạn riêng kết thúc thứ Sáu, trả lời thứ Hai, tính ngày làm việc: lấn một ngày',
    '06-10..06-12',
    [to('coordinator', '06-01', '06-05'), back('06-08')],
    '2/2: coordinator 1, owner 1',
    'working',
  ],
  [
    'Người duyệt trình tiếp lên Sở: người duyệt lấn 1 ngày, Sở giữ đến khi xong',
    '06-10..06-12',
    [to('approver', '06-05', '06-07'), to('upper_level', '06-08', '06-15', 'Sở Nội vụ')],
    '2/2: upper_level(Sở Nội vụ) 2',
  ],
  [
    'Chuyển giao sau ngày hoàn thành: không đổi kết quả',
    '06-10..06-12',
    [to('approver', '06-13')],
    '2/2: owner 2',
  ],
  [
    'Thời hạn riêng ghi sớm hơn ngày nhận: ngày nhận không tính là lấn',
    '06-10..06-15',
    [to('coordinator', '06-05', '06-01'), back('06-07')],
    '5/3: owner 3, coordinator 2',
  ],
];

describe('chia trách nhiệm chậm', () => {
  it.each(stories)('%s', (_sentence, days, moves, split, basis = undefined) => {
    const [dueOn = '', endedOn = ''] = days
      .split('..')
      .map((day) => (day.length === 5 ? `2026-${day}` : day));
    const late = splitLateness({ dueOn, endedOn, moves, isCounted, ...(basis ? { basis } : {}) });
    const shares = late.shares.map(
      ({ holder, name, days: own }) => `${holder}${name === null ? '' : `(${name})`} ${own}`,
    );
    expect(`${late.days}/${late.counted}: ${shares.join(', ')}`.trim()).toBe(split);
  });
});

describe('the laws of the split', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((each) => `2026-06-${String(each).padStart(2, '0')}`);
  const moves = fc.array(
    fc.record({
      day,
      holder: fc.constantFrom(...HOLDERS),
      departmentId: fc.constantFrom(null, 'one', 'two'),
      name: fc.constantFrom(null, 'Sở Nội vụ'),
      answerBy: fc.option(day),
    }),
    { maxLength: 10 },
  );

  it.each(['calendar', 'working'] as const)('shares add up to the days late, %s', (basis) => {
    fc.assert(
      fc.property(day, day, moves, (dueOn, endedOn, told) => {
        const late = splitLateness({ dueOn, endedOn, moves: told, isCounted, basis });
        const sum = late.shares.reduce((total, share) => total + share.days, 0);
        expect(sum).toBe(basis === 'calendar' ? late.days : late.counted);
        expect(late.shares.map(({ days }) => days)).toEqual(
          late.shares.map(({ days }) => days).toSorted((one, other) => other - one),
        );
      }),
    );
  });

  it('a clock that ran out never adds to the days of the department in charge', () => {
    fc.assert(
      fc.property(day, day, moves, (dueOn, endedOn, told) => {
        const withoutClocks = told.map((each) => ({ ...each, answerBy: null }));
        const clear = splitLateness({ dueOn, endedOn, moves: withoutClocks, isCounted });
        const pressed = splitLateness({ dueOn, endedOn, moves: told, isCounted });
        const owners = (late: typeof clear) =>
          late.shares.find(({ holder }) => holder === 'owner')?.days ?? 0;
        expect(owners(pressed)).toBeLessThanOrEqual(owners(clear));
        expect(pressed.days).toBe(clear.days);
      }),
    );
  });
});
