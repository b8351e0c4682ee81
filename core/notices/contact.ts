import { z } from 'zod';
import { CHANNELS, DELIVERY_STATES, NOTICE_KINDS } from './notice-words.ts';

const mailSchema = z.email().trim().toLowerCase().max(254).nullable();

/** How one person is reached, as they see and set it themselves. */
export const contactSchema = z.object({
  mail: z.string().nullable(),
  isMailOn: z.boolean(),
  isPushOn: z.boolean(),
  version: z.int().describe('0 until the person has said anything'),
  isMailOpen: z.boolean().describe('whether the installation can send mail at all'),
  browsers: z.int().describe('how many browsers are told by push'),
  pushKey: z.string().describe('the key a browser subscribes with'),
  feedMadeAt: z.string().nullable().describe('since when there is a calendar to subscribe to'),
});
export type Contact = z.infer<typeof contactSchema>;

export const contactInputSchema = z.object({
  mail: mailSchema,
  isMailOn: z.boolean(),
  isPushOn: z.boolean(),
  version: z.int(),
});
export type ContactInput = z.infer<typeof contactInputSchema>;

/** How the people of a unit are reached, as those who keep it see it. */
export const memberContactSchema = z.object({
  userId: z.string(),
  personName: z.string(),
  departmentName: z.string().nullable(),
  mail: z.string().nullable(),
  isMailOn: z.boolean(),
  isHead: z.boolean().describe('heads their department: late work of it is escalated to them'),
  browsers: z.int(),
  version: z.int(),
});
export type MemberContact = z.infer<typeof memberContactSchema>;

export const memberContactInputSchema = z.object({ mail: mailSchema, isHead: z.boolean(), version: z.int() });
export type MemberContactInput = z.infer<typeof memberContactInputSchema>;

export const subscriptionInputSchema = z.object({
  endpoint: z.string().min(1).max(2000),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
});
export type SubscriptionInput = z.infer<typeof subscriptionInputSchema>;

/** What became of one message to one person by one way. */
export const deliverySchema = z.object({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  day: z.string(),
  personName: z.string(),
  channel: z.enum(CHANNELS),
  target: z.string().describe('the address of a mail, the name of a webhook, nothing for a push'),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  nextTryAt: z.string(),
  reason: z.string(),
  createdAt: z.string(),
  settledAt: z.string().nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const webhookSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  isOn: z.boolean(),
  createdAt: z.string(),
  version: z.int(),
});
export type Webhook = z.infer<typeof webhookSchema>;

export const webhookInputSchema = z.object({
  name: z.string().trim().min(2).max(120),
  url: z.string().trim().max(2000),
  isOn: z.boolean().default(true),
});
export type WebhookInput = z.infer<typeof webhookInputSchema>;
