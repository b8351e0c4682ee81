/** What is wrong with the log of a unit, with the line where it begins. */
export type ChainFault =
  | { kind: 'changed'; seq: number; eventId: string }
  | { kind: 'event_gone'; seq: number; eventId: string }
  | { kind: 'gap'; seq: number; upTo: number }
  | { kind: 'reordered'; seq: number; eventId: string; otherSeq: number }
  | { kind: 'inserted'; eventId: string; events: number }
  | { kind: 'cut'; seq: number; upTo: number }
  | { kind: 'head_differs'; seq: number }
  | { kind: 'rewritten'; seq: number };

type Sentences = { vi: string; en: string };

const WHAT_TO_DO: Sentences = {
  vi: 'Hãy giữ nguyên máy chủ và cơ sở dữ liệu, báo lãnh đạo và người phụ trách an toàn thông tin, rồi đối chiếu với bản sao lưu và các mốc đã gửi ra ngoài.',
  en: 'Leave the server and the database as they are, tell the leader and whoever answers for security, and compare with a backup and with the heads sent outside.',
};

/** One fault in words: which line, what happened to it, what to do. */
export function describeFault(fault: ChainFault): Sentences {
  const what = sentenceOf(fault);
  return { vi: `${what.vi} ${WHAT_TO_DO.vi}`, en: `${what.en} ${WHAT_TO_DO.en}` };
}

const span = (seq: number, upTo: number) => (seq === upTo ? `${seq}` : `${seq}–${upTo}`);

function sentenceOf(fault: ChainFault): Sentences {
  switch (fault.kind) {
    case 'changed':
      return {
        vi: `Dòng ${fault.seq} đã bị sửa sau khi ghi (sự kiện ${fault.eventId}).`,
        en: `Line ${fault.seq} was changed after it was written (event ${fault.eventId}).`,
      };
    case 'event_gone':
      return {
        vi: `Nội dung của dòng ${fault.seq} đã bị xóa (sự kiện ${fault.eventId}).`,
        en: `What line ${fault.seq} said was deleted (event ${fault.eventId}).`,
      };
    case 'gap':
      return {
        vi: `Thiếu dòng ${span(fault.seq, fault.upTo)}: đã bị xóa cả dòng.`,
        en: `Line ${span(fault.seq, fault.upTo)} is missing: it was deleted whole.`,
      };
    case 'reordered':
      return {
        vi: `Dòng ${fault.seq} đã bị đổi chỗ với dòng ${fault.otherSeq}.`,
        en: `Line ${fault.seq} changed places with line ${fault.otherSeq}.`,
      };
    case 'inserted':
      return {
        vi: `Có ${fault.events} sự kiện bị chèn vào ngoài chuỗi; sự kiện đầu tiên là ${fault.eventId}.`,
        en: `${fault.events} events were inserted outside the chain; the first is ${fault.eventId}.`,
      };
    case 'cut':
      return {
        vi: `Phần cuối của nhật ký đã bị cắt: thiếu dòng ${span(fault.seq, fault.upTo)}.`,
        en: `The tail of the log was cut: line ${span(fault.seq, fault.upTo)} is missing.`,
      };
    case 'head_differs':
      return {
        vi: `Mốc cuối ghi trong cơ sở dữ liệu (dòng ${fault.seq}) không khớp với chuỗi.`,
        en: `The head kept in the database (line ${fault.seq}) does not match the chain.`,
      };
    case 'rewritten':
      return {
        vi: `Dòng ${fault.seq} khác với mốc đã ghi ra ngoài: chuỗi đã bị tính lại từ dòng này hoặc trước đó.`,
        en: `Line ${fault.seq} differs from the head written outside: the chain was worked out anew up to this line.`,
      };
  }
}
