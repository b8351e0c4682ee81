import type { Day } from '#core/deadlines/deadline.ts';

/**
 * An official paper as plain values, in the parts Annex I of Nghị định 30/2020/NĐ-CP names. A report
 * describes it here; `server/documents/write-paper.ts` lays it out and turns it into bytes, so sizes of
 * letters and places on the page are nowhere else. Widths are shares: columns of 1, 2 and 1 take a
 * quarter, a half and a quarter of the line.
 */
export type Paper = {
  orientation: 'portrait' | 'landscape';
  head: Letterhead;
  /** Name of the kind of document, in capitals: "DANH SÁCH". */
  typeName: string;
  subject: string;
  /** A line in italics below the subject: "(Kèm theo …)" or the day the numbers are of. */
  underSubject: string | null;
  blocks: PaperBlock[];
  signature: PaperSignature;
  /** Nơi nhận, one a line, without dash and semicolon; the last is "Lưu: VT, …". */
  recipients: string[];
};

export type Letterhead = {
  /** The body directly above, null where there is none to print, as for the committee of a ward. */
  superior: string | null;
  /** Whoever issues the paper, one line a text: "ỦY BAN NHÂN DÂN", "PHƯỜNG HỒ SEN". */
  issuer: string[];
  /** Number of the document, null while it is not registered; left out with its symbol where there is none. */
  number: { value: number | null; symbol: string } | null;
  place: string;
  /** The day of issue; null leaves room for day and month to be written in. */
  issuedOn: Day | null;
  /** Printed while the day of issue is open. */
  year: number;
};

export type PaperBlock = PaperParagraph | PaperTable;

/** Words inside a paragraph, all of one look. */
export type PaperRun = { text: string; isBold?: boolean; isItalic?: boolean };

/**
 * `body` is running text with an indented first line; `basis` a căn cứ in italics; `part` a heading of
 * Roman number, centred; `heading` a bold heading in the line.
 */
export type PaperParagraph = {
  kind: 'paragraph';
  role: 'body' | 'basis' | 'part' | 'heading';
  runs: PaperRun[];
};

/** A table whose first row is repeated on each page. A line break in a cell begins a new paragraph. */
export type PaperTable = { kind: 'table'; columns: PaperColumn[]; rows: string[][] };

export type PaperColumn = { heading: string; width: number; align: 'left' | 'center' | 'right' };

export type PaperSignature = {
  /** Who signs for whom, in capitals, a line each: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH". */
  authority: string[];
  /** Full name without titles; null leaves the place open. */
  name: string | null;
};

/** A paragraph of running text in one look. */
export function paragraph(text: string, role: PaperParagraph['role'] = 'body'): PaperParagraph {
  return { kind: 'paragraph', role, runs: [{ text }] };
}

/**
 * A day as papers write it: a 0 before days under 10 and before the months 1 and 2 only ("ngày 05 tháng
 * 02 năm 2026", "ngày 05 tháng 3 năm 2026"), so that none can be changed by hand. Without a day, room is
 * left. Source: Nghị định 30/2020/NĐ-CP, Annex I, part II, 4.
 */
export function writtenDay(day: Day | null, year: number): string {
  if (day === null) return `ngày      tháng      năm ${year}`;
  const [of = '', month = '', dayOfMonth = ''] = day.split('-');
  const written = Number(month) <= 2 ? month : String(Number(month));
  return `ngày ${dayOfMonth} tháng ${written} năm ${of}`;
}

/** "Số: 05/KH-UBND"; numbers under 10 get a 0, and one not given yet leaves room. */
export function writtenNumber({ value, symbol }: { value: number | null; symbol: string }): string {
  return `Số: ${value === null ? '       ' : String(value).padStart(2, '0')}/${symbol}`;
}

/** Nơi nhận as the decree prints it: a dash before each, a semicolon behind, the last ends with a dot. */
export function writtenRecipients(recipients: readonly string[]): string[] {
  return recipients.map((each, index) => `- ${each}${index === recipients.length - 1 ? '.' : ';'}`);
}
