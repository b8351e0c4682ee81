import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import { nextWork } from '#core/plans/next-work.ts';
import {
  QUICK_ANSWERS,
  type QuickForm,
  quickFormSchema,
  readQuickForm,
  type TypedAnswer,
} from '#core/plans/quick-answer.ts';
import type { Task } from '#core/plans/task.ts';
import { printDay } from '#core/written-day.ts';
import type { Tx } from '#server/db/in-unit.ts';
import { findLivePlan } from '#server/db/live-plan.ts';
import { listTasks } from '#server/db/task-rows.ts';
import { type Language, type Theme, themeOf } from '#server/http/page.ts';
import { commonProblems, describeRefusal, type Problem } from '#server/http/problems.ts';
import { Refused, type Route, refuse, routesOf, type SignedInActor } from '#server/http/route.ts';
import { dayInVietNam, timeInVietNam } from '#server/http/vietnam-day.ts';
import { findTask, refuseTask } from '#server/plans/find-task.ts';
import { type FollowUpProblem, followUpProblems } from '#server/plans/follow-up-problems.ts';
import { findUnitName, listDepartments, listProgress } from '#server/plans/store.ts';
import { keepQuickAnswer, wasJustSaid } from './keep-quick-answer.ts';
import type { QuickPlace } from './quick-item.ts';
import { answerQuestion, answerReadOnly, answerSaved, type Saved } from './quick-page.ts';
import { quickWords } from './quick-words.ts';

const paramsSchema = z.object({ taskId: z.string() });
// Words, because a link somebody mangled still opens its task: what is not understood is left out.
const querySchema = z.object({ say: z.string().optional(), lang: z.string().optional() });
const PROBLEMS = { ...commonProblems, ...followUpProblems } as unknown as Record<string, Problem<never>>;

/** The page a reminder's link opens: one task, four answers, without the application around it. */
export function quickRoutes(): Route[] {
  const { inUnit, inSteps } = routesOf<FollowUpProblem>(followUpProblems);
  return [
    inUnit({
      method: 'get',
      path: '/quick/{taskId}',
      permission: 'task.read',
      summary: 'one task with its four answers as a page of its own; saves nothing',
      params: paramsSchema,
      query: querySchema,
      answer: 'response',
      async run({ tx, actor, params: { taskId }, query: { say, lang }, today, http }) {
        const language = languageOf(lang, http);
        const place = await findPlace(tx, actor, { taskId, today, language, theme: themeOf(http) });
        if (!place) return refuse({ kind: 'not_found', noun: 'task' });
        const refusal = await refuseTask(tx, actor, place.task, 'task.update');
        if (refusal) return answerReadOnly(place, describeRefusal(refusal, PROBLEMS).body.problem);
        return answerQuestion({
          ...place,
          ...(await findChoices(tx, actor)),
          say: answerNamed(say),
          typed: {},
        });
      },
    }),
    inSteps({
      method: 'post',
      path: '/quick/{taskId}',
      permission: 'task.update',
      summary: 'keeps one of the four answers and says so on the same page, with what is to be answered next',
      params: paramsSchema,
      query: querySchema,
      body: quickFormSchema,
      isForm: true,
      answer: 'response',
      async run({ inUnit: inTx, actor, params: { taskId }, query: { lang }, body, today, now, http }) {
        if (!isId(taskId)) return refuse({ kind: 'not_found', noun: 'task' });
        const language = languageOf(lang, http);
        const answer = readQuickForm(body, quickWords[language].undoNote);
        const kept = await inTx((tx) => keepQuickAnswer(tx, actor, { id: taskId, today, now }, answer));
        return inTx(async (tx) => {
          const place = await findPlace(tx, actor, { taskId, today, language, theme: themeOf(http) });
          if (!place) return refuse({ kind: 'not_found', noun: 'task' });
          const said = { answer, form: body };
          if (!(kept instanceof Refused))
            return answerSaved({ ...(await savedOf(tx, actor, place, said, now)), before: kept.before });
          const { refusal } = kept;
          if (refusal.kind === 'not_permitted' || refusal.kind === 'not_found') return kept;
          if (refusal.kind === 'stale_version' && (await isSaidAlready(tx, actor, place, answer)))
            return answerSaved(await savedOf(tx, actor, place, said, now));
          const { status, body: told } = describeRefusal(refusal, PROBLEMS);
          const sentences =
            refusal.kind === 'stale_version'
              ? { vi: quickWords.vi.stale, en: quickWords.en.stale }
              : told.problem;
          const say = answerNamed(body.say);
          const question = { ...place, ...(await findChoices(tx, actor)), say, typed: body };
          return answerQuestion(question, { vi: sentences.vi, en: sentences.en, status });
        });
      },
    }),
  ];
}

const isId = (text: string) => z.uuid().safeParse(text).success;
const answerNamed = (say: string | undefined) => QUICK_ANSWERS.find((each) => each === say);

/** The language the address asks for, else the one chosen in the application, else Vietnamese. */
function languageOf(asked: string | undefined, http: Context): Language {
  return (asked ?? getCookie(http, 'parindex.language')) === 'en' ? 'en' : 'vi';
}

async function findPlace(
  tx: Tx,
  { unitId, personName }: SignedInActor,
  { taskId, today, ...look }: { taskId: string; today: string; language: Language; theme: Theme },
): Promise<QuickPlace | undefined> {
  const plan = isId(taskId) ? await findLivePlan(tx, unitId) : undefined;
  const task = plan && (await findTask(tx, plan, today, taskId));
  return task && { task, unitName: await findUnitName(tx, unitId), personName, ...look };
}

const findChoices = async (tx: Tx, { unitId }: SignedInActor) => ({
  departments: await listDepartments(tx, unitId),
});

async function isSaidAlready(
  tx: Tx,
  actor: SignedInActor,
  { task }: QuickPlace,
  answer: TypedAnswer,
): Promise<boolean> {
  const plan = await findLivePlan(tx, actor.unitId);
  const [latest] = plan ? await listProgress(tx, plan, task.id) : [];
  return wasJustSaid(answer, { task, latest, personName: actor.personName });
}

async function savedOf(
  tx: Tx,
  actor: SignedInActor,
  place: QuickPlace,
  { answer, form }: { answer: TypedAnswer; form: QuickForm },
  now: Date,
): Promise<Saved> {
  const { say } = form;
  return {
    ...place,
    before: undefined,
    answer: say === 'nothing_new' || say === 'undo' ? say : answer.kind,
    moment: { time: timeInVietNam(now), day: printDay(dayInVietNam(now)) },
    note: (answer.kind === 'obstacle' ? form.text : say === 'undo' ? '' : form.note).trim(),
    next: await listNext(tx, actor, place.task, dayInVietNam(now)),
  };
}

/** What the person should answer next; what was answered today, here or elsewhere, is not asked for again. */
async function listNext(
  tx: Tx,
  { unitId, departmentId }: SignedInActor,
  { id }: Task,
  today: string,
): Promise<Task[]> {
  const plan = await findLivePlan(tx, unitId);
  const departments = await listDepartments(tx, unitId);
  const kindByDepartment = new Map(departments.map((each) => [each.id, each.kind]));
  const isAnswered = ({ id: other, lastUpdateAt }: Task) =>
    other === id || (lastUpdateAt !== null && dayInVietNam(new Date(lastUpdateAt)) >= today);
  return nextWork(plan ? await listTasks(tx, plan, today) : [], {
    departmentId,
    kindByDepartment,
    isAnswered,
  });
}
