import { cleanText } from './clean-text.ts';
import type { Piece } from './pdf-page.ts';

/** A line of text without wide gaps; points as in `Piece`, `right` where it ends. */
export type TextLine = {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  isItalic: boolean;
  isBold: boolean;
};

/** Where the text of a page begins and ends. */
export type Measure = { left: number; right: number };

/** Puts pieces together into lines from top to bottom; a gap of more than `wideGap` ems begins another line. */
export function linesOf(pieces: Piece[], wideGap = 3): TextLine[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((one, other) => other.y - one.y || one.x - other.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    // A raised footnote mark shares the line it hangs on.
    if (row && first && first.y - piece.y < 0.45 * Math.max(first.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) =>
    splitRow(
      row.toSorted((one, other) => one.x - other.x),
      wideGap,
    ),
  );
}

function splitRow(row: Piece[], wideGap: number): TextLine[] {
  const size = Math.max(...row.map((piece) => piece.size));
  // Small raised figures are marks of footnotes, no part of the text.
  const shown = row.filter((piece) => piece.size > 0.7 * size || !/^\d{1,2}$/.test(piece.text.trim()));
  const parts: Piece[][] = [];
  for (const piece of shown) {
    const last = parts.at(-1)?.at(-1);
    if (last && piece.x - (last.x + last.width) < wideGap * size) parts.at(-1)?.push(piece);
    else parts.push([piece]);
  }
  return parts.map((part) => {
    const first = part[0] as Piece;
    const last = part.at(-1) as Piece;
    return {
      text: cleanText(joinPieces(part)),
      x: first.x,
      right: last.x + last.width,
      y: first.y,
      size,
      isItalic: part.every(({ isItalic }) => isItalic),
      isBold: part.every(({ isBold }) => isBold),
    };
  });
}

function joinPieces(pieces: Piece[]): string {
  let text = '';
  let end: number | undefined;
  for (const piece of pieces) {
    if (
      end !== undefined &&
      piece.x - end > 0.15 * piece.size &&
      !/\s$/.test(text) &&
      !/^\s/.test(piece.text)
    )
      text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text;
}

/** The text of a cell or column whose lines were broken by its width alone. */
export function flowText(pieces: Piece[]): string {
  return linesOf(pieces, 100)
    .map(({ text }) => text)
    .join(' ');
}
