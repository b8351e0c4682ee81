import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx';
import type { PaperParagraph, PaperRun } from '#core/reports/paper.ts';
import { textWidth } from '#core/reports/row-height.ts';

/** Letter sizes in points, within the ranges of Annex I of Nghị định 30/2020/NĐ-CP. */
export const POINTS = { body: 14, caps: 13, table: 11, recipients: 11, recipientsHead: 12 } as const;

const TWIPS_A_POINT = 20;
const SINGLE_LINE = 240;
/** A digit of a Times face is half as wide as the letters are high. */
const DIGIT_SHARE = 0.5;

export type Look = {
  align?: 'left' | 'center' | 'right' | 'justified';
  points?: number;
  isBold?: boolean;
  isItalic?: boolean;
  /** Points above and below. */
  before?: number;
  after?: number;
  /** Indent of the first line in twips. */
  firstLine?: number;
  /** Stays on the page of the paragraph that follows. */
  isKeptWithNext?: boolean;
};

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.BOTH,
} as const;

/** Rounded up, so that no margin is a hair below what the decree asks. */
export function twipsOf(millimetres: number): number {
  return Math.ceil((millimetres * 1440) / 25.4);
}

/** How wide a text runs in one line, in twips. */
export function twipsOfText(text: string, points: number, isBold: boolean): number {
  return Math.round(textWidth(text, isBold) * DIGIT_SHARE * points * TWIPS_A_POINT);
}

/** A paragraph of one look, or of several runs that may add bold and italics to it. */
export function paragraphOf(content: string | readonly PaperRun[], look: Look): Paragraph {
  const runs = typeof content === 'string' ? [{ text: content }] : content;
  return new Paragraph({
    alignment: ALIGNMENTS[look.align ?? 'left'],
    spacing: {
      before: (look.before ?? 0) * TWIPS_A_POINT,
      after: (look.after ?? 0) * TWIPS_A_POINT,
      line: SINGLE_LINE,
      lineRule: LineRuleType.AUTO,
    },
    ...(look.firstLine ? { indent: { firstLine: look.firstLine } } : {}),
    keepNext: look.isKeptWithNext === true,
    children: runs.map((run) => runOf(run, look)),
  });
}

function runOf(run: PaperRun, look: Look): TextRun {
  return new TextRun({
    text: plainText(run.text),
    bold: run.isBold === true || look.isBold === true,
    italics: run.isItalic === true || look.isItalic === true,
    size: (look.points ?? POINTS.body) * 2,
  });
}

/**
 * A line below a text, centred: the border of an empty paragraph that is drawn in from both sides until
 * the wanted length is left of the `room` it stands in. Never dashes, which wrap and cannot be aligned.
 */
export function lineOf(length: number, room: number, look: Pick<Look, 'before' | 'after'> = {}): Paragraph {
  const side = Math.max(0, Math.round((room - Math.min(length, room)) / 2));
  return new Paragraph({
    spacing: {
      before: (look.before ?? 0) * TWIPS_A_POINT,
      after: (look.after ?? 0) * TWIPS_A_POINT,
      line: 2 * TWIPS_A_POINT,
      lineRule: LineRuleType.EXACT,
    },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}

/** A paragraph of the text in the look of its role. */
export function writtenParagraph(
  { role, runs }: PaperParagraph,
  look: Pick<Look, 'isKeptWithNext'>,
): Paragraph {
  const firstLine = twipsOf(12.7);
  if (role === 'part')
    return paragraphOf(runs, { align: 'center', isBold: true, before: 12, isKeptWithNext: true });
  if (role === 'heading')
    return paragraphOf(runs, {
      align: 'justified',
      isBold: true,
      before: 6,
      firstLine,
      isKeptWithNext: true,
    });
  return paragraphOf(runs, { align: 'justified', isItalic: role === 'basis', before: 6, firstLine, ...look });
}

/** Composed, without control signs and half characters, which make a document unreadable for Word. */
function plainText(text: string): string {
  return text.normalize('NFC').replace(/[^\P{Cc}\t]|[\p{Cs}\uFFFE\uFFFF]/gu, ' ');
}
