import type { Department } from '#core/people/department.ts';
import { type LostByCode, pointsOfTasks } from '#core/plans/points-at-stake.ts';
import type { Task } from '#core/plans/task.ts';
import { fallsDue } from '#web/plans/task-list.ts';
import type { Month } from './day-steps.ts';

/** What one department carries of the tasks not done; points in hundredths. */
export type Load = {
  department: Pick<Department, 'id' | 'name' | 'kind'>;
  open: number;
  overdue: number;
  within7: number;
  within30: number;
  pointsAtStake: number;
  /** The last answer to any of its tasks, done ones too; null when there was none. */
  lastUpdateAt: string | null;
  /** How many open tasks fall due in each month. */
  dueByMonth: readonly number[];
};

/**
 * What each department leads or helps with, the most open tasks first. A task of several departments
 * counts for each of them, so the column is more than the whole.
 */
export function loadOfDepartments(
  tasks: readonly Task[],
  departments: readonly Pick<Department, 'id' | 'name' | 'kind'>[],
  months: readonly Month[],
  lost: LostByCode,
): Load[] {
  return departments
    .map((department) => {
      const own = tasks.filter((task) => task.owners.some((owner) => owner.departmentId === department.id));
      return { department, own };
    })
    .filter(({ own }) => own.length > 0)
    .map(({ department, own }): Load => {
      const open = own.filter((task) => fallsDue(task, 'open'));
      const due = (when: string) => open.filter((task) => fallsDue(task, when)).length;
      const answers = own.flatMap((task) => task.lastUpdateAt ?? []);
      return {
        department,
        open: open.length,
        overdue: open.filter((task) => task.timeliness === 'overdue').length,
        within7: due('7'),
        within30: due('30'),
        pointsAtStake: pointsOfTasks(open, lost),
        lastUpdateAt: answers.sort().at(-1) ?? null,
        dueByMonth: months.map(due),
      };
    })
    .sort((one, other) => other.open - one.open || other.overdue - one.overdue);
}

/** The one department that carries most; what stands for many ("Các phòng, ban, đơn vị") is not one. */
export function heaviestLoad(loads: readonly Load[]): Load | undefined {
  return loads.find(({ department, open }) => department.kind !== 'group' && open > 0);
}

/** How dark a cell of the heat row is, from 0 for nothing to 3 for the most there is. */
export function heatOf(tasks: number, most: number): 0 | 1 | 2 | 3 {
  if (tasks === 0 || most === 0) return 0;
  return Math.min(3, Math.ceil((tasks / most) * 3)) as 1 | 2 | 3;
}
