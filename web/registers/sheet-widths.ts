import type { Column } from '#core/registers/register.ts';

const WIDTHS: Record<Column['kind'], number> = {
  text: 130,
  long_text: 200,
  number: 84,
  date: 92,
  month: 78,
  choice: 116,
  flag: 78,
  link: 120,
};

/** How wide a column is at least, in pixels: its title must stand in it on three lines. */
export function columnWidth({ kind, title }: Pick<Column, 'kind' | 'title'>): number {
  const longest = Math.max(...title.split(' ').map((word) => word.length));
  return Math.max(WIDTHS[kind], longest * 8 + 30, Math.ceil(title.length / 3) * 7 + 30);
}
