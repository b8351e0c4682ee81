import type { Generated } from 'kysely';
import type { NoticeContent } from '#core/notices/notice.ts';
import type { NoticeSettings } from '#core/notices/notice-settings.ts';
import type { Channel, DeliveryState, NoticeKind } from '#core/notices/notice-words.ts';
import type { Json, Moment, MomentWithDefault } from './column-types.ts';

type NoticeSettingsTable = {
  unit_id: string;
  settings: Json<NoticeSettings>;
  version: Generated<number>;
};

type ContactTable = {
  unit_id: string;
  user_id: string;
  mail: string | null;
  is_mail_on: Generated<boolean>;
  is_push_on: Generated<boolean>;
  is_head: Generated<boolean>;
  version: Generated<number>;
};

type NoticeRunTable = { unit_id: string; day: string; made_at: MomentWithDefault; digests: number };

type NoticeTable = {
  unit_id: string;
  id: string;
  user_id: string;
  kind: NoticeKind;
  day: string;
  subject: Generated<string>;
  content: Json<NoticeContent>;
  created_at: MomentWithDefault;
  read_at: Moment | null;
};

type DeliveryTable = {
  unit_id: string;
  id: string;
  notice_id: string;
  channel: Channel;
  address: string;
  state: Generated<DeliveryState>;
  attempts: Generated<number>;
  next_try_at: MomentWithDefault;
  reason: Generated<string>;
  created_at: MomentWithDefault;
  settled_at: Moment | null;
};

type WebhookTable = {
  unit_id: string;
  id: string;
  name: string;
  url: string;
  secret: string;
  is_on: Generated<boolean>;
  created_by: string;
  created_at: MomentWithDefault;
  version: Generated<number>;
};

type PushSubscriptionTable = {
  unit_id: string;
  id: string;
  user_id: string;
  endpoint: string;
  keys: Json<{ p256dh: string; auth: string }>;
  created_at: MomentWithDefault;
};

type CalendarFeedTable = {
  unit_id: string;
  user_id: string;
  token_hash: string;
  created_at: MomentWithDefault;
};

/** The tables of what people are told, and of how it reaches them. */
export type NoticeTables = {
  notice_settings: NoticeSettingsTable;
  contact: ContactTable;
  notice_run: NoticeRunTable;
  notice: NoticeTable;
  delivery: DeliveryTable;
  webhook: WebhookTable;
  push_subscription: PushSubscriptionTable;
  calendar_feed: CalendarFeedTable;
};
