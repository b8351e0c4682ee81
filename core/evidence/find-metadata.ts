import { isDay } from '#core/deadlines/days.ts';
import type { Paragraph, SourceDocument } from '#core/reading/blocks.ts';
import { isLayout, joinLines, type Line, layoutParagraphs } from '#core/reading/plan-lines.ts';
import { findFoot, readFoot } from '#core/reading/read-foot.ts';
import { readHeader } from '#core/reading/read-header.ts';
import { foldText, tidyText } from '#core/vietnamese.ts';
import { type DocumentMetadata, documentMetadataSchema } from './evidence.ts';
import { printOrgan } from './print-organ.ts';

/** Names of kinds of documents and what stands for them in a notation (Nghị định 30/2020/NĐ-CP, phụ lục III). */
const TYPES: readonly [name: string, notation: string][] = [
  ['Nghị quyết', 'NQ'],
  ['Quyết định', 'QĐ'],
  ['Chỉ thị', 'CT'],
  ['Quy chế', 'QC'],
  ['Quy định', 'QyĐ'],
  ['Thông cáo', 'TC'],
  ['Thông báo', 'TB'],
  ['Hướng dẫn', 'HD'],
  ['Chương trình', 'CTr'],
  ['Kế hoạch', 'KH'],
  ['Phương án', 'PA'],
  ['Đề án', 'ĐA'],
  ['Dự án', 'DA'],
  ['Báo cáo', 'BC'],
  ['Biên bản', 'BB'],
  ['Tờ trình', 'TTr'],
  ['Hợp đồng', 'HĐ'],
  ['Công điện', 'CĐ'],
  ['Bản ghi nhớ', 'BGN'],
  ['Bản thỏa thuận', 'BTT'],
  ['Giấy ủy quyền', 'GUQ'],
  ['Giấy mời', 'GM'],
  ['Giấy giới thiệu', 'GGT'],
  ['Giấy nghỉ phép', 'GNP'],
  ['Phiếu gửi', 'PG'],
  ['Phiếu chuyển', 'PC'],
  ['Phiếu báo', 'PB'],
  ['Nghị định', 'NĐ'],
  ['Thông tư', 'TT'],
  ['Kết luận', 'KL'],
];
const NAME_BY_FOLDED = new Map(TYPES.map(([name]) => [foldText(name), name]));
const NAME_BY_NOTATION = new Map(TYPES.map(([name, notation]) => [notation, name]));

const NUMBER =
  /Số\s*:?\s*(\d{0,11})[\s.…]*\/\s*((?:\d{4}\/)?\p{Lu}[\p{L}\d&]*(?:\s?[-–]\s?\p{Lu}[\p{L}\d&]*)*)/u;
const ABOUT = /^(?:V\/v|Về việc)\s*:?\s*/iu;
const NATION = /CỘNG H(?:ÒA|OÀ) XÃ HỘI.*$|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc/iu;
/** What a narrow column leaves of the nation's name on the next line. */
const REST_OF_NATION = /^(?:(?:CHỦ )?NGHĨA )?(?:VIỆT )?NAM$/u;
/** What ends the subject: the ground, the addressee, the first heading, the one who decides. */
const AFTER_SUBJECT =
  /^(?:Căn cứ|Thực hiện|Kính gửi|Điều \d|Thời gian|Hôm nay|Để |Ngày \d|Xét |Theo |Kỳ báo cáo)/u;
const MOST_HEAD_LINES = 60;
const MOST_SUBJECT_LINES = 6;

/**
 * Reads what identifies an official document from its text, by the layout of Nghị định 30/2020/NĐ-CP:
 * issuer, number and notation, day, kind and subject at the head, post and name of the signer at the
 * foot. What is not there, or not sure, stays empty for a person to fill in.
 */
export function findMetadata(source: SourceDocument): DocumentMetadata {
  const lines = linesOf(source);
  const { foot, annex } = findFoot(lines);
  const head = lines.slice(0, Math.min(MOST_HEAD_LINES, foot));
  const kindAt = head.findIndex(
    ({ text }) => NAME_BY_FOLDED.has(kindOf(text)) && text === text.toUpperCase(),
  );
  const top = head.slice(0, kindAt < 0 ? firstOfBody(head) : kindAt);
  const number = top.map(({ text }) => NUMBER.exec(text)).find((found) => found !== null);
  const notation = (number?.[2] ?? '').replace(/\s/gu, '').replace(/–/gu, '-');
  const { header } = readHeader(top, source.format, []);
  const typeName =
    kindAt < 0 ? typeOfNotation(notation) : (NAME_BY_FOLDED.get(kindOf(head[kindAt]!.text)) ?? '');
  const signed = readSignature(lines.slice(foot, annex));
  const found = {
    codeNumber: number?.[1] ?? '',
    codeNotation: notation,
    issuedDate: header.issuedOn !== undefined && isDay(header.issuedOn) ? header.issuedOn : null,
    organName: printOrgan(issuerOf(top)),
    typeName,
    subject: (kindAt < 0 ? subjectAbout(top) : subjectBelow(head.slice(kindAt + 1))).slice(0, 500),
    ...signed,
  };
  const checked = documentMetadataSchema.safeParse(found);
  return checked.success ? checked.data : documentMetadataSchema.parse({});
}

function linesOf({ blocks, format }: SourceDocument): Line[] {
  const paragraphs = blocks.flatMap((block): Paragraph[] => {
    if (block.kind === 'paragraph') return [block];
    return isLayout(block) ? layoutParagraphs(block) : [];
  });
  return joinLines(paragraphs, format);
}

function kindOf(text: string): string {
  return foldText(text.replace(/[^\p{L}\s]/gu, ' '));
}

/** Where the text begins in a document that bears no kind, as a letter (công văn) does. */
function firstOfBody(head: readonly Line[]): number {
  const at = head.findIndex(({ text }) => AFTER_SUBJECT.test(text));
  return at < 0 ? Math.min(12, head.length) : at;
}

function typeOfNotation(notation: string): string {
  if (notation === '') return '';
  const first = notation.split('/').at(-1)!.split('-')[0]!;
  return NAME_BY_NOTATION.get(first) ?? 'Công văn';
}

const ORGAN =
  /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|CHÍNH PHỦ|THỦ TƯỚNG|VĂN PHÒNG|PHÒNG|BAN|TRUNG TÂM|TRƯỜNG|CHI CỤC|CỤC|TỔNG CỤC|ĐẢNG|THANH TRA|KHO BẠC|HỘI|CÔNG AN|BẢO HIỂM|THUẾ|VIỆN|TỔ|MẶT TRẬN|LIÊN ĐOÀN|ĐOÀN|TÒA ÁN|KIỂM TOÁN)(?:\s|$)/u;

/** The issuer stands below the one it belongs to: the last line that names an office, with what it wraps into. */
function issuerOf(top: readonly Line[]): string {
  const issuers: string[] = [];
  for (const { text } of top) {
    const own = tidyText(text.replace(NATION, ' '))
      .replace(/\s*Số\s*:.*$/u, '')
      .replace(/[*_–—-]+$/u, '')
      .trim();
    const isCapitals = own === own.toUpperCase() && /\p{L}{2}/u.test(own) && own.length < 120;
    if (!isCapitals || REST_OF_NATION.test(own)) continue;
    const isWrapped = /^(?:VĂN PHÒNG|PHÒNG|BAN|HỘI ĐỒNG)$/u.test(issuers.at(-1) ?? '');
    if (ORGAN.test(own) && !isWrapped) issuers.push(own);
    else if (issuers.length > 0) issuers.push(`${issuers.pop()} ${own}`);
  }
  return issuers.at(-1) ?? '';
}

function subjectAbout(top: readonly Line[]): string {
  const at = top.findIndex(({ text }) => ABOUT.test(text));
  if (at < 0) return '';
  const following = top.slice(at + 1).map(({ text }) => text);
  const end = following.findIndex((text) => NATION.test(text) || /ngày .* tháng /u.test(text));
  const own = following.slice(0, end < 0 ? 2 : end).filter((text) => text !== text.toUpperCase());
  return tidyText([top[at]!.text.replace(ABOUT, ''), ...own].join(' '));
}

function subjectBelow(lines: readonly Line[]): string {
  const subject: string[] = [];
  for (const { text, marker } of lines.slice(0, MOST_SUBJECT_LINES)) {
    if (marker !== 'none' || AFTER_SUBJECT.test(text) || /^[-–—_*=\s.]*$/u.test(text)) break;
    // The one who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG …") stands in capitals below the subject.
    if (subject.length > 0 && text === text.toUpperCase()) break;
    subject.push(text);
    if (/[.:;]$/u.test(text)) break;
  }
  return tidyText(subject.join(' ').replace(ABOUT, ''));
}

/** Post and name: "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" is signed by the vice chairman. */
function readSignature(lines: readonly Line[]): Pick<DocumentMetadata, 'position' | 'fullName'> {
  const { header } = readHeader([], 'docx', []);
  readFoot(lines, header);
  const { capacity, name = '' } = header.signature;
  const post = capacity.filter((each) => !/^TM\./u.test(each)).at(-1) ?? '';
  return { position: printOrgan(post.replace(/^(?:KT|TL|TUQ|Q)\.\s*/u, '')), fullName: name };
}
