import type { DocumentMetadata, Evidence, EvidenceLink, Signature } from '#core/evidence/evidence.ts';
import { printDay } from '#web/ui/written-day.ts';
import type { Language } from '#web/words/language.ts';
import type { Words } from '#web/words/vi.ts';

type EvidenceWords = Words['evidence'];

/** Where in the document to look: "trang 4, mục II.2". */
export function printAnchor(link: Pick<EvidenceLink, 'page' | 'section'>, words: EvidenceWords): string {
  const page = link.page === null ? '' : words.anchor.page(link.page);
  return [page, link.section].filter((part) => part !== '').join(', ') || words.anchor.none;
}

/** Số và ký hiệu as one: "05/KH-UBND"; empty when neither is known. */
export function printNumber(metadata: Pick<DocumentMetadata, 'codeNumber' | 'codeNotation'>): string {
  return [metadata.codeNumber, metadata.codeNotation].filter((part) => part !== '').join('/');
}

/** What identifies a document, as offices cite it: "Kế hoạch 05/KH-UBND ngày 15/01/2026 của UBND phường Hồ Sen". */
export function printIdentity(metadata: DocumentMetadata, words: EvidenceWords): string {
  const { issuedDate, organName } = metadata;
  return [
    metadata.typeName,
    printNumber(metadata),
    issuedDate === null ? '' : words.dated(printDay(issuedDate)),
    organName === '' ? '' : words.by(organName),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** A size for people: "3,4 MB". */
export function printSize(bytes: number, language: Language): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: step > 1 ? 1 : 0 });
  return `${figure.format(bytes / 1024 ** step)} ${UNITS[step]}`;
}

/** Whether the signatures found speak for the document: none, all whole, or one broken. */
export function signatureState(signatures: readonly Pick<Signature, 'isWhole'>[]): 'no' | 'yes' | 'broken' {
  if (signatures.length === 0) return 'no';
  return signatures.every((each) => each.isWhole) ? 'yes' : 'broken';
}

/** What a new document is called until a person says otherwise: its citation, else its file's name without the ending. */
export function proposeTitle(metadata: DocumentMetadata, fileName: string, words: EvidenceWords): string {
  const number = printNumber(metadata);
  const cited = [metadata.typeName, number].filter((part) => part !== '').join(' ');
  const title = [cited, metadata.subject].filter((part) => part !== '').join(': ');
  const isTelling = number !== '' || metadata.subject !== '';
  return (isTelling ? title : fileName.replace(/\.[^.]+$/u, '') || words.kinds.document).slice(0, 500);
}

/** What a search reads of a piece of evidence, folded by the search itself. */
export function searchedWords(evidence: Evidence): string[] {
  const { metadata } = evidence;
  return [
    evidence.title,
    printNumber(metadata),
    metadata.subject,
    metadata.organName,
    metadata.fullName,
    evidence.file?.fileName ?? '',
    evidence.text,
    ...evidence.links.map((link) => link.targetTitle),
  ];
}
