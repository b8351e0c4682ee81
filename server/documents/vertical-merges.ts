import type { Cell } from '#core/reading/blocks.ts';

/**
 * Follows cells merged downwards: a continuing cell repeats its owner's text, and text that an author
 * left in a continuing cell is added to the owner's, for the whole merged cell shows it.
 */
export class VerticalMerges {
  private readonly groupsByColumn = new Map<number, Cell[]>();

  /** Takes the next cell of a column (from 1) in reading order and returns it as it stands in the grid. */
  settle(cell: Cell, column: number, merge: 'restart' | 'continue' | undefined): Cell {
    const group = this.groupsByColumn.get(column);
    if (merge === undefined) {
      this.groupsByColumn.delete(column);
      return cell;
    }
    if (merge === 'restart' || !group) {
      this.groupsByColumn.set(column, [cell]);
      return cell;
    }
    const owned = group[0]?.text ?? '';
    const text = cell.text === '' ? owned : [owned, cell.text].filter(Boolean).join('\n');
    const continued: Cell = { ...cell, text, isMergedFromAbove: true };
    group.push(continued);
    for (const each of group) each.text = text;
    return continued;
  }
}
