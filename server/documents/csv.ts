/** The characters that make a spreadsheet take a cell for a formula. */
const STARTS_FORMULA = /^[=+\-@\t\r]/u;
const GUARDED = /^'(?=[=+\-@\t\r])/u;

/**
 * Cells of a text whose columns are parted by ";", "," or tab, as its first line is. Quoted cells may
 * hold separators and line ends; a quote put before a formula by writeCsv is taken away again.
 */
export function readCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/u, '');
  const separator = separatorOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.replace(GUARDED, ''));
    cell = '';
  };
  for (let at = 0; at < plain.length; at++) {
    const char = plain[at]!;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === separator) endCell();
    else if (char === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}

function separatorOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const counted = [';', '\t', ','].map((char) => ({ char, count: first.split(char).length }));
  return counted.toSorted((one, other) => other.count - one.count)[0]!.char;
}

/**
 * Cells as a text that spreadsheets set to Vietnamese open: columns parted by ";", a mark of UTF-8 in
 * front, and a quote before what would be taken for a formula.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const written = rows.map((row) => row.map(writtenCell).join(';'));
  return `\uFEFF${written.join('\r\n')}\r\n`;
}

function writtenCell(text: string): string {
  const isNumber = /^-\d[\d.]*(,\d+)?$/u.test(text);
  const guarded = STARTS_FORMULA.test(text) && !isNumber ? `'${text}` : text;
  return /[";\r\n\t,]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
