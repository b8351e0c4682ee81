import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, SourceDocument, SourceNote, Table } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { findGrids } from './pdf-grid.ts';
import { linesOf, type TextLine } from './pdf-lines.ts';
import { type PdfPage, readPdfPage } from './pdf-page.ts';
import { blocksOfLines, goesOnAcrossPages } from './pdf-paragraphs.ts';
import { isInGrid, readGrid } from './pdf-table.ts';

/**
 * Reads a PDF that carries text: ruled tables by their lines, the rest as paragraphs. Tables that go on
 * over pages become one, without their repeated headings; a row cut by a page stays as a second row with
 * the rest of its text. Runs in the reading worker only.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument | DocumentRefusal> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    maxImageSize: 1,
    verbosity: 0,
  });
  const opened = await task.promise.catch((reason: Error): DocumentRefusal => {
    return { kind: reason.name === 'PasswordException' ? 'password_protected' : 'damaged' };
  });
  if ('kind' in opened) return opened;
  const blocks: Block[] = [];
  let lastLine: TextLine | undefined;
  let pictures = 0;
  let footnotes = 0;
  for (let number = 1; number <= opened.numPages; number++) {
    const page = await readPdfPage(await opened.getPage(number), number);
    pictures += page.pictures;
    const read = blocksOfPage(page);
    footnotes += read.footnotes;
    joinPages(blocks, read, lastLine);
    lastLine = read.lines.at(-1) ?? lastLine;
  }
  await task.destroy();
  if (blocks.length === 0) return { kind: 'no_text' };
  let tables = 0;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    tables += 1;
    numberTable(block, tables);
  }
  const notes: SourceNote[] = [
    { kind: 'picture', count: pictures },
    { kind: 'footnote', count: footnotes },
  ];
  return { format: 'pdf', blocks, notes: notes.filter(({ count }) => count > 0) };
}

type PageBlocks = { blocks: Block[]; lines: TextLine[]; footnotes: number };

function blocksOfPage(page: PdfPage): PageBlocks {
  const grids = findGrids(page.rulings);
  const inGrids = grids.map((grid) => page.pieces.filter((piece) => isInGrid(grid, piece)));
  const taken = new Set(inGrids.flat());
  const free = linesOf(page.pieces.filter((piece) => !taken.has(piece)));
  const { lines, footnotes } = withoutFootnotes(withoutPageNumber(free, page.pieces.length));
  const blocks: Block[] = [];
  let rest = lines;
  for (const [at, grid] of grids.entries()) {
    const above = rest.filter(({ y }) => y > (grid.rows[0] ?? 0));
    rest = rest.filter(({ y }) => y <= (grid.rows[0] ?? 0));
    blocks.push(...blocksOfLines(above, page.number), readGrid(grid, inGrids[at] ?? [], page.number));
  }
  blocks.push(...blocksOfLines(rest, page.number));
  return { blocks, lines, footnotes };
}

/** A figure alone on the first or last line of a page is its number. */
function withoutPageNumber(lines: TextLine[], pieces: number): TextLine[] {
  const isNumber = (line: TextLine | undefined) =>
    line !== undefined && /^[-–\s]*\d{1,4}[-–\s]*$/.test(line.text);
  if (pieces < 2) return lines;
  const from = isNumber(lines[0]) ? 1 : 0;
  const to = lines.length > from && isNumber(lines.at(-1)) ? -1 : undefined;
  return lines.slice(from, to);
}

/** Footnotes stand last on a page, each behind a small figure of its own, in smaller letters. */
function withoutFootnotes(lines: TextLine[]): { lines: TextLine[]; footnotes: number } {
  const usual = Math.max(...lines.map(({ size }) => size));
  const isMark = ({ text, size }: TextLine) => /^\d{1,2}$/.test(text) && size < 0.75 * usual;
  const from = lines.findIndex(
    (line, at) => isMark(line) && lines.slice(at).every(({ size }) => size < 0.85 * usual),
  );
  if (from < 1) return { lines, footnotes: 0 };
  return { lines: lines.slice(0, from), footnotes: lines.slice(from).filter(isMark).length };
}

function joinPages(
  blocks: Block[],
  { blocks: added, lines }: PageBlocks,
  lastLine: TextLine | undefined,
): void {
  const last = blocks.at(-1);
  const [next, ...others] = added;
  const [line] = lines;
  if (last?.kind === 'table' && next?.kind === 'table' && isSameGrid(last, next)) {
    appendRows(last, withoutHeading(last, next).rows);
    blocks.push(...others);
  } else if (last?.kind === 'paragraph' && next?.kind === 'paragraph' && line && lastLine) {
    const measure = {
      left: Math.min(...lines.map(({ x }) => x)),
      right: Math.max(...lines.map(({ right }) => right)),
    };
    if (goesOnAcrossPages(lastLine, line, measure)) {
      last.text = `${last.text} ${next.text}`;
      blocks.push(...others);
    } else blocks.push(...added);
  } else blocks.push(...added);
}

/** A row cut by the end of a page goes on in the first row of the next: without a number and figures of its own. */
function appendRows(table: Table, rows: Table['rows']): void {
  const [first, ...others] = rows;
  const last = table.rows.at(-1);
  const isRest =
    first !== undefined &&
    last !== undefined &&
    first.cells.length === last.cells.length &&
    first.cells[0]?.text === '' &&
    last.cells[0]?.text !== '' &&
    first.cells.some(({ text }) => text !== '') &&
    first.cells.every(({ text }) => !/^\d+([.,]\d+)?$/.test(text));
  if (!isRest) {
    table.rows.push(...rows);
    return;
  }
  for (const [at, cell] of first.cells.entries()) {
    const above = last.cells[at];
    if (above && cell.text !== '') above.text = [above.text, cell.text].filter(Boolean).join(' ');
  }
  table.rows.push(...others);
}

function isSameGrid(one: Table, other: Table): boolean {
  const widthOf = ({ rows }: Table) =>
    Math.max(...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  return widthOf(one) === widthOf(other) && widthOf(one) > 2;
}

/** Rows at the head of a continued table that repeat the table's first rows are its heading, printed again. */
function withoutHeading(table: Table, continued: Table): Table {
  const textOf = (row: Table['rows'][number] | undefined) => row?.cells.map(({ text }) => text).join('\t');
  let repeated = 0;
  while (
    repeated < 4 &&
    textOf(continued.rows[repeated]) !== undefined &&
    textOf(continued.rows[repeated]) === textOf(table.rows[repeated])
  ) {
    const row = table.rows[repeated];
    if (row) row.isHeading = true;
    repeated += 1;
  }
  return { ...continued, rows: continued.rows.slice(repeated) };
}

function numberTable(table: Table, number: number): void {
  table.place.table = number;
  for (const [at, row] of table.rows.entries()) {
    row.place = { ...row.place, table: number, row: at + 1 };
    for (const cell of row.cells) cell.place = { ...cell.place, table: number, row: at + 1 };
  }
}
