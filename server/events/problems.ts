import type { ProblemsOf } from '#server/http/problems.ts';

export type EventRefusal = { kind: 'no_such_day'; field: 'from' | 'to' };

export const eventProblems = {
  no_such_day: {
    status: 422,
    vi: 'Ngày này không có trong lịch. Hãy chọn ngày khác.',
    en: 'The calendar has no such day. Choose another.',
  },
} satisfies ProblemsOf<EventRefusal>;
