import type {
  Contact,
  ContactInput,
  Delivery,
  MemberContact,
  MemberContactInput,
  SubscriptionInput,
  Webhook,
  WebhookInput,
} from '#core/notices/contact.ts';
import type { Notice } from '#core/notices/notice.ts';
import type { NoticeSettings } from '#core/notices/notice-settings.ts';
import type { DeliveryState } from '#core/notices/notice-words.ts';
import { request } from '#web/request.ts';

export type Inbox = { unread: number; notices: Notice[] };
export type KeptSettings = { settings: NoticeSettings; version: number };
export type Outcomes = { deliveries: Delivery[]; counts: Record<DeliveryState, number> };

const webhook = (id: string) => `/api/webhooks/${encodeURIComponent(id)}`;

/** Every call about who is told what, and how. */
export const noticesApi = {
  findInbox: () => request<Inbox>('GET', '/api/notices'),
  markRead: (upTo: string) => request<Inbox>('POST', '/api/notices/read', { upTo }),

  findContact: () => request<Contact>('GET', '/api/contact'),
  saveContact: (input: ContactInput) => request<Contact>('PUT', '/api/contact', input),
  sendTest: () => request<void>('POST', '/api/contact/test'),
  subscribe: (input: SubscriptionInput) => request<Contact>('POST', '/api/push-subscriptions', input),
  forget: (endpoint: string) => request<Contact>('POST', '/api/push-subscriptions/forget', { endpoint }),
  makeCalendar: () => request<{ link: string; createdAt: string }>('POST', '/api/calendar-feed'),
  endCalendar: () => request<void>('DELETE', '/api/calendar-feed'),

  findSettings: () => request<KeptSettings>('GET', '/api/notice-settings'),
  saveSettings: (input: KeptSettings) => request<KeptSettings>('PUT', '/api/notice-settings', input),
  listContacts: () => request<MemberContact[]>('GET', '/api/contacts'),
  saveMemberContact: (userId: string, input: MemberContactInput) =>
    request<MemberContact[]>('PUT', `/api/contacts/${encodeURIComponent(userId)}`, input),
  findOutcomes: (state: DeliveryState | undefined) =>
    request<Outcomes>('GET', `/api/deliveries${state === undefined ? '' : `?state=${state}`}`),
  sendAgain: (id: string) => request<Outcomes>('POST', `/api/deliveries/${encodeURIComponent(id)}/again`),

  listWebhooks: () => request<Webhook[]>('GET', '/api/webhooks'),
  addWebhook: (input: WebhookInput) =>
    request<{ webhook: Webhook; secret: string }>('POST', '/api/webhooks', input),
  saveWebhook: (id: string, input: WebhookInput & { version: number }) =>
    request<Webhook>('PUT', webhook(id), input),
  removeWebhook: (id: string) => request<void>('DELETE', webhook(id)),
  testWebhook: (id: string) => request<{ isTaken: boolean; reason: string }>('POST', `${webhook(id)}/test`),
};
