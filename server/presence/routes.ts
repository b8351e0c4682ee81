import { z } from 'zod';
import { refuseAction } from '#core/people/permissions.ts';
import { presenceInputSchema, presentPersonSchema } from '#core/people/presence.ts';
import { PRESENCE_NOUNS, type PresenceNoun } from '#core/people/presence-nouns.ts';
import { tellChange } from '#server/db/events.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { findOthers, leave, saveSeen } from './store.ts';

export function presenceRoutes(): Route[] {
  const { inUnit } = routesOf({});
  return [
    inUnit({
      method: 'post',
      path: '/api/presence',
      permission: 'unit.read',
      summary: 'says that a page is open, and answers who else has it open',
      body: presenceInputSchema,
      answer: z.array(presentPersonSchema),
      async run({ tx, actor, body: { subject, isLeaving }, now }) {
        const action = PRESENCE_NOUNS[subject.split(':')[0] as PresenceNoun];
        const refusal = refuseAction(actor, action, actor.departmentId === null ? [] : [actor.departmentId]);
        if (refusal) return refuse(refusal);
        const isChange = isLeaving
          ? await leave(tx, actor, subject)
          : await saveSeen(tx, actor, subject, now);
        // Only coming and going is told: a heartbeat changes nothing for the others.
        if (isChange) await tellChange(tx, actor.unitId, { noun: 'presence', subjectId: subject });
        return isLeaving ? [] : findOthers(tx, actor, subject, now);
      },
    }),
  ];
}
