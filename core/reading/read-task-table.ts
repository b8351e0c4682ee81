import { codeSegments } from '#core/criteria/code.ts';
import { findDeadline } from '#core/deadlines/find-deadline.ts';
import { type DeadlineRules, readDeadline } from '#core/deadlines/read-deadline.ts';
import { foldText, sameText, tidyText } from '#core/vietnamese.ts';
import type { Table } from './blocks.ts';
import type { Unplaced } from './plan-reading.ts';
import { readOwners, type WrittenOwner } from './read-owners.ts';
import type { WrittenTask } from './read-tasks.ts';
import { type GridCell, gridRow, headingStretch, rowText } from './table-grid.ts';

type TaskColumn = 'section' | 'sectionTitle' | 'text' | 'deadline' | 'units' | 'coordinate' | 'criteria';

const KINDS: [TaskColumn, RegExp][] = [
  ['section', /^(?:stt|tt|so tt|so thu tu|muc|ma)\.?$/u],
  ['sectionTitle', /^ten muc$|^linh vuc$|^nhom nhiem vu$/u],
  ['deadline', /thoi han|thoi gian|tien do|hoan thanh|^han\b/u],
  ['coordinate', /phoi hop/u],
  [
    'units',
    /chu tri|phan cong|trach nhiem|phu trach|dau moi|(?:don vi|co quan|bo phan) (?:thuc hien|tham muu)/u,
  ],
  ['criteria', /^(?:ma )?tieu chi|^chi so lien quan/u],
  ['text', /noi dung|nhiem vu|cong viec|giai phap/u],
];

/** The columns of a table of tasks by their headings; undefined when it is none. */
export type TaskHeading = { columns: Partial<Record<TaskColumn, number>>; start: number; end: number };

/** Finds the heading of a table of tasks: a column of work and one of deadlines, in any order. */
export function findTaskHeading(table: Table): TaskHeading | undefined {
  for (let start = 0; start < Math.min(table.rows.length, 12); start += 1) {
    const stretch = headingStretch(table.rows, start, (headings) => {
      const kinds = headings.map(kindOf);
      return kinds.includes('text') && kinds.includes('deadline');
    });
    if (!stretch) continue;
    const columns: Partial<Record<TaskColumn, number>> = {};
    stretch.headings.forEach((heading, column) => {
      const kind = kindOf(heading);
      if (kind !== undefined) columns[kind] ??= column;
    });
    if (table.rows[start]!.cells.length >= 3) return { columns, start, end: stretch.end };
  }
  return undefined;
}

function kindOf(heading: string): TaskColumn | undefined {
  const folded = foldText(heading);
  if (folded === '' || folded.length > 80 || /\bdiem\b/u.test(folded)) return undefined;
  return KINDS.find(([, pattern]) => pattern.test(folded))?.[0];
}

/**
 * Reads the tasks of a table, one a row. A row with a title alone opens a group ("I. Công tác chỉ đạo");
 * without groups and without a column of sections the tasks stand in `home`, the section the table is in.
 * A deadline in its column counts before one in the words. Rows without work are listed as unplaced.
 */
export function readTaskTable(
  table: Table,
  heading: TaskHeading,
  home: { code: string; title: string },
  rules: DeadlineRules,
): { tasks: WrittenTask[]; unplaced: Unplaced[] } {
  const tasks: WrittenTask[] = [];
  const unplaced: Unplaced[] = [];
  let group = home;
  for (const row of table.rows.slice(heading.end)) {
    const cells = gridRow(row);
    const textAt = (kind: TaskColumn) => tidyText(cellAt(cells, heading, kind)?.text ?? '');
    const written = cells.filter((cell) => cell.text !== '' && !cell.isMergedFromAbove);
    if (written.length === 0 || repeats(textAt('text'), textAt('deadline'), table, heading)) continue;
    const opened = groupOf(
      cells,
      heading,
      written.map((cell) => cell.text),
    );
    if (opened) {
      group = opened;
    } else if (textAt('text') === '') {
      const before = tasks.at(-1);
      if (before && written.length === 1 && textAt('units') !== '')
        before.owners = joinOwners(before.owners, textAt('units'));
      else unplaced.push({ text: rowText(row), reason: 'not_understood', place: row.place });
    } else {
      tasks.push({ ...taskOf(cells, heading, group, rules), place: row.place });
    }
  }
  return { tasks, unplaced };
}

/** Whether a row says again what the heading says, as at the top of each page. */
function repeats(
  text: string,
  deadline: string,
  table: Table,
  { columns, start, end }: TaskHeading,
): boolean {
  return table.rows.slice(start, end).some((row) => {
    const cells = gridRow(row);
    const sameAt = (column: number | undefined, words: string) =>
      column !== undefined && words !== '' && sameText(cells[column]?.text ?? '', words);
    return sameAt(columns.text, text) && sameAt(columns.deadline, deadline);
  });
}

function cellAt(cells: readonly GridCell[], heading: TaskHeading, kind: TaskColumn): GridCell | undefined {
  const column = heading.columns[kind];
  return column === undefined ? undefined : cells[column];
}

function joinOwners(owners: WrittenOwner[], rest: string): WrittenOwner[] {
  const last = owners.at(-1);
  return last
    ? [...owners.slice(0, -1), { ...last, words: tidyText(`${last.words} ${rest}`) }]
    : readOwners(rest);
}

/** A row whose only words are a title, with or without a Roman numeral or figure before it. */
function groupOf(
  cells: readonly GridCell[],
  heading: TaskHeading,
  texts: string[],
): { code: string; title: string } | undefined {
  const label = tidyText(cellAt(cells, heading, 'section')?.text ?? '').replace(/[.)]$/u, '');
  const title = tidyText(cellAt(cells, heading, 'text')?.text ?? '');
  if (texts.length === 2 && /^(?:[IVX]+|[A-D]|\d+(?:\.\d+)*)$/u.test(label) && title !== '') {
    return findDeadline(title).words === '' && /^(?:[IVX]+|[A-D])$/u.test(label)
      ? { code: label, title }
      : undefined;
  }
  if (texts.length !== 1) return undefined;
  const wide = /^([IVX]+|[A-D]|\d+(?:\.\d+)*)[.):]?\s+(.+)$/u.exec(tidyText(texts[0] ?? ''));
  return wide ? { code: wide[1]!, title: wide[2]! } : undefined;
}

function taskOf(
  cells: readonly GridCell[],
  heading: TaskHeading,
  group: { code: string; title: string },
  rules: DeadlineRules,
): Omit<WrittenTask, 'place'> {
  const textAt = (kind: TaskColumn) => cellAt(cells, heading, kind)?.text ?? '';
  const found = findDeadline(textAt('text'));
  const inColumn = tidyText(textAt('deadline'));
  const hasOwnSection = heading.columns.sectionTitle !== undefined && textAt('section') !== '';
  const helpers = readOwners(textAt('coordinate')).map(
    ({ words }): WrittenOwner => ({ words, role: 'coordinate' }),
  );
  const leads = readOwners(textAt('units')).map((owner): WrittenOwner => ({ role: 'lead', ...owner }));
  const codes = textAt('criteria')
    .split(/[,;\s]+/u)
    .filter((code) => codeSegments(code) !== undefined);
  return {
    section: hasOwnSection ? tidyText(textAt('section')) : group.code,
    sectionTitle: hasOwnSection ? tidyText(textAt('sectionTitle')) : group.title,
    text: found.rest,
    deadline: readDeadline(inColumn === '' ? found.words : inColumn, rules),
    owners: [...leads, ...helpers],
    ...(heading.columns.criteria === undefined ? {} : { criteria: codes }),
  };
}
