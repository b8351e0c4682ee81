import type { Task } from '#core/plans/task.ts';
import type { TracedRow } from './annex-trace.ts';
import { rowHeight } from './row-height.ts';
import { BODY, HEADING, TITLE } from './sheet-frame.ts';
import type { CellStyle, SheetRow, WorkbookSheet } from './workbook.ts';

export const TASK_SHEET = 'Nhiệm vụ';
const FONT_SIZE = 12;
const WIDTHS = [7, 26, 62, 26, 26, 12];
const HEADINGS = ['Mục', 'Tên mục', 'Nội dung nhiệm vụ', 'Thời hạn', 'Đơn vị chủ trì', 'Tiêu chí'];
const HEADING_ROW = 3;

/** The tasks of a plan as a printable sheet, deadlines in the plan's own words, with what each line is. */
export function taskSheet(
  tasks: readonly Task[],
  year: number,
): { sheet: WorkbookSheet; traced: TracedRow[] } {
  const title = `DANH MỤC NHIỆM VỤ NĂM ${year}`;
  const rows: SheetRow[] = [
    {
      cells: WIDTHS.map((_, index) => ({ value: index === 0 ? title : null, style: TITLE })),
      height: rowHeight([{ text: title, width: 150, isBold: true }], 14),
    },
    { cells: [], height: 8 },
    sizedRow(HEADINGS, HEADING),
    ...tasks.map((task) => taskLine(task)),
  ];
  return {
    sheet: {
      name: TASK_SHEET,
      columnWidths: WIDTHS,
      rows,
      merges: [{ row: 1, fromColumn: 1, toColumn: WIDTHS.length }],
      frozenRows: HEADING_ROW,
      print: {
        orientation: 'landscape',
        headingRows: [HEADING_ROW, HEADING_ROW],
        margins: { top: 20, right: 15, bottom: 20, left: 20 },
        footer: { left: '', center: '', right: 'Trang &P/&N' },
      },
    },
    traced: tasks.map((task, index) => ({
      noun: 'task',
      id: task.id,
      code: task.key,
      sheet: TASK_SHEET,
      row: HEADING_ROW + 1 + index,
    })),
  };
}

function taskLine(task: Task): SheetRow {
  return sizedRow(
    [
      task.section,
      task.sectionTitle,
      task.text,
      task.deadline.words,
      task.owners.map((owner) => owner.name).join('; '),
      task.criteria.map((criterion) => criterion.code).join(', '),
    ],
    BODY,
  );
}

function sizedRow(values: readonly string[], style: CellStyle): SheetRow {
  const isBold = style.isBold === true;
  const measured = values.map((text, index) => ({ text, width: WIDTHS[index] ?? 10, isBold }));
  return {
    cells: values.map((value) => ({ value: value === '' ? null : value, style })),
    height: rowHeight(measured, FONT_SIZE),
  };
}
