import type { Register, Values } from './register.ts';

/** The day a row counts by: its date column, or the first day of its month; null while that is empty. */
export function dayOfRow({ dateColumn }: Pick<Register, 'dateColumn'>, values: Values): string | null {
  const written = values[dateColumn];
  if (typeof written !== 'string' || written === '') return null;
  return written.length === 7 ? `${written}-01` : written;
}

/** The year of assessment a row is listed under: that of its day, else the one at hand. */
export function yearOfRow(happenedOn: string | null, yearAtHand: number): number {
  return happenedOn === null ? yearAtHand : Number(happenedOn.slice(0, 4));
}
