import { describe, expect, it } from 'vitest';
import type { DigestItem } from '#core/notices/digest.ts';
import type { DigestGroup } from '#core/notices/notice-words.ts';
import { notices } from '#web/words/vi/notices.ts';
import { countDigest, digestFacts } from './digest-lines.ts';

const item = (more: Partial<DigestItem> = {}): DigestItem => ({
  taskId: '00000000-0000-4000-8000-0000000000aa',
  key: 'II.1',
  text: 'Ban hành kế hoạch tuyên truyền',
  dueTo: '2026-11-20',
  daysLeft: 4,
  leadNames: ['Tư pháp'],
  holder: { holder: 'owner', name: null },
  percent: 40,
  lastUpdateOn: null,
  obstacle: null,
  ...more,
});

describe('an item of a digest', () => {
  const cases: [string, Partial<DigestItem>, DigestGroup, string[]][] = [
    ['tells its day', {}, 'due', ['hạn 20/11/2026']],
    ['tells its day on the last one', { daysLeft: 0 }, 'due', ['hạn 20/11/2026']],
    ['tells how late it was', { daysLeft: -3 }, 'late', ['hạn 20/11/2026, khi báo đã quá 3 ngày']],
    ['has no day where the plan gives none', { dueTo: null, daysLeft: null }, 'held', []],
    [
      'names who is in charge to those who direct',
      { daysLeft: -8 },
      'escalated',
      ['hạn 20/11/2026, khi báo đã quá 8 ngày', 'chủ trì: Tư pháp'],
    ],
    [
      'says that nobody is in charge',
      { leadNames: [] },
      'escalated',
      ['hạn 20/11/2026', 'chưa giao đơn vị chủ trì'],
    ],
    [
      'says since when it is silent',
      { dueTo: null, lastUpdateOn: '2026-11-02' },
      'silent',
      ['cập nhật gần nhất 02/11/2026'],
    ],
    ['says that it was never updated', { dueTo: null }, 'silent', ['chưa có lần cập nhật nào']],
    [
      'tells the obstacle first',
      { obstacle: { status: 'open', text: 'Chờ mẫu', byName: 'Cán bộ Tư pháp', answerBy: '2026-11-25' } },
      'obstacle',
      ['Cán bộ Tư pháp: “Chờ mẫu”', 'cần trả lời chậm nhất ngày 25/11/2026', 'hạn 20/11/2026'],
    ],
  ];
  it.each(cases)('%s', (_, more, group, facts) => {
    expect(digestFacts(item(more), group, notices.inbox)).toEqual(facts);
  });

  it('counts as late only once its day has passed', () => {
    const items = [item(), item({ daysLeft: 0 }), item({ daysLeft: -1 }), item({ daysLeft: null })];
    expect(countDigest({ groups: [{ group: 'due', items }] })).toEqual({ items: 4, late: 1 });
  });
});
