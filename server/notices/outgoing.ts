import type { NoticeContent } from '#core/notices/notice.ts';
import type { Waiting } from './delivery-store.ts';
import { mailOfNotice } from './notice-mail.ts';
import { renderMail } from './render-mail.ts';
import type { OutgoingMail } from './send-mail.ts';
import type { PushPayload } from './send-push.ts';

type From = { unitName: string; address: string };

/** A delivery as a mail. Its id is the delivery's, so that a mail found in a mailbox can be traced. */
export function mailOf({ id, address: to, content, personName }: Waiting, from: From): OutgoingMail {
  const mail = renderMail(mailOfNotice(content, { personName, ...from }));
  return { to, ...mail, messageId: `<${id}@${new URL(from.address).hostname}>` };
}

/** Seconds a push service keeps what it could not show. */
const PUSH_KEPT_SECONDS = 12 * 60 * 60;

/** A delivery as a push: how many items wait, and where; nobody's name and no words of a task. */
export function pushOf({ noticeId, content }: Waiting): {
  payload: PushPayload;
  topic: string;
  ttlSeconds: number;
} {
  return {
    payload: { ...pushWords(content), path: '/my-work' },
    topic: noticeId.replaceAll('-', ''),
    ttlSeconds: PUSH_KEPT_SECONDS,
  };
}

function pushWords(content: NoticeContent): { title: string; count: number } {
  if (content.kind === 'digest') {
    const count = content.digest.groups.reduce((sum, { items }) => sum + items.length, 0);
    return { title: `${count} việc chờ ông/bà cập nhật`, count };
  }
  return { title: PUSH_TITLES[content.kind], count: 1 };
}

const PUSH_TITLES = {
  obstacle_raised: 'Có vướng mắc chờ ông/bà cho ý kiến',
  obstacle_answered: 'Vướng mắc đã có ý kiến trả lời',
  test: 'Thông báo thử',
} as const;

/** A delivery as the JSON of a webhook: the notice as kept, finished words for a chat, and addresses of the items. */
export function bodyOfWebhook(
  { noticeId, content, userId, personName, createdAt }: Waiting,
  { unitId, unitName, address }: From & { unitId: string },
): string {
  const mail = renderMail(mailOfNotice(content, { personName, unitName, address }));
  return JSON.stringify({
    type: `notice.${content.kind}`,
    timestamp: createdAt,
    data: {
      noticeId,
      unit: { id: unitId, name: unitName },
      person: { id: userId, name: personName },
      subject: mail.subject,
      text: mail.text,
      content,
    },
  });
}
