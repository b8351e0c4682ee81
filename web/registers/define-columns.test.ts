import { expect, it } from 'vitest';
import { columnsOf, emptyColumn, formOf, keyOfTitle } from './define-columns.ts';

it.each<[string, string, string[], string]>([
  ['words without diacritics', 'Ngày họp', [], 'ngay_hop'],
  ['a key that is taken gets a number', 'Ngày họp', ['ngay_hop', 'ngay_hop_2'], 'ngay_hop_3'],
  ['a key begins with a letter', '6 tháng', [], 'c_6_thang'],
])('makes keys of titles: %s', (_, title, taken, key) => expect(keyOfTitle(title, new Set(taken))).toBe(key));

it('keeps the keys of columns and choices that are there, and gives new ones to the rest', () => {
  const kept = formOf({
    key: 'state',
    title: 'Tình trạng',
    kind: 'choice',
    isRequired: true,
    choices: [{ key: 'open', title: 'Đang mở' }],
  });
  const [state, amount] = columnsOf([
    { ...kept, choices: 'Đã đóng\nĐang mở\n\nĐã đóng' },
    { ...emptyColumn('x', 'number'), title: ' Số tiền ', unit: ' đồng ', decimals: 2 },
  ]);
  expect(state).toMatchObject({
    key: 'state',
    choices: [
      { key: 'da_dong', title: 'Đã đóng' },
      { key: 'open', title: 'Đang mở' },
    ],
  });
  expect(amount).toEqual({
    key: 'so_tien',
    title: 'Số tiền',
    kind: 'number',
    isRequired: false,
    decimals: 2,
    unit: 'đồng',
  });
});
