import { expect, it } from 'vitest';
import { EVENT_VERBS } from '#core/event-kinds.ts';
import type { LoggedEvent } from '#core/plans/plan.ts';
import { log as en } from '#web/words/en/log.ts';
import { log as vi } from '#web/words/vi/log.ts';
import { vi as words } from '#web/words/vi.ts';
import { sayChanges, sayEvent, sayWhat } from './event-sentence.ts';

const saying = {
  words,
  log: vi,
  language: 'vi' as const,
  departments: new Map([['d1', 'Văn phòng HĐND và UBND']]),
};
const event = (change: Partial<LoggedEvent>): LoggedEvent => ({
  id: '0192f0c1-2345-7abc-8def-0123456789ab',
  at: '2026-11-28T01:00:00.000Z',
  actorName: 'Cán bộ đầu mối',
  noun: 'task',
  subjectId: 'x',
  verb: 'edited',
  before: null,
  after: null,
  subject: null,
  ...change,
});
const task = { title: 'Rà soát thủ tục', page: 'task' as const, key: 'x' };

it.each<[string, Partial<LoggedEvent>, string]>([
  ['a thing with a name', { subject: task }, 'đã sửa nhiệm vụ “Rà soát thủ tục”'],
  ['a thing without one', {}, 'đã sửa nhiệm vụ'],
  [
    'a person who is named already',
    { noun: 'session', verb: 'signed_in', subject: { title: 'Cán bộ đầu mối', page: null, key: '' } },
    'đã đăng nhập',
  ],
  ['a kind of an older version', { verb: 'painted' }, 'đã thay đổi dữ liệu'],
])('says what was done: %s', (_, change, expected) => {
  expect(sayWhat(event(change), vi)).toBe(expected);
});

it.each<[string, unknown, unknown, string[]]>([
  ['points', { lastPoints: 50 }, { lastPoints: 125 }, ['điểm năm trước: 0,50 → 1,25']],
  ['a status', { status: 'not_started' }, { status: 'done' }, ['trạng thái: Chưa bắt đầu → Đã xong']],
  [
    'a role and a department',
    { role: 'officer', departmentId: 'd1' },
    { role: 'viewer', departmentId: null },
    [
      `vai trò: ${words.people.roles.officer} → ${words.people.roles.viewer}`,
      'đơn vị: Văn phòng HĐND và UBND → để trống',
    ],
  ],
  ['a day', { dueTo: '2026-09-30' }, { dueTo: null }, ['ngày đến hạn: 30/09/2026 → để trống']],
  [
    'a list',
    { spellings: [] },
    { spellings: ['VP', 'Văn phòng'] },
    ['cách viết khác: để trống → “VP”; “Văn phòng”'],
  ],
  ['nothing that changed', { title: 'a' }, { title: 'a' }, []],
  ['what a reader has no word for', { version: 1 }, { version: 2 }, []],
  ['something new', null, { title: 'a' }, []],
])('says from what to what: %s', (_, before, after, expected) => {
  expect(sayChanges(event({ before, after }), saying)).toEqual(expected);
});

it('says the whole in one line', () => {
  const said = event({ before: { title: 'a' }, after: { title: 'b' } });
  expect(sayEvent(said, saying)).toBe('Cán bộ đầu mối đã sửa nhiệm vụ; nội dung: “a” → “b”');
});

it('has a sentence in both languages for everything the log can say, and for nothing else', () => {
  const kinds = Object.entries(EVENT_VERBS)
    .flatMap(([noun, verbs]) => verbs.map((verb) => `${noun}.${verb}`))
    .sort();
  expect(Object.keys(vi.kinds).sort()).toEqual(kinds);
  expect(Object.keys(en.kinds).sort()).toEqual(kinds);
  expect(Object.values({ ...vi.kinds, ...en.kinds }).filter((sentence) => sentence.trim() === '')).toEqual(
    [],
  );
});
