import type { Cell, SourceDocument, Table } from '#core/reading/blocks.ts';
import type { WorkbookSheet } from './workbook.ts';

/** The hidden sheet of an exported annex. */
export const TRACE_SHEET = 'parindex';
const TRACE_FORMAT = 1;

/**
 * What the hidden sheet of an exported annex says: of which unit, which plan and which version of it
 * the workbook is, and which row is which criterion or task.
 */
export type AnnexTrace = {
  unitId: string;
  planId: string;
  planVersion: number;
  rows: TracedRow[];
};
export type TracedRow = { noun: 'criterion' | 'task'; id: string; code: string; sheet: string; row: number };

/** The hidden sheet, a table of plain text: one line for what the workbook is, one for each row of it. */
export function traceSheet(trace: AnnexTrace): WorkbookSheet {
  const lines = [
    ['parindex', 'annex', String(TRACE_FORMAT), '', ''],
    ['unit', trace.unitId, '', '', ''],
    ['plan', trace.planId, String(trace.planVersion), '', ''],
    ...trace.rows.map((row) => [row.noun, row.id, row.code, row.sheet, String(row.row)]),
  ];
  return {
    name: TRACE_SHEET,
    isHidden: true,
    columnWidths: [12, 40, 16, 16, 8],
    rows: lines.map((cells) => ({ cells: cells.map((value) => ({ value, style: { format: '@' } })) })),
    merges: [],
    frozenRows: 0,
  };
}

/**
 * Reads the hidden sheet back. Undefined when there is none or it is of another format: the workbook
 * was then not made by this product, or the sheet was removed, and nobody knows which version of the
 * plan it shows.
 */
export function readAnnexTrace(document: SourceDocument): AnnexTrace | undefined {
  const table = document.blocks.find(isTraceTable);
  if (!table) return undefined;
  const lines = table.rows.map((row) => row.cells.map(cellText));
  const [head, unit, plan, ...rest] = lines;
  if (head?.[0] !== 'parindex' || head[1] !== 'annex' || head[2] !== String(TRACE_FORMAT)) return undefined;
  if (unit?.[0] !== 'unit' || plan?.[0] !== 'plan') return undefined;
  const planVersion = Number(plan[2]);
  if (!unit[1] || !plan[1] || !Number.isInteger(planVersion)) return undefined;
  const rows: TracedRow[] = [];
  for (const [noun, id = '', code = '', sheet = '', row = ''] of rest) {
    if (noun === 'criterion' || noun === 'task') rows.push({ noun, id, code, sheet, row: Number(row) });
  }
  return { unitId: unit[1], planId: plan[1], planVersion, rows };
}

function isTraceTable(block: SourceDocument['blocks'][number]): block is Table {
  return block.kind === 'table' && block.isHidden === true && block.name === TRACE_SHEET;
}

function cellText(cell: Cell): string {
  return cell.text.trim();
}
