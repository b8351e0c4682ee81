import { ROLES, type Role } from '#core/people/roles.ts';
import { hashToken } from '#server/people/one-time-token.ts';
import { AT, DAY, type Put } from './model-rows.ts';

/** What everybody was told and how they are reached, an upload of each, and a bridge of the unit. */
export async function putNotices(put: Put, userIds: Record<Role, string>, task: { id: string; key: string }) {
  const uploadId = {} as Record<Role, string>;
  let noticeId = '';
  let deliveryId = '';
  for (const role of ROLES) {
    uploadId[role] = await put('upload', {
      file_name: 'tệp đang gửi.pdf',
      size: 4,
      received: 0,
      status: 'open',
      created_by: userIds[role],
      created_at: AT,
      updated_at: AT,
    });
    const content = {
      kind: 'obstacle_raised',
      taskId: task.id,
      key: task.key,
      taskText: 'nhiệm vụ của phòng',
      text: 'thiếu số liệu',
      byName: 'Cán bộ của phòng',
      answerBy: null,
    };
    noticeId = await put('notice', {
      user_id: userIds[role],
      kind: 'obstacle_raised',
      day: DAY,
      subject: '',
      content,
      created_at: AT,
    });
    deliveryId = await put('delivery', {
      notice_id: noticeId,
      channel: 'mail',
      address: 'a@hosen.vn',
      state: 'failed',
      attempts: 1,
      next_try_at: AT,
      reason: 'máy chủ từ chối',
      created_at: AT,
    });
    await put('contact', {
      user_id: userIds[role],
      mail: `${role}@hosen.vn`,
      is_mail_on: true,
      is_push_on: true,
      is_head: false,
      version: 1,
    });
    await put('push_subscription', {
      user_id: userIds[role],
      endpoint: `https://fcm.googleapis.com/fcm/send/${role}`,
      keys: { p256dh: 'x', auth: 'y' },
      created_at: AT,
    });
    await put('calendar_feed', {
      user_id: userIds[role],
      token_hash: hashToken(`calendar-${role}`),
      created_at: AT,
    });
  }
  const webhookId = await put('webhook', {
    name: 'cầu nối văn bản',
    url: 'https://hook.invalid/',
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    is_on: true,
    created_by: userIds.focal,
    created_at: AT,
    version: 1,
  });
  await put('notice_run', { day: DAY, made_at: AT, digests: 1 });
  return { uploadId, noticeId, deliveryId, webhookId };
}
