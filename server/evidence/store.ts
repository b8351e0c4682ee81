import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Anchor, Evidence, EvidenceLink, NewLink } from '#core/evidence/evidence.ts';
import type { EvidenceTarget } from '#core/evidence/evidence-words.ts';
import type { Tx } from '#server/db/in-unit.ts';

/** A piece of evidence by itself, without what it is linked to. `createdBy` is the id of an account. */
export type KeptEvidence = Omit<Evidence, 'links' | 'earlier'> & {
  createdBy: string;
  replacesId: string | null;
  isReplaced: boolean;
};
export type KeptLink = Omit<EvidenceLink, 'targetTitle'> & { evidenceId: string };

/** Evidence of a year in its newest versions, or the given pieces in any version; nothing removed. Newest first. */
export async function listKept(
  tx: Tx,
  unitId: string,
  wanted: { year: number } | { ids: readonly string[] },
): Promise<KeptEvidence[]> {
  const rows = await tx
    .selectFrom('evidence as e')
    .leftJoin('stored_file as f', (join) =>
      join.onRef('f.unit_id', '=', 'e.unit_id').onRef('f.sha256', '=', 'e.sha256'),
    )
    .leftJoin('membership as adder', (join) =>
      join.onRef('adder.unit_id', '=', 'e.unit_id').onRef('adder.user_id', '=', 'e.created_by'),
    )
    .leftJoin('membership as decider', (join) =>
      join.onRef('decider.unit_id', '=', 'e.unit_id').onRef('decider.user_id', '=', 'e.decided_by'),
    )
    .where('e.unit_id', '=', unitId)
    .where('e.removed_at', 'is', null)
    .$if('year' in wanted, (query) =>
      query.where('e.year', '=', 'year' in wanted ? wanted.year : 0).where('e.replaced_by_id', 'is', null),
    )
    .$if('ids' in wanted, (query) =>
      query.where(sql<boolean>`e.id = any(${'ids' in wanted ? wanted.ids : []}::uuid[])`),
    )
    .orderBy('e.id', 'desc')
    .selectAll('e')
    .select(['f.size', 'f.media_type', 'adder.person_name as adder', 'decider.person_name as decider'])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    kind: row.kind,
    title: row.title,
    text: row.text,
    file:
      row.sha256 === null
        ? null
        : {
            fileName: row.file_name ?? '',
            mediaType: row.media_type ?? 'application/octet-stream',
            size: Number(row.size),
            sha256: row.sha256,
          },
    metadata: row.metadata,
    signatures: row.signatures,
    effectiveOn: row.effective_on,
    status: row.status,
    decision:
      row.decided_by === null || row.decided_at === null
        ? null
        : { by: row.decider ?? row.decided_by, at: row.decided_at, reason: row.decision_reason },
    departmentId: row.department_id,
    addedBy: row.adder ?? row.created_by,
    addedAt: row.created_at,
    version: row.version,
    createdBy: row.created_by,
    replacesId: row.replaces_id,
    isReplaced: row.replaced_by_id !== null,
  }));
}

/** What pieces are linked to, in the order the links were made. */
export async function listLinks(tx: Tx, unitId: string, ids: readonly string[]): Promise<KeptLink[]> {
  const rows = await tx
    .selectFrom('evidence_link')
    .where('unit_id', '=', unitId)
    .where(sql<boolean>`evidence_id = any(${ids}::uuid[])`)
    .orderBy('id')
    .select(['id', 'evidence_id', 'target', 'target_id', 'page', 'section', 'note'])
    .execute();
  return rows.map(({ evidence_id, target_id, ...link }) => ({
    ...link,
    evidenceId: evidence_id,
    targetId: target_id,
  }));
}

/** The ids of the pieces linked to any of the targets; removed pieces too. */
export async function listIdsOf(
  tx: Tx,
  unitId: string,
  target: EvidenceTarget,
  targetIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom('evidence_link')
    .where('unit_id', '=', unitId)
    .where('target', '=', target)
    .where(sql<boolean>`target_id = any(${targetIds}::uuid[])`)
    .select('evidence_id')
    .distinct()
    .execute();
  return rows.map(({ evidence_id }) => evidence_id);
}

export type EarlierVersion = Evidence['earlier'][number] & { of: string };

/** The versions before each piece, newest first. */
export async function listEarlier(tx: Tx, unitId: string, ids: readonly string[]): Promise<EarlierVersion[]> {
  const { rows } = await sql<EarlierVersion>`
    with recursive chain as (
      select e.id as of, e.replaces_id as id, 1 as step from evidence e
      where e.unit_id = ${unitId} and e.id = any(${ids}::uuid[]) and e.replaces_id is not null
      union all
      select chain.of, e.replaces_id, chain.step + 1 from chain
      join evidence e on e.unit_id = ${unitId} and e.id = chain.id where e.replaces_id is not null
    )
    select chain.of, e.id, coalesce(e.file_name, '') as "fileName", coalesce(e.sha256, '') as sha256,
      e.created_at as "addedAt"
    from chain join evidence e on e.unit_id = ${unitId} and e.id = chain.id
    order by chain.step`.execute(tx);
  return rows;
}

export type EvidenceToAdd = Pick<
  KeptEvidence,
  'year' | 'kind' | 'title' | 'text' | 'file' | 'metadata' | 'signatures' | 'effectiveOn' | 'departmentId'
> & { replacesId: string | null };

export async function addEvidence(
  tx: Tx,
  unitId: string,
  userId: string,
  evidence: EvidenceToAdd,
): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto('evidence')
    .values({
      unit_id: unitId,
      id,
      year: evidence.year,
      kind: evidence.kind,
      title: evidence.title,
      text: evidence.text,
      file_name: evidence.file?.fileName ?? null,
      sha256: evidence.file?.sha256 ?? null,
      metadata: JSON.stringify(evidence.metadata),
      signatures: JSON.stringify(evidence.signatures),
      effective_on: evidence.effectiveOn,
      department_id: evidence.departmentId,
      replaces_id: evidence.replacesId,
      created_by: userId,
    })
    .execute();
  return id;
}

type Changes = Partial<{
  title: string;
  text: string;
  metadata: string;
  effective_on: string | null;
  status: Evidence['status'];
  decision_reason: string;
  decided_by: string | null;
  decided_at: string | null;
  removed_at: string;
  sha256: null;
  replaced_by_id: string | null;
}>;

/** Changes a piece of the version it was read at; false when somebody else has since. */
export async function saveEvidence(
  tx: Tx,
  unitId: string,
  { id, version }: Pick<KeptEvidence, 'id' | 'version'>,
  changes: Changes,
): Promise<boolean> {
  const saved = await tx
    .updateTable('evidence')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export async function addLinks(
  tx: Tx,
  unitId: string,
  by: string,
  evidenceId: string,
  links: readonly NewLink[],
): Promise<void> {
  if (links.length === 0) return;
  await tx
    .insertInto('evidence_link')
    .values(
      links.map(({ target, targetId, page, section, note }) => ({
        unit_id: unitId,
        id: uuidv7(),
        evidence_id: evidenceId,
        target,
        target_id: targetId,
        page,
        section,
        note,
        created_by: by,
      })),
    )
    .execute();
}

export async function saveAnchor(tx: Tx, unitId: string, id: string, anchor: Anchor): Promise<void> {
  await tx
    .updateTable('evidence_link')
    .set(anchor)
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .execute();
}

export async function removeLink(tx: Tx, unitId: string, id: string): Promise<void> {
  await tx.deleteFrom('evidence_link').where('unit_id', '=', unitId).where('id', '=', id).execute();
}

/** Gives the links of one piece to another; where the other is linked already, its own link stays. */
export async function moveLinks(tx: Tx, unitId: string, fromId: string, toId: string): Promise<void> {
  await sql`
    update evidence_link l set evidence_id = ${toId}
    where l.unit_id = ${unitId} and l.evidence_id = ${fromId} and not exists (
      select 1 from evidence_link own where own.unit_id = ${unitId} and own.evidence_id = ${toId}
        and own.target = l.target and own.target_id = l.target_id)`.execute(tx);
  await tx
    .deleteFrom('evidence_link')
    .where('unit_id', '=', unitId)
    .where('evidence_id', '=', fromId)
    .execute();
}

/** Which of the pieces, in this or a later version, hang on a row of one of the registers. */
export async function listHangingOn(
  tx: Tx,
  unitId: string,
  ids: readonly string[],
  registerKeys: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select e.id, e.id as head from evidence e where e.unit_id = ${unitId} and e.id = any(${ids}::uuid[])
      union all
      select chain.id, e.replaced_by_id from chain
      join evidence e on e.unit_id = ${unitId} and e.id = chain.head where e.replaced_by_id is not null
    )
    select distinct chain.id from chain
    join evidence_link l on l.unit_id = ${unitId} and l.evidence_id = chain.head and l.target = 'register_row'
    join register_row r on r.unit_id = ${unitId} and r.id = l.target_id
    where r.register_key = any(${registerKeys}::text[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
