import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Department } from '#core/people/department.ts';
import type { Task } from '#core/plans/task.ts';
import { foldText } from '#core/vietnamese.ts';

export type CommandGroup =
  | 'groupPages'
  | 'groupActions'
  | 'groupCriteria'
  | 'groupTasks'
  | 'groupDepartments';

/** One line of the quick search: where it leads is an address of our own. */
export type Command = { key: string; group: CommandGroup; label: string; hint?: string; address: string };

const MOST_OF_A_GROUP = 8;

export function criteriaCommands(rows: readonly AnnexRow[]): Command[] {
  return rows.map((row) => ({
    key: `criterion-${row.id}`,
    group: 'groupCriteria',
    label: row.title,
    hint: row.code,
    address: `/criteria/${encodeURIComponent(row.code)}`,
  }));
}

export function taskCommands(tasks: readonly Task[]): Command[] {
  return tasks.map((task) => ({
    key: `task-${task.id}`,
    group: 'groupTasks',
    label: task.text,
    hint: task.section,
    address: `/tasks/${task.id}`,
  }));
}

export function departmentCommands(departments: readonly Department[]): Command[] {
  return departments.map((department) => ({
    key: `department-${department.id}`,
    group: 'groupDepartments',
    label: department.name,
    address: `/tasks?department=${department.id}`,
  }));
}

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** A code typed in figures as the annex writes it: "7.3.1" is VII.3.1; undefined for any other query. */
function codeInFigures(query: string): string | undefined {
  const [field = '', ...rest] = query.split('.');
  const roman = ROMAN[Number(field)];
  return /^\d+(?:\.\d+)*$/u.test(query) && roman ? [roman, ...rest].join('.') : undefined;
}

/** How well a command answers the query: its code exactly, the beginning of the code, a word's beginning, anywhere. */
function rankOf(command: Command, query: string): number | undefined {
  const label = foldText(command.label);
  const hint = foldText(command.hint ?? '');
  const code = codeInFigures(query);
  if (hint === query || hint === code) return 0;
  if (hint.startsWith(query) || (code && hint.startsWith(`${code}.`))) return 1;
  if (label.startsWith(query)) return 2;
  const words = query.split(' ');
  if (!words.every((word) => label.includes(word) || hint.includes(word))) return undefined;
  return label.includes(query) ? 3 : 4;
}

/**
 * The commands that answer what was typed, best first inside each group, groups in the order given.
 * Diacritics and case do not matter. An empty query gives pages and actions alone.
 */
export function findCommands(commands: readonly Command[], typed: string): Command[] {
  const query = foldText(typed).trim();
  if (query === '') {
    return commands.filter((command) => command.group === 'groupPages' || command.group === 'groupActions');
  }
  const found = commands.flatMap((command) => {
    const rank = rankOf(command, query);
    return rank === undefined ? [] : [{ command, rank }];
  });
  const groups = [...new Set(commands.map((command) => command.group))];
  return groups.flatMap((group) =>
    found
      .filter((each) => each.command.group === group)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST_OF_A_GROUP)
      .map((each) => each.command),
  );
}
