import { foldText } from '#core/vietnamese.ts';
import type { DocumentMetadata, Likeness } from './evidence.ts';

type Identified = {
  sha256: string | null;
  metadata: Pick<DocumentMetadata, 'codeNumber' | 'codeNotation' | 'organName' | 'issuedDate'>;
};

/**
 * What is already kept and looks like the received document: the same bytes, or the same number and
 * notation of the same issuer. Numbers begin anew each year, so days of different years tell two apart.
 */
export function findLikeness(
  received: Identified,
  kept: readonly (Identified & { id: string; title: string })[],
): Likeness[] {
  return kept.flatMap(({ id, title, ...other }): Likeness[] => {
    if (received.sha256 !== null && other.sha256 === received.sha256)
      return [{ because: 'same_file', evidenceId: id, title }];
    return hasSameNumber(received.metadata, other.metadata)
      ? [{ because: 'same_number', evidenceId: id, title }]
      : [];
  });
}

/** A number for comparing: "05" is 5. Empty when there is none. */
export function plainNumber(codeNumber: string): string {
  return codeNumber.replace(/^0+(?=\d)/u, '');
}

function hasSameNumber(one: Identified['metadata'], other: Identified['metadata']): boolean {
  if (one.codeNumber === '' || one.codeNotation === '') return false;
  const years = [one.issuedDate, other.issuedDate].map((day) => day?.slice(0, 4));
  if (years[0] && years[1] && years[0] !== years[1]) return false;
  return (
    plainNumber(one.codeNumber) === plainNumber(other.codeNumber) &&
    foldText(one.codeNotation) === foldText(other.codeNotation) &&
    foldOrgan(one.organName) === foldOrgan(other.organName)
  );
}

function foldOrgan(name: string): string {
  return foldText(name)
    .replace(/\buy ban nhan dan\b/gu, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/gu, 'hdnd');
}
