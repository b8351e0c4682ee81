import { describe, expect, it } from 'vitest';
import { occurrencesOf } from '#core/deadlines/occurrences.ts';
import { readDeadline } from '#core/deadlines/read-deadline.ts';
import { settleOccurrence } from './occurrence-progress.ts';

const book = (words: string, marks: string[] = [], since = '2026-01-01') => ({
  occurrences: occurrencesOf(readDeadline(words, { year: 2026 }), 2026),
  marks: new Set(marks),
  since,
});
const answer = (status: 'done' | 'in_progress' | 'stuck', more: object = {}) => ({
  status,
  percent: 40,
  isNothingNew: false,
  ...more,
});
const NOTHING_NEW = answer('in_progress', { isNothingNew: true });
const TASK = { status: 'in_progress', percent: 10 } as const;
const ALL_BUT_LAST = ['2026-Q1', '2026-Q2', '2026-Q3'];

describe('an answer on recurring work', () => {
  it.each([
    ['done marks the first quarter', answer('done'), book('hằng quý'), 'in_progress 25 2026-Q1'],
    [
      'done in advance marks the next',
      answer('done'),
      book('hằng quý', ['2026-Q1', '2026-Q2']),
      'in_progress 75 2026-Q3',
    ],
    ['the last makes the task done', answer('done'), book('hằng quý', ALL_BUT_LAST), 'done 100 2026-Q4'],
    [
      'a quarter may be named',
      answer('done', { occurrence: '2026-Q2' }),
      book('hằng quý'),
      'in_progress 25 2026-Q2',
    ],
    [
      'a named one is opened again',
      answer('stuck', { occurrence: '2026-Q1' }),
      book('hằng quý', ['2026-Q1']),
      'stuck 0 2026-Q1',
    ],
    ['how far it is marks nothing', answer('in_progress'), book('hằng quý'), 'in_progress 40 null'],
    ['nothing new marks no quarter', NOTHING_NEW, book('hằng quý'), 'in_progress 10 null'],
    [
      'nothing new answers a check and leaves the rest',
      NOTHING_NEW,
      book('thường xuyên'),
      'in_progress 10 2026-06',
    ],
    ['done answers the check that runs', answer('done'), book('thường xuyên'), 'in_progress 8 2026-06'],
    [
      'only what came after the plan counts',
      answer('done'),
      book('hằng quý', [], '2026-08-01'),
      'in_progress 50 2026-Q3',
    ],
    ['a dated task is done as a whole', answer('done'), book('quý II/2026'), 'done 100 null'],
    [
      'a task all of whose quarters are marked',
      answer('done'),
      book('hằng quý', [...ALL_BUT_LAST, '2026-Q4']),
      'done 100 null',
    ],
  ])('%s', (_, input, of, expected) => {
    const settled = settleOccurrence(TASK, input, of, '2026-06-10');
    expect('kind' in settled ? settled : `${settled.status} ${settled.percent} ${settled.occurrence}`).toBe(
      expected,
    );
  });

  it.each([
    ['one of another rhythm', '2026-05'],
    ['one before the plan', '2026-Q1'],
  ])('refuses %s', (_, occurrence) => {
    const settled = settleOccurrence(
      TASK,
      answer('done', { occurrence }),
      book('hằng quý', [], '2026-05-01'),
      '2026-06-10',
    );
    expect(settled).toEqual({ kind: 'occurrence_unknown', field: 'occurrence' });
  });
});
