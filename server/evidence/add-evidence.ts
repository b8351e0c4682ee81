import type { NewEvidence, NewLink } from '#core/evidence/evidence.ts';
import { refuseNewEvidence } from '#core/evidence/refuse-evidence.ts';
import { type NotPermitted, refuseAction } from '#core/people/permissions.ts';
import { needsDepartment } from '#core/people/roles.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { FileStore } from '#server/files/file-store.ts';
import type { SignedInActor } from '#server/http/route.ts';
import { findTarget, type Scope } from './link-targets.ts';
import type { EvidenceProblem } from './problems.ts';
import { claimUpload, keepReceivedFile } from './received-files.ts';
import { addEvidence, addLinks, type KeptEvidence, moveLinks, saveEvidence } from './store.ts';
import { findVisible } from './visible-evidence.ts';

type Refused = EvidenceProblem | NotPermitted | { kind: 'stale_version' };

/** Keeps a new piece with its file and links, in place of the one it replaces. Answers its id, or why not. */
export async function keepEvidence(
  tx: Tx,
  scope: Scope,
  files: FileStore,
  input: NewEvidence,
): Promise<{ id: string } | Refused> {
  const { actor, plan } = scope;
  const { unitId, userId } = actor;
  const departmentId = input.departmentId ?? (needsDepartment(actor.role) ? actor.departmentId : null);
  const refusal =
    refuseNewEvidence(input) ??
    (await refuseDepartment(tx, actor, departmentId)) ??
    (await refuseLinks(tx, scope, input.links));
  if (refusal) return refusal;
  const replaced = input.replaces === null ? undefined : await findReplaced(tx, actor, input);
  if (replaced && !('createdBy' in replaced)) return replaced;

  const received =
    input.uploadId === null ? undefined : await claimUpload(tx, { unitId, userId }, input.uploadId);
  if (input.uploadId !== null && !received) return { kind: 'upload_unknown', field: 'uploadId' };
  if (received && received.secrecy.length > 0)
    return { kind: 'secret_document', field: 'uploadId', marks: received.secrecy };
  if (received) await keepReceivedFile(tx, { unitId, userId }, files, received);

  const id = await addEvidence(tx, unitId, userId, {
    year: plan.year,
    kind: input.kind,
    title: input.title.normalize('NFC'),
    text: input.text.normalize('NFC'),
    file: received?.file ?? null,
    metadata: input.metadata,
    signatures: received?.signatures ?? [],
    effectiveOn: input.effectiveOn,
    departmentId,
    replacesId: replaced?.id ?? null,
  });
  await addLinks(tx, unitId, userId, id, input.links);
  if (replaced) {
    if (!(await saveEvidence(tx, unitId, replaced, { replaced_by_id: id }))) return { kind: 'stale_version' };
    await moveLinks(tx, unitId, replaced.id, id);
    await recordEvent(tx, actor, {
      noun: 'evidence',
      subjectId: replaced.id,
      verb: 'replaced',
      after: { by: id },
    });
  }
  await recordEvent(tx, actor, {
    noun: 'evidence',
    subjectId: id,
    verb: 'added',
    after: {
      kind: input.kind,
      sha256: received?.file.sha256,
      replaces: replaced?.id,
      links: input.links.map(({ target, targetId, page, section }) => ({ target, targetId, page, section })),
    },
  });
  return { id };
}

async function refuseDepartment(
  tx: Tx,
  actor: SignedInActor,
  departmentId: string | null,
): Promise<Refused | undefined> {
  const refusal = refuseAction(actor, 'evidence.add', departmentId === null ? [] : [departmentId]);
  if (refusal || departmentId === null) return refusal;
  const known = await tx
    .selectFrom('department')
    .where('unit_id', '=', actor.unitId)
    .where('id', '=', departmentId)
    .select('id')
    .executeTakeFirst();
  return known ? undefined : { kind: 'department_unknown', field: 'departmentId' };
}

/** Refuses links to what is not there, to what others answer for, and to rows the person may not read. */
export async function refuseLinks(
  tx: Tx,
  scope: Scope,
  links: readonly Pick<NewLink, 'target' | 'targetId'>[],
): Promise<Refused | undefined> {
  for (const link of links) {
    const target = await findTarget(tx, scope, link);
    if (!target) return { kind: 'target_unknown', field: 'links' };
    const refusal = refuseAction(scope.actor, 'evidence.add', target.answering);
    if (refusal) return refusal;
  }
  return undefined;
}

async function findReplaced(
  tx: Tx,
  actor: SignedInActor,
  { replaces, kind }: Pick<NewEvidence, 'replaces' | 'kind'>,
): Promise<KeptEvidence | Refused> {
  const kept = await findVisible(tx, actor, replaces ?? '');
  if (!('createdBy' in kept)) return { kind: 'replaced_unknown', field: 'replaces' };
  if (kept.isReplaced) return { kind: 'evidence_replaced' };
  if (kept.kind !== kind) return { kind: 'replaced_unknown', field: 'replaces' };
  return refuseAction(actor, 'evidence.add', departmentsOf(kept)) ?? kept;
}

/** The department whose people may change a piece, besides those who may change all. */
export function departmentsOf({ departmentId }: Pick<KeptEvidence, 'departmentId'>): string[] {
  return departmentId === null ? [] : [departmentId];
}
