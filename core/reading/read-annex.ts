import { codeLevel, parentCode } from '#core/criteria/code.ts';
import { arrangeTree, BY_CODE, inheritOwners } from '#core/criteria/tree.ts';
import {
  codeAt,
  isTooDeep,
  learnNumbering,
  type Numbering,
  readLabel,
  type Standing,
  standAfter,
} from './annex-codes.ts';
import { type AnnexHeading, findAnnexHeading } from './annex-columns.ts';
import { type AnnexLine, type AnnexLines, collectLines, pointsOf } from './annex-rows.ts';
import { sourcesOf } from './annex-source.ts';
import type { Table } from './blocks.ts';
import type { CriterionReading, Owner, PlanReading, Unplaced, UnplacedReason } from './plan-reading.ts';
import { readOwners } from './read-owners.ts';
import { rowText } from './table-grid.ts';

export type AnnexReading = Pick<PlanReading, 'statedTotal' | 'unplaced'> & {
  /** Every row that has its place, for nameCriteria once the departments' names are settled. */
  placed: PlacedLine[];
  joinedRows: NonNullable<PlanReading['joinedRows']>;
  ignoredColumns: string[];
  /** The words of every responsibility cell's departments, for settling their names. */
  ownersWritten: string[];
  heading?: AnnexHeading;
  /** Words above the heading inside the same table, as in a sheet. */
  titleWords: string[];
};

/**
 * Reads the annex of criteria out of the tables of a document: found by its headings, over as many
 * tables as pages cut it into. Numbers that restart in each field become full codes ("VII.3.1"). Every
 * row is either a criterion or listed as unplaced with its reason; a number that cannot be read is never 0.
 */
export function readAnnex(tables: readonly Table[]): AnnexReading {
  const found: AnnexLines = { lines: [], lostAt: new Set(), unplaced: [] };
  const titleWords: string[] = [];
  let heading: AnnexHeading | undefined;
  for (const table of tables) {
    const own = findAnnexHeading(table);
    const known = own ?? heading;
    if (!known) continue;
    if (own && !heading) titleWords.push(...table.rows.slice(0, own.start).map(rowText).filter(Boolean));
    heading ??= own;
    collectLines(table, known, own?.end ?? 0, found);
  }
  const placed = placeLines(found);
  return {
    placed,
    ...(found.total ? { statedTotal: totalOf(found.total) } : {}),
    unplaced: found.unplaced,
    joinedRows: placed.flatMap(({ code, line }) => line.joins.map((join) => ({ code, ...join }))),
    ignoredColumns: heading?.ignored ?? [],
    ownersWritten: placed.flatMap(({ line }) => ownOwners(line).map((owner) => owner.words)),
    ...(heading ? { heading } : {}),
    titleWords,
  };
}

export type PlacedLine = { code: string; line: AnnexLine };

/** Gives every line its full code, or lists it: a number twice, a field lost above it, no points, no label. */
function placeLines(found: AnnexLines): PlacedLine[] {
  const numbering = learnNumbering(found.lines.map((line) => line.label));
  const placed = new Map<string, PlacedLine>();
  let standing: Standing = { items: 0 };
  let isLost = false;
  for (const [index, line] of found.lines.entries()) {
    if (found.lostAt.has(index)) isLost = true;
    const refuse = (reason: UnplacedReason) => {
      found.unplaced.push(unplacedLine(line, reason), ...line.joins.map((join) => ({ ...join, reason })));
    };
    const label = readLabel(line.label, numbering);
    if (isTooDeep(line.label, numbering)) {
      refuse('too_deep');
      continue;
    }
    if (!label) {
      refuse(isPart(line, numbering) ? 'not_understood' : 'no_number');
      continue;
    }
    const code = codeAt(label, standing, numbering);
    if (label.kind === 'field' || label.kind === 'full') isLost = false;
    if (code === undefined || isLost) {
      refuse('no_parent');
      continue;
    }
    if (codeLevel(code) === undefined) {
      refuse('not_understood');
      continue;
    }
    if (placed.has(code)) {
      // The first criterion number a second time means that a field's own row was lost between them.
      isLost = code === `${standing.field}.1`;
      refuse('duplicate_code');
      continue;
    }
    standing = standAfter(code, label, standing);
    if (typeof pointsOf(line.max) !== 'number') {
      refuse('no_points');
      continue;
    }
    placed.set(code, { code, line });
    for (const cell of ['last', 'target'] as const) {
      if (pointsOf(line[cell]) === 'unreadable') {
        found.unplaced.push({ text: `${code}: ${line[cell]}`, reason: 'no_points', place: line.place });
      }
    }
  }
  return [...placed.values()];
}

function isPart(line: AnnexLine, numbering: Numbering): boolean {
  return numbering.hasParts && /^[A-D]\.?$/u.test(line.label);
}

function unplacedLine(line: AnnexLine, reason: UnplacedReason): Unplaced {
  const texts = [line.label, line.title, line.max, line.last, line.target, line.owners];
  return { text: texts.filter((text) => text !== '').join(' | '), reason, place: line.place };
}

/**
 * The criteria of the placed rows, each with its departments: those its own cell names, else those of the
 * nearest row above, marked with where they came from.
 */
export function nameCriteria(
  placed: readonly PlacedLine[],
  nameOf: (words: string) => string,
): CriterionReading[] {
  const sourceByCode = sourcesOf(placed.map(({ code, line }) => ({ code, title: line.title })));
  const parents = new Set(placed.map(({ code }) => parentCode(code)));
  const tree = arrangeTree(placed, { keyOf: ({ code }) => code, parentKeyOf: BY_CODE.parentKeyOf });
  clearInheritedCells(placed);
  const owners = inheritOwners(
    tree,
    ({ code }) => code,
    ({ line }) => ownOwners(line).map((owner): Owner => nameOwner(owner, nameOf)),
  );
  return placed.map(({ code, line }, index): CriterionReading => {
    const last = pointsOf(line.last);
    const target = pointsOf(line.target);
    const above = parentCode(code);
    return {
      code,
      title: line.title,
      level: codeLevel(code) ?? 1,
      ...(above === undefined ? {} : { parentCode: above }),
      isLeaf: !parents.has(code),
      maxPoints: Number(pointsOf(line.max)),
      ...(typeof last === 'number' ? { lastPoints: last } : {}),
      ...(typeof target === 'number' ? { targetPoints: target } : {}),
      units: owners[index] ?? [],
      ownerWords: line.owners.replace(/\s*\n\s*/gu, ' '),
      source: sourceByCode.get(code) ?? 'self',
      place: line.place,
    };
  });
}

/**
 * A cell merged downwards from a row that is a parent says what inheriting says; a text file leaves it
 * empty, so it is emptied here too. Merged from a neighbour, it is the row's own.
 */
function clearInheritedCells(placed: readonly PlacedLine[]): void {
  let ownerOfCell = '';
  for (const { code, line } of placed) {
    if (!line.isOwnerMerged) ownerOfCell = code;
    else if (code.startsWith(`${ownerOfCell}.`)) line.owners = '';
  }
}

function ownOwners(line: AnnexLine) {
  const helpers = readOwners(line.coordinators).map((owner) => ({ ...owner, role: 'coordinate' as const }));
  const leads = readOwners(line.owners);
  return [
    ...(helpers.length > 0 ? leads.map((owner) => ({ role: 'lead' as const, ...owner })) : leads),
    ...helpers,
  ];
}

/** A written owner as the reading keeps it. */
export function nameOwner(
  owner: ReturnType<typeof readOwners>[number],
  nameOf: (words: string) => string,
): Owner {
  return owner.role === undefined
    ? { name: nameOf(owner.words) }
    : { name: nameOf(owner.words), role: owner.role };
}

function totalOf(line: AnnexLine): NonNullable<PlanReading['statedTotal']> {
  const max = pointsOf(line.max);
  const last = pointsOf(line.last);
  const target = pointsOf(line.target);
  return {
    ...(typeof max === 'number' ? { maxPoints: max } : {}),
    ...(typeof last === 'number' ? { lastPoints: last } : {}),
    ...(typeof target === 'number' ? { targetPoints: target } : {}),
    place: line.place,
  };
}
