import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { daySchema } from '#core/day-schema.ts';
import { isDay } from '#core/deadlines/days.ts';
import { refuseAction } from '#core/people/permissions.ts';
import { loggedEventSchema } from '#core/plans/plan.ts';
import { listEvents } from '#server/db/event-rows.ts';
import { recordUntold } from '#server/db/events.ts';
import { dispositionOf } from '#server/http/byte-range.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { exportLines } from './export-lines.ts';
import { listSubjects } from './list-subjects.ts';
import { type EventRefusal, eventProblems } from './problems.ts';

const VERIFIER = join(import.meta.dirname, '../../scripts/verify-log.mjs');

const daysSchema = z.object({ from: daySchema.optional(), to: daySchema.optional() });
const eventsWantedSchema = daysSchema.extend({
  noun: z.string().max(40).optional(),
  subject: z.string().max(200).optional(),
  actor: z.string().max(64).optional(),
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** The log for people of the unit, and for outsiders who check it. */
export function eventRoutes(): Route[] {
  const { inUnit, inSteps } = routesOf<EventRefusal>(eventProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/events',
      permission: 'event.read',
      summary: 'who changed what from what to what, newest first; only heads see what others read',
      query: eventsWantedSchema,
      answer: z.array(loggedEventSchema),
      async run({ tx, actor, query: { actor: actorId, ...wanted } }) {
        const refusal = refuseDays(wanted);
        if (refusal) return refuse(refusal);
        const { unitId } = actor;
        const mayReadAll = refuseAction(actor, 'register.read_restricted') === undefined;
        const events = await listEvents(tx, {
          unitId,
          actorId,
          ...wanted,
          onlyOwnReadsOf: mayReadAll ? undefined : actor.userId,
        });
        const ids = [...new Set(events.map(({ subjectId }) => subjectId))];
        const subjectById = await listSubjects(tx, unitId, ids);
        return events.map((event) => ({ ...event, subject: subjectById.get(event.subjectId) ?? null }));
      },
    }),
    inSteps({
      method: 'get',
      path: '/api/events/log.jsonl',
      permission: 'log.export',
      summary: 'the chained log as lines of JSON, which an outsider can check: docs/verify-log.md',
      query: daysSchema,
      answer: 'response',
      async run({ inUnit: within, actor, query, today }) {
        const refusal = refuseDays(query);
        if (refusal) return refuse(refusal);
        const { unitId } = actor;
        await within((tx) =>
          recordUntold(tx, actor, { noun: 'log', subjectId: unitId, verb: 'exported', after: query }),
        );
        const parts = exportLines(within, unitId, query);
        const encoder = new TextEncoder();
        const body = new ReadableStream<Uint8Array>({
          async pull(controller) {
            const { value, done } = await parts.next();
            if (done) controller.close();
            else controller.enqueue(encoder.encode(value.text));
          },
          cancel: async () => void (await parts.return(undefined)),
        });
        return new Response(body, {
          headers: {
            'content-type': 'application/jsonl; charset=utf-8',
            'content-disposition': dispositionOf('attachment', `Nhật ký ${today}.jsonl`),
            'cache-control': 'no-store',
          },
        });
      },
    }),
    inUnit({
      method: 'get',
      path: '/api/events/verify-log.mjs',
      permission: 'log.export',
      summary: 'the program by which an outsider checks an exported log',
      answer: 'response',
      async run() {
        return new Response(await readFile(VERIFIER), {
          headers: {
            'content-type': 'text/plain; charset=utf-8',
            'content-disposition': dispositionOf('attachment', 'verify-log.mjs'),
          },
        });
      },
    }),
  ];
}

function refuseDays(days: z.infer<typeof daysSchema>): EventRefusal | undefined {
  const field = (['from', 'to'] as const).find((name) => days[name] !== undefined && !isDay(days[name]));
  return field && { kind: 'no_such_day', field };
}
