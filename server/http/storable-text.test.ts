import { expect, it } from 'vitest';
import { findUnstorable, type Unstorable } from './storable-text.ts';

it.each<[string, unknown, Unstorable | undefined]>([
  ['ordinary Vietnamese is stored', { name: 'Phòng Văn hóa - Xã hội', list: ['đ', '🙂'] }, undefined],
  ['a NUL is named by its field', { name: 'Phòng \0' }, { path: 'name', what: 'text' }],
  [
    'a half surrogate is found inside lists',
    { corrections: [{ value: 'x' }, { value: '\ud800' }] },
    { path: 'corrections.1.value', what: 'text' },
  ],
  ['a key with a NUL is named by where it stands', { a: { 'b\0': 1 } }, { path: 'a', what: 'text' }],
  ['a text alone has no path', '\0', { path: '', what: 'text' }],
  ['a version that could not grow is named', { version: 2 ** 31 - 1 }, { path: 'version', what: 'number' }],
  ['a number far below zero is named', [-(2 ** 40)], { path: '0', what: 'number' }],
  ['the largest version is stored', { version: 2 ** 31 - 2 }, undefined],
  ['numbers and nothing are stored', [1, null, undefined, true], undefined],
])('%s', (_, value, path) => {
  expect(findUnstorable(value)).toEqual(path);
});

it('walks what is nested a hundred thousand deep', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`);
  expect(findUnstorable(deep)?.path).toMatch(/^0\.0/u);
});
