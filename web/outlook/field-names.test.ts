import { describe, expect, it } from 'vitest';
import { inSentenceCase, shortFieldName } from './field-names.ts';

describe('names of fields', () => {
  it.each([
    ['keeps abbreviations in capitals', 'CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CCHC', 'Công tác chỉ đạo điều hành CCHC'],
    ['leaves a title in small letters alone', 'Cải cách tài chính công', 'Cải cách tài chính công'],
  ])('in a sentence: %s', (_, title, expected) => {
    expect(inSentenceCase(title)).toBe(expected);
  });

  it.each([
    ['drops the opening every field shares', 'CẢI CÁCH CHẾ ĐỘ CÔNG VỤ', 'Chế độ công vụ'],
    ['drops what follows a comma', 'ĐIỂM THƯỞNG, ĐIỂM TRỪ TRONG CÔNG TÁC CCHC', 'Điểm thưởng'],
    ['drops what follows a connecting word', 'CHUYỂN ĐỔI SỐ TRONG CÁC CƠ QUAN NHÀ NƯỚC', 'Chuyển đổi số'],
    ['keeps a short name whole', 'CẢI CÁCH TỔ CHỨC BỘ MÁY', 'Tổ chức bộ máy'],
  ])('on an axis: %s', (_, title, expected) => {
    expect(shortFieldName(title)).toBe(expected);
  });
});
