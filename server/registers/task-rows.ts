import type { Task } from '#core/plans/task.ts';
import { comesAgain } from '#core/plans/timeliness.ts';
import type { Condition, Quantity } from '#core/registers/quantity.ts';
import type { CellValue, Values } from '#core/registers/register.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { listTasks } from '#server/db/task-rows.ts';
import type { MeasureScope } from './measure-scope.ts';

/** A task as a row of the register of tasks. */
export type TaskRow = { id: string; departmentId: string | null; happenedOn: string | null; values: Values };

/** The tasks of the live plan as register rows; its columns are those of the catalogue's register of tasks. */
export async function listTaskRows(
  tx: Tx,
  { plan, today }: Pick<MeasureScope, 'plan' | 'today'>,
): Promise<TaskRow[]> {
  return (await listTasks(tx, plan, today)).map(rowOfTask);
}

/**
 * Steady work that has not ended is neither due nor late here, whatever became of its occurrences: the
 * rules of the catalogue leave it out.
 */
function rowOfTask(task: Task): TaskRow {
  const { id, owners, section, text, status, percent } = task;
  const isSteady = comesAgain(task.deadline) && task.dueByDocument === null;
  const dueTo = isSteady ? null : task.dueTo;
  const timeliness = isSteady && status !== 'done' ? 'recurring' : task.timeliness;
  return {
    id,
    departmentId: owners.find(({ role }) => role === 'lead')?.departmentId ?? null,
    happenedOn: dueTo,
    values: { section, text, due_to: dueTo, status, timeliness, percent },
  };
}

/**
 * Measures quantities over the tasks of the plan: all of them belong to its year, also those without
 * a day. Null where the plan has no task.
 */
export async function measureTasks(
  tx: Tx,
  scope: MeasureScope,
  quantities: readonly Quantity[],
): Promise<(string | null)[]> {
  const rows = await listTaskRows(tx, scope);
  return quantities.map((quantity) => (rows.length === 0 ? null : measure(rows, quantity, scope.today)));
}

function measure(rows: readonly TaskRow[], quantity: Quantity, today: string): string | null {
  const counted = rows.filter(({ values }) => countsTask(quantity, values, today));
  const numbers = counted.map(({ values }) => values[quantity.column ?? '']);
  switch (quantity.source) {
    case 'sum':
      return String(numbers.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0));
    case 'distinct':
      return String(new Set(numbers.filter(isFilled)).size);
    case 'latest': {
      const latest = counted
        .filter(({ values }) => typeof values[quantity.column ?? ''] === 'number')
        .toSorted((one, other) => (one.happenedOn ?? '').localeCompare(other.happenedOn ?? ''))
        .at(-1);
      return latest ? String(latest.values[quantity.column ?? '']) : null;
    }
    default:
      return String(counted.length);
  }
}

/** Whether a task passes every condition of a quantity: the same tests as those of register rows. */
export function countsTask({ where }: Quantity, values: Values, today: string): boolean {
  return where.every((condition) => passes(condition, values, today));
}

/** What one task adds to a quantity. */
export function shareOfTask(quantity: Quantity, values: Values, today: string): string {
  if (!countsTask(quantity, values, today)) return '0';
  if (quantity.source !== 'sum') return '1';
  const value = values[quantity.column ?? ''];
  return typeof value === 'number' ? String(value) : '0';
}

function passes(condition: Condition, values: Values, today: string): boolean {
  const cell = values[condition.column] ?? null;
  const text = isFilled(cell) ? String(cell) : '';
  switch (condition.test) {
    case 'is':
      return text !== '' && text === String(condition.value);
    case 'is_not':
      return text !== String(condition.value);
    case 'one_of':
      return text !== '' && condition.values.some((value) => String(value) === text);
    case 'at_least':
      return isFilled(cell) && compare(cell, condition.value) >= 0;
    case 'at_most':
      return isFilled(cell) && compare(cell, condition.value) <= 0;
    case 'not_under': {
      const other = values[condition.other] ?? null;
      return typeof cell === 'number' && typeof other === 'number' && cell >= other;
    }
    case 'filled':
      return text !== '';
    case 'empty':
      return text === '';
    default: {
      const due = String(values[condition.due] ?? '');
      if (condition.test === 'fallen_due') return text !== '' || (due !== '' && due <= today);
      if (due === '') return false;
      return condition.test === 'on_time' ? text !== '' && text <= due : (text || today) > due;
    }
  }
}

function compare(cell: CellValue, limit: number | string): number {
  if (typeof limit === 'number') return typeof cell === 'number' ? cell - limit : Number.NaN;
  return String(cell) < limit ? -1 : String(cell) > limit ? 1 : 0;
}

function isFilled(value: CellValue | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}
