import { describe, expect, it } from 'vitest';
import type { Deadline } from './deadline.ts';
import { refuseDeadline } from './refuse-deadline.ts';

describe('a deadline typed by hand', () => {
  it.each<[string, Partial<Deadline>, string | undefined]>([
    ['a day of the calendar', { to: '2026-02-28' }, undefined],
    ['a day of a year that does not exist', { to: '0000-01-01' }, 'day_unknown'],
    ['a day of a year no plan is made for', { to: '9999-12-31' }, 'day_unknown'],
    ['a day of a year written wrong', { from: '0206-01-01', to: '2026-01-01' }, 'day_unknown'],
    [
      'a stretch from a day that does not exist',
      { within: { count: 5, unit: 'day', since: '2026-02-30' } },
      'day_unknown',
    ],
    ['a day that does not exist', { to: '2026-02-30' }, 'day_unknown'],
    ['a window the wrong way round', { from: '2026-05-01', to: '2026-04-30' }, 'deadline_backwards'],
    [
      'a second window the wrong way round',
      { windows: [{ from: '2026-05-01', to: '2026-04-30' }] },
      'deadline_backwards',
    ],
    ['no day at all', {}, undefined],
  ])('%s', (_, days, kind) => {
    expect(refuseDeadline({ words: 'x', kind: 'window', ...days })?.kind).toBe(kind);
  });
});
