import { describe, expect, it } from 'vitest';
import { dispositionOf, readByteRange } from './byte-range.ts';

describe('the part of 1,000 bytes asked for', () => {
  it.each([
    ['no header', undefined, undefined],
    ['from and to', 'bytes=0-99', { from: 0, to: 99 }],
    ['from somewhere to the end', 'bytes=900-', { from: 900, to: 999 }],
    ['the last so many', 'bytes=-100', { from: 900, to: 999 }],
    ['more than there is at the end', 'bytes=-5000', { from: 0, to: 999 }],
    ['beyond the end is cut', 'bytes=990-5000', { from: 990, to: 999 }],
    ['wholly beyond the end', 'bytes=1000-', 'unsatisfiable'],
    ['the last none', 'bytes=-0', 'unsatisfiable'],
    ['backwards is not understood', 'bytes=9-1', undefined],
    ['several parts are answered with the whole', 'bytes=0-1,5-6', undefined],
    ['another unit', 'pages=1-2', undefined],
    ['nothing at all', 'bytes=-', undefined],
  ])('%s', (_, header, expected) => {
    expect(readByteRange(header, 1000)).toEqual(expected);
  });
  it('of an empty file there is none', () => {
    expect(readByteRange('bytes=0-', 0)).toBe('unsatisfiable');
  });
});

it('names a file safely in both alphabets', () => {
  expect(dispositionOf('attachment', 'Kế hoạch "05".pdf\r\nx')).toBe(
    `attachment; filename="Ke hoach _05_.pdf__x"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%2205%22.pdf%0D%0Ax`,
  );
});
