import type { Cell, Row, SourceDocument, SourceNote, Table } from '#core/reading/blocks.ts';
import type { DocumentRefusal } from '#core/reading/document-refusal.ts';
import { cleanText, isDecomposed } from './clean-text.ts';
import { convertLegacyLines, detectLegacy } from './legacy-text.ts';
import { type Merge, type ReadSheet, readWorkbook, type SheetValue } from './workbook.ts';

/** Reads a workbook from its checked parts: every sheet with text is a table, hidden sheets marked. */
export async function readXlsxDocument(
  parts: Map<string, Uint8Array>,
): Promise<SourceDocument | DocumentRefusal> {
  const sheets = await readWorkbook(parts);
  if (!sheets) return { kind: 'damaged' };
  const counts = new Map<SourceNote['kind'], number>();
  const add = (kind: SourceNote['kind'], count: number) => counts.set(kind, (counts.get(kind) ?? 0) + count);
  const blocks = sheets.flatMap((sheet, index) => {
    const table = tableOf(sheet, index + 1, add);
    return table ? [table] : [];
  });
  if (!blocks.some(({ isHidden }) => !isHidden)) return { kind: 'no_text' };
  const notes = [...counts].filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }));
  return { format: 'xlsx', blocks, notes };
}

function tableOf(
  sheet: ReadSheet,
  number: number,
  add: (kind: SourceNote['kind'], count: number) => void,
): Table | undefined {
  const texts = sheet.rows.map((row) => Array.from(row, textOf));
  const isFilled = (text: string) => text.trim() !== '';
  const filledRows = texts.flatMap((row, at) => (row.some(isFilled) ? [at] : []));
  const [first] = filledRows;
  const last = filledRows.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const from = Math.min(...filledRows.map((at) => texts[at]?.findIndex(isFilled) ?? 0));
  const to = Math.max(...filledRows.map((at) => texts[at]?.findLastIndex(isFilled) ?? 0));
  add('formula', sheet.formulas);
  const legacy = detectLegacy(texts.flat().join('\n'));
  const mend = (text: string) => {
    const converted = legacy ? convertLegacyLines([text], legacy) : { lines: [text], count: 0 };
    add('legacy_font', converted.count);
    if (isDecomposed(text)) add('decomposed_text', 1);
    return cleanText(converted.lines[0] ?? '');
  };
  const covering = coverage(sheet.merges, last, to);
  const rows: Row[] = [];
  for (let at = first; at <= last; at++) {
    const place = { sheet: sheet.name, table: number, row: at + 1 };
    const cells: Cell[] = [];
    for (let column = from; column <= to; ) {
      const merge = covering.get(`${at},${column}`);
      const end = merge ? Math.min(merge.endCol, to) : column;
      const owner = texts[merge?.startRow ?? at]?.[merge?.startCol ?? column] ?? '';
      const isMergedFromAbove = merge !== undefined && merge.startRow < at;
      cells.push({
        text: mend(owner),
        span: end - column + 1,
        ...(isMergedFromAbove ? { isMergedFromAbove } : {}),
        place: { ...place, column: column + 1 },
      });
      column = end + 1;
    }
    rows.push({ cells, place });
  }
  const place = { sheet: sheet.name, table: number };
  return { kind: 'table', name: sheet.name, ...(sheet.isHidden ? { isHidden: true } : {}), rows, place };
}

/** The merge over each cell, within the filled part of the sheet. */
function coverage(merges: Merge[], lastRow: number, lastColumn: number): Map<string, Merge> {
  const covering = new Map<string, Merge>();
  for (const merge of merges) {
    for (let row = merge.startRow; row <= Math.min(merge.endRow, lastRow); row++) {
      for (let column = merge.startCol; column <= Math.min(merge.endCol, lastColumn); column++) {
        covering.set(`${row},${column}`, merge);
      }
    }
  }
  return covering;
}

/** Numbers as typed, without the noise of binary fractions; days as dd/mm/yyyy. */
function textOf(value: SheetValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (value instanceof Date) {
    const [year, month, day] = value.toISOString().slice(0, 10).split('-');
    return `${day}/${month}/${year}`;
  }
  return String(value);
}
