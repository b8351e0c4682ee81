/**
 * A block copied from a spreadsheet as rows of cells. Cells with line breaks or tabs come in quotes,
 * doubled inside; a quote in the middle of a cell is an ordinary letter.
 */
export function readPastedCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/gu, '\n');
  while (at <= source.length) {
    const [cell, end] = source[at] === '"' ? readQuoted(source, at) : readPlain(source, at);
    row.push(cell);
    if (source[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
    if (at === source.length && source[end] === '\n') break;
  }
  return rows;
}

function readPlain(source: string, from: number): [cell: string, end: number] {
  let end = from;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end += 1;
  return [source.slice(from, end), end];
}

function readQuoted(source: string, from: number): [cell: string, end: number] {
  let cell = '';
  let at = from + 1;
  while (at < source.length) {
    const quote = source.indexOf('"', at);
    if (quote < 0) break;
    cell += source.slice(at, quote);
    if (source[quote + 1] === '"') {
      cell += '"';
      at = quote + 2;
      continue;
    }
    const next = source[quote + 1];
    // Words after the closing quote: the cell was not quoted at all, it only began with a quote.
    return next === undefined || next === '\t' || next === '\n' ? [cell, quote + 1] : readPlain(source, from);
  }
  return readPlain(source, from);
}

/** Whether pasted text is more than one cell, so that it is a block and no value. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/u.test(text.replace(/[\r\n]+$/u, ''));
}
