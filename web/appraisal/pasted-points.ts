import type { AppraisedUnit, EnteredColumn } from '#core/assessments/appraisal.ts';
import { readPoints } from '#core/points.ts';
import { foldText } from '#core/vietnamese.ts';

type Listed = Pick<AppraisedUnit, 'unitId' | 'unitName' | 'rulingId'>;
export type ColumnFault = { kind: 'unknown' | 'notPoints' | 'twice'; line: string };

/**
 * Points pasted for many units: two columns are unit and points, one column goes down the list as it is
 * shown. An empty cell leaves its unit alone. Nothing is guessed: what is not understood comes back.
 */
export function readPastedPoints(
  text: string,
  units: readonly Listed[],
): { rows: EnteredColumn['rows']; faults: ColumnFault[]; beyond: number } {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '').split('\n');
  const unitByName = new Map(units.map((unit) => [foldText(unit.unitName), unit]));
  const rows = new Map<string, EnteredColumn['rows'][number]>();
  const faults: ColumnFault[] = [];
  let beyond = 0;
  for (const [at, line] of lines.entries()) {
    const cells = line.split('\t').map((cell) => cell.trim());
    const typed = cells.at(-1) ?? '';
    if (typed === '') continue;
    const unit = cells.length > 1 ? unitByName.get(foldText(cells[0] ?? '')) : units[at];
    const points = readPoints(typed);
    if (!unit && cells.length === 1) beyond += 1;
    else if (!unit) faults.push({ kind: 'unknown', line });
    else if (points === undefined) faults.push({ kind: 'notPoints', line });
    else if (rows.has(unit.unitId)) faults.push({ kind: 'twice', line });
    else rows.set(unit.unitId, { unitId: unit.unitId, points, note: '', previousId: unit.rulingId });
  }
  return { rows: [...rows.values()], faults, beyond };
}
