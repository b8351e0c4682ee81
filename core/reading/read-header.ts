import { foldText, tidyText } from '#core/vietnamese.ts';
import type { Format, Place, SourceNote } from './blocks.ts';
import type { Line } from './plan-lines.ts';
import type { DocumentHeader } from './plan-reading.ts';

const NUMBER = /Số\s*:?\s*([\d.…]*)\s*\/\s*([A-ZĐ][\p{Lu}\d&-]*(?:-\p{Lu}[\p{L}&]*)*)/u;
const DATED = /([\p{Lu}][\p{L} ]*?)\s*,\s*ngày\s*([\d.…]*)\s*tháng\s*([\d.…]*)\s*năm\s*(\d{4})/u;
const KIND = /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|ĐỀ ÁN|PHƯƠNG ÁN|CHỈ THỊ|THÔNG BÁO)$/u;
const NATION = /cong hoa xa hoi chu nghia viet nam|doc lap\s*-\s*tu do\s*-\s*hanh phuc/u;
const BASIS = /^(?:Căn cứ|Thực hiện|Theo|Xét)\s/u;
const WARD = /(?:phường|xã|thị trấn|đặc khu)\s+\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*)*/u;
const WARD_IN_CAPITALS = /^(PHƯỜNG|XÃ|THỊ TRẤN|ĐẶC KHU)\s+(\p{Lu}[\p{Lu}\s]*)$/u;

export type HeaderReading = { header: DocumentHeader; unread: Line[] };

/**
 * Reads the head of a plan: issuer, number and symbol, place and date, kind, subject, year and legal
 * basis. What the paper leaves blank ("Số:   /KH-UBND", "ngày   tháng   năm 2026") stays undefined.
 * Lines it cannot place come back in `unread`.
 */
export function readHeader(lines: readonly Line[], format: Format, notes: SourceNote[]): HeaderReading {
  const places: Record<string, Place> = {};
  const header: DocumentHeader = {
    format,
    legalBasis: [],
    recipients: [],
    signature: { capacity: [] },
    places,
    notes,
  };
  const unread: Line[] = [];
  const subject: string[] = [];
  const issuer: string[] = [];
  for (const line of lines) {
    const text = line.text;
    const isTop = readNumber(line, header) || readDate(line, header);
    if (isTop || NATION.test(foldText(text)) || /^[-–—_*=\s.]*$/u.test(text) || /^\d{1,3}$/u.test(text))
      continue;
    if (header.kind === undefined && KIND.test(text.toUpperCase())) {
      header.kind = text.toUpperCase();
      places.kind = line.place;
    } else if (header.kind === undefined && isCapitals(text)) {
      issuer.push(text);
      places.issuer ??= line.place;
    } else if (BASIS.test(text) || (header.legalBasis.length > 0 && subject.length > 0)) {
      header.legalBasis.push(...citationsOf(text));
      places.legalBasis ??= line.place;
    } else if (header.kind !== undefined) {
      subject.push(text);
      places.subject ??= line.place;
    } else unread.push(line);
  }
  if (issuer.length > 0)
    header.issuer = tidyText(issuer.join(' ').replace(/CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM.*$/u, ''));
  if (subject.length > 0) header.subject = tidyText(subject.join(' '));
  completeHeader(header, lines);
  return { header, unread };
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}{2}/u.test(text) && text.length < 120;
}

function readNumber(line: Line, header: DocumentHeader): boolean {
  const match = NUMBER.exec(line.text);
  if (!match || header.symbol !== undefined || BASIS.test(line.text) || header.kind !== undefined)
    return false;
  const number = match[1]?.replace(/\D/gu, '') ?? '';
  if (number !== '') header.number = number;
  header.symbol = match[2] ?? '';
  header.places.number = line.place;
  readDate(line, header);
  return true;
}

function readDate(line: Line, header: DocumentHeader): boolean {
  const match = DATED.exec(line.text);
  if (!match || header.kind !== undefined) return false;
  const [, place = '', day = '', month = '', year = ''] = match;
  header.issuedAt = place.trim();
  const isWhole = /^\d{1,2}$/u.test(day) && /^\d{1,2}$/u.test(month);
  if (isWhole) header.issuedOn = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  header.places.issuedOn = line.place;
  return true;
}

/** The documents a plan rests on; the closing "…, UBND phường xây dựng kế hoạch như sau:" is no part of them. */
function citationsOf(text: string): string[] {
  const own = text
    .replace(/[,;]?\s*(?:để tiếp tục|nhằm)\s.*$/u, '')
    .replace(
      /[,;.]?\s*(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+[^,;]*(?:xây dựng|ban hành)\s[^,;]*kế hoạch.*$/iu,
      '',
    );
  return own
    .split(/;\s*(?=Căn cứ|căn cứ|Thực hiện|Quyết định|Nghị quyết|Kế hoạch)/u)
    .map((each) =>
      tidyText(
        each
          .replace(BASIS, '')
          .replace(/^căn cứ\s/u, '')
          .replace(/[;,.:\s]+$/u, ''),
      ),
    )
    .filter((each) => each !== '');
}

function completeHeader(header: DocumentHeader, lines: readonly Line[]): void {
  const capitals = (header.issuer ?? '')
    .split(/(?<=DÂN)\s+/u)
    .map((part) => WARD_IN_CAPITALS.exec(part))
    .find(Boolean);
  const written = [header.subject ?? '', ...lines.map((line) => line.text)]
    .map((text) => WARD.exec(text)?.[0])
    .find((name) => name !== undefined);
  const fromCapitals = capitals ? `${capitals[1]!.toLowerCase()} ${titleCase(capitals[2]!)}` : undefined;
  const name = written ?? fromCapitals;
  if (name !== undefined) header.unitName = name;
  if (
    header.issuer === undefined &&
    name !== undefined &&
    lines.some((line) => line.text.includes(`UBND ${name}`))
  ) {
    header.issuer = `UBND ${name}`;
  }
  const year =
    yearOf(header.subject) ??
    yearOf(header.issuedOn) ??
    lines.map((line) => yearOf(DATED.exec(line.text)?.[0])).find(Boolean);
  if (year !== undefined) header.year = year;
}

function titleCase(capitals: string): string {
  return capitals
    .trim()
    .split(/\s+/u)
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(' ');
}

/** The year a text is about: behind "năm" if it says so. */
export function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const year = /năm\s*(20\d{2})/iu.exec(text)?.[1] ?? /\b(20\d{2})\b/u.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}
