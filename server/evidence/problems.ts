import type { EvidenceRefusal } from '#core/evidence/refuse-evidence.ts';
import { criteriaProblems } from '#server/criteria/problems.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type EvidenceProblem =
  | EvidenceRefusal
  | { kind: 'no_plan' }
  | { kind: 'upload_unknown'; field: 'uploadId' }
  | { kind: 'secret_document'; field: 'uploadId'; marks: string[] }
  | { kind: 'target_unknown'; field: 'links' }
  | { kind: 'department_unknown'; field: 'departmentId' }
  | { kind: 'replaced_unknown'; field: 'replaces' };

export const evidenceProblems = {
  no_plan: criteriaProblems.no_plan,
  secrets_not_denied: {
    status: 422,
    vi: 'Hãy xác nhận tài liệu không chứa bí mật nhà nước. Tài liệu mật không được đưa lên hệ thống này.',
    en: 'Confirm that it holds no state secret. Secret papers may not be kept in this system.',
  },
  secret_document: {
    status: 422,
    vi: ({ marks }) =>
      `Tài liệu có dấu độ mật (${marks.join(', ')}) nên không được lưu ở đây. Hãy gỡ tệp và quản lý theo quy định bảo vệ bí mật nhà nước.`,
    en: ({ marks }) =>
      `The paper bears a mark of secrecy (${marks.join(', ')}) and may not be kept here. Take the file away and keep it as the law on state secrets says.`,
  },
  file_needed: {
    status: 422,
    vi: 'Tài liệu kiểm chứng cần có tệp. Hãy chọn tệp rồi lưu lại.',
    en: 'A document needs its file. Choose the file and save again.',
  },
  file_not_expected: {
    status: 422,
    vi: 'Xác nhận và giải trình là lời văn, không kèm tệp. Hãy bỏ tệp hoặc chọn loại "Tài liệu".',
    en: 'A statement or an explanation is words without a file. Leave the file out, or choose "document".',
  },
  text_needed: {
    status: 422,
    vi: 'Nội dung xác nhận hoặc giải trình không được để trống. Hãy ghi rõ nội dung.',
    en: 'A statement or an explanation may not be empty. Write what it says.',
  },
  link_needed: {
    status: 422,
    vi: 'Xác nhận và giải trình phải gắn với ít nhất một tiêu chí hoặc nhiệm vụ. Hãy chọn nơi gắn.',
    en: 'A statement or an explanation belongs to at least one criterion or task. Choose what it is about.',
  },
  linked_already: {
    status: 422,
    vi: 'Minh chứng đã gắn với mục này. Hãy sửa hoặc gỡ liên kết đang có.',
    en: 'It is linked to this already. Take the present link away first.',
  },
  day_unknown: {
    status: 422,
    vi: 'Ngày này không có trong lịch. Hãy nhập lại.',
    en: 'This is no day of the calendar. Enter it again.',
  },
  reason_needed: {
    status: 422,
    vi: 'Trả lại minh chứng phải có lý do. Hãy ghi rõ cần bổ sung hoặc sửa gì.',
    en: 'A return needs a reason. Say what has to be added or mended.',
  },
  own_evidence: {
    status: 403,
    vi: 'Người đưa lên hoặc sửa minh chứng không tự duyệt được. Hãy nhờ người khác có quyền duyệt.',
    en: 'Whoever added or changed a piece does not decide on it. Ask another person who may.',
  },
  evidence_decided: {
    status: 422,
    vi: 'Minh chứng đã có ý kiến duyệt nên được giữ nguyên. Hãy đưa lên bản thay thế.',
    en: 'It has been decided on and stays as it is. Add a newer version instead.',
  },
  evidence_replaced: {
    status: 409,
    vi: 'Minh chứng đã được thay bằng bản mới. Hãy mở bản mới để làm tiếp.',
    en: 'A newer version has replaced it. Open the newer version and go on there.',
  },
  upload_unknown: {
    status: 422,
    vi: 'Không tìm thấy tệp vừa tải lên, hoặc tệp đã được dùng. Hãy tải tệp lên lại.',
    en: 'The uploaded file was not found, or is used already. Upload it again.',
  },
  target_unknown: {
    status: 422,
    vi: 'Tiêu chí, nhiệm vụ hoặc dòng sổ được chọn không còn. Hãy tải lại trang rồi chọn lại.',
    en: 'The chosen criterion, task or register row is no longer there. Reload the page and choose again.',
  },
  department_unknown: {
    status: 422,
    vi: 'Đơn vị được chọn không còn trong danh sách. Hãy tải lại trang rồi chọn lại.',
    en: 'The chosen department is no longer in the list. Reload the page and choose again.',
  },
  replaced_unknown: {
    status: 422,
    vi: 'Bản cần thay không còn hoặc không cùng loại. Hãy tải lại trang rồi chọn lại.',
    en: 'What it should replace is no longer there or of another kind. Reload the page and choose again.',
  },
} satisfies ProblemsOf<EvidenceProblem>;
