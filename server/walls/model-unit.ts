import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { demoPlanText } from '#catalog/demo-plan.ts';
import type { Department } from '#core/people/department.ts';
import { ROLES, type Role } from '#core/people/roles.ts';
import type { Task } from '#core/plans/task.ts';
import { hashToken } from '#server/people/one-time-token.ts';
import type { TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import type { Row } from './copy-unit.ts';

/** What routes may be asked about in a unit. */
export type Known = Record<
  | 'unitId'
  | 'departmentId'
  | 'otherDepartmentId'
  | 'userId'
  | 'invitationId'
  | 'readingId'
  | 'crosswalkId'
  | 'planId'
  | 'criterionId'
  | 'code'
  | 'section'
  | 'taskId'
  | 'doneTaskId'
  | 'stepId'
  | 'documentId'
  | 'obstacleId'
  | 'rowId'
  | 'restrictedRowId'
  | 'registerKey'
  | 'evidenceId'
  | 'linkId'
  | 'restrictedEvidenceId'
  | 'sha256'
  | 'noticeId'
  | 'deliveryId'
  | 'webhookId'
  | 'calendarToken'
  | 'rule'
  | 'noticeRules',
  string
> & { uploadId: Record<Role, string> };

export type Model = {
  known: Known;
  cookies: Record<Role, string>;
  /** Tasks of other departments than the contributor's, and what is restricted, by their ids. */
  othersTasks: ReadonlySet<string>;
  othersEvidence: ReadonlySet<string>;
  restricted: ReadonlySet<string>;
};

const DAY = '2026-11-02';
const AT = '2026-11-02T02:00:00Z';
export const FILE = 'nội dung của tệp';
export const FILE_SHA256 = createHash('sha256').update(FILE).digest('hex');

/** A unit with something in every table: two plans by the routes, as people would, the rest by the database. */
export async function makeModel(test: TestApp): Promise<Model> {
  const { asSuperuser } = test.database;
  const administrator = await test.setUp();
  const read = async <T>(path: string) => (await test.ask(path, { cookie: administrator })).body as T;
  const send = async (method: string, path: string, json: unknown) => {
    const { status, body } = await test.ask(path, { method, json, cookie: administrator });
    if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  await confirmPlan(test, administrator);
  const shifted = demoPlanText().replace(
    '8\tThực hiện các nhiệm vụ Thành phố giao',
    '8\tBảo đảm an toàn thông tin mạng',
  );
  const rows = await confirmPlan(test, administrator, { text: shifted, fileName: 'kế hoạch mới.txt' });
  const { id: readingId } = (await send('POST', '/api/readings', { text: demoPlanText() })) as { id: string };
  const departments = await read<Department[]>('/api/departments');
  const [own] = departments
    .filter(({ kind }) => kind !== 'group')
    .toSorted((one, other) => other.tasks - one.tasks);
  const groups = new Set(departments.filter(({ kind }) => kind === 'group').map(({ id }) => id));
  const tasks = await read<Task[]>('/api/tasks');
  const isOwn = ({ owners }: Task) =>
    owners.some(({ departmentId }) => departmentId === own!.id || groups.has(departmentId));
  const mine = tasks.filter(isOwn);
  const others = tasks.filter((task) => !isOwn(task) && task.owners.length > 0);
  const [task, doneTask] = mine.filter(
    ({ deadline, criteria }) => deadline.kind !== 'recurring' && criteria.length > 0,
  );
  await send('POST', `/api/tasks/${doneTask!.id}/progress`, {
    status: 'done',
    percent: 100,
    note: '',
    isNothingNew: false,
    version: doneTask!.version,
  });
  await read('/api/scores');
  const crosswalks = await read<{ id: string }[]>('/api/crosswalks');

  const cookies = { administrator } as Record<Role, string>;
  const userIds = {} as Record<Role, string>;
  for (const role of ROLES) {
    const belongs = role === 'officer' || role === 'contributor' ? own!.id : null;
    if (role !== 'administrator') cookies[role] = await test.join(administrator, role, belongs);
    userIds[role] = (await test.deps.accounts.findSession(new Headers({ cookie: cookies[role] })))!.userId;
  }
  const { unit } = await read<{ unit: { id: string } }>('/api/me');

  async function put(table: string, row: Row): Promise<string> {
    const id = uuidv7();
    const [{ has } = { has: false }] = await asSuperuser<{ has: boolean }>(
      "select exists (select from pg_attribute where attrelid = $1::regclass and attname = 'id') as has",
      [table],
    );
    const full: Row = { ...(has ? { id } : {}), unit_id: unit.id, ...row };
    await asSuperuser(
      `insert into ${table} (${Object.keys(full).map((name) => `"${name}"`)})
       select ${Object.keys(full).map((name) => `"${name}"`)} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(full)],
    );
    return String(full.id ?? '');
  }

  const by = { by_name: 'Cán bộ của phòng', by_id: userIds.officer };
  const followUp = async (taskId: string, departmentId: string) => {
    await put('progress', {
      task_id: taskId,
      status: 'in_progress',
      percent: 10,
      note: 'đang làm việc',
      is_nothing_new: false,
      recorded_by: 'Cán bộ của phòng',
      recorded_at: AT,
    });
    await put('custody_move', {
      task_id: taskId,
      day: DAY,
      holder: 'owner',
      reason: 'bàn giao lại',
      moved_by: 'Cán bộ của phòng',
      moved_at: AT,
    });
    await put('explanation', {
      task_id: taskId,
      occurrence: '',
      version: 1,
      text: 'chậm vì chờ',
      ...by,
      at: AT,
    });
    await put('responsibility_decision', {
      task_id: taskId,
      occurrence: '',
      version: 2,
      is_accepted: true,
      reason: 'lý do xác đáng',
      by_name: 'Lãnh đạo phường',
      by_id: userIds.leader,
      at: AT,
    });
    const documentId = await put('task_document', {
      task_id: taskId,
      kind: 'extension',
      number: '5/QĐ',
      issuer: 'UBND thành phố',
      issued_on: DAY,
      subject: 'gia hạn nhiệm vụ',
      due_on: '2026-12-20',
      recorded_by: 'Cán bộ đầu mối',
      recorded_at: AT,
    });
    const obstacleId = await put('obstacle', {
      task_id: taskId,
      status: 'open',
      holder: 'coordinator',
      department_id: departmentId,
      raised_by: 'Cán bộ của phòng',
      raised_by_id: userIds.officer,
      raised_at: AT,
      version: 1,
    });
    await put('obstacle_entry', {
      obstacle_id: obstacleId,
      verb: 'raised',
      text: 'thiếu số liệu',
      holder: 'coordinator',
      department_id: departmentId,
      ...by,
      at: AT,
    });
    const stepId = await put('task_step', {
      task_id: taskId,
      position: 1,
      text: 'lập danh sách',
      version: 1,
    });
    return { documentId, obstacleId, stepId };
  };
  const around = await followUp(task!.id, own!.id);
  for (const other of others.slice(0, 3)) await followUp(other.id, other.owners[0]!.departmentId);

  const leaf =
    rows.find(({ isLeaf, id }) => isLeaf && task!.criteria.some((each) => each.id === id)) ??
    rows.find(({ isLeaf }) => isLeaf)!;
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
    department_id: own!.id,
    values: { day: DAY, what: 'một việc đã làm' },
    ...kept,
  });
  const restrictedRowId = await put('register_row', {
    register_key: 'discipline',
    department_id: own!.id,
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
  const rules = await read<{ code: string; rule: Row }[]>('/api/rules');
  const { rule } = rules.find(({ code }) => code === leaf.code)!;
  await put('leaf_rule', {
    criterion_id: leaf.id,
    version: 1,
    rule,
    reason: 'theo hướng dẫn',
    changed_by: 'Cán bộ đầu mối',
    changed_at: AT,
  });
  await put('leaf_entry', {
    plan_id: rows.length > 0 ? (await read<{ id: string }>('/api/plan')).id : '',
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
      department_id: own!.id,
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
  const proof = await evidenceOn('task', task!.id);
  const ofOthers = { department_id: others[0]!.owners[0]!.departmentId, created_by: userIds.focal };
  const othersProof = await evidenceOn('task', others[0]!.id, ofOthers);
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

  const uploadId = {} as Record<Role, string>;
  let noticeId = '';
  let deliveryId = '';
  for (const role of ROLES) {
    uploadId[role] = await put('upload', {
      file_name: 'tệp đang gửi.pdf',
      size: 4,
      received: 0,
      status: 'open',
      created_by: userIds[role],
      created_at: AT,
      updated_at: AT,
    });
    const content = {
      kind: 'obstacle_raised',
      taskId: task!.id,
      key: task!.key,
      taskText: 'nhiệm vụ của phòng',
      text: 'thiếu số liệu',
      byName: 'Cán bộ của phòng',
      answerBy: null,
    };
    noticeId = await put('notice', {
      user_id: userIds[role],
      kind: 'obstacle_raised',
      day: DAY,
      subject: '',
      content,
      created_at: AT,
    });
    deliveryId = await put('delivery', {
      notice_id: noticeId,
      channel: 'mail',
      address: 'a@hosen.vn',
      state: 'failed',
      attempts: 1,
      next_try_at: AT,
      reason: 'máy chủ từ chối',
      created_at: AT,
    });
    await put('contact', {
      user_id: userIds[role],
      mail: `${role}@hosen.vn`,
      is_mail_on: true,
      is_push_on: true,
      is_head: false,
      version: 1,
    });
    await put('push_subscription', {
      user_id: userIds[role],
      endpoint: `https://fcm.googleapis.com/fcm/send/${role}`,
      keys: { p256dh: 'x', auth: 'y' },
      created_at: AT,
    });
    await put('calendar_feed', {
      user_id: userIds[role],
      token_hash: hashToken(`calendar-${role}`),
      created_at: AT,
    });
  }
  const webhookId = await put('webhook', {
    name: 'cầu nối văn bản',
    url: 'https://hook.invalid/',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    is_on: true,
    created_by: userIds.focal,
    created_at: AT,
    version: 1,
  });
  await put('notice_run', { day: DAY, made_at: AT, digests: 1 });
  const noticeRules = await read<Row>('/api/notice-settings');
  await send('PUT', '/api/notice-settings', noticeRules);
  await put('calendar_day', { day: '2026-12-24', is_off: true, name: 'ngày nghỉ riêng' });
  await put('deadline_setting', {
    weekly_days_off: [6, 7],
    before_day: 'inclusive',
    reports: {},
    version: 1,
  });
  const { invitation } = (await send('POST', '/api/invitations', {
    personName: 'Người sắp đến',
    role: 'viewer',
    departmentId: null,
  })) as { invitation: { id: string } };

  return {
    cookies,
    othersTasks: new Set(tasks.filter((each) => !isOwn(each)).map(({ id }) => id)),
    othersEvidence: new Set([othersProof.id, restrictedProof.id]),
    restricted: new Set([restrictedRowId, restrictedProof.id]),
    known: {
      unitId: unit.id,
      departmentId: own!.id,
      otherDepartmentId: ofOthers.department_id,
      userId: userIds.officer,
      invitationId: invitation.id,
      readingId,
      crosswalkId: crosswalks[0]?.id ?? '',
      planId: (await read<{ id: string }>('/api/plan')).id,
      criterionId: leaf.id,
      code: leaf.code,
      section: task!.section,
      taskId: task!.id,
      doneTaskId: doneTask!.id,
      ...around,
      rowId,
      restrictedRowId,
      registerKey,
      evidenceId: proof.id,
      linkId: proof.linkId,
      restrictedEvidenceId: restrictedProof.id,
      sha256: FILE_SHA256,
      noticeId,
      deliveryId,
      webhookId,
      calendarToken: 'calendar-officer',
      rule: JSON.stringify(rule),
      noticeRules: JSON.stringify(noticeRules),
      uploadId,
    },
  };
}
