import { draftRuleFor } from '#catalog/draft-rules.ts';
import { HANOI_2025_WARD } from '#catalog/hanoi-2025-ward.ts';
import type { LeafScorer } from '#core/assessments/assessment-words.ts';
import type { CampaignLeaf } from '#core/assessments/campaign.ts';
import { ancestorsOf, arrangeTree, BY_CODE } from '#core/criteria/tree.ts';
import { listAnnexRows } from '#server/db/annex-rows.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';

type Row = {
  code: string;
  title: string;
  maxPoints: number;
  source: 'self' | 'survey' | 'bonus' | 'penalty';
};

/** The published criteria of a ward of Hà Nội. */
export function catalogueCriteria(): CampaignLeaf[] {
  return campaignLeaves(HANOI_2025_WARD.map(({ scoredBy: source, ...row }) => ({ ...row, source })));
}

/** The criteria the city's own live plan follows; undefined while it has none. */
export async function planCriteria(tx: Tx, unitId: string): Promise<CampaignLeaf[] | undefined> {
  const plan = await findLivePlan(tx, unitId);
  return plan && campaignLeaves(await listAnnexRows(tx, plan));
}

function campaignLeaves(rows: readonly Row[]): CampaignLeaf[] {
  const tree = arrangeTree(rows, BY_CODE);
  return rows.map(({ code, title, maxPoints, source }, position) => {
    const above = ancestorsOf(tree, position);
    const parent = above[0] === undefined ? undefined : rows[above[0]];
    return {
      code,
      parentCode: parent?.code ?? null,
      position,
      level: above.length + 1,
      isLeaf: tree.childrenOf[position]!.length === 0,
      title,
      maxPoints,
      scoredBy: scorerOf({ code, title, source }),
    };
  });
}

/** Survey and outside indexes (SIPAS, PAPI, 766) are the city's to enter; all else the unit claims itself. */
function scorerOf(leaf: Pick<Row, 'code' | 'title' | 'source'>): LeafScorer {
  if (leaf.source === 'bonus' || leaf.source === 'penalty') return leaf.source;
  const { scoredBy } = draftRuleFor(leaf);
  return scoredBy === 'outside' || scoredBy === 'survey' ? scoredBy : leaf.source;
}
