import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { foldText } from '#core/vietnamese.ts';
import { isSaidIn } from './said-in.ts';

export const SORT_KEYS = [
  'code',
  'title',
  'max',
  'own',
  'last',
  'target',
  'reached',
  'gap',
  'tasks',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What the address says of the criteria table. Nothing set means the whole tree in document order. */
export type CriteriaSearch = {
  q?: string | undefined;
  /** A department's id, or "none" for leaves nobody answers for. */
  department?: string | undefined;
  source?: AnnexRow['source'] | undefined;
  missing?: boolean | undefined;
  sort?: SortKey | undefined;
  descending?: boolean | undefined;
};

/** One line of the table with its place in the tree, as a tree grid tells it to a screen reader. */
export type ViewRow = {
  row: AnnexRow;
  level: number;
  hasChildren: boolean;
  isExpanded: boolean;
  /** Position among its shown siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
};

/** How far last year's points stand below the target (or the maximum when no target is set); undefined when unscored. */
export function gapOf(row: Pick<AnnexRow, 'lastPoints' | 'targetPoints' | 'maxPoints'>): number | undefined {
  if (row.lastPoints === null) return undefined;
  return Math.max(0, (row.targetPoints ?? row.maxPoints) - row.lastPoints);
}

function isFiltered(search: CriteriaSearch): boolean {
  return Boolean(search.q || search.department || search.source || search.missing);
}

function isWanted(row: AnnexRow, search: CriteriaSearch): boolean {
  if (search.q && !isWordOf(row, search.q)) return false;
  if (search.missing && !(row.isLeaf && (gapOf(row) ?? 0) > 0)) return false;
  if (search.source && !(row.isLeaf && row.source === search.source)) return false;
  if (search.department === 'none') return row.isLeaf && row.owners.length === 0;
  if (search.department) return row.owners.some((owner) => owner.departmentId === search.department);
  return true;
}

/** A query that is a code ("v.9") means that branch; anything else is looked for in the titles. */
function isWordOf(row: AnnexRow, query: string): boolean {
  const code = foldText(row.code);
  const asked = foldText(query).replace(/\.$/u, '');
  if (code === asked || code.startsWith(`${asked}.`)) return true;
  return isSaidIn(query, row.code, row.title);
}

/** The rows that answer the search themselves, without the ancestors shown around them. */
export function matchRows(rows: readonly AnnexRow[], search: CriteriaSearch): AnnexRow[] {
  return rows.filter((row) => isWanted(row, search));
}

/** The points of rows as their rules give them now, by the row's id; null where nothing is scored. */
export type OwnPoints = ReadonlyMap<string, number | null>;

function sortValue(
  row: AnnexRow,
  key: Exclude<SortKey, 'code' | 'title'>,
  ownById: OwnPoints,
): number | undefined {
  if (key === 'max') return row.maxPoints;
  if (key === 'own') return ownById.get(row.id) ?? undefined;
  if (key === 'last') return row.lastPoints ?? undefined;
  if (key === 'target') return row.targetPoints ?? undefined;
  if (key === 'gap') return gapOf(row);
  if (key === 'tasks') return row.tasks;
  return row.lastPoints === null || row.maxPoints === 0 ? undefined : row.lastPoints / row.maxPoints;
}

/** The leaves in the asked order; what has no value comes last whichever way; ties keep document order. */
function sortLeaves(
  rows: AnnexRow[],
  { sort: key, descending: isDescending = false }: { sort: SortKey; descending?: boolean | undefined },
  ownById: OwnPoints,
): AnnexRow[] {
  const leaves = rows.filter((row) => row.isLeaf);
  const sign = isDescending ? -1 : 1;
  if (key === 'code') return isDescending ? leaves.reverse() : leaves;
  if (key === 'title') return leaves.sort((a, b) => sign * a.title.localeCompare(b.title, 'vi'));
  return leaves.sort((a, b) => {
    const [left, right] = [sortValue(a, key, ownById), sortValue(b, key, ownById)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return sign * (left - right);
  });
}

/**
 * The lines to show: the tree in document order with closed branches left out, the branches around
 * every match opened while a filter is on, or, when sorted, the matching leaves as a flat list.
 */
export function arrangeRows(
  rows: readonly AnnexRow[],
  search: CriteriaSearch,
  closed: ReadonlySet<string>,
  ownById: OwnPoints = new Map(),
): ViewRow[] {
  const matches = matchRows(rows, search);
  if (search.sort) {
    const leaves = sortLeaves(matches, { sort: search.sort, descending: search.descending }, ownById);
    return leaves.map((row, at) => ({
      row,
      level: 1,
      hasChildren: false,
      isExpanded: false,
      position: at + 1,
      siblings: leaves.length,
    }));
  }
  const shownIds = isFiltered(search) ? withAncestors(rows, matches) : new Set(rows.map((row) => row.id));
  return openRows(
    rows.filter((row) => shownIds.has(row.id)),
    closed,
  );
}

function withAncestors(rows: readonly AnnexRow[], matches: AnnexRow[]): Set<string> {
  const parentById = new Map(rows.map((row) => [row.id, row.parentId]));
  const ids = new Set<string>();
  for (const row of matches) {
    let id: string | null | undefined = row.id;
    while (id && !ids.has(id)) {
      ids.add(id);
      id = parentById.get(id);
    }
  }
  return ids;
}

function openRows(rows: AnnexRow[], closed: ReadonlySet<string>): ViewRow[] {
  const childrenByParent = new Map<string | null, AnnexRow[]>();
  for (const row of rows) {
    const siblings = childrenByParent.get(row.parentId);
    if (siblings) siblings.push(row);
    else childrenByParent.set(row.parentId, [row]);
  }
  const shown: ViewRow[] = [];
  const walk = (parentId: string | null, level: number) => {
    const siblings = childrenByParent.get(parentId) ?? [];
    siblings.forEach((row, at) => {
      const hasChildren = childrenByParent.has(row.id);
      const isExpanded = hasChildren && !closed.has(row.code);
      shown.push({ row, level, hasChildren, isExpanded, position: at + 1, siblings: siblings.length });
      if (isExpanded) walk(row.id, level + 1);
    });
  };
  walk(null, 1);
  return shown;
}

export type TreeMove = { focus: string } | { close: string } | { open: string } | { visit: string };

/**
 * What a key does on a line of the tree, as tree grids do everywhere: up and down, first and last;
 * right opens a branch and then enters it; left closes it and then goes to its parent; Enter visits.
 */
export function moveInTree(
  view: readonly ViewRow[],
  focusedId: string | undefined,
  key: string,
): TreeMove | undefined {
  const at = view.findIndex((each) => each.row.id === focusedId);
  const current = view[at];
  const focus = (index: number): TreeMove | undefined => {
    const found = view[Math.max(0, Math.min(view.length - 1, index))];
    return found && found !== current ? { focus: found.row.id } : undefined;
  };
  if (key === 'Home') return focus(0);
  if (key === 'End') return focus(view.length - 1);
  if (key === 'ArrowDown') return focus(at + 1);
  if (key === 'ArrowUp') return focus(at < 0 ? 0 : at - 1);
  if (!current) return undefined;
  if (key === 'Enter') return { visit: current.row.code };
  if (key === 'ArrowRight' && current.hasChildren)
    return current.isExpanded ? focus(at + 1) : { open: current.row.code };
  if (key === 'ArrowLeft') {
    if (current.isExpanded) return { close: current.row.code };
    const parent = view.findIndex((each) => each.row.id === current.row.parentId);
    return parent < 0 ? undefined : focus(parent);
  }
  return undefined;
}
