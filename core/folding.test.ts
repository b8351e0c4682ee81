import { describe, expect, it } from 'vitest';
import { isSameWords } from './folding.ts';

const cases: [sentence: string, one: string, other: string, same: boolean][] = [
  [
    'the tone mark may stand on either vowel',
    'Uỷ ban nhân dân phường Yên Hoà',
    'Ủy ban nhân dân phường Yên Hòa',
    true,
  ],
  ['composed and decomposed letters are one', 'Đổi mới'.normalize('NFD'), 'Đổi mới', true],
  ['a long dash is a dash', 'Kinh tế, Hạ tầng – Đô thị', 'Kinh tế, Hạ tầng - Đô thị', true],
  ['spaces around a dash do not count', 'kinh tế-xã hội', 'kinh tế - xã hội', true],
  ['capital letters do not count', 'TỔNG ĐIỂM', 'Tổng điểm', true],
  ['runs of spaces and line breaks are one space', 'Văn phòng\n HĐND', 'Văn phòng HĐND', true],
  ['another tone is another word', 'tối đa', 'tốt đa', false],
  ['a vowel with a hat is another vowel', 'Để lãnh đạo', 'Đẻ lãnh đạo', false],
  ['đ is not d', 'đa', 'da', false],
];

describe('two writings of one text', () => {
  it.each(cases)('%s', (_sentence, one, other, same) => {
    expect(isSameWords(one, other)).toBe(same);
  });
});
