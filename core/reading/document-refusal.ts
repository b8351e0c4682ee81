/**
 * Why a file is not read at all. A refusal is final: nothing of the file is kept, and its sentence
 * says what to do next.
 */
export type DocumentRefusal =
  | { kind: 'empty' }
  /** Both in bytes. */
  | { kind: 'too_large'; size: number; limit: number }
  /** `named` is what the name promises, `actual` what the bytes are. */
  | { kind: 'wrong_type'; named: string; actual: string }
  | { kind: 'zip_bomb' }
  | { kind: 'unsafe_archive'; reason: UnsafeReason }
  | { kind: 'forbidden_xml'; reason: 'doctype' | 'nesting' }
  | { kind: 'damaged' }
  | { kind: 'password_protected' }
  | { kind: 'macro' }
  | { kind: 'no_text' }
  | { kind: 'legacy_doc' }
  | { kind: 'took_too_long'; seconds: number }
  | { kind: 'too_complex' }
  | { kind: 'unsupported'; named: string };

export type UnsafeReason = 'name' | 'forged_size' | 'overlap' | 'entries' | 'duplicate';

export type DocumentRefusalKind = DocumentRefusal['kind'];

type Of<Kind extends DocumentRefusalKind> = Extract<DocumentRefusal, { kind: Kind }>;

type Explanation<Kind extends DocumentRefusalKind> = {
  status: 400 | 413 | 415 | 422;
  vi: (refusal: Of<Kind>) => string;
  en: (refusal: Of<Kind>) => string;
};

const explanations = {
  empty: {
    status: 400,
    vi: () => 'Tệp không có nội dung. Hãy kiểm tra lại và chọn tệp kế hoạch cần đọc.',
    en: () => 'The file is empty. Check it and choose the plan you want to read.',
  },
  too_large: {
    status: 413,
    vi: ({ size, limit }) =>
      `Tệp lớn ${megabytes(size, 'vi')} MB, vượt quá giới hạn ${megabytes(limit, 'vi')} MB. Hãy xóa bớt hình ảnh hoặc chỉ tải lên phần kế hoạch và phụ lục.`,
    en: ({ size, limit }) =>
      `The file holds ${megabytes(size, 'en')} MB, more than the limit of ${megabytes(limit, 'en')} MB. Remove pictures or upload only the plan and its annex.`,
  },
  wrong_type: {
    status: 415,
    vi: ({ named, actual }) =>
      `Tên tệp có đuôi ${named} nhưng nội dung là ${typeInVietnamese(actual)}. Hãy mở tệp bằng đúng phần mềm, lưu lại dưới dạng .docx, .xlsx hoặc .pdf rồi tải lên.`,
    en: ({ named, actual }) =>
      `The name ends in ${named}, but the content is ${typeInEnglish(actual)}. Open it in the program it belongs to, save it as .docx, .xlsx or .pdf and upload that.`,
  },
  zip_bomb: {
    status: 422,
    vi: () =>
      'Tệp nén chứa lượng dữ liệu lớn bất thường nên không được mở. Hãy mở tệp bằng Word hoặc Excel, lưu lại thành tệp mới rồi tải lên.',
    en: () =>
      'The file unpacks to an abnormal amount of data and was not opened. Open it in Word or Excel, save it as a new file and upload that.',
  },
  unsafe_archive: {
    status: 422,
    vi: ({ reason }) =>
      `Cấu trúc tệp không an toàn (${unsafeInVietnamese[reason]}) nên không được mở. Hãy mở tệp bằng Word hoặc Excel, lưu lại thành tệp mới rồi tải lên.`,
    en: ({ reason }) =>
      `The structure of the file is unsafe (${unsafeInEnglish[reason]}), so it was not opened. Open it in Word or Excel, save it as a new file and upload that.`,
  },
  forbidden_xml: {
    status: 422,
    vi: ({ reason }) =>
      reason === 'doctype'
        ? 'Tệp chứa khai báo DOCTYPE hoặc ENTITY, không được phép trong văn bản Office. Hãy mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi tải lên.'
        : 'Nội dung tệp lồng nhau quá sâu nên không đọc được. Hãy mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi tải lên.',
    en: ({ reason }) =>
      reason === 'doctype'
        ? 'The file declares a DOCTYPE or ENTITY, which office documents may not. Open it in Word or Excel, save it as a new file and upload that.'
        : 'The content of the file is nested too deeply to be read. Open it in Word or Excel, save it as a new file and upload that.',
  },
  damaged: {
    status: 422,
    vi: () =>
      'Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở thử trên máy của bạn, lưu lại rồi tải lên lần nữa.',
    en: () => 'The file is damaged or was cut short. Open it on your computer, save it again and upload it.',
  },
  password_protected: {
    status: 422,
    vi: () => 'Tệp được bảo vệ bằng mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.',
    en: () =>
      'The file is protected by a password. Open it, remove the password, save it and upload it again.',
  },
  macro: {
    status: 422,
    vi: () =>
      'Tệp có chứa macro nên không được mở. Hãy lưu lại dưới dạng .docx hoặc .xlsx (không có macro) rồi tải lên.',
    en: () =>
      'The file contains macros and was not opened. Save it as .docx or .xlsx without macros and upload that.',
  },
  no_text: {
    status: 422,
    vi: () =>
      'Không tìm thấy chữ trong tệp; có thể đây là bản quét (ảnh chụp). Hãy dùng tệp gốc .docx hoặc .xlsx, hoặc dán nội dung văn bản vào ô nhập.',
    en: () =>
      'No text was found; the file may be a scan. Use the original .docx or .xlsx, or paste the text into the field.',
  },
  legacy_doc: {
    status: 415,
    vi: () =>
      'Tệp .doc (Word 97–2003) chưa đọc được trên máy chủ này. Hãy mở bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx) rồi tải lên.',
    en: () =>
      'This server cannot read .doc files (Word 97–2003). Open it in Word, choose Save As, type Word Document (.docx), and upload that.',
  },
  took_too_long: {
    status: 422,
    vi: ({ seconds }) =>
      `Đọc tệp quá ${seconds} giây nên đã dừng lại. Hãy tải lên riêng phần kế hoạch và phụ lục, hoặc dùng tệp gốc .docx.`,
    en: ({ seconds }) =>
      `Reading took more than ${seconds} seconds and was stopped. Upload only the plan and its annex, or use the original .docx.`,
  },
  too_complex: {
    status: 422,
    vi: () =>
      'Đọc tệp cần quá nhiều bộ nhớ nên đã dừng lại. Hãy tải lên riêng phần kế hoạch và phụ lục, hoặc dùng tệp gốc .docx.',
    en: () =>
      'Reading the file needs too much memory and was stopped. Upload only the plan and its annex, or use the original .docx.',
  },
  unsupported: {
    status: 415,
    vi: ({ named }) =>
      `Chưa đọc được ${typeInVietnamese(named)}. Hãy lưu lại dưới dạng .docx, .xlsx, .pdf, .txt, .md hoặc .html rồi tải lên.`,
    en: ({ named }) =>
      `${capitalised(typeInEnglish(named))} cannot be read here. Save it as .docx, .xlsx, .pdf, .txt, .md or .html and upload that.`,
  },
} satisfies { [Kind in DocumentRefusalKind]: Explanation<Kind> };

const unsafeInVietnamese = {
  name: 'tên thành phần trỏ ra ngoài thư mục',
  forged_size: 'kích thước khai báo không đúng',
  overlap: 'các thành phần chồng lên nhau',
  entries: 'quá nhiều thành phần',
  duplicate: 'thành phần trùng tên',
} satisfies Record<UnsafeReason, string>;

const unsafeInEnglish = {
  name: 'a part is named outside its folder',
  forged_size: 'a declared size is false',
  overlap: 'parts overlap',
  entries: 'too many parts',
  duplicate: 'two parts have one name',
} satisfies Record<UnsafeReason, string>;

/** The HTTP status of a refusal and what to tell the person, in both languages. */
export function explainDocumentRefusal(refusal: DocumentRefusal): {
  status: 400 | 413 | 415 | 422;
  vi: string;
  en: string;
} {
  const { status, vi, en } = explanations[refusal.kind] as Explanation<DocumentRefusalKind>;
  return { status, vi: vi(refusal), en: en(refusal) };
}

function megabytes(bytes: number, language: 'vi' | 'en'): string {
  const text = (Math.round(bytes / ((1024 * 1024) / 10)) / 10).toString();
  return language === 'vi' ? text.replace('.', ',') : text;
}

function typeInVietnamese(type: string): string {
  if (type === 'text') return 'văn bản thuần';
  if (type === 'unknown') return 'dữ liệu không nhận ra được';
  return `tệp ${type}`;
}

function typeInEnglish(type: string): string {
  if (type === 'text') return 'plain text';
  if (type === 'unknown') return 'data of an unknown kind';
  return `a ${type} file`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
