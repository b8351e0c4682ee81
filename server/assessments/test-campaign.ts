import { randomUUID } from 'node:crypto';
import type { LeafScorer } from '#core/assessments/assessment-words.ts';
import { type CampaignCalendar, campaignCalendarSchema, type Grace } from '#core/assessments/campaign.ts';
import type { Phase } from '#core/assessments/stages.ts';
import type { TestApp } from '#server/test-app.ts';

export type TestLeaf = {
  code: string;
  title?: string;
  maxPoints: number;
  scoredBy?: LeafScorer;
  parentCode?: string | null;
  isLeaf?: boolean;
};
export type TestCampaign = { id: string; hostId: string };

/** A city with a campaign in which the units are assessed, written past the routes of the city. */
export async function makeCampaign(
  { database }: Pick<TestApp, 'database'>,
  assessedIds: readonly string[],
  leaves: readonly TestLeaf[],
  {
    year = 2026,
    phase = 'claiming',
    calendar = { claimUntil: '2026-12-20' },
    graces = [],
  }: { year?: number; phase?: Phase; calendar?: Partial<CampaignCalendar>; graces?: Grace[] } = {},
): Promise<TestCampaign> {
  const [id, hostId] = [randomUUID(), randomUUID()];
  const kept = campaignCalendarSchema.parse(calendar);
  await database.asSuperuser(
    "insert into unit (id, path, kind, name) values ($1, $2, 'city', 'thành phố Hà Nội')",
    [hostId, `city_${hostId.replaceAll('-', '')}`],
  );
  await database.asSuperuser(
    `insert into campaign (unit_id, id, year, title, phase, calendar, created_by)
     values ($1, $2, $3, 'Đánh giá cải cách hành chính năm 2026', $4, $5, 'test')`,
    [hostId, id, year, phase, JSON.stringify(kept)],
  );
  for (const [position, leaf] of leaves.entries())
    await database.asSuperuser(
      `insert into campaign_leaf (unit_id, campaign_id, code, parent_code, position, level, is_leaf, title,
         max_points, scored_by) values ($1, $2, $3, $4, $5, 2, $6, $7, $8, $9)`,
      [
        hostId,
        id,
        leaf.code,
        leaf.parentCode ?? null,
        position,
        leaf.isLeaf ?? true,
        leaf.title ?? leaf.code,
        leaf.maxPoints,
        leaf.scoredBy ?? 'self',
      ],
    );
  for (const assessedId of assessedIds)
    await database.asSuperuser(
      'insert into campaign_unit (unit_id, campaign_id, assessed_id, graces) values ($1, $2, $3, $4)',
      [hostId, id, assessedId, JSON.stringify(graces)],
    );
  return { id, hostId };
}

/** Moves a campaign on, as the city would. */
export async function setPhase(
  { database }: Pick<TestApp, 'database'>,
  { id }: TestCampaign,
  phase: Phase,
): Promise<void> {
  await database.asSuperuser('update campaign set phase = $2 where id = $1', [id, phase]);
}
