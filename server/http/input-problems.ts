import type { z } from 'zod';
import type { CommonRefusal } from './problems.ts';
import type { Unstorable } from './storable-text.ts';

type BadInput = Extract<CommonRefusal, { kind: 'bad_input' }>;
type Issue = z.core.$ZodIssue;

/** Fields as the page labels them, for sentences about what was typed. */
const LABELS: Record<string, { vi: string; en: string }> = {
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  personName: { vi: 'Họ và tên', en: 'Full name' },
  unitName: { vi: 'Tên đơn vị', en: 'Unit name' },
  cityName: { vi: 'Tên tỉnh, thành phố', en: 'City or province' },
  positionTitle: { vi: 'Chức vụ', en: 'Position' },
  departmentId: { vi: 'Đơn vị', en: 'Department' },
  role: { vi: 'Vai trò', en: 'Role' },
  name: { vi: 'Tên', en: 'Name' },
  kind: { vi: 'Loại', en: 'Kind' },
  spellings: { vi: 'Cách viết khác', en: 'Other spellings' },
  token: { vi: 'Liên kết', en: 'Link' },
  text: { vi: 'Nội dung', en: 'Text' },
  note: { vi: 'Ghi chú', en: 'Note' },
  percent: { vi: 'Tỷ lệ hoàn thành', en: 'Percent done' },
  status: { vi: 'Trạng thái', en: 'Status' },
  title: { vi: 'Tên', en: 'Title' },
  lastPoints: { vi: 'Điểm năm trước', en: 'Last points' },
  targetPoints: { vi: 'Điểm mục tiêu', en: 'Target points' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  ownerIds: { vi: 'Đơn vị thực hiện', en: 'Departments' },
  corrections: { vi: 'Nội dung hiệu chỉnh', en: 'Corrections' },
  answerBy: { vi: 'Ngày cần trả lời', en: 'Day to answer by' },
  code: { vi: 'Mã đơn vị', en: 'Code' },
  unitKind: { vi: 'Loại đơn vị', en: 'Kind of unit' },
  number: { vi: 'Số văn bản', en: 'Document number' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  version: { vi: 'Phiên bản', en: 'Version' },
};

/** Says which field holds characters that are no text, or a number beyond anything that is counted here. */
export function describeUnstorable({ path: field, what }: Unstorable): BadInput {
  const name = field.split('.').findLast((part) => !/^\d*$/u.test(part)) ?? '';
  const label = LABELS[name] ?? { vi: 'Nội dung gửi lên', en: 'What was sent' };
  if (what === 'number') {
    return {
      kind: 'bad_input',
      field,
      vi: `${label.vi} có số quá lớn. Hãy tải lại trang rồi nhập lại.`,
      en: `${label.en} holds a number that is too large. Reload the page and enter it again.`,
    };
  }
  return {
    kind: 'bad_input',
    field,
    vi: `${label.vi} có ký tự không phải chữ. Hãy gõ lại hoặc dán lại dưới dạng văn bản thuần.`,
    en: `${label.en} holds characters that are no text. Type it again or paste it as plain text.`,
  };
}

/** Puts the first thing zod found wrong into words, naming the field it belongs to. */
export function describeBadInput(error: z.ZodError): BadInput {
  const issue = error.issues[0];
  if (!issue) throw new Error('an input was refused without an issue');
  const field = issue.path.join('.');
  const name = [...issue.path].reverse().find((part) => typeof part === 'string') ?? '';
  const label = LABELS[name] ?? { vi: `Mục "${field}"`, en: `"${field}"` };
  const told = sentenceOf(issue, name);
  return { kind: 'bad_input', field, vi: `${label.vi} ${told.vi}`, en: `${label.en} ${told.en}` };
}

function sentenceOf(issue: Issue, name: string): { vi: string; en: string } {
  if (name === 'username' && issue.code === 'invalid_format') {
    return {
      vi: 'gồm 3–40 ký tự: chữ cái không dấu, chữ số, dấu chấm, gạch dưới hoặc gạch nối; bắt đầu và kết thúc bằng chữ hoặc số.',
      en: 'has 3–40 characters: plain letters, digits, dot, underscore or hyphen; it starts and ends with a letter or digit.',
    };
  }
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_type':
      return issue.input === undefined
        ? { vi: 'chưa được điền. Hãy bổ sung rồi gửi lại.', en: 'is missing. Fill it in and send again.' }
        : {
            vi: 'có kiểu giá trị không đúng. Hãy kiểm tra lại.',
            en: 'has the wrong type of value. Check it.',
          };
    case 'invalid_value':
      return { vi: 'không nằm trong các lựa chọn cho phép.', en: 'is not one of the allowed choices.' };
    case 'unrecognized_keys':
      return { vi: 'có nội dung không được biết đến.', en: 'has unknown content.' };
    default:
      return { vi: 'không đúng định dạng. Hãy kiểm tra lại.', en: 'does not have the right form. Check it.' };
  }
}

function tooSmall(issue: Issue & { code: 'too_small' }): { vi: string; en: string } {
  const least = String(issue.minimum);
  if (issue.origin === 'string') {
    return { vi: `cần ít nhất ${least} ký tự.`, en: `needs at least ${least} characters.` };
  }
  if (issue.origin === 'array')
    return { vi: `cần ít nhất ${least} mục.`, en: `needs at least ${least} items.` };
  return { vi: `không được nhỏ hơn ${least}.`, en: `may not be less than ${least}.` };
}

function tooBig(issue: Issue & { code: 'too_big' }): { vi: string; en: string } {
  const most = String(issue.maximum);
  if (issue.origin === 'string') {
    return { vi: `chỉ được tối đa ${most} ký tự.`, en: `may have at most ${most} characters.` };
  }
  if (issue.origin === 'array')
    return { vi: `chỉ được tối đa ${most} mục.`, en: `may have at most ${most} items.` };
  return { vi: `không được lớn hơn ${most}.`, en: `may not be more than ${most}.` };
}
