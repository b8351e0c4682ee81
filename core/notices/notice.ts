import { z } from 'zod';
import { digestSchema } from './digest.ts';
import { NOTICE_KINDS } from './notice-words.ts';

/** What a notice says, without words of any language: page and mail each find their own. */
export const noticeContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('digest'), digest: digestSchema }),
  z.object({
    kind: z.enum(['obstacle_raised', 'obstacle_answered']),
    taskId: z.uuid(),
    key: z.string(),
    taskText: z.string(),
    text: z.string(),
    byName: z.string(),
    answerBy: z.string().nullable(),
  }),
  z.object({ kind: z.literal('test'), byName: z.string() }),
]);
export type NoticeContent = z.infer<typeof noticeContentSchema>;

/** A notice as the person it is for sees it. */
export const noticeSchema = z.object({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  day: z.string(),
  content: noticeContentSchema,
  createdAt: z.string(),
  readAt: z.string().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;
