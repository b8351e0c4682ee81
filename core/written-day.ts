const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u;

/** A day as people write it, "30/9/2026", as "2026-09-30"; undefined when there is no such day. */
export function readDay(text: string): string | undefined {
  const match = WRITTEN.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** "2026-09-30" as "30/09/2026". */
export function printDay(day: string): string {
  return day.slice(0, 10).split('-').reverse().join('/');
}
