import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoPlanText } from '#catalog/demo-plan.ts';
import { checkPlan } from '#core/reading/check-plan.ts';
import { readPlan } from '#core/reading/read-plan.ts';
import { readText } from './text.ts';

const REAL_PLAN = '../shared/plan/yen-hoa-2026.txt';

/** The subjects of the findings of a plain text, by kind. */
function findingsOf(text: string) {
  const source = readText(text);
  if (!('blocks' in source)) throw new Error(`the text was refused: ${source.kind}`);
  const reading = readPlan(source);
  const subjects: Partial<Record<string, string[]>> = {};
  for (const { kind, subject } of checkPlan(reading)) subjects[kind] = [...(subjects[kind] ?? []), subject];
  return { reading, subjects };
}

const OWNERLESS = ['IV.4.1', 'IV.4.2', 'IV.4.3', 'VII.5.1', 'VII.5.2', 'VII.5.3'];

describe('the demonstration plan', () => {
  const { reading, subjects } = findingsOf(demoPlanText());

  it('reads whole: 130 rows, 91,46 last year, no fault of sums, nothing unplaced', () => {
    expect(reading.criteria).toHaveLength(130);
    expect(reading.statedTotal).toMatchObject({ maxPoints: 10_000, lastPoints: 9146, targetPoints: 9750 });
    expect(subjects.sum_differs ?? subjects.total_differs ?? reading.unplaced).toEqual([]);
  });

  it('leaves something to learn from', () => {
    expect(subjects).toMatchObject({
      leaf_without_owner: OWNERLESS,
      survey_owner_disagrees: ['VIII.3'],
      task_without_deadline: ['2.2/2'],
      ocr_slip: ['2.4/2'],
      two_spellings: ['Văn phòng HĐND và UBND'],
      blank_number: ['document'],
    });
  });
});

describe.runIf(existsSync(REAL_PLAN))('a real plan', () => {
  it('gives every finding a careful reader made by hand', () => {
    const { subjects } = findingsOf(readFileSync(REAL_PLAN, 'utf8'));
    expect(subjects).toMatchObject({
      target_equals_max: ['document'],
      leaf_without_owner: OWNERLESS,
      owner_disagrees: ['I.6', 'I.7', 'I.9.4', 'IV.3'],
      survey_owner_disagrees: ['VIII.3'],
      lost_points_without_task: expect.arrayContaining(['V.9.4', 'V.8', 'VI.2.1', 'VIII.3.2']),
      ocr_slip: expect.arrayContaining([
        'I.6',
        'II.2',
        'III.4.2',
        'V.9.4',
        'VI.4.3',
        'IX.2',
        '2.5/5',
        'document',
      ]),
    });
    expect(subjects.ocr_slip).toHaveLength(10);
    expect(subjects.two_spellings).toHaveLength(2);
    expect(subjects.sum_differs).toBeUndefined();
  });
});
