import type { NotPermitted } from '#core/people/permissions.ts';
import { printDay } from '#core/written-day.ts';

/** A refusal: an expected answer that something may not be. Its kind chooses status and sentences. */
export type Refusal = { kind: string; field?: string };

export type Sentence<R> = string | ((refusal: R) => string);

/** How one kind of refusal is answered: HTTP status and a sentence in both languages that says what to do next. */
export type Problem<R> = { status: ProblemStatus; vi: Sentence<R>; en: Sentence<R> };
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/**
 * The answers of a noun. Declared with `satisfies ProblemsOf<ItsRefusal>`, so that a new kind of
 * refusal does not compile until it has a status and both sentences.
 */
export type ProblemsOf<R extends Refusal> = { [K in R['kind']]: Problem<Extract<R, { kind: K }>> };

/** Refusals any noun may give without declaring them again. */
export type CommonRefusal =
  | NotPermitted
  | { kind: 'not_signed_in' }
  | { kind: 'no_unit' }
  | { kind: 'unit_ended'; day: string }
  | { kind: 'unit_switched' }
  | { kind: 'not_found'; noun?: string }
  | { kind: 'stale_version' }
  | { kind: 'bad_input'; field: string; vi: string; en: string }
  | { kind: 'not_json' }
  | { kind: 'not_from_this_page' }
  | { kind: 'too_large'; limitMiB: number }
  | { kind: 'unsupported_type'; expected: string }
  | { kind: 'bug'; id: string };

export const commonProblems = {
  not_permitted: {
    status: 403,
    vi: ({ because }) =>
      because === 'not_own'
        ? 'Việc này không thuộc đơn vị của bạn. Hãy nhờ đơn vị được giao hoặc cán bộ đầu mối cập nhật.'
        : 'Vai trò của bạn không được làm việc này. Hãy nhờ cán bộ đầu mối hoặc người quản trị.',
    en: ({ because }) =>
      because === 'not_own'
        ? 'This does not belong to your department. Ask the department in charge or the focal officer.'
        : 'Your role may not do this. Ask the focal officer or an administrator.',
  },
  not_signed_in: {
    status: 401,
    vi: 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết hạn. Hãy đăng nhập lại.',
    en: 'You are not signed in, or your session has ended. Sign in again.',
  },
  no_unit: {
    status: 403,
    vi: 'Tài khoản này không còn thuộc đơn vị nào. Hãy liên hệ người quản trị.',
    en: 'This account no longer belongs to any unit. Contact an administrator.',
  },
  unit_ended: {
    status: 403,
    vi: ({ day }) =>
      `Đơn vị đã kết thúc từ ngày ${printDay(day)}, nên chỉ còn xem được. Hãy chuyển sang đơn vị kế tục để làm tiếp.`,
    en: ({ day }) =>
      `The unit ended on ${printDay(day)} and can only be read. Switch to the unit that took over.`,
  },
  unit_switched: {
    status: 409,
    vi: 'Bạn đã chuyển sang đơn vị khác ở cửa sổ khác, nên chưa lưu gì. Hãy tải lại trang.',
    en: 'You have switched to another unit in another window, so nothing was saved. Reload the page.',
  },
  not_found: {
    status: 404,
    vi: 'Không tìm thấy nội dung này. Có thể nội dung đã bị thay thế; hãy tải lại trang.',
    en: 'This was not found. It may have been replaced; reload the page.',
  },
  stale_version: {
    status: 409,
    vi: 'Nội dung này vừa được người khác thay đổi. Hãy tải lại để xem bản mới rồi sửa tiếp.',
    en: 'Someone else has just changed this. Reload to see the new version, then edit again.',
  },
  bad_input: { status: 400, vi: ({ vi }) => vi, en: ({ en }) => en },
  not_json: {
    status: 400,
    vi: 'Dữ liệu gửi lên không phải JSON hợp lệ. Hãy kiểm tra rồi gửi lại.',
    en: 'What was sent is not valid JSON. Check it and send it again.',
  },
  not_from_this_page: {
    status: 403,
    vi: 'Yêu cầu không đến từ trang này nên không được thực hiện. Hãy mở lại trang rồi thử lại.',
    en: 'The request did not come from this page, so it was not carried out. Open the page again and retry.',
  },
  too_large: {
    status: 413,
    vi: ({ limitMiB }) => `Nội dung gửi lên quá lớn: tối đa ${limitMiB} MiB. Hãy chọn tệp nhỏ hơn.`,
    en: ({ limitMiB }) => `What was sent is too large: at most ${limitMiB} MiB. Choose a smaller file.`,
  },
  unsupported_type: {
    status: 415,
    vi: ({ expected }) => `Kiểu nội dung không được hỗ trợ. Hãy gửi dưới dạng ${expected}.`,
    en: ({ expected }) => `This content type is not supported. Send it as ${expected}.`,
  },
  bug: {
    status: 500,
    vi: ({ id }) => `Hệ thống gặp lỗi và chưa lưu gì. Hãy thử lại; nếu vẫn lỗi, báo người quản trị mã ${id}.`,
    en: ({ id }) => `Something went wrong and nothing was saved. Try again; if it persists, report id ${id}.`,
  },
} satisfies ProblemsOf<CommonRefusal>;

/** What travels: `{ problem: { kind, vi, en, …the refusal's own properties } }` with its status. */
export type ProblemAnswer = {
  status: ProblemStatus;
  body: { problem: { kind: string; vi: string; en: string; [parameter: string]: unknown } };
};

/** Puts a refusal into words by the table that covers it. A kind without a row is a bug and throws. */
export function describeRefusal<R extends Refusal>(
  refusal: R,
  problems: Record<string, Problem<never>>,
): ProblemAnswer {
  const problem = problems[refusal.kind] as Problem<R> | undefined;
  if (!problem) throw new Error(`no answer is declared for the refusal "${refusal.kind}"`);
  const say = (sentence: Sentence<R>) => (typeof sentence === 'function' ? sentence(refusal) : sentence);
  return {
    status: problem.status,
    body: { problem: { ...refusal, vi: say(problem.vi), en: say(problem.en) } },
  };
}
