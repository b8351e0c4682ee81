import type { CustodyMove } from '#core/plans/custody.ts';
import type { TaskDocument } from '#core/plans/follow-up.ts';
import type { ResponsibilityLine } from '#core/responsibility/responsibility.ts';
import type { Judgement } from '#core/responsibility/verdict.ts';
import type { EventActor } from '#server/db/events.ts';
import type { Tx } from '#server/db/in-unit.ts';
import type { LivePlan } from '#server/db/live-plan.ts';

/** Which tasks of a plan are wanted: one, or all of them. */
type Wanted = { plan: LivePlan; taskId?: string | undefined };
type Of<Value> = Value & { taskId: string };

/** How the tasks of a plan changed hands, in order. */
export async function listMoves(tx: Tx, { plan, taskId }: Wanted): Promise<Of<CustodyMove>[]> {
  const rows = await tx
    .selectFrom('custody_move')
    .innerJoin('task', (join) =>
      join.onRef('task.unit_id', '=', 'custody_move.unit_id').onRef('task.id', '=', 'custody_move.task_id'),
    )
    .leftJoin('department', (join) =>
      join
        .onRef('department.unit_id', '=', 'custody_move.unit_id')
        .onRef('department.id', '=', 'custody_move.department_id'),
    )
    .where('custody_move.unit_id', '=', plan.unitId)
    .where('task.plan_id', '=', plan.id)
    .$if(taskId !== undefined, (query) => query.where('task.id', '=', taskId!))
    .orderBy('custody_move.id')
    .selectAll('custody_move')
    .select('department.name as department_name')
    .execute();
  return rows.map((row) => ({
    taskId: row.task_id,
    day: row.day,
    holder: row.holder,
    departmentId: row.department_id,
    name: row.department_name ?? row.name,
    answerBy: row.answer_by,
  }));
}

export type StandingDocument = Pick<
  TaskDocument,
  'kind' | 'number' | 'issuer' | 'issuedOn' | 'formerDueOn' | 'dueOn'
>;

/** The documents that move the days of a plan's tasks, the earliest first; withdrawn ones are left out. */
export async function listStandingDocuments(
  tx: Tx,
  { plan, taskId }: Wanted,
): Promise<Of<StandingDocument>[]> {
  return tx
    .selectFrom('task_document')
    .innerJoin('task', (join) =>
      join.onRef('task.unit_id', '=', 'task_document.unit_id').onRef('task.id', '=', 'task_document.task_id'),
    )
    .where('task_document.unit_id', '=', plan.unitId)
    .where('task.plan_id', '=', plan.id)
    .where('task_document.withdrawn_at', 'is', null)
    .$if(taskId !== undefined, (query) => query.where('task.id', '=', taskId!))
    .orderBy('task_document.id')
    .select([
      'task_document.task_id as taskId',
      'task_document.kind',
      'task_document.number',
      'task_document.issuer',
      'task_document.issued_on as issuedOn',
      'task_document.former_due_on as formerDueOn',
      'task_document.due_on as dueOn',
    ])
    .execute();
}

/** What was last said of one occurrence of late work. */
export type SaidOfWork = Pick<ResponsibilityLine, 'explanation' | 'decision' | 'occurrence' | 'version'>;

/** The last explanation and the last decision of everything anybody said a word about. */
export async function listSaid(tx: Tx, wanted: Wanted): Promise<Of<SaidOfWork>[]> {
  const explanations = await listExplanations(tx, wanted);
  const decisions = await listDecisions(tx, wanted);
  const said = new Map<string, Of<SaidOfWork>>();
  const saidOf = ({ task_id, occurrence }: { task_id: string; occurrence: string }) => {
    const key = `${task_id} ${occurrence}`;
    const known = said.get(key) ?? {
      taskId: task_id,
      occurrence,
      version: 0,
      explanation: null,
      decision: null,
    };
    said.set(key, known);
    return known;
  };
  for (const row of explanations) {
    const known = saidOf(row);
    known.explanation = { text: row.text, byName: row.by_name, byId: row.by_id, at: row.at };
    known.version = Math.max(known.version, row.version);
  }
  for (const row of decisions) {
    const known = saidOf(row);
    const { is_accepted: isAccepted, reason, by_name: byName, at } = row;
    known.decision = { isAccepted, reason, byName, at };
    known.version = Math.max(known.version, row.version);
  }
  return [...said.values()];
}

function listExplanations(tx: Tx, { plan, taskId }: Wanted) {
  return tx
    .selectFrom('explanation as said')
    .innerJoin('task', (join) =>
      join.onRef('task.unit_id', '=', 'said.unit_id').onRef('task.id', '=', 'said.task_id'),
    )
    .where('said.unit_id', '=', plan.unitId)
    .where('task.plan_id', '=', plan.id)
    .$if(taskId !== undefined, (query) => query.where('task.id', '=', taskId!))
    .distinctOn(['said.task_id', 'said.occurrence'])
    .orderBy('said.task_id')
    .orderBy('said.occurrence')
    .orderBy('said.version', 'desc')
    .selectAll('said')
    .execute();
}

function listDecisions(tx: Tx, { plan, taskId }: Wanted) {
  return tx
    .selectFrom('responsibility_decision as said')
    .innerJoin('task', (join) =>
      join.onRef('task.unit_id', '=', 'said.unit_id').onRef('task.id', '=', 'said.task_id'),
    )
    .where('said.unit_id', '=', plan.unitId)
    .where('task.plan_id', '=', plan.id)
    .$if(taskId !== undefined, (query) => query.where('task.id', '=', taskId!))
    .distinctOn(['said.task_id', 'said.occurrence'])
    .orderBy('said.task_id')
    .orderBy('said.occurrence')
    .orderBy('said.version', 'desc')
    .selectAll('said')
    .execute();
}

/** Which late work a word is about, and the version it makes of what was said. */
export type WordOn = Pick<ResponsibilityLine, 'taskId' | 'occurrence' | 'version'>;

function wordColumns(actor: EventActor, { taskId, occurrence, version }: WordOn) {
  return {
    unit_id: actor.unitId,
    task_id: taskId,
    occurrence,
    version,
    by_name: actor.personName,
    by_id: actor.userId,
  };
}

export async function addExplanation(tx: Tx, actor: EventActor, on: WordOn, text: string): Promise<void> {
  await tx
    .insertInto('explanation')
    .values({ ...wordColumns(actor, on), text })
    .execute();
}

export async function addDecision(
  tx: Tx,
  actor: EventActor,
  on: WordOn,
  { isAccepted, reason }: { isAccepted: boolean; reason: string },
): Promise<void> {
  await tx
    .insertInto('responsibility_decision')
    .values({ ...wordColumns(actor, on), is_accepted: isAccepted, reason })
    .execute();
}

/** Who checked the result of a task; null while nobody has. */
export async function findJudgement(tx: Tx, unitId: string, taskId: string): Promise<Judgement | null> {
  const row = await tx
    .selectFrom('task')
    .where('unit_id', '=', unitId)
    .where('id', '=', taskId)
    .select(['verdict', 'verdict_by', 'verdict_at', 'verdict_reason'])
    .executeTakeFirst();
  if (!row || row.verdict === null) return null;
  const { verdict, verdict_by: byName, verdict_at: at, verdict_reason: reason } = row;
  return { verdict, byName: byName ?? '', at: at ?? '', reason: reason ?? '' };
}

/** Keeps a verdict, or that there is none any more. False when somebody changed the task meanwhile. */
export async function saveJudgement(
  tx: Tx,
  { unitId, taskId, version }: { unitId: string; taskId: string; version: number },
  judgement: Judgement | null,
): Promise<boolean> {
  const saved = await tx
    .updateTable('task')
    .set({
      verdict: judgement?.verdict ?? null,
      verdict_by: judgement?.byName ?? null,
      verdict_at: judgement?.at ?? null,
      verdict_reason: judgement?.reason ?? null,
      version: version + 1,
    })
    .where('unit_id', '=', unitId)
    .where('id', '=', taskId)
    .where('version', '=', version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** The unit as its papers name it, and the moment its plan began to count. */
export async function findLetterheadFacts(tx: Tx, plan: LivePlan) {
  return tx
    .selectFrom('unit')
    .innerJoin('plan', 'plan.unit_id', 'unit.id')
    .where('unit.id', '=', plan.unitId)
    .where('plan.id', '=', plan.id)
    .select(['unit.name', 'unit.kind', 'plan.confirmed_at as confirmedAt'])
    .executeTakeFirstOrThrow();
}
