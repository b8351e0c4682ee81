import type { Deadline } from '#core/deadlines/deadline.ts';
import { findDeadline } from '#core/deadlines/find-deadline.ts';
import { type DeadlineRules, readDeadline } from '#core/deadlines/read-deadline.ts';
import { tidyText } from '#core/vietnamese.ts';
import type { Place } from './blocks.ts';
import type { Line } from './plan-lines.ts';
import type { GoalReading, Unplaced } from './plan-reading.ts';
import type { Section } from './plan-sections.ts';
import { readNamedOwners, type WrittenOwner } from './read-owners.ts';

/** A task as written, before its departments are named and its section's leads come down to it. */
export type WrittenTask = {
  section: string;
  sectionTitle: string;
  text: string;
  deadline: Deadline;
  deadlinePlace?: Place;
  owners: WrittenOwner[];
  /** Codes of criteria named beside it, in a table; otherwise its section's title says them. */
  criteria?: string[];
  place: Place;
};

export type WorkReading = { tasks: WrittenTask[]; goals: GoalReading[]; unplaced: Unplaced[] };

/** "Thời gian hoàn thành:" alone opens a list; with words behind it, it governs the items above. */
const COMPLETION_LINE =
  /^((?:thời gian|thời hạn|tiến độ)(?:\s+(?:hoàn thành|thực hiện))?)\s*(?::\s*(.*)|)$/iu;
/** A numbered line this long without items below it is a task of its own, not a heading. */
const TASK_LENGTH = 60;

/**
 * Reads goals and tasks out of the sections: one task for each dash, plus, letter or lone paragraph. A
 * completion-time line is no task; it gives its time to the items above it that have none of their own,
 * and when it opens a list, the items of the list are tasks and their times together govern those above.
 */
export function readWork(sections: readonly Section[], rules: DeadlineRules): WorkReading {
  const reading: WorkReading = { tasks: [], goals: [], unplaced: [] };
  sections.forEach((section, index) => {
    if (section.kind === 'goals') readGoals(section, reading);
    else if (section.kind === 'tasks') readSection(section, sections, index, rules, reading);
    else if (section.kind === 'other') leaveSection(section, reading);
  });
  return reading;
}

function readGoals(section: Section, reading: WorkReading): void {
  const kind = /^yêu cầu/iu.test(section.title) ? 'requirement' : 'purpose';
  for (const { text, place } of section.items) reading.goals.push({ kind, text, place });
}

function leaveSection(section: Section, reading: WorkReading): void {
  for (const { text, place } of section.items)
    reading.unplaced.push({ text, reason: 'not_understood', place });
}

function readSection(
  section: Section,
  all: readonly Section[],
  index: number,
  rules: DeadlineRules,
  reading: WorkReading,
): void {
  if (section.items.length > 0) reading.tasks.push(...tasksOf(section, rules));
  else if (section.number !== '' && !isHeadingOf(all[index + 1], section)) {
    const above = all.findLast(
      (each, at) => at < index && each.part === section.part && section.code.startsWith(`${each.code}.`),
    );
    const part = all.find((each) => each.part === section.part && each.number === '');
    const home = section.number.includes('.') ? (above ?? part) : part;
    const isTask = section.title.length >= TASK_LENGTH || findDeadline(section.title).words !== '';
    if (isTask && home)
      reading.tasks.push(taskOf({ ...home, items: [] }, section.title, section.place, rules));
    else if (!/phụ lục/iu.test(section.title)) {
      reading.unplaced.push({ text: section.title, reason: 'not_understood', place: section.place });
    }
  }
}

function isHeadingOf(next: Section | undefined, section: Section): boolean {
  return next !== undefined && next.part === section.part && next.number.startsWith(`${section.number}.`);
}

function tasksOf(section: Section, rules: DeadlineRules): WrittenTask[] {
  const tasks: WrittenTask[] = [];
  let above: WrittenTask[] = [];
  let opened: { label: string; place: Place; marker?: Line['marker']; list: WrittenTask[] } | undefined;
  for (const item of section.items) {
    const completion = COMPLETION_LINE.exec(tidyText(item.text));
    if (completion) {
      const [, label = '', words = ''] = completion;
      if (words === '') opened = { label, place: item.place, list: [] };
      else above = govern(above, tidyText(item.text), item.place, rules);
      continue;
    }
    if (item.text === '' || (item.marker === 'none' && item.text.endsWith(':'))) continue;
    const task = taskOf(section, item.text, item.place, rules);
    tasks.push(task);
    if (opened && (opened.marker ?? item.marker) === item.marker) {
      opened = { ...opened, marker: item.marker, list: [...opened.list, task] };
    } else {
      if (opened) above = governByList(above, opened, rules);
      opened = undefined;
      above.push(task);
    }
  }
  if (opened) governByList(above, opened, rules);
  return tasks;
}

function govern(above: WrittenTask[], words: string, place: Place, rules: DeadlineRules): WrittenTask[] {
  const deadline = readDeadline(words, rules);
  for (const task of above) {
    if (task.deadline.kind === 'none') {
      task.deadline = deadline;
      task.deadlinePlace = place;
    }
  }
  return [];
}

function governByList(
  above: WrittenTask[],
  opened: { label: string; place: Place; list: WrittenTask[] },
  rules: DeadlineRules,
): WrittenTask[] {
  const words = opened.list.map((task) => task.deadline.words).filter((each) => each !== '');
  return words.length === 0 ? [] : govern(above, `${opened.label}: ${words.join('; ')}`, opened.place, rules);
}

function taskOf(section: Section, written: string, place: Place, rules: DeadlineRules): WrittenTask {
  const { words, rest } = findDeadline(written);
  return {
    section: section.code,
    sectionTitle: section.title,
    text: rest,
    deadline: readDeadline(words, rules),
    owners: ownersNamedIn(written),
    place,
  };
}

const LEAD_LABEL = /(?:đơn vị|cơ quan|bộ phận)\s+(?:chủ trì|thực hiện|tham mưu|phụ trách)\s*:\s*([^.;()]+)/iu;
const HELP_LABEL = /(?:đơn vị|cơ quan|bộ phận)?\s*phối hợp\s*:\s*([^.;()]+)/iu;
const LEADS =
  /(?:^|[.;,(]\s*|[Gg]iao\s+)((?:Phòng|Văn phòng|Trung tâm|Công an|Trạm)\s+\p{Lu}[^.;:()]*?)\s+(?:chủ trì|là đầu mối|chịu trách nhiệm)/u;

/** The departments a task names itself: behind "Đơn vị chủ trì:", or before "chủ trì". */
function ownersNamedIn(text: string): WrittenOwner[] {
  const leads = LEAD_LABEL.exec(text)?.[1] ?? LEADS.exec(text)?.[1];
  if (leads === undefined) return [];
  const helps = HELP_LABEL.exec(text)?.[1];
  return [
    ...readNamedOwners(leads).map((owner): WrittenOwner => ({ role: 'lead', ...owner })),
    ...(helps === undefined
      ? []
      : readNamedOwners(helps).map(({ words }): WrittenOwner => ({ words, role: 'coordinate' }))),
  ];
}
