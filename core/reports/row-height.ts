/** Widths of letters of a serif text face, relative to a digit, which is the unit of column widths. */
const NARROW = /[ijltfrI1.,;:'"()|!\-–/[\]]/u;
const WIDE = /[mwMWOQĐGHNU%@…—]/u;
const CAPITAL = /\p{Lu}/u;
const MARK = /\p{Mn}/u;

/** Bold text runs about a fourteenth wider than regular. */
const BOLD_FACTOR = 1.07;

function letterWidth(letter: string): number {
  if (MARK.test(letter)) return 0;
  if (letter === ' ') return 0.5;
  if (WIDE.test(letter)) return 1.5;
  if (NARROW.test(letter)) return 0.65;
  return CAPITAL.test(letter) ? 1.32 : 0.95;
}

/** How wide a text is, in digits of the same font. Decomposed first, so that "ứ" is as wide as "u". */
export function textWidth(text: string, isBold = false): number {
  let width = 0;
  for (const letter of text.normalize('NFD')) width += letterWidth(letter);
  return isBold ? width * BOLD_FACTOR : width;
}

/** In how many lines a text stands in a column of that width when words wrap and a longer word is cut. */
export function wrappedLines(text: string, columnWidth: number, isBold = false): number {
  const usable = Math.max(1, columnWidth - 1);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const width = textWidth(word, isBold);
      const withSpace = used === 0 ? width : used + 0.5 + width;
      if (withSpace <= usable) {
        used = withSpace;
        continue;
      }
      if (used > 0) lines += 1;
      lines += Math.ceil(width / usable) - 1;
      used = width % usable === 0 ? Math.min(width, usable) : width % usable;
    }
  }
  return lines;
}

/**
 * Height in points of a row whose cells wrap: spreadsheets do not work it out on opening, so a row
 * without it shows its first line only. A line of a serif face takes 1.28 times its size.
 */
export function rowHeight(
  cells: readonly { text: string; width: number; isBold?: boolean }[],
  fontSize: number,
): number {
  const lines = Math.max(1, ...cells.map((cell) => wrappedLines(cell.text, cell.width, cell.isBold)));
  return Math.ceil(lines * fontSize * 1.28 + 4);
}
