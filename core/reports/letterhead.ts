import type { Unit } from '#core/people/member.ts';
import type { Letterhead } from './paper.ts';

const COMMITTEE = 'ỦY BAN NHÂN DÂN';
const KIND_OF_PLACE = /^(?:phường|xã|đặc khu|thị trấn|thành phố|tỉnh)\s+/iu;

/**
 * The head of a paper the unit itself issues: the People's Committee with its place in capitals, without a
 * superior, as committees print it. The place of issue is the unit's own name unless another is given;
 * number and day are left out until the paper is registered. Source: Nghị định 30/2020/NĐ-CP, Annex I.
 */
export function letterheadOf(
  { name, kind }: Pick<Unit, 'name' | 'kind'>,
  { place, year }: { place?: string | undefined; year: number },
): Letterhead {
  const printed = name.toLocaleUpperCase('vi');
  const isCommittee = kind === 'city' || kind === 'ward' || kind === 'commune';
  return {
    superior: null,
    issuer: isCommittee ? [COMMITTEE, printed] : [printed],
    number: null,
    place: place ?? name.replace(KIND_OF_PLACE, ''),
    issuedOn: null,
    year,
  };
}
