import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalTone, foldText, sameText, tidyText } from './vietnamese.ts';

describe('Vietnamese text is compared by what it says', () => {
  it.each([
    ['two places of the tone in òa', 'Yên Hoà', 'Yên Hòa', true],
    ['two places of the tone in ủy', 'Uỷ ban nhân dân', 'Ủy ban nhân dân', true],
    ['two places of the tone in ỏe', 'sức khoẻ', 'sức khỏe', true],
    ['capitals keep their tone', 'UỶ BAN NHÂN DÂN', 'Ủy ban nhân dân', true],
    ['decomposed and composed letters', 'Chuyển đổi số'.normalize('NFD'), 'Chuyển đổi số', true],
    ['hyphen and dash', 'Văn phòng HĐND – UBND', 'Văn phòng HĐND - UBND', true],
    ['dash with and without spaces', 'Kinh tế-Xã hội', 'Kinh tế - Xã hội', true],
    ['a hard space', 'quý\u00A0II', 'quý II', true],
    ['quý keeps its tone on the y', 'quý', 'qúy', true],
    ['another tone is another word', 'thúy', 'thủy', false],
    ['a missing tone is another word', 'Hoa', 'Hòa', false],
  ])('%s', (_sentence, one, other, isSame) => {
    expect(sameText(one, other)).toBe(isSame);
  });

  it.each([
    ['hoàn', 'hoàn'],
    ['quỳ', 'quỳ'],
    ['thuỷ lợi', 'thủy lợi'],
    ['loá mắt', 'lóa mắt'],
    ['khuyến', 'khuyến'],
    ['toàn diện', 'toàn diện'],
  ])('canonical tone of %s is %s', (text, canonical) => {
    expect(canonicalTone(text)).toBe(canonical);
  });

  it('folding drops diacritics and đ', () => {
    expect(foldText('Phòng Kinh tế, Hạ tầng – Đô thị')).toBe('phong kinh te, ha tang-do thi');
  });

  it('tidying and folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
        expect(canonicalTone(canonicalTone(text))).toBe(canonicalTone(text));
      }),
    );
  });
});
