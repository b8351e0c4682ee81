import { queryOptions } from '@tanstack/react-query';
import type { DeliveryState } from '#core/notices/notice-words.ts';
import { noticesApi } from './api.ts';

export const inboxQuery = queryOptions({ queryKey: ['notices'], queryFn: noticesApi.findInbox });
export const contactQuery = queryOptions({ queryKey: ['contact'], queryFn: noticesApi.findContact });
export const settingsQuery = queryOptions({
  queryKey: ['notice-settings'],
  queryFn: noticesApi.findSettings,
});
export const contactsQuery = queryOptions({ queryKey: ['contacts'], queryFn: noticesApi.listContacts });
export const webhooksQuery = queryOptions({ queryKey: ['webhooks'], queryFn: noticesApi.listWebhooks });

export function outcomesQuery(state: DeliveryState | undefined) {
  return queryOptions({
    queryKey: ['deliveries', state ?? 'all'],
    queryFn: () => noticesApi.findOutcomes(state),
  });
}
