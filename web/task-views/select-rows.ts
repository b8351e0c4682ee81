/** The rows chosen in a list, and the row from which Shift reaches. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | undefined };

/** What a list needs to show which rows are chosen and to choose others. */
export type Choice = {
  ids: ReadonlySet<string>;
  /** With Shift: everything from the last choice to here. */
  onChoose: (id: string, isReaching: boolean) => void;
  onChooseAll: () => void;
};

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: undefined };

/** Chooses a row or lets it go; the row becomes the place Shift reaches from. */
export function toggleRow(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/**
 * Chooses every row from the anchor to the given one, in the order shown, or lets them all go when
 * the anchor was let go. Without an anchor in the list the row alone is toggled.
 */
export function reachTo(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0 || selection.anchor === undefined) return toggleRow(selection, id);
  const isChoosing = selection.ids.has(selection.anchor);
  const ids = new Set(selection.ids);
  for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (isChoosing) ids.add(each);
    else ids.delete(each);
  }
  return { ids, anchor: selection.anchor };
}

/** All rows shown when not all are chosen yet, else none of them; rows that are filtered away stay as they are. */
export function toggleAll(selection: Selection, order: readonly string[]): Selection {
  const hasAll = order.length > 0 && order.every((id) => selection.ids.has(id));
  const ids = new Set(selection.ids);
  for (const id of order) {
    if (hasAll) ids.delete(id);
    else ids.add(id);
  }
  return { ids, anchor: undefined };
}

/** Only the rows still shown: what a bulk change would touch must be in sight. */
export function keepShown(selection: Selection, order: readonly string[]): Selection {
  const shown = new Set(order);
  const ids = [...selection.ids].filter((id) => shown.has(id));
  if (ids.length === selection.ids.size) return selection;
  return { ids: new Set(ids), anchor: selection.anchor };
}

/** Where a key takes the focus in a list of so many rows; undefined for keys that move nothing. */
export function rowAfterKey(key: string, at: number, rows: number, page: number): number | undefined {
  const last = rows - 1;
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  const next = to[key];
  return next === undefined || rows === 0 ? undefined : Math.max(0, Math.min(last, next));
}

/** The rows in sight and the row with the focus, which stays drawn wherever one scrolls. */
export function withFocused(shown: readonly number[], focused: number): number[] {
  if (focused < 0 || shown.includes(focused)) return [...shown];
  return [...shown, focused].sort((one, other) => one - other);
}

/** Rows are drawn by so many: most frames of a scroll then draw nothing new. */
const DRAWN_TOGETHER = 12;

/** The rows to be drawn around those in sight: whole dozens that reach at least `overscan` rows further. */
export function rowsDrawn(sight: {
  startIndex: number;
  endIndex: number;
  overscan: number;
  count: number;
}): number[] {
  const { startIndex, endIndex, overscan, count } = sight;
  const first = Math.floor(Math.max(0, startIndex - overscan) / DRAWN_TOGETHER) * DRAWN_TOGETHER;
  const end = Math.min(count, Math.ceil((endIndex + overscan + 1) / DRAWN_TOGETHER) * DRAWN_TOGETHER);
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}
