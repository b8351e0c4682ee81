import { z } from 'zod';
import { annexDifferenceSchema, compareAnnex } from '#core/criteria/annex-difference.ts';
import { dropFollowingSums } from '#core/criteria/following-sums.ts';
import { planSchema } from '#core/plans/plan.ts';
import { departmentFinder } from '#core/reading/place-departments.ts';
import { readPlan } from '#core/reading/read-plan.ts';
import { readAnnexTrace } from '#core/reports/annex-trace.ts';
import { recordEvent } from '#server/db/events.ts';
import { claimPlan, findLivePlan, findPlan } from '#server/db/live-plan.ts';
import { readDocument, readingLimits } from '#server/documents/read-document.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { rescore } from '#server/scoring/rescore.ts';
import { findKept, writeAnnex } from './annex-file.ts';
import { type KeptPlan, keepDifferences } from './keep-differences.ts';
import { type PlanRefusal, planProblems } from './problems.ts';

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_DIFFERENCES = 2000;

const subjectSchema = z.object({ target: z.enum(['criterion', 'task']), subject: z.string() });
const comparisonSchema = z.object({
  fileName: z.string(),
  differences: z.array(annexDifferenceSchema),
  missing: z.array(subjectSchema).describe('in the plan, but not in the file'),
  added: z.array(subjectSchema).describe('in the file, but not in the plan'),
  unplaced: z.array(z.looseObject({ text: z.string(), reason: z.string() })),
  basedOnVersion: z.int().describe('the version of the plan that was compared'),
  exportedVersion: z.int().nullable().describe('the version the workbook was exported from, when it says so'),
});

export function annexRoutes(): Route[] {
  const { inUnit } = routesOf<PlanRefusal>(planProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/annex.xlsx',
      permission: 'annex.export',
      summary: 'the annex as a printable workbook that can be edited and read back',
      answer: 'response',
      async run({ tx, actor, today }) {
        const annex = await writeAnnex(tx, actor.unitId, today);
        if (!annex) return refuse({ kind: 'no_plan' });
        return new Response(Buffer.from(annex.bytes), {
          headers: {
            'content-type': WORKBOOK_TYPE,
            'content-disposition': `attachment; filename="phu-luc-${annex.year}.xlsx"; filename*=UTF-8''${encodeURIComponent(annex.fileName)}`,
            'cache-control': 'no-store',
          },
        });
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/annex',
      permission: 'annex.import',
      summary: 'compares an edited annex with the plan; keeps nothing',
      body: 'upload',
      bodyLimit: readingLimits.size,
      answer: comparisonSchema,
      async run({ tx, actor, body, today }) {
        if ('text' in body) return refuse({ kind: 'unsupported_type', expected: WORKBOOK_TYPE });
        const kept = await findKept(tx, actor.unitId, today);
        if (!kept) return refuse({ kind: 'no_plan' });
        const source = await readDocument(body.bytes, body.fileName);
        if (!('blocks' in source)) {
          return source.kind === 'too_large'
            ? refuse({ kind: 'too_large', limitMiB: readingLimits.size / 1024 / 1024 })
            : refuse(source);
        }
        const trace = readAnnexTrace(source);
        if (trace && trace.unitId !== actor.unitId) return refuse({ kind: 'annex_of_another_unit' });
        const reading = readPlan(source, { knownDepartments: kept.departments });
        if (reading.criteria.length === 0) return refuse({ kind: 'no_annex_found' });
        const { differences, missing, added } = compareKept(kept, reading);
        return {
          fileName: body.fileName,
          differences: dropFollowingSums(kept.rows, differences),
          missing,
          added,
          unplaced: reading.unplaced,
          basedOnVersion: kept.plan.version,
          exportedVersion: trace?.planId === kept.plan.id ? trace.planVersion : null,
        };
      },
    }),
    inUnit({
      method: 'post',
      path: '/api/annex/keep',
      permission: 'annex.import',
      summary: 'takes chosen differences of a workbook into the plan, all or none',
      body: z.object({
        differences: z.array(annexDifferenceSchema).min(1).max(MOST_DIFFERENCES),
        planVersion: z.int(),
      }),
      bodyLimit: 4 * 1024 * 1024,
      answer: planSchema,
      async run({ tx, actor, body: { differences, planVersion }, today }) {
        const plan = await findLivePlan(tx, actor.unitId);
        if (!plan) return refuse({ kind: 'no_plan' });
        if (!(await claimPlan(tx, plan, planVersion))) return refuse({ kind: 'stale_version' });
        const kept = await findKept(tx, actor.unitId, today, plan);
        if (!kept) return refuse({ kind: 'no_plan' });
        const claims = dropFollowingSums(kept.rows, differences);
        const refusal = await keepDifferences(tx, actor, kept, claims, today);
        if (refusal) return refuse(refusal);
        await recordEvent(tx, actor, {
          noun: 'plan',
          subjectId: plan.id,
          verb: 'annex_kept',
          after: { differences: claims.length },
        });
        // A workbook may change maxima and deadlines: points follow from both.
        const cause = { kind: 'plan' as const, what: plan.document.number ?? '', reason: '' };
        await rescore(tx, actor, plan, { today, cause });
        return (await findPlan(tx, actor.unitId)) ?? refuse({ kind: 'no_plan' });
      },
    }),
  ];
}

function compareKept({ rows, tasks, departments }: KeptPlan, reading: Parameters<typeof compareAnnex>[1]) {
  const find = departmentFinder(departments);
  const kept = {
    rows: rows.map((row) => ({
      ...row,
      ownerNames: row.owners.filter(({ inheritedFrom }) => inheritedFrom === null).map(({ name }) => name),
    })),
    tasks: tasks.map((task) => ({
      key: task.key,
      text: task.text,
      deadlineWords: task.deadline.words,
      ownerNames: task.owners.map(({ name }) => name),
    })),
  };
  return compareAnnex(kept, reading, (one, other) => {
    const department = find(one);
    return department !== undefined && department === find(other);
  });
}
