import { describe, expect, it } from 'vitest';
import { dayNumber } from '#core/deadlines/days.ts';
import type { CustodyMove } from '#core/plans/custody.ts';
import {
  type DatedWork,
  type DecisionInput,
  listResponsibility,
  refuseDecision,
  refuseExplanation,
  responsibilityLineSchema,
  sumByDepartment,
} from './responsibility.ts';

const isCounted = (day: string) => (dayNumber(day) + 3) % 7 < 5;
const atCity: CustodyMove = {
  day: '2026-06-09',
  holder: 'upper_level',
  departmentId: null,
  name: 'Sở Nội vụ',
  answerBy: null,
};
const work = (key: string, leadName: string, finishedOn: string | null, more: Partial<DatedWork> = {}) => ({
  taskId: '00000000-0000-4000-8000-000000000001',
  key,
  section: key.split('/')[0] ?? '',
  text: 'Ban hành kế hoạch kiểm tra cải cách hành chính',
  leadName,
  ownerNames: [leadName],
  ownerIds: [],
  originalDueOn: '2026-06-10',
  dueOn: '2026-06-10',
  extension: null,
  finishedOn,
  explanation: null,
  decision: null,
  occurrence: '',
  version: 0,
  occurrenceName: null,
  moves: [],
  ...more,
});
const works = [
  work('2.1/2', 'Văn phòng', '2026-06-13'),
  work('2.1/10', 'Phòng Văn hóa - Xã hội', '2026-06-12'),
  work('2.1/9', 'Phòng Văn hóa - Xã hội', '2026-06-12', { moves: [atCity] }),
  work('2.1/1', 'Phòng Văn hóa - Xã hội', null, { dueOn: '2026-06-12', extension: 'Công văn 12/UBND' }),
  work('2.1/3', 'Văn phòng', '2026-06-10'),
];
const today = '2026-06-14';

describe('the responsibility list', () => {
  it('tells what is late by department, the latest first, then in the order of the plan', () => {
    const lines = listResponsibility(works, { today, isCounted, basis: 'calendar' });
    const told = lines.map(({ key, daysLate, workingDaysLate, shares }) => [
      key,
      daysLate,
      workingDaysLate,
      shares.map(({ holder, name, days }) => `${holder} ${name ?? ''} ${days}`).join(', '),
    ]);
    expect(told).toEqual([
      ['2.1/1', 2, 0, 'owner  2'],
      ['2.1/9', 2, 2, 'upper_level Sở Nội vụ 2'],
      ['2.1/10', 2, 2, 'owner  2'],
      ['2.1/2', 3, 2, 'owner  3'],
    ]);
    expect(lines.every((line) => responsibilityLineSchema.strict().safeParse(line).success)).toBe(true);
  });

  it('leaves out what was late on days off only when working days are counted', () => {
    const lines = listResponsibility(works, { today, isCounted, basis: 'working' });
    expect(lines.map(({ key }) => key)).toEqual(['2.1/9', '2.1/10', '2.1/2']);
  });

  it('adds up items and days by department, and how many of them others held', () => {
    const lines = listResponsibility(works, { today, isCounted, basis: 'calendar' });
    expect(sumByDepartment(lines)).toEqual([
      {
        name: 'Phòng Văn hóa - Xã hội',
        items: 3,
        daysLate: 6,
        workingDaysLate: 4,
        heldByOwner: 4,
        heldByOthers: 2,
      },
      { name: 'Văn phòng', items: 1, daysLate: 3, workingDaysLate: 2, heldByOwner: 3, heldByOthers: 0 },
    ]);
  });
});

const decided = { isAccepted: true, reason: '', byName: 'Lãnh đạo phường', at: '2026-06-14T01:00:00Z' };
it.each([
  ['an explanation of late work is taken', 2, null, 'Chờ hướng dẫn', undefined],
  ['work in time needs none', 0, null, 'Chờ hướng dẫn', { kind: 'not_late' }],
  ['an explanation needs words', 2, null, '', { kind: 'text_needed', field: 'text' }],
  ['what was decided on stays', 2, decided, 'Chờ hướng dẫn', { kind: 'explanation_decided' }],
])('%s', (_sentence, daysLate, decision, text, refusal) => {
  expect(refuseExplanation({ daysLate, decision }, { text })).toEqual(refusal);
});

const accepted: Pick<DecisionInput, 'isAccepted' | 'reason'> = { isAccepted: true, reason: '' };
it.each([
  ["a leader may accept another person's explanation", 'officer', accepted, undefined],
  ['nobody decides on their own explanation', 'leader', accepted, { kind: 'own_explanation' }],
  [
    'not accepting needs a reason',
    'officer',
    { isAccepted: false, reason: '' },
    { kind: 'reason_needed', field: 'reason', because: 'not_accepted' },
  ],
  ['not accepting with a reason is allowed', 'officer', { isAccepted: false, reason: 'Chưa rõ' }, undefined],
  [
    'without an explanation the reason says why none was asked',
    null,
    accepted,
    { kind: 'reason_needed', field: 'reason', because: 'no_explanation' },
  ],
  ['without an explanation but with the reason', null, { isAccepted: true, reason: 'Do bão' }, undefined],
])('%s', (_sentence, explainedBy, input, refusal) => {
  expect(refuseDecision({ daysLate: 2, explainedBy }, input, 'leader')).toEqual(refusal);
});

it('nothing is decided of work in time', () => {
  expect(refuseDecision({ daysLate: 0, explainedBy: null }, accepted, 'leader')).toEqual({
    kind: 'not_late',
  });
});
