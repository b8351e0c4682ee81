import { describe, expect, it } from 'vitest';
import { type Quantity, quantitySchema } from './quantity.ts';
import { refuseQuantities } from './refuse-quantity.ts';
import type { Register } from './register.ts';

const register = {
  key: 'reports',
  title: 'Báo cáo',
  columns: [
    { key: 'name', title: 'Tên', kind: 'text' },
    { key: 'due_on', title: 'Hạn', kind: 'date' },
    { key: 'sent_on', title: 'Ngày gửi', kind: 'date' },
    { key: 'pages', title: 'Số trang', kind: 'number' },
  ],
} as Register;

const quantity = (more: object): Quantity =>
  quantitySchema.parse({ key: 'n', title: 'n', source: 'count', register: 'reports', ...more });

const CASES: [sentence: string, quantity: Quantity, kind: string | undefined][] = [
  ['counting rows needs no column', quantity({}), undefined],
  ['a sum of numbers stands', quantity({ source: 'sum', column: 'pages' }), undefined],
  ['a sum of text does not', quantity({ source: 'sum', column: 'name' }), 'column_unfit'],
  ['different values of text may be counted', quantity({ source: 'distinct', column: 'name' }), undefined],
  ['a sum without a column does not stand', quantity({ source: 'sum' }), 'column_unknown'],
  ['an unknown register is refused', quantity({ register: 'own_x' }), 'register_unknown'],
  [
    'late compares two days',
    quantity({ where: [{ test: 'late', column: 'sent_on', due: 'due_on' }] }),
    undefined,
  ],
  [
    'late compares no text',
    quantity({ where: [{ test: 'late', column: 'name', due: 'due_on' }] }),
    'column_unfit',
  ],
  [
    'a test of an unknown column is refused',
    quantity({ where: [{ test: 'filled', column: 'x' }] }),
    'column_unknown',
  ],
  [
    'both columns of a comparison are looked for',
    quantity({ where: [{ test: 'not_under', column: 'pages', other: 'x' }] }),
    'column_unknown',
  ],
  ['what is typed asks no register', quantity({ source: 'typed', register: 'own_x' }), undefined],
];

describe('a quantity and the registers of the unit', () => {
  it.each(CASES)('%s', (_, wanted, kind) => {
    expect(refuseQuantities([wanted], [register])?.kind).toBe(kind);
  });
});
