import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Task } from '#core/plans/task.ts';
import { type Hundredths, printPoints } from '#core/points.ts';
import type { Finding, FindingKind } from './plan-reading.ts';

/** A task somebody may want to give: its words as a Vietnamese plan writes them, who would lead it, what it serves. */
export type TaskProposal = { text: string; ownerIds: string[]; codes: string[] };

type Row = Pick<
  AnnexRow,
  'code' | 'title' | 'source' | 'maxPoints' | 'lastPoints' | 'targetPoints' | 'owners'
>;
/** Letters from which on a title is too long to stand in a sentence. */
const LONG_TITLE = 120;

type About = { what: string; lost: string };

/** What to do about points below the target, by who scores them. */
const FOR_LOST: Record<Row['source'], (about: About) => string> = {
  self: ({ what, lost }) =>
    `Rà soát nguyên nhân mất điểm và tổ chức khắc phục đối với nội dung ${what}, còn thiếu ${lost} điểm`,
  survey: ({ what, lost }) =>
    `Rà soát nguyên nhân kết quả khảo sát còn thấp và cải thiện mức độ hài lòng đối với nội dung ${what}, còn thiếu ${lost} điểm`,
  bonus: ({ what, lost }) =>
    `Thực hiện và lập hồ sơ đề nghị điểm thưởng đối với nội dung ${what}, còn thiếu ${lost} điểm`,
  penalty: ({ what, lost }) =>
    `Rà soát, khắc phục và phòng ngừa việc bị trừ điểm đối với nội dung ${what}, năm trước bị trừ ${lost} điểm`,
};

/** The findings a task can settle; the others are settled by correcting the reading itself. */
const FOR_FINDING: Partial<Record<FindingKind, (what: string) => string>> = {
  leaf_without_owner: (what) => `Phân công đơn vị chủ trì thực hiện nội dung ${what}`,
  owner_disagrees: (what) => `Thống nhất đơn vị chủ trì, đơn vị phối hợp thực hiện nội dung ${what}`,
  survey_owner_disagrees: (what) =>
    `Thống nhất đơn vị chủ trì khảo sát và cải thiện mức độ hài lòng đối với nội dung ${what}`,
};

/**
 * A task for a row of the annex: to win back what it lacks to its target, else simply to do it. Whoever
 * leads the row is proposed to lead the task; where none leads, whoever is named first.
 */
export function proposeForRow(row: Row): TaskProposal {
  const lost = (row.targetPoints ?? row.maxPoints) - (row.lastPoints ?? row.maxPoints);
  const what = nameOf(row);
  const text =
    lost > 0
      ? FOR_LOST[row.source]({ what, lost: printPoints(lost as Hundredths) })
      : `Thực hiện nội dung ${what}`;
  return { text, ...linkOf(row) };
}

/** A task for what was noticed in the plan; undefined for what no task can settle, or whose row is not there. */
export function proposeForFinding(finding: Finding, rows: readonly Row[]): TaskProposal | undefined {
  const row = rows.find((each) => each.code === finding.subject);
  if (row === undefined) return undefined;
  if (finding.kind === 'lost_points_without_task') return proposeForRow(row);
  const text = FOR_FINDING[finding.kind]?.(nameOf(row));
  return text === undefined ? undefined : { text, ...linkOf(row) };
}

/**
 * The section of the plan a new task fits best: the one most tasks of the same criterion or field stand
 * in, the earlier of equal ones; the last section when there is none. Undefined for a plan without tasks.
 */
export function proposeSection(
  codes: readonly string[],
  tasks: readonly Pick<Task, 'section' | 'criteria'>[],
): string | undefined {
  const fields = new Set(codes.map(fieldOf));
  const near = tasks.filter((task) => task.criteria.some(({ code }) => fields.has(fieldOf(code))));
  const tasksBySection = Map.groupBy(near, (task) => task.section);
  const [fullest] = [...tasksBySection].toSorted(([, one], [, other]) => other.length - one.length);
  return fullest?.[0] ?? tasks.at(-1)?.section;
}

/** A row by its title and code; a long title goes without the explanation in its brackets. */
function nameOf({ code, title }: Row): string {
  const short = title.length > LONG_TITLE ? title.replace(/\s*\(.*$/su, '') : title;
  return `“${short}” (mục ${code})`;
}

function linkOf({ code, owners }: Row): Omit<TaskProposal, 'text'> {
  const leads = owners.filter((owner) => owner.role === 'lead');
  const proposed = leads.length > 0 ? leads : owners.slice(0, 1);
  return { ownerIds: proposed.map((owner) => owner.departmentId), codes: [code] };
}

function fieldOf(code: string): string {
  return code.split('.')[0] ?? code;
}
