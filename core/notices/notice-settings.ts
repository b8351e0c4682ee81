import { z } from 'zod';
import { AUDIENCES } from './notice-words.ts';

const offsetsSchema = z
  .array(z.int().min(1).max(60))
  .max(6)
  .transform((days) => [...new Set(days)].toSorted((one, other) => one - other));

/** When one audience is told of a task: so many days before its last day, on it, and after it. */
export const reminderRuleSchema = z.object({
  before: offsetsSchema,
  isOnDay: z.boolean(),
  after: offsetsSchema,
});
export type ReminderRule = z.infer<typeof reminderRuleSchema>;

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

/**
 * How a unit is reminded: the table of rules by audience, the time of the day the digest goes out, from
 * when on nothing is sent any more, after how many days without an update a task is asked about, and
 * whether the first working day of a week brings everything that is open. Times are those of Viet Nam.
 */
export const noticeSettingsSchema = z.object({
  rules: z.object(
    Object.fromEntries(AUDIENCES.map((each) => [each, reminderRuleSchema])) as {
      [A in (typeof AUDIENCES)[number]]: typeof reminderRuleSchema;
    },
  ),
  sendAt: timeSchema,
  quietFrom: timeSchema,
  silentAfter: z.int().min(1).max(120),
  isWeekly: z.boolean(),
});
export type NoticeSettings = z.infer<typeof noticeSettingsSchema>;

/** What holds until a unit sets its own: the table the plan's follow-up asks for. */
export const USUAL_SETTINGS: NoticeSettings = {
  rules: {
    owner: { before: [1, 3, 7], isOnDay: true, after: [1, 3, 7] },
    head: { before: [], isOnDay: false, after: [3, 7] },
    focal: { before: [], isOnDay: true, after: [1, 7] },
    leader: { before: [], isOnDay: false, after: [7] },
  },
  sendAt: '07:30',
  quietFrom: '18:00',
  silentAfter: 14,
  isWeekly: true,
};

export type NoticeSettingsRefusal = { kind: 'hours_crossed'; field: 'quietFrom' };

/** Refuses a day whose sending ends before it begins. */
export function refuseNoticeSettings({
  sendAt,
  quietFrom,
}: NoticeSettings): NoticeSettingsRefusal | undefined {
  return quietFrom <= sendAt ? { kind: 'hours_crossed', field: 'quietFrom' } : undefined;
}
