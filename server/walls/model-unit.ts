import { demoPlanText } from '#catalog/demo-plan.ts';
import type { Department } from '#core/people/department.ts';
import { ROLES, type Role } from '#core/people/roles.ts';
import type { Task } from '#core/plans/task.ts';
import type { TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';
import type { Row } from './copy-unit.ts';
import { type KnownCampaign, putCampaigns } from './model-campaigns.ts';
import type { Conduct } from './model-conducts.ts';
import { putNotices } from './model-notices.ts';
import { FILE_SHA256, putPoints } from './model-points.ts';
import { AT, putFollowUp, putInto } from './model-rows.ts';

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
  | 'othersTaskId'
  | 'othersEvidenceId'
  | 'restrictedEvidenceId'
  | 'sha256'
  | 'noticeId'
  | 'deliveryId'
  | 'webhookId'
  | 'calendarToken'
  | 'rule'
  | 'noticeRules'
  | 'assessedId'
  | 'besideId',
  string
> & {
  uploadId: Record<Role, string>;
  userIds: Record<Role, string>;
  campaigns: Record<Conduct, KnownCampaign>;
};

export type Model = {
  known: Known;
  cookies: Record<Role, string>;
  /** Tasks of other departments than the contributor's, and what is restricted, by their ids. */
  othersTasks: ReadonlySet<string>;
  othersEvidence: ReadonlySet<string>;
  restricted: ReadonlySet<string>;
};

/** A unit with something in every table: two plans by the routes, as people would, the rest by the database. */
export async function makeModel(test: TestApp): Promise<Model> {
  const administrator = await test.setUp('city');
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

  const put = putInto(test.database, unit.id);
  const around = await putFollowUp(put, userIds, { taskId: task!.id, departmentId: own!.id });
  for (const other of others.slice(0, 3))
    await putFollowUp(put, userIds, { taskId: other.id, departmentId: other.owners[0]!.departmentId });
  const leaf =
    rows.find(({ isLeaf, id }) => isLeaf && task!.criteria.some((each) => each.id === id)) ??
    rows.find(({ isLeaf }) => isLeaf)!;
  const rules = await read<{ code: string; rule: Row }[]>('/api/rules');
  const { rule } = rules.find(({ code }) => code === leaf.code)!;
  const { id: planId } = await read<{ id: string }>('/api/plan');
  const otherDepartmentId = others[0]!.owners[0]!.departmentId;
  const points = await putPoints(put, {
    userIds,
    planId,
    leaf,
    rule,
    ownDepartmentId: own!.id,
    otherDepartmentId,
    taskId: task!.id,
    othersTaskId: others[0]!.id,
  });
  const campaigns = await putCampaigns(put, {
    unitId: unit.id,
    userIds,
    planId,
    leaf,
    evidenceId: points.evidenceId,
  });
  const notices = await putNotices(put, userIds, task!);
  const noticeRules = await read<Row>('/api/notice-settings');
  await send('PUT', '/api/notice-settings', noticeRules);
  await put('unit_change', {
    kind: 'rename',
    day: '2026-02-01',
    decision_number: '1/NQ',
    decision_issuer: 'HĐND cấp trên',
    decided_on: '2026-02-01',
    from_ids: [],
    to_ids: [],
    before: { units: [] },
    after: { units: [] },
    recorded_by: 'Cán bộ cấp trên',
    recorded_at: AT,
  });
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
    othersEvidence: new Set([points.othersEvidenceId]),
    restricted: new Set([points.restrictedRowId, points.restrictedEvidenceId]),
    known: {
      unitId: unit.id,
      assessedId: unit.id,
      besideId: unit.id,
      userIds,
      campaigns,
      departmentId: own!.id,
      otherDepartmentId,
      userId: userIds.officer,
      invitationId: invitation.id,
      readingId,
      crosswalkId: crosswalks[0]?.id ?? '',
      planId,
      criterionId: leaf.id,
      code: leaf.code,
      section: task!.section,
      taskId: task!.id,
      doneTaskId: doneTask!.id,
      ...around,
      ...points,
      ...notices,
      othersTaskId: others[0]!.id,
      sha256: FILE_SHA256,
      calendarToken: 'calendar-officer',
      rule: JSON.stringify(rule),
      noticeRules: JSON.stringify(noticeRules),
    },
  };
}
