import type { ProblemsOf } from '#server/http/problems.ts';
import type { OutsideRefusal } from './outside-address.ts';
import type { SubscriptionRefusal } from './send-push.ts';

/** The answers to addresses outside that somebody wants notices sent to. */
export const outsideProblems = {
  outside_url_unreadable: {
    status: 422,
    vi: 'Đây không phải là một địa chỉ web. Hãy chép nguyên địa chỉ, bắt đầu bằng https://.',
    en: 'This is no web address. Copy the whole of it, beginning with https://.',
  },
  outside_url_not_https: {
    status: 422,
    vi: 'Địa chỉ phải bắt đầu bằng https://. Nếu nơi nhận nằm trong mạng nội bộ, hãy nhờ người vận hành máy chủ khai báo trong PARINDEX_WEBHOOK_HOSTS.',
    en: 'The address must begin with https://. If it lies in your own network, ask the operator of the server to name it in PARINDEX_WEBHOOK_HOSTS.',
  },
  outside_url_with_password: {
    status: 422,
    vi: 'Địa chỉ không được chứa tên đăng nhập và mật khẩu. Hãy bỏ phần trước dấu @; nơi nhận kiểm tra chữ ký để biết thông điệp do đâu gửi.',
    en: 'The address may not hold a user name and password. Leave out what stands before the @; the receiver knows the sender by the signature.',
  },
  outside_url_private: {
    status: 422,
    vi: ({ host }) =>
      `Máy chủ "${host}" nằm trong mạng nội bộ nên chưa được phép gửi tới. Hãy nhờ người vận hành máy chủ khai báo trong PARINDEX_WEBHOOK_HOSTS.`,
    en: ({ host }) =>
      `"${host}" lies in your own network, where nothing may be sent yet. Ask the operator of the server to name it in PARINDEX_WEBHOOK_HOSTS.`,
  },
  push_service_unknown: {
    status: 422,
    vi: 'Trình duyệt này dùng dịch vụ thông báo chưa được hỗ trợ. Hãy dùng Chrome, Edge, Firefox hoặc Safari, hoặc nhận nhắc việc qua thư.',
    en: 'This browser uses a push service that is not supported. Use Chrome, Edge, Firefox or Safari, or take notices by mail.',
  },
  push_keys_unusable: {
    status: 422,
    vi: 'Khóa do trình duyệt gửi lên không dùng được. Hãy tắt rồi bật lại thông báo trên thiết bị này.',
    en: 'The keys sent by the browser cannot be used. Switch notifications on this device off and on again.',
  },
} satisfies ProblemsOf<OutsideRefusal | SubscriptionRefusal>;
