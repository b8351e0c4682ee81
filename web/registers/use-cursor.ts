import { useRef, useState } from 'react';

/** The cell the keyboard is in, by the id of its row and the key of its column. */
export type Place = { id: string; column: string };
/** How editing a cell ends: kept or taken back, and where the cursor goes next. */
export type Ending = { keeps: boolean; goes: 'stay' | 'down' | 'up' | 'next' | 'before' };

export type Cursor = {
  place: Place | undefined;
  /** What the field begins with while the cell is edited; undefined while it is only chosen. */
  editing: string | undefined;
  set: (place: Place) => void;
  edit: (text: string) => void;
  endEdit: () => void;
  /** The cell moved to, counted from where the cursor is; undefined when there is none further on. */
  moveBy: (lines: number, columns: number) => Place | undefined;
  next: (step: 1 | -1) => Place | undefined;
  /** Whether the browser's focus must follow the cursor once its cell is drawn. */
  wantsFocus: { current: boolean };
};

const within = (value: number, most: number) => Math.max(0, Math.min(value, most));

/** Where the keyboard is in a table of ids and column keys; rows may come, go and change places under it. */
export function useCursor(
  ids: readonly string[],
  columns: readonly string[],
  idByNew: ReadonlyMap<string, string>,
): Cursor {
  const [kept, setPlace] = useState<Place | undefined>(undefined);
  const [editing, setEditing] = useState<string | undefined>(undefined);
  const wantsFocus = useRef(false);
  const place = kept && { ...kept, id: idByNew.get(kept.id) ?? kept.id };

  const set = (next: Place) => {
    wantsFocus.current = true;
    setEditing(undefined);
    setPlace(next);
  };
  const at = () => ({
    line: place ? ids.indexOf(place.id) : 0,
    column: place ? columns.indexOf(place.column) : 0,
  });
  const placeAt = (line: number, column: number): Place | undefined => {
    const [id, key] = [ids[line], columns[column]];
    return id === undefined || key === undefined ? undefined : { id, column: key };
  };
  return {
    place,
    editing,
    set,
    edit: (text) => setEditing(text),
    endEdit: () => {
      wantsFocus.current = true;
      setEditing(undefined);
    },
    moveBy: (lines, across) => {
      const { line, column } = at();
      return placeAt(within(line + lines, ids.length - 1), within(column + across, columns.length - 1));
    },
    next: (step) => {
      const { line, column } = at();
      const flat = line * columns.length + column + step;
      if (flat < 0) return undefined;
      return placeAt(Math.floor(flat / columns.length), flat % columns.length);
    },
    wantsFocus,
  };
}
