import ICAL from 'ical.js';
import { webAddress } from './web-address.ts';

/** What one person has to do, as a calendar to subscribe to. `url` leads to the same in the app. */
export type CalendarFeed = { name: string; url: string; entries: CalendarEntry[] };

export type CalendarEntry = {
  /** Stays the same for the same work: by it calendars know what they already show. */
  uid: string;
  title: string;
  /** The last day of the deadline, "2026-09-30". */
  day: string;
  description: string;
  url: string;
  isDone: boolean;
  changedAt: Date;
};

// A continued line begins with a space that the library does not count: RFC 5545 allows 75 bytes with it.
ICAL.foldLength = 74;
// Names of calendars that RFC 7986 and before it Apple brought in, and the library takes for unknown.
ICAL.design.icalendar.property.name = { defaultType: 'text' };
ICAL.design.icalendar.property['x-wr-calname'] = { defaultType: 'text' };

/**
 * Writes an iCalendar feed (RFC 5545) of whole days. Work that is not done reminds at nine in the morning of
 * the day before. The same entries give the same bytes, whenever it is written. Throws on an address that
 * is not http or https.
 */
export function writeCalendarFeed({ name, url, entries }: CalendarFeed): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//parindex//deadlines//VI');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('name', plain(name));
  calendar.addPropertyWithValue('x-wr-calname', plain(name));
  calendar.addPropertyWithValue('url', webAddress(url));
  calendar.addProperty(new ICAL.Property(['refresh-interval', {}, 'duration', 'PT1H']));
  calendar.addPropertyWithValue('x-published-ttl', 'PT1H');
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry));
  return `${calendar}\r\n`;
}

function eventOf({ uid, title, day, description, url, isDone, changedAt }: CalendarEntry): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const changed = ICAL.Time.fromJSDate(changedAt, true);
  const first = ICAL.Time.fromDateString(day);
  const next = first.clone();
  next.adjust(1, 0, 0, 0);
  const summary = plain(isDone ? `✓ ${title}` : title);
  const address = webAddress(url);
  event.addPropertyWithValue('uid', plain(uid));
  event.addPropertyWithValue('dtstamp', changed);
  event.addPropertyWithValue('last-modified', changed);
  event.addPropertyWithValue('dtstart', first);
  event.addPropertyWithValue('dtend', next);
  event.addPropertyWithValue('summary', summary);
  // Google and Outlook do not show the address of an event.
  event.addPropertyWithValue('description', plain(`${description}\n\n${address}`));
  event.addPropertyWithValue('url', address);
  event.addPropertyWithValue('transp', 'TRANSPARENT');
  if (!isDone) event.addSubcomponent(alarmOf(summary));
  return event;
}

function alarmOf(summary: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString('-PT15H'));
  alarm.addPropertyWithValue('description', summary);
  return alarm;
}

/** Text with no control character but the line break, which the library writes as "\n". */
const plain = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
