import type { Line } from './plan-lines.ts';
import type { DocumentHeader } from './plan-reading.ts';

const CAPACITY = /^(?:TM|KT|TL|TUQ|Q)\.\s|^(?:PHÓ\s+)?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|GIÁM ĐỐC)/u;
const NAME = /^\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,5}$/u;
const FOOT = /^Nơi nhận|^(?:TM|KT|TL|TUQ)\.\s/u;
const ANNEX = /^PH[Ụụ] L[Ụụ]C(?:\s|$)/u;

/** Where the foot of the plan begins, and the annex behind it; the number of lines when there is none. */
export function findFoot(lines: readonly Line[]): { foot: number; annex: number } {
  const annex = lines.findIndex((line) => ANNEX.test(line.text));
  const end = annex < 0 ? lines.length : annex;
  const foot = lines.findIndex((line, index) => index < end && FOOT.test(line.text));
  return { foot: foot < 0 ? end : foot, annex: end };
}

/** Reads recipients and signature into the header, from the foot's lines; what is neither comes back. */
export function readFoot(lines: readonly Line[], header: DocumentHeader): Line[] {
  const left: Line[] = [];
  let isListing = false;
  for (const line of lines) {
    const recipients = /^Nơi nhận\s*:?\s*(.*)$/u.exec(line.text);
    if (recipients) {
      isListing = true;
      header.places.recipients = line.place;
      if (recipients[1]) header.recipients.push(trimRecipient(recipients[1]));
    } else if (CAPACITY.test(line.text)) {
      header.signature.capacity.push(line.text);
      header.places.signature ??= line.place;
    } else if (line.marker === 'dash' && isListing) header.recipients.push(trimRecipient(line.text));
    else if (NAME.test(line.text) && header.signature.capacity.length > 0) header.signature.name = line.text;
    else if (!/^[(_.*\s]*(?:Ký|Đã ký|đã ký)?[)_.*\s]*$/u.test(line.text)) left.push(line);
  }
  return left;
}

function trimRecipient(text: string): string {
  return text.replace(/[;.\s]+$/u, '');
}

/** The annex's title with what stands under it in brackets; further lines come back. */
export function readAnnexTitle(lines: readonly Line[], header: DocumentHeader): Line[] {
  const [title, ...rest] = lines;
  if (!title) return [];
  header.places.annexTitle = title.place;
  const below = rest.findIndex((line) => !line.text.startsWith('(') && line.text !== line.text.toUpperCase());
  const own = below < 0 ? rest : rest.slice(0, below);
  header.annexTitle = [title, ...own].map((line) => line.text).join('\n');
  return below < 0 ? [] : rest.slice(below);
}
