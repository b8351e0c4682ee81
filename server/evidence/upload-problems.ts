import { documentProblems } from '#server/documents/document-problems.ts';
import type { FileRefusal } from '#server/files/inspect-file.ts';
import type { ScanRefusal } from '#server/files/scan-file.ts';
import type { ProblemsOf } from '#server/http/problems.ts';

export type UploadProblem =
  | FileRefusal
  | ScanRefusal
  /** `received`: from where to go on, in bytes. */
  | { kind: 'upload_offset'; received: number }
  | { kind: 'upload_overrun'; size: number }
  | { kind: 'upload_incomplete'; received: number; size: number }
  | { kind: 'upload_closed' }
  | { kind: 'too_many_uploads'; limit: number }
  | { kind: 'no_room' };

const ACCEPTED_VI =
  'PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), ODF, ảnh, phim .mp4 hoặc .mov, .txt, .csv';
const ACCEPTED_EN =
  'PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), ODF, a picture, a film (.mp4, .mov), .txt or .csv';

/** How a file that may not become evidence is answered; of a refused file nothing is kept. */
export const uploadProblems = {
  zip_bomb: documentProblems.zip_bomb,
  unsafe_archive: documentProblems.unsafe_archive,
  forbidden_xml: documentProblems.forbidden_xml,
  damaged: documentProblems.damaged,
  password_protected: documentProblems.password_protected,
  empty_file: {
    status: 422,
    vi: 'Tệp không có nội dung. Hãy kiểm tra lại và chọn đúng tệp minh chứng.',
    en: 'The file is empty. Check it and choose the right file.',
  },
  kind_not_accepted: {
    status: 415,
    vi: ({ named }) =>
      `${named === 'unknown' ? 'Tệp không có đuôi nhận biết được' : `Loại tệp ${named}`} không được nhận làm minh chứng. Hãy dùng ${ACCEPTED_VI}.`,
    en: ({ named }) =>
      `${named === 'unknown' ? 'A file without a known extension' : `A ${named} file`} is not taken as evidence. Use ${ACCEPTED_EN}.`,
  },
  content_differs: {
    status: 415,
    vi: ({ named, actual }) =>
      `Tên tệp có đuôi ${named} nhưng nội dung là ${actual === 'text' ? 'văn bản thuần' : actual === 'unknown' ? 'dữ liệu không nhận ra được' : `tệp ${actual}`}. Hãy mở tệp bằng đúng phần mềm, lưu lại đúng loại rồi gửi.`,
    en: ({ named, actual }) =>
      `The name ends in ${named}, but the content is ${actual === 'text' ? 'plain text' : actual === 'unknown' ? 'data of an unknown kind' : `a ${actual} file`}. Open it in the program it belongs to, save it as what it is and send that.`,
  },
  old_office: {
    status: 415,
    vi: 'Tệp theo định dạng cũ (.doc, .xls, .ppt, .rtf) có thể giấu mã tự chạy nên không được nhận. Hãy lưu lại dưới dạng .docx, .xlsx, .pptx hoặc PDF rồi gửi.',
    en: 'Old formats (.doc, .xls, .ppt, .rtf) may hide programs and are not taken. Save it as .docx, .xlsx, .pptx or PDF and send that.',
  },
  archive: {
    status: 415,
    vi: 'Tệp nén không được nhận làm minh chứng. Hãy giải nén rồi gửi từng tệp bên trong.',
    en: 'Archives are not taken as evidence. Unpack it and send the files in it one by one.',
  },
  macro: {
    status: 422,
    vi: 'Tệp có chứa macro nên không được lưu. Hãy lưu lại dưới dạng không có macro (.docx, .xlsx, .pptx) hoặc PDF rồi gửi.',
    en: 'The file contains macros and was not kept. Save it without macros (.docx, .xlsx, .pptx) or as PDF and send that.',
  },
  program: {
    status: 422,
    vi: 'Tệp là chương trình hoặc có chứa chương trình chạy được nên không được lưu. Hãy gửi riêng văn bản, không kèm chương trình.',
    en: 'The file is a program or contains one and was not kept. Send the document alone, without programs.',
  },
  svg: {
    status: 415,
    vi: 'Hình SVG có thể chứa mã tự chạy nên không được nhận. Hãy xuất hình thành PNG hoặc PDF rồi gửi.',
    en: 'An SVG drawing may contain scripts and is not taken. Export it as PNG or PDF and send that.',
  },
  web_page: {
    status: 415,
    vi: 'Nội dung là trang web (HTML), có thể chứa mã tự chạy nên không được nhận. Hãy mở trang, in thành PDF rồi gửi tệp PDF đó.',
    en: 'The content is a web page (HTML), which may contain scripts, and is not taken. Open it, print it as PDF and send that.',
  },
  two_in_one: {
    status: 422,
    vi: 'Tệp mở ra được như hai loại tệp khác nhau nên không được lưu. Hãy mở văn bản gốc, lưu hoặc in lại thành tệp mới rồi gửi.',
    en: 'The file can be opened as two different kinds of file and was not kept. Open the original, save or print it as a new file and send that.',
  },
  pdf_script: {
    status: 422,
    vi: 'Tệp PDF có chứa mã JavaScript nên không được lưu. Hãy in lại thành PDF mới (không có mã) rồi gửi.',
    en: 'The PDF contains JavaScript and was not kept. Print it as a new PDF, without scripts, and send that.',
  },
  pdf_launch: {
    status: 422,
    vi: 'Tệp PDF có lệnh mở chương trình khác nên không được lưu. Hãy in lại thành PDF mới rồi gửi.',
    en: 'The PDF has a command that starts another program and was not kept. Print it as a new PDF and send that.',
  },
  pdf_program: {
    status: 422,
    vi: 'Tệp PDF đính kèm một chương trình nên không được lưu. Hãy gỡ tệp đính kèm hoặc in lại thành PDF mới rồi gửi.',
    en: 'A program is attached to the PDF, so it was not kept. Remove the attachment, or print it as a new PDF, and send that.',
  },
  pdf_hidden: {
    status: 422,
    vi: 'Một phần tệp PDF được nén theo cách không kiểm tra được nên tệp không được lưu. Hãy in lại thành PDF mới rồi gửi.',
    en: 'Part of the PDF is packed in a way that cannot be checked, so it was not kept. Print it as a new PDF and send that.',
  },
  pdf_protected: {
    status: 422,
    vi: 'Tệp PDF được mã hóa hoặc hạn chế quyền nên không kiểm tra được. Hãy bỏ mật khẩu và bảo vệ, lưu lại rồi gửi.',
    en: 'The PDF is encrypted or restricted and cannot be checked. Remove its password and protection, save it and send that.',
  },
  virus: {
    status: 422,
    vi: ({ name }) =>
      `Phần mềm diệt vi-rút phát hiện ${name} trong tệp, nên tệp không được lưu. Hãy quét máy của bạn rồi gửi tệp sạch.`,
    en: ({ name }) =>
      `The virus scanner found ${name} in the file, so it was not kept. Scan your computer and send a clean file.`,
  },
  scan_too_large: {
    status: 422,
    vi: 'Tệp lớn hơn mức phần mềm diệt vi-rút của máy chủ nhận quét. Hãy chia nhỏ tệp, hoặc nhờ người quản trị nâng StreamMaxLength của clamd.',
    en: "The file is larger than the server's virus scanner takes. Split it, or ask whoever runs the server to raise StreamMaxLength of clamd.",
  },
  scan_unreachable: {
    status: 503,
    vi: 'Không kết nối được phần mềm diệt vi-rút nên chưa kiểm tra được tệp. Tệp đã gửi vẫn được giữ tạm; hãy thử lại sau ít phút hoặc báo người quản trị.',
    en: 'The virus scanner does not answer, so the file could not be checked. What you sent is held; try again in a few minutes, or tell whoever runs the server.',
  },
  upload_offset: {
    status: 409,
    vi: ({ received }) => `Máy chủ đã nhận ${received} byte của tệp này. Hãy gửi tiếp từ vị trí đó.`,
    en: ({ received }) => `The server has ${received} bytes of this file. Go on from there.`,
  },
  upload_overrun: {
    status: 422,
    vi: ({ size }) =>
      `Phần gửi lên vượt quá ${size} byte đã khai báo. Tệp có thể vừa bị sửa; hãy chọn lại và gửi từ đầu.`,
    en: ({ size }) =>
      `This is more than the ${size} bytes announced. The file may have changed; choose it again and start anew.`,
  },
  upload_incomplete: {
    status: 409,
    vi: ({ received, size }) => `Mới nhận ${received} trên ${size} byte. Hãy gửi tiếp phần còn lại.`,
    en: ({ received, size }) => `Only ${received} of ${size} bytes have arrived. Send the rest first.`,
  },
  upload_closed: {
    status: 409,
    vi: 'Tệp này đã nhận xong nên không thêm được nữa. Hãy gửi tệp khác thành lần tải lên mới.',
    en: 'This file is complete and takes nothing more. Send another file as a new upload.',
  },
  too_many_uploads: {
    status: 429,
    vi: ({ limit }) =>
      `Bạn đang có ${limit} tệp tải lên chưa lưu. Hãy lưu hoặc gỡ bớt rồi gửi tiếp; tệp bỏ dở được xóa sau một ngày.`,
    en: ({ limit }) =>
      `You have ${limit} uploads that are not saved yet. Save or remove some first; what is left behind is removed after a day.`,
  },
  no_room: {
    status: 503,
    vi: 'Máy chủ không còn đủ chỗ cho tệp này. Hãy báo người quản trị giải phóng ổ đĩa rồi gửi lại.',
    en: 'The server has no room left for this file. Ask whoever runs it to free disk space, then send it again.',
  },
} satisfies ProblemsOf<UploadProblem>;
