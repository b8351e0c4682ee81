import {
  AlignmentType,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import {
  type Letterhead,
  type Paper,
  type PaperSignature,
  writtenDay,
  writtenNumber,
  writtenRecipients,
} from '#core/reports/paper.ts';
import { lineOf, POINTS, paragraphOf, twipsOf, twipsOfText, writtenParagraph } from './paper-paragraphs.ts';
import { sideBySide, writtenTable } from './paper-tables.ts';

const FONT = 'Times New Roman';
const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** Millimetres; A4, margins within the ranges of the decree. */
const SHEET = { short: 210, long: 297, top: 20, bottom: 20, left: 30, right: 15, header: 10 } as const;
/** Of the line: the issuer's side of the head; the rest carries the country's name in one line. */
const ISSUER_SHARE = 0.4;
/** A line below a name is between a third and a half as long as the name. */
const LINE_SHARE = 0.4;
const LINES_TO_SIGN = 4;

/**
 * Turns a described paper into the bytes of a .docx file, laid out as Annex I of Nghị định 30/2020/NĐ-CP
 * asks: A4, Times New Roman, the page number centred in the top margin from the second page on.
 */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const isLandscape = paper.orientation === 'landscape';
  const lineWidth = twipsOf((isLandscape ? SHEET.long : SHEET.short) - SHEET.left - SHEET.right);
  const document = new Document({
    title: `${paper.typeName} ${paper.subject}`,
    creator: paper.head.issuer.join(' '),
    lastModifiedBy: paper.head.issuer.join(' '),
    styles: {
      default: {
        document: {
          run: { font: FONT, size: POINTS.body * 2, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            // The package turns the sheet by itself when it is told that it is landscape.
            size: {
              width: twipsOf(SHEET.short),
              height: twipsOf(SHEET.long),
              orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twipsOf(SHEET.top),
              bottom: twipsOf(SHEET.bottom),
              left: twipsOf(SHEET.left),
              right: twipsOf(SHEET.right),
              header: twipsOf(SHEET.header),
              footer: twipsOf(SHEET.header),
            },
          },
        },
        headers: {
          first: new Header({ children: [paragraphOf('', { align: 'center' })] }),
          default: new Header({ children: [pageNumber()] }),
        },
        children: [
          head(paper.head, lineWidth),
          ...title(paper, lineWidth),
          ...paper.blocks.map((block, index) =>
            block.kind === 'table'
              ? writtenTable(block, lineWidth)
              : writtenParagraph(block, { isKeptWithNext: index === paper.blocks.length - 1 }),
          ),
          paragraphOf('', { points: POINTS.body, isKeptWithNext: true }),
          foot(paper.signature, paper.recipients, lineWidth),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ children: [PageNumber.CURRENT], size: POINTS.body * 2 })],
  });
}

/** Issuer and number on the left, the country's name, motto, place and day on the right. */
function head(letterhead: Letterhead, lineWidth: number): Table {
  const left = Math.round(lineWidth * ISSUER_SHARE);
  const right = lineWidth - left;
  const caps = { align: 'center', points: POINTS.caps } as const;
  const lastIssuer = letterhead.issuer.at(-1) ?? '';
  const issuerLine = LINE_SHARE * twipsOfText(lastIssuer, POINTS.caps, true);
  const day = `${letterhead.place}, ${writtenDay(letterhead.issuedOn, letterhead.year)}`;
  return sideBySide(
    [left, right],
    [
      [
        [
          ...(letterhead.superior === null ? [] : [paragraphOf(letterhead.superior, caps)]),
          ...letterhead.issuer.map((line) => paragraphOf(line, { ...caps, isBold: true })),
          lineOf(issuerLine, left, { before: 3 }),
        ],
        [
          paragraphOf(COUNTRY, { ...caps, isBold: true }),
          paragraphOf(MOTTO, { align: 'center', isBold: true }),
          lineOf(twipsOfText(MOTTO, POINTS.body, true), right, { before: 3 }),
        ],
      ],
      [
        [paragraphOf(letterhead.number ? writtenNumber(letterhead.number) : '', { ...caps, before: 6 })],
        [paragraphOf(day, { align: 'center', isItalic: true, before: 6 })],
      ],
    ],
  );
}

/** Kind of document, what it is about, and the line below. */
function title({ typeName, subject, underSubject }: Paper, lineWidth: number): Paragraph[] {
  const length = LINE_SHARE * Math.min(lineWidth, twipsOfText(underSubject ?? subject, POINTS.body, true));
  return [
    paragraphOf(typeName, { align: 'center', isBold: true, before: 18 }),
    paragraphOf(subject, { align: 'center', isBold: true }),
    ...(underSubject === null ? [] : [paragraphOf(underSubject, { align: 'center', isItalic: true })]),
    lineOf(length, lineWidth, { before: 4, after: 12 }),
  ];
}

/** To whom the paper goes on the left, who signs it on the right. */
function foot({ authority, name }: PaperSignature, recipients: readonly string[], lineWidth: number): Table {
  const left = Math.round(lineWidth / 2);
  const list = writtenRecipients(recipients).map((line) => paragraphOf(line, { points: POINTS.recipients }));
  const recipientsHead = paragraphOf('Nơi nhận:', {
    points: POINTS.recipientsHead,
    isBold: true,
    isItalic: true,
  });
  const signed = { align: 'center', isBold: true } as const;
  return sideBySide(
    [left, lineWidth - left],
    [
      [
        recipients.length > 0 ? [recipientsHead, ...list] : [paragraphOf('', {})],
        [
          ...authority.map((line) => paragraphOf(line, signed)),
          ...Array.from({ length: LINES_TO_SIGN }, () => paragraphOf('', signed)),
          paragraphOf(name ?? '', signed),
        ],
      ],
    ],
  );
}
