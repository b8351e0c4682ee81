import { expect, it } from 'vitest';
import type { Unit } from '#core/people/member.ts';
import { letterheadOf } from './letterhead.ts';

it.each([
  ['a ward', 'phường Hồ Sen', 'ward', undefined, ['ỦY BAN NHÂN DÂN', 'PHƯỜNG HỒ SEN'], 'Hồ Sen'],
  ['a commune', 'xã Đông Anh', 'commune', undefined, ['ỦY BAN NHÂN DÂN', 'XÃ ĐÔNG ANH'], 'Đông Anh'],
  [
    'a city whose plan names the place',
    'thành phố Hà Nội',
    'city',
    'Ba Đình',
    ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HÀ NỘI'],
    'Ba Đình',
  ],
  ['an agency', 'Sở Nội vụ', 'agency', 'Hà Nội', ['SỞ NỘI VỤ'], 'Hà Nội'],
] as [string, string, Unit['kind'], string | undefined, string[], string][])(
  'the head of a paper of %s',
  (_, name, kind, place, issuer, printed) => {
    const head = letterheadOf({ name, kind }, { place, year: 2026 });
    expect([head.issuer, head.place, head.superior]).toEqual([issuer, printed, null]);
  },
);
