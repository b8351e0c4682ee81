import type { RegisterRow, RowInput } from '#core/registers/register.ts';
import type { Cells } from './sheet-column.ts';

/** How a row stood: its cells, or null while it was not in the register. */
export type RowState = { id: string; cells: Cells | null };
/** One write that was kept, as the rows it touched stood before and after. */
export type Step = { before: readonly RowState[]; after: readonly RowState[] };
export type Steps = {
  done: readonly Step[];
  undone: readonly Step[];
  /** The version each row had after our last write: what others changed since is refused by it. */
  versionById: ReadonlyMap<string, number>;
};

export const NO_STEPS: Steps = { done: [], undone: [], versionById: new Map() };
const MOST_STEPS = 50;

export type Written = { rows: readonly RegisterRow[]; removed: readonly { id: string; version: number }[] };

/** The versions after a write: the server counts a removal as one more. */
function withVersions(steps: Steps, { rows, removed }: Written): Map<string, number> {
  const versionById = new Map(steps.versionById);
  for (const { id, version } of rows) versionById.set(id, version);
  for (const { id, version } of removed) versionById.set(id, version + 1);
  return versionById;
}

/** A new step: what was taken back before cannot be done again. */
export function remember(steps: Steps, step: Step, written: Written): Steps {
  return {
    done: [...steps.done, step].slice(-MOST_STEPS),
    undone: [],
    versionById: withVersions(steps, written),
  };
}

export function moveBack(steps: Steps, written: Written): Steps {
  const step = steps.done.at(-1);
  return {
    done: steps.done.slice(0, -1),
    undone: step ? [...steps.undone, step] : steps.undone,
    versionById: withVersions(steps, written),
  };
}

export function moveForward(steps: Steps, written: Written): Steps {
  const step = steps.undone.at(-1);
  return {
    done: step ? [...steps.done, step] : steps.done,
    undone: steps.undone.slice(0, -1),
    versionById: withVersions(steps, written),
  };
}

/** The steps without the one that was to be taken back or done again and cannot be. */
export function dropStep(steps: Steps, kind: 'undone' | 'redone' | 'saved' | 'removed'): Steps {
  if (kind === 'undone') return { ...steps, done: steps.done.slice(0, -1) };
  return kind === 'redone' ? { ...steps, undone: steps.undone.slice(0, -1) } : steps;
}

/** The write that brings rows to the states given; a row taken out comes back under its own id. */
export function writeStates(
  states: readonly RowState[],
  versionById: ReadonlyMap<string, number>,
): { rows: RowInput[]; removed: { id: string; version: number }[] } {
  const rows: RowInput[] = [];
  const removed: { id: string; version: number }[] = [];
  for (const { id, cells } of states) {
    const version = versionById.get(id) ?? 0;
    if (cells) rows.push({ id, version, ...cells });
    else removed.push({ id, version });
  }
  return { rows, removed };
}
