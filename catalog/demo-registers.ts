import type { Values } from '#core/registers/register.ts';
import type { LEAD_KINDS } from './hanoi-2025-ward.ts';

/** A row of the demonstration and the department that keeps it. */
export type DemoRow = { department: keyof typeof LEAD_KINDS | null; values: Values };
export type DemoRegister = {
  key: string;
  rows: readonly DemoRow[];
  /** Closed at the end of this month; without rows that says nothing arose. */
  closed?: string;
};

const YEAR = 2026;
const MONTHS = Array.from({ length: 10 }, (_each, position) => position + 1);
const two = (number: number) => String(number).padStart(2, '0');
const day = (month: number, date: number) => `${YEAR}-${two(month)}-${two(date)}`;
const period = (month: number) => `${YEAR}-${two(month)}`;
const kept = (department: DemoRow['department'], ...rows: Values[]): DemoRow[] =>
  rows.map((values) => ({ department, values }));

/** Documents sent a month by each department, and how many of them were not fully signed: 1.812 of 2.013. */
const SENT: [department: 'office' | 'culture' | 'economy', outgoing: number[], unsigned: number[]][] = [
  ['office', [88, 79, 96, 104, 98, 101, 95, 92, 99, 98], [9, 8, 9, 7, 8, 6, 6, 5, 5, 5]],
  ['culture', [58, 49, 62, 66, 60, 64, 61, 57, 63, 60], [8, 7, 8, 8, 7, 6, 6, 6, 5, 5]],
  ['economy', [41, 38, 47, 49, 46, 50, 48, 45, 50, 49], [9, 8, 8, 7, 7, 6, 5, 6, 6, 5]],
];

function documentsSent(): DemoRow[] {
  return SENT.flatMap(([department, outgoing, unsigned]) =>
    kept(
      department,
      ...MONTHS.map((month, at) => ({
        month: period(month),
        outgoing: outgoing[at]!,
        signed: outgoing[at]! - unsigned[at]!,
        files: outgoing[at]!,
        files_online: outgoing[at]! - (at % 3 === 0 ? 1 : 0),
      })),
    ),
  );
}

const PROCEDURES = ['Chứng thực bản sao từ bản chính', 'Đăng ký khai sinh', 'Xác nhận tình trạng hôn nhân'];

function filesOfProcedures(): DemoRow[] {
  return MONTHS.flatMap((month) =>
    kept(
      'office',
      ...PROCEDURES.map((procedure, at) => {
        const resolved = 60 - at * 18 + ((month * 7 + at * 5) % 11);
        return {
          month: period(month),
          procedure,
          received: resolved + 3,
          resolved,
          on_time: resolved,
          apologies: 0,
          full_online_total: resolved,
          full_online: resolved - ((month + at) % 4),
          digitised: resolved,
          e_results: resolved,
          payments: 20,
          payments_online: 20 - (month % 3),
        };
      }),
    ),
  );
}

/** Twenty tasks of the city, of which three were late. */
function tasksOfCity(): DemoRow[] {
  return Array.from({ length: 20 }, (_each, at) => {
    const month = 1 + Math.floor(at / 2);
    const isLate = at % 8 === 3;
    return {
      department: (['culture', 'office', 'economy'] as const)[at % 3]!,
      values: {
        assigned_on: day(month, 3),
        document: `${120 + at * 7}/KH-UBND`,
        issuer: 'UBND thành phố Hà Nội',
        kind: at % 4 === 0 ? 'plan' : 'conclusion',
        content: `Triển khai nội dung số ${at + 1} theo văn bản của Thành phố`,
        due_on: day(month, 25),
        done_on: isLate ? day(month, 28) : day(month, 20),
        result: `${40 + at}/BC-UBND`,
      },
    };
  });
}

function reports(): DemoRow[] {
  const reform = (name: string, months: [due: number, sent: number][], due: number) =>
    months.map(([month, sent]) => ({
      name,
      kind: 'reform',
      period: `Tháng ${month}/${YEAR}`,
      due_on: day(month, due),
      sent_on: day(month, sent),
      channel: 'city_system',
      must_be_on_system: true,
      is_on_system: true,
    }));
  return [
    ...kept(
      'culture',
      ...reform(
        'Báo cáo công tác cải cách hành chính',
        [
          [3, 12],
          [6, 14],
          [9, 15],
        ],
        15,
      ),
    ),
    ...kept(
      'economy',
      {
        name: 'Báo cáo chấp hành ngân sách quý II',
        kind: 'budget',
        period: `Quý II/${YEAR}`,
        due_on: day(7, 10),
        sent_on: day(7, 13),
        channel: 'axis',
        note: 'Gửi chậm do chờ đối chiếu số liệu với Kho bạc.',
      },
      {
        name: 'Báo cáo chấp hành ngân sách quý III',
        kind: 'budget',
        period: `Quý III/${YEAR}`,
        due_on: day(10, 10),
        sent_on: day(10, 9),
        channel: 'axis',
      },
    ),
  ];
}

/** Forty records of staff by code, of which thirty are complete and checked against the national database. */
function recordsOfStaff(): DemoRow[] {
  return kept(
    'culture',
    ...Array.from({ length: 40 }, (_each, at) => ({
      code: `HS-${String(at + 1).padStart(3, '0')}`,
      checked_on: day(8, 15),
      is_complete: at < 34,
      is_verified: at < 30,
      ...(at < 34 ? {} : { fault: 'Thiếu quá trình lương' }),
    })),
  );
}

/** Fifty petitions of the ward's own competence, five a month, one of them settled a day late. */
function petitions(): DemoRow[] {
  return MONTHS.flatMap((month) =>
    kept(
      'office',
      ...[2, 3, 4, 5, 6].map((date, at) => ({
        code: `ĐT-${two(month)}-${at + 1}`,
        received_on: day(month, date),
        kind: 'petition',
        is_ours: true,
        due_on: day(month, date + 20),
        done_on: day(month, month === 7 && at === 0 ? date + 21 : date + 12 + at),
      })),
    ),
  );
}

/** What the demonstration ward has kept by the end of October: enough that most points come from numbers. */
export const DEMO_REGISTERS: readonly DemoRegister[] = [
  { key: 'e_documents', rows: documentsSent(), closed: period(10) },
  { key: 'procedure_files', rows: filesOfProcedures(), closed: period(10) },
  { key: 'city_tasks', rows: tasksOfCity() },
  { key: 'reports', rows: reports() },
  { key: 'staff_records', rows: recordsOfStaff() },
  {
    key: 'initiatives',
    rows: kept(
      'culture',
      {
        name: 'Phiếu hẹn một lần cho hồ sơ chứng thực',
        problem: 'Người dân phải đi lại hai lần để nhận kết quả.',
        effect: 'Giảm một lượt đi lại cho mỗi hồ sơ.',
        applied_on: day(3, 2),
        recognised_on: day(8, 20),
        recognition: '3121/QĐ-UBND',
      },
      { name: 'Nhắc hạn hồ sơ bằng tin nhắn', applied_on: day(6, 10) },
    ),
  },
  {
    key: 'discipline',
    rows: kept('culture', {
      code: 'KL-01',
      decided_on: day(5, 14),
      origin: 'check',
      measure: 'reprimand',
      decision: '211/QĐ-UBND',
      remedy: 'Kiểm điểm trước đơn vị, phân công người hướng dẫn.',
    }),
  },
  {
    key: 'dialogues',
    rows: kept(
      'office',
      { held_on: day(5, 22), kind: 'dialogue', people: 64, businesses: 12, opinions: 18, settled: 18 },
      { held_on: day(10, 16), kind: 'dialogue', people: 71, businesses: 9, opinions: 15, settled: 13 },
    ),
  },
  {
    key: 'feedback',
    rows: kept(
      'office',
      ...MONTHS.map((month) => ({
        code: `PA-${two(month)}`,
        origin: 'national',
        content: 'Đề nghị hướng dẫn thành phần hồ sơ.',
        received_on: day(month, 5),
        due_on: day(month, 15),
        answered_on: day(month, 9),
        published_on: day(month, 10),
        rating: month % 5 === 0 ? 'dissatisfied' : 'satisfied',
      })),
    ),
  },
  {
    key: 'publicity',
    rows: kept(
      'culture',
      ...MONTHS.map((month) => ({
        form: (['portal', 'loudspeaker', 'leaflet', 'social'] as const)[month % 4]!,
        content: `Tuyên truyền cải cách hành chính tháng ${month}`,
        due_on: day(month, 20),
        done_on: day(month, 18),
        reached: 300 + month * 20,
      })),
    ),
  },
  {
    key: 'monthly_ratings',
    rows: kept(
      'culture',
      ...MONTHS.map((month) => ({
        month: period(month),
        is_complete: true,
        people: 40,
        excellent: 7,
        good: 28,
        done: 5,
        failed: 0,
      })),
    ),
  },
  {
    key: 'training',
    rows: kept(
      'culture',
      {
        name: 'Bồi dưỡng kỹ năng số cho công chức một cửa',
        kind: 'mandatory',
        starts_on: day(4, 6),
        done_on: day(4, 10),
        target: 12,
        trained: 12,
      },
      {
        name: 'Bồi dưỡng nghiệp vụ cải cách hành chính',
        kind: 'specialised',
        starts_on: day(9, 7),
        done_on: day(9, 9),
        target: 20,
        trained: 18,
      },
    ),
  },
  {
    key: 'staffing',
    rows: (['culture', 'office', 'economy'] as const).map((department) => ({
      department,
      values: {
        noted_on: day(6, 30),
        name:
          department === 'office'
            ? 'Văn phòng'
            : department === 'culture'
              ? 'Phòng Văn hóa - Xã hội'
              : 'Phòng Kinh tế, Hạ tầng và Đô thị',
        kind: 'office',
        deputies_allowed: 2,
        deputies: 2,
        quota: 14,
        present: 13,
        placed: 13,
        qualified: 13,
      },
    })),
  },
  {
    key: 'finance',
    rows: kept(
      'economy',
      {
        noted_on: day(10, 31),
        kind: 'project',
        name: 'Kế hoạch đầu tư công',
        planned: 18_500,
        reached: 15_910,
        unit: 'triệu đồng',
      },
      {
        noted_on: day(10, 31),
        kind: 'revenue',
        name: 'Thu ngân sách trên địa bàn',
        planned: 92_000,
        reached: 90_160,
        unit: 'triệu đồng',
      },
      {
        noted_on: day(7, 12),
        kind: 'disclosure',
        name: 'Công khai quyết toán',
        due_on: day(7, 15),
        done_on: day(7, 12),
      },
    ),
  },
  {
    key: 'city_verdicts',
    rows: kept('culture', {
      noted_on: day(9, 30),
      kind: 'bonus',
      document: '402/TTr-UBND',
      content: 'Mô hình một cửa lưu động tại nhà văn hóa tổ dân phố',
      points: 1,
      state: 'claimed',
    }),
  },
  { key: 'petitions', rows: petitions(), closed: period(10) },
];
