import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Task } from '#core/plans/task.ts';
import type { Hundredths } from '#core/points.ts';
import { sumPoints } from '#core/points.ts';
import type { DocumentHeader } from '#core/reading/plan-reading.ts';
import type { AnnexTrace, TracedRow } from './annex-trace.ts';
import { traceSheet } from './annex-trace.ts';
import { rowHeight } from './row-height.ts';
import { HEADING, TITLE, UNDER_TITLE } from './sheet-frame.ts';
import { taskSheet } from './task-sheet.ts';
import type { CellStyle, SheetCell, SheetRow, Workbook, WorkbookSheet } from './workbook.ts';

/** Everything the annex of a kept plan is made from. */
export type AnnexPaper = {
  unit: { id: string; name: string };
  plan: { id: string; version: number; year: number };
  document: Pick<DocumentHeader, 'number' | 'symbol' | 'issuedOn' | 'annexTitle'>;
  /** All rows in the order of the document. */
  rows: AnnexRow[];
  tasks: Task[];
};

export const ANNEX_SHEET = 'Phụ lục';
const FONT_SIZE = 12;
const WIDTHS = [7, 58, 9, 10, 10, 30];
const HEADING_ROW = 4;

const TOTAL: CellStyle = {
  isBold: true,
  verticalAlign: 'center',
  isWrapped: true,
  isBordered: true,
  fill: 'E7ECF3',
};

/** A field stands out, a criterion is bold only in its number, a component is plain. */
const ROW_STYLES: Record<AnnexRow['level'], CellStyle> = {
  1: { isBold: true, verticalAlign: 'center', isWrapped: true, isBordered: true, fill: 'F3F5F9' },
  2: { isBold: true, verticalAlign: 'center', isWrapped: true, isBordered: true },
  3: { verticalAlign: 'center', isWrapped: true, isBordered: true },
};

/**
 * The annex of a kept plan as a workbook: a printable sheet as the plan prints it, a sheet of tasks,
 * and a hidden sheet that says what each row is, so that the edited file can be compared with the plan.
 */
export function annexWorkbook(paper: AnnexPaper): Workbook {
  const annex = annexSheet(paper);
  const tasks = taskSheet(paper.tasks, paper.plan.year);
  const traced: TracedRow[] = [
    ...paper.rows.map((row, index) => ({
      noun: 'criterion' as const,
      id: row.id,
      code: row.code,
      sheet: ANNEX_SHEET,
      row: HEADING_ROW + 1 + index,
    })),
    ...tasks.traced,
  ];
  const trace: AnnexTrace = {
    unitId: paper.unit.id,
    planId: paper.plan.id,
    planVersion: paper.plan.version,
    rows: traced,
  };
  return {
    title: annexTitle(paper).title,
    author: paper.unit.name,
    fontName: 'Times New Roman',
    fontSize: FONT_SIZE,
    sheets: [annex, tasks.sheet, traceSheet(trace)],
  };
}

function annexSheet(paper: AnnexPaper): WorkbookSheet {
  const { title, underTitle } = annexTitle(paper);
  const { year } = paper.plan;
  const fields = paper.rows.filter((row) => row.level === 1);
  const headings = [
    'STT',
    'Nội dung tiêu chí',
    'Điểm tối đa',
    `Điểm năm ${year - 1}`,
    `Mục tiêu năm ${year}`,
    'Phân công trách nhiệm',
  ];
  const rows: SheetRow[] = [
    mergedLine(title, TITLE, 14),
    mergedLine(underTitle, UNDER_TITLE, FONT_SIZE),
    { cells: [], height: 8 },
    sizedRow(headings.map((value) => ({ value, style: HEADING }))),
    ...paper.rows.map((row) => criterionLine(row)),
    sizedRow([
      { value: null, style: TOTAL },
      { value: 'Tổng điểm', style: { ...TOTAL, align: 'center' } },
      pointsCell(sumPoints(fields.map((row) => row.maxPoints)), TOTAL),
      pointsCell(sumPoints(fields.map((row) => row.lastPoints ?? 0)), TOTAL),
      pointsCell(sumPoints(fields.map((row) => row.targetPoints ?? 0)), TOTAL),
      { value: null, style: TOTAL },
    ]),
  ];
  return {
    name: ANNEX_SHEET,
    columnWidths: WIDTHS,
    rows,
    merges: [
      { row: 1, fromColumn: 1, toColumn: WIDTHS.length },
      { row: 2, fromColumn: 1, toColumn: WIDTHS.length },
    ],
    frozenRows: HEADING_ROW,
    print: {
      orientation: 'landscape',
      headingRows: [HEADING_ROW, HEADING_ROW],
      margins: { top: 20, right: 15, bottom: 20, left: 20 },
      footer: { left: paper.unit.name, center: '', right: 'Trang &P/&N' },
    },
  };
}

function criterionLine(row: AnnexRow): SheetRow {
  const style = ROW_STYLES[row.level];
  return sizedRow([
    { value: printedNumber(row.code), style: { ...style, align: 'center', format: '@' } },
    { value: row.title, style: { ...style, align: 'left' } },
    pointsCell(row.maxPoints, style),
    pointsCell(row.lastPoints, style),
    pointsCell(row.targetPoints, style),
    { value: row.ownerWords || null, style: { ...style, isBold: false, align: 'left' } },
  ]);
}

/** The number as the annex prints it: "VII" for a field, "3" and "3.1" below it, where counting starts anew. */
export function printedNumber(code: string): string {
  const dot = code.indexOf('.');
  return dot < 0 ? code : code.slice(dot + 1);
}

function pointsCell(points: Hundredths | null, style: CellStyle): SheetCell {
  return {
    value: points === null ? null : points / 100,
    style: { ...style, align: 'right', indent: 1, isWrapped: false, format: '0.00' },
  };
}

function annexTitle(paper: AnnexPaper): { title: string; underTitle: string } {
  const { document, plan, unit } = paper;
  const [title = '', ...under] = (document.annexTitle ?? '').split('\n').map((line) => line.trim());
  const dated = document.issuedOn ? ` ngày ${printedDay(document.issuedOn)}` : ` năm ${plan.year}`;
  const number = `${document.number ?? ''}/${document.symbol ?? 'KH-UBND'}`;
  const underRead = under.filter((line) => line !== '').join(' ');
  return {
    title: title || `PHỤ LỤC CÁC CHỈ TIÊU CỤ THỂ NĂM ${plan.year}`,
    underTitle: underRead || `(Kèm theo Kế hoạch số ${number}${dated} của UBND ${unit.name})`,
  };
}

function printedDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year}`;
}

function mergedLine(value: string, style: CellStyle, fontSize: number): SheetRow {
  const width = WIDTHS.reduce((sum, each) => sum + each, 0);
  return {
    cells: [{ value, style }, ...WIDTHS.slice(1).map(() => ({ value: null, style }))],
    height: rowHeight([{ text: value, width, isBold: style.isBold === true }], fontSize),
  };
}

function sizedRow(cells: SheetCell[]): SheetRow {
  const measured = cells.flatMap((cell, index) =>
    typeof cell.value === 'string'
      ? [{ text: cell.value, width: WIDTHS[index] ?? 10, isBold: cell.style.isBold === true }]
      : [],
  );
  return { cells, height: rowHeight(measured, FONT_SIZE) };
}
