import type { EventKind } from '#core/event-kinds.ts';
import type { EventEntry, LoggedEvent } from '#core/plans/plan.ts';
import { printPoints } from '#core/points.ts';
import { printDay } from '#web/ui/written-day.ts';
import type { Language } from '#web/words/language.ts';
import type { LogWords } from '#web/words/vi/log.ts';
import type { Words } from '#web/words/vi.ts';

type Named = EventEntry & Pick<Partial<LoggedEvent>, 'subject'>;
type Values = Readonly<Record<string, unknown>>;

/** What an event is said with: the words, and what departments are called now. */
export type Saying = {
  words: Words;
  log: LogWords;
  language: Language;
  departments: ReadonlyMap<string, string>;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** What was done, without who did it: "đã sửa nhiệm vụ “…”". A kind of an older version has a plain word. */
export function sayWhat(event: Named, log: LogWords): string {
  const kind = `${event.noun}.${event.verb}`;
  const what = kind in log.kinds ? log.kinds[kind as EventKind] : log.changed;
  const title = event.subject?.title ?? '';
  // Who signs in is named already.
  return title === '' || title === event.actorName ? what : log.about(what, title);
}

/** From what to what, a line for each property a reader has a word for. */
export function sayChanges(event: EventEntry, saying: Saying): string[] {
  const { log } = saying;
  const [before, after] = [valuesOf(event.before), valuesOf(event.after)];
  return Object.keys(after).flatMap((property) => {
    const name = log.properties[property];
    if (!name || !(property in before) || isSame(before[property], after[property])) return [];
    const [was, is] = [before[property], after[property]].map((value) => printValue(property, value, saying));
    return [log.from(name, was ?? '', is ?? '')];
  });
}

/** The whole event as one line, where there is no table: who, what, from what to what. */
export function sayEvent(event: Named, saying: Saying): string {
  const said = saying.log.of(event.actorName, sayWhat(event, saying.log));
  return [said, ...sayChanges(event, saying)].join('; ');
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}

function printValue(property: string, value: unknown, saying: Saying): string {
  const { words, log, language, departments } = saying;
  if (value === null || value === undefined || value === '') return log.empty;
  if (typeof value === 'number') {
    if (/points$/iu.test(property)) return printPoints(value, language);
    return property === 'percent' ? `${value} %` : String(value);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return log.empty;
    return value.map((each) => printValue('', each, saying)).join('; ');
  }
  if (typeof value === 'object') {
    const named = valuesOf(value);
    return String(named.name ?? named.words ?? log.empty);
  }
  const text = String(value);
  const { statuses } = words.plans;
  if (property === 'status' && text in statuses) return statuses[text as keyof typeof statuses];
  const { roles } = words.people;
  if (property === 'role' && text in roles) return roles[text as keyof typeof roles];
  if (property === 'departmentId') return departments.get(text) ?? log.empty;
  return DAY.test(text) ? printDay(text) : `“${text}”`;
}
