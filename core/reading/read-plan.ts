import type { DeadlineRules } from '#core/deadlines/read-deadline.ts';
import { findAnnexHeading } from './annex-columns.ts';
import type { Block, Paragraph, Place, SourceDocument, Table } from './blocks.ts';
import { checkPlan } from './check-plan.ts';
import { type KnownDepartment, settleNames } from './department-names.ts';
import { isLayout, joinLines, type Line, layoutParagraphs, readMarker } from './plan-lines.ts';
import type { Owner, PlanReading, TaskReading, UnitReading, Unplaced } from './plan-reading.ts';
import { fieldsNamed, sortSections } from './plan-sections.ts';
import { type AnnexReading, nameCriteria, nameOwner, readAnnex } from './read-annex.ts';
import { findFoot, readAnnexTitle, readFoot } from './read-foot.ts';
import { readHeader, yearOf } from './read-header.ts';
import { readOrganisation, type WrittenUnit } from './read-organisation.ts';
import { findTaskHeading, readTaskTable } from './read-task-table.ts';
import { readWork, type WrittenTask } from './read-tasks.ts';
import { rowText } from './table-grid.ts';

export type ReadingRules = {
  /** Departments the unit already keeps: their names and spellings win over those of the document. */
  knownDepartments?: readonly KnownDepartment[];
  /** How the unit reads deadlines; the usual reading when left out. */
  deadlines?: Omit<DeadlineRules, 'year'>;
};

type Home = { code: string; title: string };
type Sorted = {
  paragraphs: Paragraph[];
  annex: Table[];
  tasks: { table: Table; home: Home }[];
  unplaced: Unplaced[];
};

/**
 * Reads a plan out of the blocks of any office format: head, goals, tasks with their deadlines, the
 * departments and what they lead, recipients, signature, and the annex of criteria. Deterministic; what
 * it could not place is listed in `unplaced` with the reason, and nothing is ever guessed.
 */
export function readPlan(
  source: SourceDocument,
  { knownDepartments = [], deadlines = {} }: ReadingRules = {},
): PlanReading {
  const sorted = sortBlocks(source.blocks);
  const annex = readAnnex(sorted.annex);
  const lines = joinLines(sorted.paragraphs, source.format);
  const { foot, annex: annexStart } = findFoot(lines);
  const bodyStart = lines.findIndex((line, index) => index < foot && line.marker === 'part');
  const head = lines.slice(0, bodyStart < 0 ? Math.min(foot, annexStart) : bodyStart);
  const { header, unread } = readHeader(head, source.format, source.notes);
  const afterFoot = readFoot(lines.slice(foot, annexStart), header);
  const afterAnnex = readAnnexTitle(lines.slice(annexStart), header);
  if (header.annexTitle === undefined && annex.titleWords.length > 0)
    header.annexTitle = annex.titleWords.join('\n');
  const year = header.year ?? yearFrom(annex, header.annexTitle);
  if (year !== undefined) header.year = year;

  const { body, after } = cutClosing(bodyStart < 0 ? [] : lines.slice(bodyStart, foot));
  const sections = sortSections(body);
  const rules = year === undefined ? deadlines : { ...deadlines, year };
  const work = readWork(sections, rules);
  const organisation = readOrganisation(sections);
  const tables = sorted.tasks.map(({ table, home }) =>
    readTaskTable(table, findTaskHeading(table)!, home, rules),
  );
  const tasks = [...work.tasks, ...tables.flatMap((each) => each.tasks)];

  const written = [
    ...annex.ownersWritten,
    ...tasks.flatMap((task) => task.owners.map((owner) => owner.words)),
    ...organisation.units.map((unit) => unit.words),
  ];
  const names = settleNames(written, knownDepartments);
  const criteria = nameCriteria(annex.placed, names.nameOf);
  const titles = new Set(tasks.map((task) => task.sectionTitle));
  const fieldsByTitle = new Map([...titles].map((title) => [title, fieldsNamed(title, criteria)]));
  const fieldsOf = (title: string) => fieldsByTitle.get(title) ?? [];
  const leftover = [...unread, ...after, ...afterFoot, ...afterAnnex].map(
    ({ text, place }): Unplaced => ({ text, reason: 'not_understood', place }),
  );
  const reading: PlanReading = {
    document: header,
    criteria,
    tasks: keyTasks(tasks).map((task) => completeTask(task, organisation.units, fieldsOf, names.nameOf)),
    units: collectUnits(organisation.units, criteria, names),
    goals: work.goals,
    ...(annex.statedTotal ? { statedTotal: annex.statedTotal } : {}),
    joinedRows: annex.joinedRows,
    ignoredColumns: annex.ignoredColumns,
    findings: [],
    unplaced: [
      ...leftover,
      ...work.unplaced,
      ...organisation.unplaced,
      ...sorted.unplaced,
      ...tables.flatMap((each) => each.unplaced),
      ...annex.unplaced,
    ],
  };
  return { ...reading, findings: checkPlan(reading) };
}

/** Sorts the blocks: running text, annex tables (with the pages they go on over), tables of tasks, the rest. */
function sortBlocks(blocks: readonly Block[]): Sorted {
  const sorted: Sorted = { paragraphs: [], annex: [], tasks: [], unplaced: [] };
  let annexWidth: number | undefined;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      sorted.paragraphs.push(block);
      continue;
    }
    if (block.isHidden) continue;
    const heading = findAnnexHeading(block);
    if (heading) {
      annexWidth = heading.width;
      sorted.annex.push(block);
    } else if (findTaskHeading(block)) sorted.tasks.push({ table: block, home: homeOf(sorted.paragraphs) });
    else if (isLayout(block)) sorted.paragraphs.push(...layoutParagraphs(block));
    else if (annexWidth !== undefined && widthOf(block) === annexWidth) sorted.annex.push(block);
    else sorted.unplaced.push(...block.rows.map(unplacedRow).filter(({ text }) => text !== ''));
  }
  return sorted;
}

function widthOf(table: Table): number {
  return Math.max(0, ...table.rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.span, 0)));
}

function unplacedRow(row: Table['rows'][number]): Unplaced {
  return { text: rowText(row), reason: 'no_heading', place: row.place };
}

/** The section a table of tasks stands in: the last heading above it. */
function homeOf(paragraphs: readonly Paragraph[]): Home {
  let part = '';
  let home: Home | undefined;
  for (const { text } of paragraphs) {
    const { marker, number, text: title } = readMarker(text);
    if (marker === 'part') part = number;
    if (marker === 'part') home = { code: number, title };
    else if (marker === 'number')
      home = { code: number.includes('.') || part === '' ? number : `${part}.${number}`, title };
  }
  return home ?? { code: '1', title: '' };
}

function yearFrom(annex: AnnexReading, title: string | undefined): number | undefined {
  const { lastYear, targetYear } = annex.heading ?? {};
  return targetYear ?? (lastYear === undefined ? yearOf(title) : lastYear + 1);
}

/** The closing paragraph ("… xem xét, giải quyết./.") ends the body; what stands behind it is not part of it. */
function cutClosing(lines: readonly Line[]): { body: Line[]; after: Line[] } {
  const closing = lines.findLastIndex((line) => /\.\/\.?\s*$/u.test(line.text));
  if (closing < 0) return { body: [...lines], after: [] };
  const isOwnParagraph = lines[closing]!.marker === 'none';
  return { body: lines.slice(0, isOwnParagraph ? closing : closing + 1), after: lines.slice(closing + 1) };
}

type KeyedTask = WrittenTask & { key: string };

function keyTasks(tasks: readonly WrittenTask[]): KeyedTask[] {
  const countBySection = new Map<string, number>();
  return tasks.map((task) => {
    const count = (countBySection.get(task.section) ?? 0) + 1;
    countBySection.set(task.section, count);
    return { ...task, key: `${task.section}/${count}` };
  });
}

function completeTask(
  { owners, criteria: named, ...task }: KeyedTask,
  units: readonly WrittenUnit[],
  fieldsOf: (title: string) => string[],
  nameOf: (words: string) => string,
): TaskReading {
  const own = owners.map((owner) => nameOwner(owner, nameOf));
  const inherited = units
    .filter((unit) => unit.leads.includes(task.section) || unit.leadsPartOf.includes(task.section))
    .map((unit): Owner => ({ name: nameOf(unit.words), inheritedFrom: unit.code, role: 'lead' }));
  return {
    ...task,
    units: own.length > 0 ? own : inherited,
    criteria: named ?? fieldsOf(task.sectionTitle),
  };
}

/** The departments of the section on organisation, then those only the annex names. */
function collectUnits(
  written: readonly WrittenUnit[],
  criteria: PlanReading['criteria'],
  names: ReturnType<typeof settleNames>,
): UnitReading[] {
  const unitByName = new Map<string, UnitReading>();
  const unitOf = (name: string, place: Place): UnitReading => {
    const known = unitByName.get(name);
    if (known) return known;
    const unit = { name, spellings: names.spellingsOf(name), leads: [], leadsPartOf: [], duties: [], place };
    unitByName.set(name, unit);
    return unit;
  };
  for (const { words, leads, leadsPartOf, duties, place } of written) {
    const unit = unitOf(names.nameOf(words), place);
    unit.leads.push(...leads);
    unit.leadsPartOf.push(...leadsPartOf);
    unit.duties.push(...duties);
  }
  for (const row of criteria) {
    for (const owner of row.units) if (owner.inheritedFrom === undefined) unitOf(owner.name, row.place);
  }
  return [...unitByName.values()];
}
