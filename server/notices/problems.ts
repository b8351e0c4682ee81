import type { NoticeSettingsRefusal } from '#core/notices/notice-settings.ts';
import type { ProblemsOf } from '#server/http/problems.ts';
import type { OutsideRefusal } from './outside-address.ts';
import { outsideProblems } from './outside-problems.ts';
import type { SubscriptionRefusal } from './send-push.ts';

export type NoticeRefusal =
  | NoticeSettingsRefusal
  | OutsideRefusal
  | SubscriptionRefusal
  | { kind: 'too_many_browsers'; most: number }
  | { kind: 'too_many_webhooks'; most: number }
  | { kind: 'nowhere_to_send' }
  | { kind: 'test_just_sent' }
  | { kind: 'delivery_not_ended' };

export const noticeProblems = {
  ...outsideProblems,
  hours_crossed: {
    status: 422,
    vi: 'Giờ bắt đầu yên lặng phải sau giờ gửi. Hãy chọn giờ muộn hơn.',
    en: 'The quiet hours must begin after the hour of sending. Choose a later hour.',
  },
  too_many_browsers: {
    status: 409,
    vi: ({ most }) =>
      `Mỗi người nhận thông báo trên nhiều nhất ${most} trình duyệt. Hãy tắt bớt trên thiết bị cũ.`,
    en: ({ most }) => `A person is told on ${most} browsers at most. Switch it off on an old device first.`,
  },
  too_many_webhooks: {
    status: 409,
    vi: ({ most }) => `Mỗi đơn vị có nhiều nhất ${most} webhook. Hãy xóa bớt webhook không dùng nữa.`,
    en: ({ most }) => `A unit has ${most} webhooks at most. Remove one that is no longer used.`,
  },
  nowhere_to_send: {
    status: 409,
    vi: 'Chưa có nơi nào để gửi thử. Hãy ghi địa chỉ thư hoặc bật thông báo trên trình duyệt trước.',
    en: 'There is nowhere to send a test to yet. Enter a mail address or switch on push first.',
  },
  test_just_sent: {
    status: 429,
    vi: 'Vừa có một lần gửi thử trong phút này. Hãy chờ một phút rồi gửi lại.',
    en: 'A test was sent within this minute. Wait a minute, then send another.',
  },
  delivery_not_ended: {
    status: 409,
    vi: 'Thông báo này đang chờ gửi hoặc đã gửi xong nên không gửi lại. Hãy tải lại trang để xem tình trạng mới.',
    en: 'This notice is waiting or was sent, so it is not sent again. Reload the page to see its state.',
  },
} satisfies ProblemsOf<NoticeRefusal>;
