import { v7 as uuidv7 } from 'uuid';
import type { Day } from '#core/deadlines/deadline.ts';
import type { Holder } from '#core/plans/custody.ts';
import type { CustodyEntry, Step, StepInput, TaskDocument } from '#core/plans/follow-up.ts';
import type { Tx } from '#server/db/in-unit.ts';

type TaskOf = { unitId: string; taskId: string };

/** Extensions and directives of a task, the latest first; withdrawn ones too. */
export async function listDocuments(tx: Tx, { unitId, taskId }: TaskOf): Promise<TaskDocument[]> {
  const rows = await tx
    .selectFrom('task_document')
    .where('unit_id', '=', unitId)
    .where('task_id', '=', taskId)
    .orderBy('id', 'desc')
    .selectAll()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    number: row.number,
    issuer: row.issuer,
    issuedOn: row.issued_on,
    subject: row.subject,
    evidenceId: row.evidence_id,
    receivedOn: row.received_on,
    formerDueOn: row.former_due_on,
    dueOn: row.due_on,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { by: row.withdrawn_by ?? '', at: row.withdrawn_at, reason: row.withdrawn_reason ?? '' },
  }));
}

export type NewDocument = Pick<
  TaskDocument,
  | 'kind'
  | 'number'
  | 'issuer'
  | 'issuedOn'
  | 'subject'
  | 'evidenceId'
  | 'receivedOn'
  | 'formerDueOn'
  | 'dueOn'
  | 'recordedBy'
>;

export async function addDocument(tx: Tx, { unitId, taskId }: TaskOf, document: NewDocument): Promise<void> {
  await tx
    .insertInto('task_document')
    .values({
      unit_id: unitId,
      id: uuidv7(),
      task_id: taskId,
      kind: document.kind,
      number: document.number,
      issuer: document.issuer,
      issued_on: document.issuedOn,
      subject: document.subject,
      evidence_id: document.evidenceId,
      received_on: document.receivedOn,
      former_due_on: document.formerDueOn,
      due_on: document.dueOn,
      recorded_by: document.recordedBy,
    })
    .execute();
}

/** Withdraws a document that stands. False when there is none such. */
export async function withdrawDocument(
  tx: Tx,
  { unitId, taskId }: TaskOf,
  id: string,
  by: { name: string; at: string; reason: string },
): Promise<boolean> {
  const withdrawn = await tx
    .updateTable('task_document')
    .set({ withdrawn_by: by.name, withdrawn_at: by.at, withdrawn_reason: by.reason })
    .where('unit_id', '=', unitId)
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return withdrawn.numUpdatedRows === 1n;
}

export type TaskMove = {
  dueByDocument?: Day | null;
  holder?: {
    holder: Holder;
    departmentId: string | null;
    name: string | null;
    since: Day;
    answerBy: Day | null;
  };
};

/** Moves what a document or a hand-over changes of a task. False when somebody changed it meanwhile. */
export async function moveTask(
  tx: Tx,
  { unitId, taskId, version }: TaskOf & { version: number },
  { dueByDocument, holder }: TaskMove,
): Promise<boolean> {
  const moved = await tx
    .updateTable('task')
    .set({
      version: version + 1,
      ...(dueByDocument === undefined ? {} : { due_by_document: dueByDocument }),
      ...(holder === undefined
        ? {}
        : {
            holder: holder.holder,
            holder_department_id: holder.departmentId,
            holder_name: holder.name,
            held_since: holder.since,
            answer_by: holder.answerBy,
          }),
    })
    .where('unit_id', '=', unitId)
    .where('id', '=', taskId)
    .where('version', '=', version)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/** Every time a task changed hands, in order. */
export async function listCustody(tx: Tx, { unitId, taskId }: TaskOf): Promise<CustodyEntry[]> {
  const rows = await tx
    .selectFrom('custody_move')
    .leftJoin('department', (join) =>
      join
        .onRef('department.unit_id', '=', 'custody_move.unit_id')
        .onRef('department.id', '=', 'custody_move.department_id'),
    )
    .where('custody_move.unit_id', '=', unitId)
    .where('custody_move.task_id', '=', taskId)
    .orderBy('custody_move.id')
    .selectAll('custody_move')
    .select('department.name as department_name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    holder: row.holder,
    departmentId: row.department_id,
    name: row.department_name ?? row.name,
    answerBy: row.answer_by,
    reason: row.reason,
    movedBy: row.moved_by,
    movedAt: row.moved_at,
  }));
}

export async function addCustody(
  tx: Tx,
  { unitId, taskId }: TaskOf,
  move: Pick<CustodyEntry, 'day' | 'holder' | 'departmentId' | 'name' | 'answerBy' | 'reason' | 'movedBy'>,
): Promise<void> {
  await tx
    .insertInto('custody_move')
    .values({
      unit_id: unitId,
      id: uuidv7(),
      task_id: taskId,
      day: move.day,
      holder: move.holder,
      department_id: move.departmentId,
      name: move.name,
      answer_by: move.answerBy,
      reason: move.reason,
      moved_by: move.movedBy,
    })
    .execute();
}

/** The steps of a task in their order. */
export async function listSteps(tx: Tx, { unitId, taskId }: TaskOf): Promise<Step[]> {
  const rows = await tx
    .selectFrom('task_step')
    .leftJoin('department', (join) =>
      join
        .onRef('department.unit_id', '=', 'task_step.unit_id')
        .onRef('department.id', '=', 'task_step.department_id'),
    )
    .where('task_step.unit_id', '=', unitId)
    .where('task_step.task_id', '=', taskId)
    .orderBy('task_step.position')
    .orderBy('task_step.id')
    .selectAll('task_step')
    .select('department.name as department_name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    departmentId: row.department_id,
    departmentName: row.department_name,
    dueOn: row.due_on,
    doneOn: row.done_on,
    doneBy: row.done_by,
    version: row.version,
  }));
}

export type KeptStep = Omit<StepInput, 'isDone'> & { doneOn: Day | null; doneBy: string | null };

export async function addStep(
  tx: Tx,
  { unitId, taskId }: TaskOf,
  step: KeptStep,
  position: number,
): Promise<void> {
  await tx
    .insertInto('task_step')
    .values({ unit_id: unitId, id: uuidv7(), task_id: taskId, position, ...stepColumns(step) })
    .execute();
}

/** Rewrites a step. False when somebody else did since that version was read. */
export async function saveStep(
  tx: Tx,
  { unitId, taskId }: TaskOf,
  { id, version }: { id: string; version: number },
  step: KeptStep,
): Promise<boolean> {
  const saved = await tx
    .updateTable('task_step')
    .set({ ...stepColumns(step), version: version + 1 })
    .where('unit_id', '=', unitId)
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export async function removeStep(tx: Tx, { unitId, taskId }: TaskOf, id: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('task_step')
    .where('unit_id', '=', unitId)
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .executeTakeFirst();
  return removed.numDeletedRows === 1n;
}

function stepColumns(step: KeptStep) {
  return {
    text: step.text,
    department_id: step.departmentId,
    due_on: step.dueOn,
    done_on: step.doneOn,
    done_by: step.doneBy,
  };
}
