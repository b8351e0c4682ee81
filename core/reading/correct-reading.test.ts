import { describe, expect, it } from 'vitest';
import { correctReading } from './correct-reading.ts';
import { sevenColumns } from './fixtures/seven-columns.ts';
import type { Correction, PlanReading } from './plan-reading.ts';
import { printReading } from './print-reading.ts';
import { readPlan } from './read-plan.ts';

const reading = readPlan(sevenColumns);

function corrected(...corrections: Correction[]): PlanReading {
  const result = correctReading(reading, corrections);
  if ('kind' in result) throw new Error(result.kind);
  return result;
}

const rowOf = (plan: PlanReading, code: string) => plan.criteria.find((row) => row.code === code);

describe('a person puts a reading right', () => {
  it('no correction changes nothing', () => {
    expect(correctReading(reading, [])).toEqual(reading);
  });

  it('an unreadable score is typed, and the checks run again', () => {
    const plan = corrected({ target: 'criterion', subject: 'II.1', property: 'lastPoints', value: 225 });
    expect(rowOf(plan, 'II.1')?.lastPoints).toBe(225);
    expect(rowOf(reading, 'II.1')?.lastPoints).toBeUndefined();
  });

  it('a new owner of a field comes down to its criteria', () => {
    const plan = corrected({
      target: 'criterion',
      subject: 'I',
      property: 'units',
      value: [{ name: 'Phòng Kinh tế' }],
    });
    expect(rowOf(plan, 'I.2')?.units).toEqual([{ name: 'Phòng Kinh tế', inheritedFrom: 'I' }]);
  });

  it('an added component makes its criterion a parent, and removing it a leaf again', () => {
    const add: Correction = {
      target: 'criterion',
      subject: 'I.1.1',
      property: 'add',
      value: { title: 'Chất lượng kế hoạch', maxPoints: 200 },
    };
    expect(rowOf(corrected(add), 'I.1')?.isLeaf).toBe(false);
    const removed = corrected(add, {
      target: 'criterion',
      subject: 'I.1.1',
      property: 'remove',
      value: true,
    });
    expect(rowOf(removed, 'I.1')?.isLeaf).toBe(true);
  });

  it('a field moves with its criteria, and tasks follow', () => {
    const plan = corrected({ target: 'criterion', subject: 'II', property: 'code', value: 'IV' });
    expect(plan.criteria.map((row) => row.code)).toEqual(['I', 'I.1', 'I.2', 'IV', 'IV.1', 'IV.2']);
    expect(plan.tasks.at(-1)?.criteria).toEqual(['IV']);
  });

  it('tasks are added, worded, dated and taken away', () => {
    const plan = corrected(
      { target: 'task', subject: 'II.1', property: 'add', value: { text: 'Kiểm tra đột xuất' } },
      {
        target: 'task',
        subject: 'II.1/3',
        property: 'deadline',
        value: { words: 'trước 30/6', kind: 'before', to: '2026-06-30' },
      },
      { target: 'task', subject: 'II.1/1', property: 'remove', value: true },
    );
    expect(plan.tasks.map((task) => task.key)).toEqual(['II.1/2', 'II.1/3', 'II.2/1']);
    expect(plan.tasks[1]?.deadline.to).toBe('2026-06-30');
  });

  it('a department renamed to another becomes one with it', () => {
    const plan = corrected({
      target: 'unit',
      subject: 'Phòng Nội vụ',
      property: 'name',
      value: 'Phòng Văn hóa - Xã hội',
    });
    expect(rowOf(plan, 'I')?.units).toEqual([{ name: 'Phòng Văn hóa - Xã hội' }]);
    expect(plan.units.find((unit) => unit.name === 'Phòng Văn hóa - Xã hội')?.spellings).toContain(
      'Phòng Nội vụ',
    );
  });

  it('the head of the document is completed', () => {
    const plan = corrected({ target: 'document', subject: 'document', property: 'number', value: '15' });
    expect(plan.document.number).toBe('15');
  });

  it.each<[string, Correction, string]>([
    [
      'a criterion that does not exist',
      { target: 'criterion', subject: 'X.1', property: 'title', value: 'a' },
      'unknown_subject',
    ],
    [
      'a property nobody knows',
      { target: 'criterion', subject: 'I', property: 'place', value: {} },
      'unknown_property',
    ],
    [
      'a property of every object',
      { target: 'task', subject: 'II.1/1', property: 'constructor', value: 'a' },
      'unknown_property',
    ],
    [
      'points that are a text',
      { target: 'criterion', subject: 'I', property: 'maxPoints', value: '4' },
      'bad_value',
    ],
    [
      'points with a fraction of a hundredth',
      { target: 'criterion', subject: 'I', property: 'maxPoints', value: 0.5 },
      'bad_value',
    ],
    [
      'a code that is taken',
      { target: 'criterion', subject: 'I', property: 'code', value: 'II' },
      'duplicate_code',
    ],
    [
      'a task that does not exist',
      { target: 'task', subject: '9/9', property: 'text', value: 'abc' },
      'unknown_subject',
    ],
    [
      'a day that is none',
      { target: 'document', subject: 'document', property: 'issuedOn', value: '2026-02-30' },
      'bad_value',
    ],
    [
      'a deadline on a day that is none',
      {
        target: 'task',
        subject: reading.tasks[0]?.key ?? '',
        property: 'deadline',
        value: { words: 'trước 31/02', kind: 'before', to: '2026-02-31' },
      },
      'bad_value',
    ],
    [
      'a department nobody named',
      { target: 'unit', subject: 'Phòng Y', property: 'name', value: 'Phòng Z' },
      'unknown_subject',
    ],
  ])('refuses %s', (_sentence, correction, kind) => {
    const harmless: Correction = { target: 'document', subject: 'document', property: 'number', value: '15' };
    expect(correctReading(reading, [harmless, correction])).toMatchObject({ kind, index: 1 });
  });
});

describe('a reading for the command line', () => {
  it('prints points with two decimals and says null where the document says nothing', () => {
    const printed = printReading(reading);
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining(['document', 'criteria', 'tasks', 'units', 'goals', 'findings', 'unplaced']),
    );
    expect(printed.criteria[0]).toMatchObject({
      code: 'I',
      maxPoints: '4.00',
      lastPoints: '3.50',
      targetPoints: null,
    });
    expect(JSON.parse(JSON.stringify(printed))).toEqual(printed);
  });
});
