import type { EventEntry } from '#core/plans/plan.ts';
import { printPoints } from '#core/points.ts';
import type { Language } from '#web/words/language.ts';
import type { Words } from '#web/words/vi.ts';

type Values = Record<string, unknown>;

function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}

function printValue(property: string, value: unknown, words: Words, language: Language): string {
  if (value === null || value === undefined || value === '') return words.criteria.events.empty;
  if (typeof value === 'number') {
    if (property.endsWith('Points')) return printPoints(value, language);
    return property === 'percent' ? `${value} %` : String(value);
  }
  if (property === 'status' && typeof value === 'string' && value in words.plans.statuses) {
    return words.plans.statuses[value as keyof Words['plans']['statuses']];
  }
  if (Array.isArray(value)) return value.map((each) => printValue('', each, words, language)).join('; ');
  if (typeof value === 'object') {
    const named = valuesOf(value);
    return String(named.name ?? named.words ?? words.criteria.events.empty);
  }
  return `“${String(value)}”`;
}

/**
 * One line of the log in plain words: what changed from what to what where the log says so, else only
 * what was done. Properties a reader has no word for are left out.
 */
export function describeEvent(event: EventEntry, words: Words, language: Language): string {
  const { events } = words.criteria;
  const [before, after] = [valuesOf(event.before), valuesOf(event.after)];
  const changes = Object.keys(after).flatMap((property) => {
    const name = events.properties[property];
    if (
      !name ||
      !(property in before) ||
      JSON.stringify(before[property]) === JSON.stringify(after[property])
    )
      return [];
    return [
      events.from(
        name,
        printValue(property, before[property], words, language),
        printValue(property, after[property], words, language),
      ),
    ];
  });
  const what = changes.length > 0 ? changes.join('; ') : (events.verbs[event.verb] ?? events.changed);
  return events.of(event.actorName, what);
}
