import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Completeness, Evidence, EvidenceLink } from '#core/evidence/evidence.ts';
import { type EvidenceWarning, warnOfEvidence } from '#core/evidence/refuse-evidence.ts';
import type { Hundredths } from '#core/points.ts';
import { printDay } from '#core/written-day.ts';

/** A row of the annex as the dossier tells it; rule, explanation and state are those of a leaf. */
export type DossierRow = Pick<AnnexRow, 'id' | 'code' | 'level' | 'isLeaf' | 'title' | 'maxPoints'> & {
  points: Hundredths | null;
  /** The rule in words, and where it is from. */
  rule: string;
  ruleSource: string;
  isDraft: boolean;
  /** How the points come about, a sentence a step. */
  explanation: string[];
  state: Completeness['state'];
};

/** Everything the dossier of a unit and year is made from. Evidence that was returned is no part of it. */
export type Dossier = {
  unitName: string;
  year: number;
  /** Number and title of the plan. */
  planName: string;
  /** The day the points are of. */
  asOf: string;
  points: Hundredths | null;
  maxPoints: Hundredths;
  rows: DossierRow[];
  evidence: Evidence[];
};

/** One piece of evidence where it proves something; `path` inside the dossier, "" for words without a file. */
export type Proof = {
  evidence: Evidence;
  link: EvidenceLink | undefined;
  path: string;
  warnings: EvidenceWarning[];
};

const ELSEWHERE = { task: 'Nhiệm vụ', register_row: 'Sổ theo dõi' } as const;
const UNLINKED = 'Chưa gắn tiêu chí';
const MOST_LETTERS = 70;

/**
 * Where each file lies in the dossier, by the id of its evidence: once, in the folder of the first leaf it
 * proves; what proves only tasks or register rows, or nothing yet, in folders of their own.
 */
export function placeFiles({ rows, evidence }: Pick<Dossier, 'rows' | 'evidence'>): Map<string, string> {
  const codeById = new Map(rows.map(({ id, code }) => [id, code]));
  const positionById = new Map(rows.map(({ id }, position) => [id, position]));
  const pathById = new Map<string, string>();
  const countByFolder = new Map<string, number>();
  for (const piece of evidence) {
    if (!piece.file) continue;
    const [first] = piece.links
      .filter(({ targetId }) => positionById.has(targetId))
      .toSorted((one, other) => positionById.get(one.targetId)! - positionById.get(other.targetId)!);
    const other = piece.links.find(({ target }) => target !== 'criterion');
    const folder = first
      ? codeById.get(first.targetId)!
      : other && other.target !== 'criterion'
        ? ELSEWHERE[other.target]
        : UNLINKED;
    const number = (countByFolder.get(folder) ?? 0) + 1;
    countByFolder.set(folder, number);
    const ending = /\.[a-z0-9]{1,8}$/iu.exec(piece.file.fileName)?.[0].toLowerCase() ?? '';
    const name = `${String(number).padStart(2, '0')} ${plainName(piece.title)}`.trim();
    pathById.set(piece.id, `${plainName(folder)}/${name}${ending}`);
  }
  return pathById;
}

/** A name every system takes: composed, without signs that Windows forbids, short enough for old file systems. */
function plainName(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, '-')
    .replace(/\s+/gu, ' ');
  return [...clean]
    .slice(0, MOST_LETTERS)
    .join('')
    .replace(/^[.\s-]+|[.\s-]+$/gu, '');
}

/** The proofs of each leaf by its id, in the order they were linked; "" holds what hangs on no leaf. */
export function proofsByLeaf(dossier: Dossier, pathById: ReadonlyMap<string, string>): Map<string, Proof[]> {
  const leaves = new Set(dossier.rows.map(({ id }) => id));
  const proofs = new Map<string, Proof[]>();
  for (const evidence of dossier.evidence) {
    const own = evidence.links.filter(({ targetId }) => leaves.has(targetId));
    for (const link of own.length > 0 ? own : [undefined]) {
      const key = link?.targetId ?? '';
      const proof = {
        evidence,
        link,
        path: pathById.get(evidence.id) ?? '',
        warnings: warnOfEvidence(evidence, dossier.year),
      };
      proofs.set(key, [...(proofs.get(key) ?? []), proof]);
    }
  }
  return proofs;
}

export const STATE_WORDS: Readonly<Record<Completeness['state'], string>> = {
  full: 'Đủ tài liệu kiểm chứng',
  partial: 'Chưa đủ tài liệu kiểm chứng',
  explained: 'Có giải trình thay tài liệu',
  needs_explanation: 'Chưa có tài liệu: cần giải trình',
  nothing_claimed: 'Chưa có điểm phải kiểm chứng',
};

export const KIND_WORDS = {
  document: 'Tài liệu',
  nothing_arose: 'Xác nhận không phát sinh',
  explanation: 'Giải trình',
} as const;

export const STATUS_WORDS = {
  waiting: 'Chờ duyệt',
  accepted: 'Đã chấp nhận',
  returned: 'Đã trả lại',
} as const;

const WARNING_WORDS: Readonly<Record<EvidenceWarning, string>> = {
  effective_after_year: 'Có hiệu lực sau năm đánh giá',
  issued_after_year: 'Ban hành sau năm đánh giá',
  signature_broken: 'Chữ ký số không còn nguyên vẹn',
};

/** Where in the document to look: "trang 4, mục II.2". */
export function sayAnchor(link: EvidenceLink | undefined): string {
  if (!link) return '';
  const page = link.page === null ? '' : `trang ${link.page}`;
  return [page, link.section, link.note].filter((part) => part !== '').join(', ');
}

/** What identifies a document, as offices cite it: "Kế hoạch 05/KH-UBND ngày 15/01/2026 của UBND phường Hồ Sen". */
export function sayIdentity({ metadata }: Pick<Evidence, 'metadata'>): string {
  const number = [metadata.codeNumber, metadata.codeNotation].filter((part) => part !== '').join('/');
  const day = metadata.issuedDate ? `ngày ${printDay(metadata.issuedDate)}` : '';
  const organ = metadata.organName === '' ? '' : `của ${metadata.organName}`;
  return [metadata.typeName, number, day, organ].filter((part) => part !== '').join(' ');
}

/** What to know about a proof besides its content: status, signatures, warnings. */
export function sayStanding({ evidence, warnings }: Proof): string[] {
  const signed = evidence.signatures.map(({ signer }) => `Ký số: ${signer || 'không rõ người ký'}`);
  return [STATUS_WORDS[evidence.status], ...signed, ...warnings.map((each) => WARNING_WORDS[each])];
}
