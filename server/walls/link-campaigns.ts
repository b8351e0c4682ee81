import type { TestDatabase } from '#server/db/test-database.ts';
import { WITHHELD } from './model-conducts.ts';

type Ids = Record<'own' | 'sibling' | 'parent' | 'child', string>;

const PARTS = ['assessment', 'submission', 'submitted_leaf', 'leaf_answer'];
const ABOUT_A_UNIT = ['campaign_unit', 'appraiser_conflict', 'ruling', 'council_item', 'result'];

/**
 * What was copied as if each unit were its own city, turned into what one takes part in: the own unit and its
 * sibling are assessed by the one above both, the one below by the own. What the one above keeps of the sibling
 * is, but for what was published, for the own unit not to see.
 */
export async function linkCampaigns({ asSuperuser }: TestDatabase, ids: Ids): Promise<void> {
  for (const [unitId, hostId] of [
    [ids.own, ids.parent],
    [ids.sibling, ids.parent],
    [ids.child, ids.own],
  ])
    for (const table of PARTS)
      await asSuperuser(
        `update ${table} set host_id = $2::uuid,
           campaign_id = (substr($2::text, 1, 8) || substr(campaign_id::text, 9))::uuid where unit_id = $1::uuid`,
        [unitId, hostId],
      );
  for (const [hostId, assessedId] of [
    [ids.own, ids.child],
    [ids.parent, ids.own],
  ])
    for (const table of ABOUT_A_UNIT)
      await asSuperuser(`update ${table} set assessed_id = $2 where unit_id = $1`, [hostId, assessedId]);
  for (const table of ['campaign_unit', 'result', 'ruling'] as const) {
    const hidden = table === 'result' ? table : `${table}.hidden`;
    const id = table === 'ruling' ? { id: 'gen_random_uuid()' } : {};
    const changed = Object.entries({ assessed_id: '$2::text', ...id }).map(
      ([column, value]) => `'${column}', ${value}`,
    );
    await asSuperuser(
      `insert into ${table} select (jsonb_populate_record(t,
         replace(to_jsonb(t)::text, '.${table}', '.${hidden}')::jsonb || jsonb_build_object(${changed}))).*
       from ${table} t where unit_id = $1`,
      [ids.parent, ids.sibling],
    );
  }
}

/** What stands at the end of a text that says by its beginning whom it is withheld from. */
export function withheldFrom(row: object): '' | `.${keyof typeof WITHHELD}` {
  const text = JSON.stringify(row);
  for (const name of ['hidden', 'unassigned', 'early'] as const)
    if (text.includes(`"${WITHHELD[name]} `)) return `.${name}`;
  return '';
}
