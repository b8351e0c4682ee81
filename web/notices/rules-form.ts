import type { NoticeSettings } from '#core/notices/notice-settings.ts';
import { AUDIENCES, type Audience } from '#core/notices/notice-words.ts';

/** The rules as they stand in the form: numbers and times as typed. */
export type RulesDraft = {
  rules: Record<Audience, { before: string; isOnDay: boolean; after: string }>;
  sendAt: string;
  quietFrom: string;
  silentAfter: string;
  isWeekly: boolean;
};

const MOST_OFFSETS = 6;
const LONGEST_OFFSET = 60;
const LONGEST_SILENCE = 120;

/** "7, 3, 1" as days in rising order, each once; undefined when it is more or other than the rules take. */
export function readOffsets(typed: string): number[] | undefined {
  const parts = typed.split(/[\s,;]+/u).filter((part) => part !== '');
  if (!parts.every((part) => isWholeUpTo(part, LONGEST_OFFSET))) return undefined;
  const days = [...new Set(parts.map(Number))].toSorted((one, other) => one - other);
  return days.length <= MOST_OFFSETS ? days : undefined;
}

/** "7:30", "7h30" or "07:30" as "07:30"; undefined when it is no time of the day. */
export function readTime(typed: string): string | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})\s*[:hg.]\s*(\d{2})$/iu.exec(typed.trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** Whole days from 1 to 120. */
export const readSilence = (typed: string) =>
  isWholeUpTo(typed.trim(), LONGEST_SILENCE) ? Number(typed) : undefined;

function isWholeUpTo(text: string, most: number): boolean {
  return /^\d{1,3}$/u.test(text) && Number(text) >= 1 && Number(text) <= most;
}

/** Days before a deadline are read from far to near, days after it from near to far. */
export function draftOf({ rules, silentAfter, ...rest }: NoticeSettings): RulesDraft {
  const drafted = AUDIENCES.map((audience) => {
    const { before, isOnDay, after } = rules[audience];
    return [audience, { before: before.toReversed().join(', '), isOnDay, after: after.join(', ') }];
  });
  return {
    ...rest,
    rules: Object.fromEntries(drafted) as RulesDraft['rules'],
    silentAfter: String(silentAfter),
  };
}

/** The settings a form says; undefined as long as something in it cannot be read. */
export function readRules(draft: RulesDraft): NoticeSettings | undefined {
  const rules: Partial<NoticeSettings['rules']> = {};
  for (const audience of AUDIENCES) {
    const { before, isOnDay, after } = draft.rules[audience];
    const [daysBefore, daysAfter] = [readOffsets(before), readOffsets(after)];
    if (daysBefore === undefined || daysAfter === undefined) return undefined;
    rules[audience] = { before: daysBefore, isOnDay, after: daysAfter };
  }
  const times = { sendAt: readTime(draft.sendAt), quietFrom: readTime(draft.quietFrom) };
  const silentAfter = readSilence(draft.silentAfter);
  if (times.sendAt === undefined || times.quietFrom === undefined || silentAfter === undefined)
    return undefined;
  return {
    rules: rules as NoticeSettings['rules'],
    sendAt: times.sendAt,
    quietFrom: times.quietFrom,
    silentAfter,
    isWeekly: draft.isWeekly,
  };
}
