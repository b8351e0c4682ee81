import { foldText, tidyText } from '#core/vietnamese.ts';
import { goesOn } from './annex-rows.ts';
import type { Format, Paragraph, Place, Table } from './blocks.ts';
import { gridRow } from './table-grid.ts';

/** What stands before a line: part "II.", numbered heading "2.1.", dash, plus, letter "a)", or nothing. */
export type Marker = 'part' | 'number' | 'dash' | 'plus' | 'letter' | 'none';

/** One logical line of the plan's text: wrapped and page-broken paragraphs are already one. */
export type Line = { marker: Marker; number: string; text: string; place: Place };

const PART = /^(?:PHẦN|Phần)?\s*([IVX]{1,5})\s*[.):]\s*(.*)$/u;
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2})+)[.):]?\s+(.*)$|^(\d{1,2})[.)]\s+(.*)$/u;
const PLUS = /^(?:[-–—•*]\s*)?\+\s*(.*)$/u;
const DASH = /^[-–—•·▪]\s*(.*)$|^\*\s+(.*)$/u;
const LETTER = /^([a-zđ])\)\s*(.*)$/u;
/** Behind these a new line always begins, wrapped or not. */
const OWN_LINE =
  /^(?:Nơi nhận|PHỤ LỤC|Phụ lục|TM\.|KT\.|TL\.|TUQ\.|Số\s*:|Căn cứ|KẾ HOẠCH$|CỘNG HÒA|ỦY BAN|Thời gian hoàn thành|Thời hạn)/u;

/** Reads the marker of a paragraph as written by hand or by the automatic numbering of its source. */
export function readMarker(text: string): Omit<Line, 'place'> {
  const part = PART.exec(text);
  if (part) return { marker: 'part', number: part[1] ?? '', text: part[2] ?? '' };
  const numbered = NUMBERED.exec(text);
  if (numbered)
    return {
      marker: 'number',
      number: numbered[1] ?? numbered[3] ?? '',
      text: numbered[2] ?? numbered[4] ?? '',
    };
  const plus = PLUS.exec(text);
  if (plus) return { marker: 'plus', number: '', text: plus[1] ?? '' };
  const dash = DASH.exec(text);
  if (dash) return { marker: 'dash', number: '', text: dash[1] ?? dash[2] ?? '' };
  const letter = LETTER.exec(text);
  if (letter) return { marker: 'letter', number: letter[1] ?? '', text: letter[2] ?? '' };
  return { marker: 'none', number: '', text };
}

/**
 * Puts paragraphs in their logical lines: a paragraph without a marker that goes on the one before (a
 * small letter, an open bracket, a comma left hanging) is joined to it, across the page's number too.
 * Formats that break at the width of the page also join a long line that ends without a full stop.
 */
export function joinLines(paragraphs: readonly Paragraph[], format: Format): Line[] {
  const isWrapping = format === 'pdf' || format === 'txt';
  const lines: Line[] = [];
  let lastLength = 0;
  for (const paragraph of paragraphs) {
    for (const written of paragraph.text.split('\n')) {
      const text = tidyText(written.replace(/^\*+(?=\S)|(?<=\S)\*+$/gu, ''));
      if (text === '' || /^(?:trang\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?$/iu.test(text)) continue;
      const read = readMarker(text);
      const before = lines.at(-1);
      if (
        before &&
        read.marker === 'none' &&
        isContinuation(before.text, text, isWrapping && lastLength > 70)
      ) {
        before.text = tidyText(`${before.text} ${text}`);
      } else lines.push({ ...read, place: paragraph.place });
      lastLength = text.length;
    }
  }
  return lines;
}

function isContinuation(before: string, text: string, mayWrap: boolean): boolean {
  if (OWN_LINE.test(text) || /:$/u.test(before)) return false;
  if (before === before.toUpperCase() && /\p{L}/u.test(before)) return /^[\p{Ll}]/u.test(text);
  if (goesOn(before, text)) return !/[.;!?]$/u.test(before) || /^\p{Ll}/u.test(text);
  return mayWrap && !/[.;:!?)/]$/u.test(before);
}

/** A table that only lays text out (the head of the paper, the signature): its cells, column by column. */
export function layoutParagraphs(table: Table): Paragraph[] {
  const rows = table.rows.map(gridRow);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => column).flatMap((column) =>
    rows.flatMap((row): Paragraph[] => {
      const cell = row[column];
      if (!cell || cell.text === '' || cell.isMergedFromAbove) return [];
      return cell.text.split('\n').map((text) => ({ kind: 'paragraph', text, level: 0, place: cell.place }));
    }),
  );
}

/** Whether a table only lays out the head or the foot of the paper. */
export function isLayout(table: Table): boolean {
  const words = foldText(table.rows.map((row) => row.cells.map((cell) => cell.text).join(' ')).join(' '));
  return (
    /cong hoa xa hoi chu nghia|noi nhan\s*:|^uy ban nhan dan|tm\. uy ban|tm\. ubnd/u.test(words) &&
    table.rows.length <= 12
  );
}
