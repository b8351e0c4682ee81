import { describe, expect, it } from 'vitest';
import { campaignCalendarSchema } from '#core/assessments/campaign.ts';
import { addCounts } from '#core/assessments/campaign-facts.ts';
import { campaigns } from '#web/words/vi/campaigns.ts';
import { campaignFinding } from './campaign-finding.ts';

const calendar = campaignCalendarSchema.parse({ claimUntil: '2026-12-20' });
const base = { phase: 'claiming', units: 126, submitted: 84, counts: addCounts([]), calendar } as const;

describe('the title of a campaign', () => {
  const cases: [string, Parameters<typeof campaignFinding>[0], string, string][] = [
    ['counts who submitted and the days left', base, '2026-12-15', '84 trên 126 đơn vị đã nộp; còn 5 ngày'],
    ['says that it is the last day', base, '2026-12-20', '84 trên 126 đơn vị đã nộp; hôm nay là ngày cuối'],
    ['says how late it is', base, '2026-12-22', '84 trên 126 đơn vị đã nộp; quá hạn 2 ngày'],
    [
      'leaves the days out where none is set',
      { ...base, phase: 'deciding' },
      '2026-12-22',
      'Hội đồng đang quyết định kết quả của 84 đơn vị',
    ],
    [
      'says what is missing first',
      { ...base, phase: 'preparing', units: 0 },
      '2026-12-01',
      'Đợt đang chuẩn bị, chưa chọn đơn vị',
    ],
  ];
  it.each(cases)('%s', (_, campaign, today, title) =>
    expect(campaignFinding(campaign, today, campaigns)).toBe(title),
  );
});
