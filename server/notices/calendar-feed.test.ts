import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { type CalendarEntry, type CalendarFeed, writeCalendarFeed } from './calendar-feed.ts';

const HOST = 'https://cchc.phuong-ho-sen.example.vn';

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'task-0198c1c2@parindex',
  title: 'Báo cáo cải cách hành chính quý III',
  day: '2026-09-15',
  description: 'Chủ trì: Văn phòng HĐND và UBND.\nPhối hợp: các phòng.',
  url: `${HOST}/tasks/0198c1c2`,
  isDone: false,
  changedAt: new Date('2026-09-01T01:02:03Z'),
  ...change,
});
const feed = (change: Partial<CalendarFeed> = {}): CalendarFeed => ({
  name: 'Việc của tôi: phường Hồ Sen',
  url: `${HOST}/my-work`,
  entries: [entry()],
  ...change,
});

/** Read back as a calendar program does. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  return { calendar, events };
}

it('is read back as whole days with their addresses', () => {
  const { calendar, events } = read(writeCalendarFeed(feed()));
  expect(
    ['version', 'method', 'name', 'x-wr-calname', 'url'].map((name) => calendar.getFirstPropertyValue(name)),
  ).toEqual([
    '2.0',
    'PUBLISH',
    'Việc của tôi: phường Hồ Sen',
    'Việc của tôi: phường Hồ Sen',
    `${HOST}/my-work`,
  ]);
  expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
  const [event = expect.fail('no event')] = events;
  expect([
    event.uid,
    event.summary,
    event.startDate.isDate,
    String(event.startDate),
    String(event.endDate),
  ]).toEqual([
    'task-0198c1c2@parindex',
    'Báo cáo cải cách hành chính quý III',
    true,
    '2026-09-15',
    '2026-09-16',
  ]);
  expect(event.description).toBe(`${entry().description}\n\n${HOST}/tasks/0198c1c2`);
  expect(String(event.component.getFirstPropertyValue('dtstamp'))).toBe('2026-09-01T01:02:03Z');
});

it('is written as calendar programs want it', () => {
  const text = writeCalendarFeed(feed());
  for (const line of [
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-WR-CALNAME:Việc của tôi: phường Hồ Sen',
    'DTSTART;VALUE=DATE:20260915',
    'DTEND;VALUE=DATE:20260916',
    'DTSTAMP:20260901T010203Z',
    'TRANSP:TRANSPARENT',
    'TRIGGER:-PT15H',
    'END:VCALENDAR',
  ]) {
    expect(text).toContain(`\r\n${line}\r\n`);
  }
});

it('reminds on the morning of the day before, and not of what is done', () => {
  const { events } = read(writeCalendarFeed(feed({ entries: [entry(), entry({ uid: 'b', isDone: true })] })));
  const alarms = events.map(({ component }) => component.getAllSubcomponents('valarm').length);
  expect(alarms).toEqual([1, 0]);
  expect(events[1]?.summary).toBe('✓ Báo cáo cải cách hành chính quý III');
});

it.each([
  ['over the end of a month', '2026-04-30', '2026-05-01'],
  ['over the end of February', '2026-02-28', '2026-03-01'],
  ['in a leap year', '2028-02-28', '2028-02-29'],
  ['over the end of the year', '2026-12-31', '2027-01-01'],
])('ends its day %s', (_, day, next) => {
  const { events } = read(writeCalendarFeed(feed({ entries: [entry({ day })] })));
  expect([String(events[0]?.startDate), String(events[0]?.endDate)]).toEqual([day, next]);
});

it.each([
  ['line breaks of every kind', 'a\r\nb\rc\nd\u2028e', 'a\nb\nc\nd\ne'],
  [
    'a forged event',
    'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged',
    'x\nEND:VEVENT\nBEGIN:VEVENT\nUID:forged',
  ],
  ['signs that mean something', 'a;b,c\\d:e"f^n\\n=g', 'a;b,c\\d:e"f^n\\n=g'],
  ['control characters', 'a\u0000b\u0007c\u0085d\te', 'a b c d e'],
  ['half a letter', 'a\uD83C', 'a\uFFFD'],
  ['very long Vietnamese', 'Đẩy mạnh ứng dụng công nghệ thông tin 🏛️ '.repeat(300).trim(), undefined],
])('keeps %s as words', (_, hostile, kept = hostile) => {
  const entries = [entry({ uid: hostile, title: hostile, description: hostile }), entry()];
  const text = writeCalendarFeed(feed({ name: hostile, entries }));
  const { calendar, events } = read(text);
  expect(events.map(({ uid }) => uid)).toEqual([kept, entry().uid]);
  expect([events[0]?.summary, events[0]?.description]).toEqual([kept, `${kept}\n\n${entry().url}`]);
  expect(['name', 'x-wr-calname'].map((name) => calendar.getFirstPropertyValue(name))).toEqual([kept, kept]);
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.join('')).not.toMatch(/\p{Cc}/u);
});

it('lets no address carry a second line, and takes no other protocol', () => {
  const text = writeCalendarFeed(feed({ entries: [entry({ url: `${HOST}/a\r\nATTACH:x` })] }));
  expect(text).not.toContain('\r\nATTACH');
  for (const url of ['javascript:alert(1)', '/tasks', '']) {
    expect(() => writeCalendarFeed(feed({ url }))).toThrow();
    expect(() => writeCalendarFeed(feed({ entries: [entry({ url })] }))).toThrow();
  }
});

it('holds 500 entries, and is the same whenever it is written', () => {
  const entries = Array.from({ length: 500 }, (_, index) => entry({ uid: `task-${index}@parindex` }));
  const text = writeCalendarFeed(feed({ entries }));
  expect(new Set(read(text).events.map(({ uid }) => uid)).size).toBe(500);
  expect(writeCalendarFeed(feed({ entries }))).toBe(text);
  expect(Buffer.byteLength(text)).toBeLessThan(500_000);
});

it('is a calendar too when there is nothing to do', () => {
  expect(read(writeCalendarFeed(feed({ entries: [] }))).events).toEqual([]);
});
