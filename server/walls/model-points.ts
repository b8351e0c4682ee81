import { createHash } from 'node:crypto';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Role } from '#core/people/roles.ts';
import type { Row } from './copy-unit.ts';
import { AT, DAY, type Put } from './model-rows.ts';

export const FILE = 'nội dung của tệp';
export const FILE_SHA256 = createHash('sha256').update(FILE).digest('hex');

type Places = {
  userIds: Record<Role, string>;
  planId: string;
  leaf: AnnexRow;
  rule: Row;
  ownDepartmentId: string;
  otherDepartmentId: string;
  taskId: string;
  othersTaskId: string;
};

/** Registers with an open and a restricted row, what was typed of a leaf, and evidence: own, of others, restricted. */
export async function putPoints(
  put: Put,
  { userIds, planId, leaf, rule, ownDepartmentId, otherDepartmentId, taskId, othersTaskId }: Places,
) {
  const registerKey = 'own_so_rieng';
  const columns = [
    { key: 'day', title: 'Ngày ghi', kind: 'date', isRequired: true },
    { key: 'what', title: 'Nội dung ghi', kind: 'text', isRequired: false },
  ];
  const definition = {
    key: registerKey,
    number: null,
    title: 'Sổ riêng của phường',
    about: 'để theo dõi',
    columns,
    dateColumn: 'day',
    isRestricted: false,
    retentionYears: 5,
    source: 'rows',
  };
  await put('register', {
    key: registerKey,
    definition,
    version: 1,
    created_by: 'Cán bộ đầu mối',
    created_at: AT,
  });
  const kept = {
    year: 2026,
    happened_on: DAY,
    version: 1,
    created_by: 'Cán bộ đầu mối',
    created_at: AT,
    updated_by: 'Cán bộ đầu mối',
    updated_at: AT,
  };
  const rowId = await put('register_row', {
    register_key: registerKey,
    department_id: ownDepartmentId,
    values: { day: DAY, what: 'một việc đã làm' },
    ...kept,
  });
  const restrictedRowId = await put('register_row', {
    register_key: 'discipline',
    department_id: ownDepartmentId,
    values: { code: 'vụ việc một', decided_on: DAY, note: 'ghi chú kín' },
    ...kept,
  });
  for (const [key, period] of [
    [registerKey, '2026-10'],
    ['discipline', '2026-10'],
  ] as const)
    await put('register_snapshot', {
      register_key: key,
      year: 2026,
      period,
      rows: 1,
      quantities: [{ leaf: leaf.code, key: 'a', title: 'số vụ việc', value: '1' }],
      taken_by: 'Cán bộ đầu mối',
      taken_at: AT,
    });
  await put('leaf_rule', {
    criterion_id: leaf.id,
    version: 1,
    rule,
    reason: 'theo hướng dẫn',
    changed_by: 'Cán bộ đầu mối',
    changed_at: AT,
  });
  await put('leaf_entry', {
    plan_id: planId,
    criterion_id: leaf.id,
    quantities: {},
    points: null,
    is_not_applicable: false,
    reason: 'chưa có số liệu',
    version: 1,
    changed_by: 'Cán bộ của phòng',
    changed_at: AT,
  });

  await put('stored_file', {
    sha256: FILE_SHA256,
    size: Buffer.byteLength(FILE),
    media_type: 'application/pdf',
    created_by: userIds.officer,
    created_at: AT,
  });
  const evidenceOn = async (target: string, targetId: string, more: Row = {}) => {
    const id = await put('evidence', {
      year: 2026,
      kind: 'document',
      title: 'Kế hoạch của phòng',
      text: '',
      file_name: 'kế hoạch phòng.pdf',
      sha256: FILE_SHA256,
      metadata: { subject: 'về việc triển khai' },
      signatures: [],
      department_id: ownDepartmentId,
      status: 'waiting',
      decision_reason: '',
      version: 1,
      created_by: userIds.officer,
      created_at: AT,
      ...more,
    });
    const linkId = await put('evidence_link', {
      evidence_id: id,
      target,
      target_id: targetId,
      section: 'mục một',
      note: 'chứng minh cho',
      created_by: userIds.officer,
      created_at: AT,
    });
    await put('event', {
      at: AT,
      actor_id: userIds.officer,
      actor_name: 'Cán bộ của phòng',
      noun: 'evidence',
      subject_id: id,
      verb: 'added',
      after: { title: 'tệp đã thêm', links: [{ target, targetId }] },
    });
    return { id, linkId };
  };
  const proof = await evidenceOn('task', taskId);
  const ofOthers = { department_id: otherDepartmentId, created_by: userIds.focal };
  const othersProof = await evidenceOn('task', othersTaskId, ofOthers);
  const restrictedProof = await evidenceOn('register_row', restrictedRowId, ofOthers);
  for (const [noun, subject] of [
    ['register_row', rowId],
    ['register_row', restrictedRowId],
  ] as const)
    await put('event', {
      at: AT,
      actor_id: userIds.focal,
      actor_name: 'Cán bộ đầu mối',
      noun,
      subject_id: subject,
      verb: 'changed',
      before: { note: 'trước khi sửa' },
      after: { note: 'sau khi sửa' },
    });
  return {
    registerKey,
    rowId,
    restrictedRowId,
    evidenceId: proof.id,
    linkId: proof.linkId,
    othersEvidenceId: othersProof.id,
    restrictedEvidenceId: restrictedProof.id,
  };
}
