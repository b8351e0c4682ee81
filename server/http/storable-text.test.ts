import { expect, it } from 'vitest';
import { findUnstorable } from './storable-text.ts';

it.each<[string, unknown, string | undefined]>([
  ['ordinary Vietnamese is stored', { name: 'Phòng Văn hóa - Xã hội', list: ['đ', '🙂'] }, undefined],
  ['a NUL is named by its field', { name: 'Phòng \0' }, 'name'],
  [
    'a half surrogate is found inside lists',
    { corrections: [{ value: 'x' }, { value: '\ud800' }] },
    'corrections.1.value',
  ],
  ['a key with a NUL is named by where it stands', { a: { 'b\0': 1 } }, 'a'],
  ['a text alone has no path', '\0', ''],
  ['numbers and nothing are stored', [1, null, undefined, true], undefined],
])('%s', (_, value, path) => {
  expect(findUnstorable(value)).toBe(path);
});

it('walks what is nested a hundred thousand deep', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`);
  expect(findUnstorable(deep)).toMatch(/^0\.0/u);
});
