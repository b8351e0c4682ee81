import { expect, it } from 'vitest';
import { deadlineBounds } from './deadline-bounds.ts';

it('a deadline is kept with its first and last day over all windows', () => {
  const windows = [{ to: '2026-06-30' }, { from: '2026-10-01', to: '2026-10-31' }];
  expect(deadlineBounds({ words: 'x', kind: 'several', windows })).toEqual({
    from: '2026-10-01',
    to: '2026-10-31',
  });
  expect(deadlineBounds({ words: '', kind: 'none' })).toEqual({ from: null, to: null });
});
