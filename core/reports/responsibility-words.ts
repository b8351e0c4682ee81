import type { Holder } from '#core/plans/custody.ts';
import { type Basis, type ResponsibilityLine, sumByDepartment } from '#core/responsibility/responsibility.ts';

import { printNumber } from '#core/scoring/printed-numbers.ts';
import { printDay } from '#core/written-day.ts';

/** Everything the responsibility list of a unit is printed from. Days in the shares are of the basis. */
export type ResponsibilityList = {
  unitName: string;
  /** What the work is of, in words: "Kế hoạch cải cách hành chính năm 2026". */
  planName: string;
  /** The department it is limited to; null for the whole unit. */
  departmentName: string | null;
  /** The day up to which open work is counted. */
  asOf: string;
  basis: Basis;
  lines: ResponsibilityLine[];
};

export const RESPONSIBILITY_TITLE = 'DANH SÁCH';
/** Printed where the plan gives the work to nobody. */
export const UNASSIGNED = 'Chưa phân công đơn vị';

const HOLDER_WORDS: Readonly<Record<Holder, string>> = {
  owner: 'Đơn vị chủ trì',
  coordinator: 'Đơn vị phối hợp',
  approver: 'Lãnh đạo phê duyệt',
  upper_level: 'Cơ quan cấp trên',
};

/** The headings of the list, in both of its forms. */
export const RESPONSIBILITY_HEADINGS = [
  'STT',
  'Đơn vị chủ trì',
  'Nhiệm vụ',
  'Thời hạn',
  'Hoàn thành',
  'Số ngày chậm',
  'Chậm do ai giữ',
  'Giải trình',
  'Ý kiến của lãnh đạo',
] as const;

/** What the list is about: "Các cơ quan, đơn vị, cá nhân chậm hoàn thành nhiệm vụ của Kế hoạch …". */
export function subjectOf({ planName }: Pick<ResponsibilityList, 'planName'>): string {
  return `Các cơ quan, đơn vị, cá nhân chậm hoàn thành nhiệm vụ của ${planName}`;
}

/** Whose work it is where not everybody's, and how days were counted and split, below the list's title. */
export function sayCounting({
  asOf,
  basis,
  departmentName,
}: Pick<ResponsibilityList, 'asOf' | 'basis' | 'departmentName'>): string {
  const days = basis === 'working' ? 'ngày làm việc' : 'ngày, gồm cả ngày nghỉ';
  const limited = departmentName === null ? '' : `Phần của ${departmentName}. `;
  return `${limited}Số liệu đến ngày ${printDay(asOf)}; số ngày chậm được chia theo ${days}`;
}

/** The cells of one line, in the order of the headings; "" where there is nothing to say. */
export function cellsOf(line: ResponsibilityLine, position: number, basis: ResponsibilityList['basis']) {
  const { occurrenceName, ownerNames, leadName } = line;
  const people = ownerNames.filter((name) => name !== leadName);
  return [
    String(position + 1),
    [leadName || UNASSIGNED, ...people].join('\n'),
    occurrenceName === null ? line.text : `${line.text} (${occurrenceName})`,
    sayDue(line),
    line.finishedOn === null ? 'Chưa hoàn thành' : printDay(line.finishedOn),
    sayDays(line, basis),
    line.shares.map((share) => `${sayHolder(share)}: ${share.days} ngày`).join('\n'),
    sayExplanation(line),
    sayDecision(line),
  ];
}

/** The whole list in one sentence: items, departments, days, and how many of them others held. */
export function sayTotals({ lines, basis }: Pick<ResponsibilityList, 'lines' | 'basis'>): string {
  if (lines.length === 0) return 'Không có nhiệm vụ chậm hoàn thành.';
  const sums = sumByDepartment(lines);
  const owners = sums.reduce((days, sum) => days + sum.heldByOwner, 0);
  const others = sums.reduce((days, sum) => days + sum.heldByOthers, 0);
  const unit = basis === 'working' ? 'ngày làm việc' : 'ngày';
  const say = (days: number) => `${printNumber(String(days), 'vi')} ${unit}`;
  return `Danh sách có ${lines.length} nhiệm vụ của ${sums.length} đơn vị chủ trì, tổng cộng chậm ${say(owners + others)}; trong đó đơn vị chủ trì giữ ${say(owners)}, nơi khác giữ ${say(others)}.`;
}

/** Who held the work, by name where one is known: "Cơ quan cấp trên (Sở Nội vụ)". */
function sayHolder({ holder, name }: { holder: Holder; name: string | null }): string {
  return name === null ? HOLDER_WORDS[holder] : `${HOLDER_WORDS[holder]} (${name})`;
}

/** Days late with the other way of counting beside them where it differs: "12", "(8 ngày làm việc)". */
function sayDays(
  { daysLate, workingDaysLate }: ResponsibilityLine,
  basis: ResponsibilityList['basis'],
): string {
  if (daysLate === workingDaysLate) return String(daysLate);
  return basis === 'working'
    ? `${workingDaysLate}\n(${daysLate} ngày kể cả ngày nghỉ)`
    : `${daysLate}\n(${workingDaysLate} ngày làm việc)`;
}

function sayDue({ originalDueOn, dueOn, extension }: ResponsibilityLine): string {
  if (originalDueOn === dueOn) return printDay(dueOn);
  const extended = `Gia hạn: ${printDay(dueOn)}`;
  return [
    `Gốc: ${printDay(originalDueOn)}`,
    extension === null ? extended : `${extended} (${extension})`,
  ].join('\n');
}

function sayExplanation({ explanation }: ResponsibilityLine): string {
  return explanation === null ? '' : `${explanation.text} (${explanation.byName})`;
}

function sayDecision({ decision }: ResponsibilityLine): string {
  if (decision === null) return '';
  const verdict = decision.isAccepted ? 'Chấp nhận' : 'Không chấp nhận';
  const said = decision.reason === '' ? verdict : `${verdict}: ${decision.reason}`;
  return `${said} (${decision.byName})`;
}
