import type { Block, Cell, Paragraph } from '#core/reading/blocks.ts';
import { sideParagraphs, twoColumnsAt } from './pdf-columns.ts';
import type { Measure, TextLine } from './pdf-lines.ts';

/** How an item of a list or a numbered heading begins. */
const marker = /^([-+–•*]\s|\d{1,2}(\.\d{1,2})*\.?\s|[IVXLC]+\.\s|[a-zđ]\)\s)/;

/** The lines of a page outside its tables → paragraphs, and text standing in two columns → a table of one row. */
export function blocksOfLines(lines: TextLine[], page: number): Block[] {
  const blocks: Block[] = [];
  let run: TextLine[] = [];
  const right = Math.max(0, ...lines.map((line) => line.right));
  const left = Math.min(...lines.map((line) => line.x));
  const flush = () => {
    blocks.push(...paragraphsOf(run, { left, right }, page));
    run = [];
  };
  for (let at = 0; at < lines.length; ) {
    const columns = twoColumnsAt(lines, at, { left, right });
    if (!columns) {
      run.push(lines[at] as TextLine);
      at += 1;
      continue;
    }
    flush();
    const cells = columns.map(
      (side, column): Cell => ({
        text: sideParagraphs(side).join('\n'),
        span: 1,
        place: { page, row: 1, column: column + 1 },
      }),
    );
    blocks.push({ kind: 'table', rows: [{ cells, place: { page, row: 1 } }], place: { page } });
    at += columns.reduce((sum, side) => sum + side.length, 0);
  }
  flush();
  return blocks;
}

function paragraphsOf(lines: TextLine[], measure: Measure, page: number): Paragraph[] {
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1);
    if (last && continues(last, line, measure)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const first = group[0] as TextLine;
    return {
      kind: 'paragraph',
      text: group.map(({ text }) => text).join(' '),
      level: Math.max(0, Math.round((first.x - measure.left) / 28) - 1),
      ...(group.every(({ isItalic }) => isItalic) ? { isItalic: true } : {}),
      ...(group.every(({ isBold }) => isBold) ? { isBold: true } : {}),
      place: { page },
    };
  });
}

/**
 * Whether a line goes on with the paragraph of the one before: it was broken for want of room (its first
 * word would not have fitted), it has no indent of its own, and stands at the usual distance.
 */
function continues(last: TextLine, line: TextLine, { left, right }: Measure): boolean {
  const distance = last.y - line.y;
  if (distance > 2.1 * Math.max(last.size, line.size) || distance < 0) return false;
  if (Math.abs(last.size - line.size) > 1.5 || last.isBold !== line.isBold) return false;
  if (marker.test(line.text) && /[.;:)]$/.test(last.text)) return false;
  const isEven = (each: TextLine) => Math.abs(each.x - left - (right - each.right)) < 12;
  const isCentred = line.x > left + 20 && isEven(line);
  const width = last.right - last.x;
  // A title broken in the middle of the page keeps some room on both sides of its first line.
  if (isCentred && isEven(last) && (line.isBold || line.isItalic)) {
    return width > 0.8 * (right - left) && last.isItalic === line.isItalic;
  }
  const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const wordWidth = (firstWord + 1) * ((line.right - line.x) / Math.max(1, line.text.length));
  if (right - last.right > wordWidth + 2) return false;
  const isIndented =
    line.x > last.x + 8 || (line.x > left + 8 && Math.abs(line.x - last.x) < 2 && marker.test(line.text));
  return !isIndented;
}

/** Whether the first paragraph of a page goes on with the last of the page before. */
export function goesOnAcrossPages(before: TextLine, line: TextLine, measure: Measure): boolean {
  return continues({ ...before, y: line.y + line.size * 1.2 }, line, measure);
}
