import type { DocumentMetadata, Evidence } from '#core/evidence/evidence.ts';
import type { EvidenceKind } from '#core/evidence/evidence-words.ts';
import { printDay, readDay } from '#web/ui/written-day.ts';

export type MetadataText = Exclude<keyof DocumentMetadata, 'issuedDate' | 'pageAmount'>;
export const LONGEST_TEXT: Record<MetadataText, number> = {
  codeNumber: 11,
  codeNotation: 30,
  typeName: 100,
  organName: 200,
  subject: 500,
  fullName: 120,
  position: 120,
};

/** A document nothing is known of yet. */
export const NO_METADATA: DocumentMetadata = {
  codeNumber: '',
  codeNotation: '',
  issuedDate: null,
  organName: '',
  typeName: '',
  subject: '',
  fullName: '',
  position: '',
  pageAmount: null,
};

/** What is said of a piece of evidence, as it stands in the fields of a form. */
export type WrittenFacts = {
  title: string;
  text: string;
  metadata: DocumentMetadata;
  issued: string;
  effective: string;
  pages: string;
};
type Facts = Pick<Evidence, 'title' | 'text' | 'metadata' | 'effectiveOn'>;

const writtenDay = (day: string | null) => (day === null ? '' : printDay(day));
/** The day typed, null for none; undefined for no day of the calendar. */
const readOptionalDay = (typed: string) => (typed.trim() === '' ? null : readDay(typed));

export function writeFacts({ title, text, metadata, effectiveOn }: Facts): WrittenFacts {
  return {
    title,
    text,
    metadata,
    issued: writtenDay(metadata.issuedDate),
    effective: writtenDay(effectiveOn),
    pages: String(metadata.pageAmount ?? ''),
  };
}

export type FactFault = {
  field: 'title' | 'text' | 'issued' | 'effective' | 'pages';
  says: 'titleShort' | 'wordsShort' | 'dayWrong' | 'pagesWrong';
};

/** What the fields come to; or every field that does not fit yet, with the word for why. */
export function readFacts(kind: EvidenceKind, written: WrittenFacts): Facts | FactFault[] {
  const { title, text, metadata, issued, effective, pages } = written;
  const issuedDate = readOptionalDay(issued);
  const effectiveOn = readOptionalDay(effective);
  const pageAmount = pages.trim() === '' ? null : Number(pages);
  const faults: FactFault[] = [];
  if (title.trim().length < 3) faults.push({ field: 'title', says: 'titleShort' });
  if (kind !== 'document' && text.trim().length < 10) faults.push({ field: 'text', says: 'wordsShort' });
  if (issuedDate === undefined) faults.push({ field: 'issued', says: 'dayWrong' });
  if (effectiveOn === undefined) faults.push({ field: 'effective', says: 'dayWrong' });
  if (pageAmount !== null && !isPage(pageAmount)) faults.push({ field: 'pages', says: 'pagesWrong' });
  if (faults.length > 0 || issuedDate === undefined || effectiveOn === undefined) return faults;
  return {
    title: title.trim(),
    text: text.trim(),
    metadata: { ...metadata, issuedDate, pageAmount },
    effectiveOn,
  };
}

function isPage(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number <= 100_000;
}

/** The page typed for an anchor: null for none, undefined for no page, or one the document does not have. */
export function readPage(typed: string, pageAmount: number | null): number | null | undefined {
  if (typed.trim() === '') return null;
  const page = Number(typed);
  return isPage(page) && page <= (pageAmount ?? page) ? page : undefined;
}
