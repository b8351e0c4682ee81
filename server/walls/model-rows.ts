import { v7 as uuidv7 } from 'uuid';
import type { Role } from '#core/people/roles.ts';
import type { TestDatabase } from '#server/db/test-database.ts';
import type { Row } from './copy-unit.ts';

export const DAY = '2026-11-02';
export const AT = '2026-11-02T02:00:00Z';

/** Puts a row into a table of the model unit, past every route, and tells its id. */
export type Put = (table: string, row: Row) => Promise<string>;

export function putInto({ asSuperuser }: TestDatabase, unitId: string): Put {
  return async (table, row) => {
    const id = uuidv7();
    const [{ has } = { has: false }] = await asSuperuser<{ has: boolean }>(
      "select exists (select from pg_attribute where attrelid = $1::regclass and attname = 'id') as has",
      [table],
    );
    const full: Row = { ...(has ? { id } : {}), unit_id: unitId, ...row };
    const names = Object.keys(full).map((name) => `"${name}"`);
    await asSuperuser(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(full)],
    );
    return String(full.id ?? '');
  };
}

/** What becomes of a task: an update, a hand-over, a document, an obstacle, a step, what was said of being late. */
export async function putFollowUp(
  put: Put,
  userIds: Record<Role, string>,
  { taskId, departmentId }: { taskId: string; departmentId: string },
) {
  const by = { by_name: 'Cán bộ của phòng', by_id: userIds.officer };
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
}
