import { z } from 'zod';
import { webhookInputSchema, webhookSchema } from '#core/notices/contact.ts';
import { recordEvent } from '#server/db/events.ts';
import type { Deps } from '#server/deps.ts';
import { type Route, refuse, routesOf } from '#server/http/route.ts';
import { refuseOutsideUrl } from './outside-address.ts';
import { findWebhook } from './outside-store.ts';
import { type NoticeRefusal, noticeProblems } from './problems.ts';
import { makeWebhookSecret, sendWebhook } from './send-webhook.ts';
import { addWebhook, listWebhooks, removeWebhook, saveWebhook } from './webhook-store.ts';

/** A unit with more bridges than this sends every notice too many times. */
const MOST_WEBHOOKS = 10;

const idSchema = z.object({ id: z.uuid() });

/** Bridges to Zalo, e-office and the like: every notice goes to each of them, signed. */
export function webhookRoutes({ outside }: Deps): Route[] {
  const { inUnit, inSteps } = routesOf<NoticeRefusal>(noticeProblems);
  return [
    inUnit({
      method: 'get',
      path: '/api/webhooks',
      permission: 'notice.manage',
      summary: 'where notices of the unit also go',
      answer: z.array(webhookSchema),
      run: ({ tx, actor }) => listWebhooks(tx, actor.unitId),
    }),
    inUnit({
      method: 'post',
      path: '/api/webhooks',
      permission: 'notice.manage',
      summary: 'adds a webhook; the secret it is signed with is shown this once',
      body: webhookInputSchema,
      answer: z.object({ webhook: webhookSchema, secret: z.string() }),
      async run({ tx, actor, body }) {
        const refusal = refuseOutsideUrl(body.url, outside.allowedHosts);
        if (refusal) return refuse(refusal);
        if ((await listWebhooks(tx, actor.unitId)).length >= MOST_WEBHOOKS)
          return refuse({ kind: 'too_many_webhooks', most: MOST_WEBHOOKS });
        const secret = makeWebhookSecret();
        const webhook = await addWebhook(tx, actor, { ...body, secret });
        const after = { name: body.name, host: new URL(body.url).host };
        await recordEvent(tx, actor, { noun: 'webhook', subjectId: webhook.id, verb: 'created', after });
        return { webhook, secret };
      },
    }),
    inUnit({
      method: 'put',
      path: '/api/webhooks/{id}',
      permission: 'notice.manage',
      summary: 'renames a webhook, changes its address, switches it off or on',
      params: idSchema,
      body: webhookInputSchema.extend({ version: z.int() }),
      answer: webhookSchema,
      async run({ tx, actor, params: { id }, body }) {
        const refusal = refuseOutsideUrl(body.url, outside.allowedHosts);
        if (refusal) return refuse(refusal);
        if (!(await findWebhook(tx, actor.unitId, id))) return refuse({ kind: 'not_found' });
        const saved = await saveWebhook(tx, actor.unitId, id, body);
        if (!saved) return refuse({ kind: 'stale_version' });
        const after = { name: body.name, host: new URL(body.url).host, isOn: body.isOn };
        await recordEvent(tx, actor, { noun: 'webhook', subjectId: id, verb: 'changed', after });
        return saved;
      },
    }),
    inUnit({
      method: 'delete',
      path: '/api/webhooks/{id}',
      permission: 'notice.manage',
      summary: 'removes a webhook; what still waits for it is given up',
      params: idSchema,
      answer: 'nothing',
      async run({ tx, actor, params: { id } }) {
        if (!(await removeWebhook(tx, actor.unitId, id))) return refuse({ kind: 'not_found' });
        await recordEvent(tx, actor, { noun: 'webhook', subjectId: id, verb: 'removed' });
        return undefined;
      },
    }),
    inSteps({
      method: 'post',
      path: '/api/webhooks/{id}/test',
      permission: 'notice.manage',
      summary: 'sends a test to a webhook at once and tells what it answered',
      params: idSchema,
      answer: z.object({ isTaken: z.boolean(), reason: z.string() }),
      async run({ inUnit: within, actor, params: { id }, now }) {
        const webhook = await within((tx) => findWebhook(tx, actor.unitId, id));
        if (!webhook) return refuse({ kind: 'not_found' });
        const outcome = await sendWebhook({
          url: webhook.url,
          secret: webhook.secret,
          id: `test_${now.getTime()}`,
          at: now,
          body: JSON.stringify({
            type: 'notice.test',
            timestamp: now.toISOString(),
            data: { unit: { id: actor.unitId } },
          }),
          allowedHosts: outside.allowedHosts,
        });
        return { isTaken: outcome.kind === 'sent', reason: outcome.kind === 'sent' ? '' : outcome.reason };
      },
    }),
  ];
}
