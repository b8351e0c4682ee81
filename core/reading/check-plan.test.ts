import { describe, expect, it } from 'vitest';
import { checkPlan } from './check-plan.ts';
import type { UncheckedReading } from './check-sums.ts';
import { findingSentence } from './finding-sentences.ts';
import {
  type CriterionReading,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type TaskReading,
  type UnitReading,
} from './plan-reading.ts';

function row(
  code: string,
  points: [max: number, last?: number, target?: number],
  extra: Partial<CriterionReading> = {},
): CriterionReading {
  const [maxPoints, lastPoints, targetPoints] = points;
  return {
    code,
    title: `Tiêu chí ${code}`,
    level: 1,
    isLeaf: code.includes('.'),
    maxPoints,
    ...(lastPoints !== undefined && { lastPoints }),
    ...(targetPoints !== undefined && { targetPoints }),
    units: [{ name: 'Phòng Văn hóa - Xã hội' }],
    ownerWords: '',
    source: 'self',
    place: { line: 1 },
    ...extra,
  };
}

function task(text: string, extra: Partial<TaskReading> = {}): TaskReading {
  return {
    key: '2.1/1',
    section: '2.1',
    sectionTitle: 'Chỉ đạo, điều hành',
    text,
    deadline: { words: 'quý II/2026', kind: 'window', from: '2026-04-01', to: '2026-06-30' },
    units: [{ name: 'Phòng Văn hóa - Xã hội' }],
    criteria: ['I'],
    place: { line: 1 },
    ...extra,
  };
}

function unit(name: string, extra: Partial<UnitReading> = {}): UnitReading {
  return { name, spellings: [], leads: [], leadsPartOf: [], duties: [], place: { line: 1 }, ...extra };
}

/** A plan without a fault: 100 points in one field with one leaf, one task that names it. */
function plan(changes: Partial<UncheckedReading> = {}): UncheckedReading {
  return {
    document: {
      format: 'txt',
      number: '12',
      issuedOn: '2026-01-05',
      year: 2026,
      legalBasis: [],
      recipients: [],
      signature: { capacity: [] },
      places: {},
      notes: [],
    },
    criteria: [
      row('I', [10_000, 9000, 9500]),
      row('I.1', [10_000, 9000, 9500], { title: 'Quyết toán ngân sách' }),
    ],
    tasks: [task('Nộp quyết toán ngân sách đúng hạn')],
    units: [unit('Phòng Văn hóa - Xã hội', { leads: ['2.1'] })],
    goals: [],
    unplaced: [],
    ...changes,
  };
}

const { number: _number, ...UNNUMBERED } = plan().document;
const kinds = (findings: readonly Finding[]) => findings.map((finding) => finding.kind);
const withRows = (...rows: CriterionReading[]) => plan({ criteria: rows, tasks: [] });
const titled = (title: string) => plan({ criteria: [row('I', [10_000]), row('I.1', [10_000], { title })] });

const cases: [sentence: string, reading: UncheckedReading, kind: FindingKind, subject: string][] = [
  [
    'a field one hundredth above its criteria',
    withRows(row('I', [10_000]), row('I.1', [9999])),
    'sum_differs',
    'I',
  ],
  [
    'a stated total 0,45 above the fields',
    plan({ statedTotal: { maxPoints: 10_045, place: {} } }),
    'total_differs',
    'document',
  ],
  ['maxima that make 99,55', withRows(row('I', [9955])), 'total_not_hundred', 'document'],
  ['a score above its maximum', withRows(row('I', [10_000, 10_001])), 'score_above_max', 'I'],
  ['a target above its maximum', withRows(row('I', [10_000, 0, 10_001])), 'target_above_max', 'I'],
  ['a target below last year', withRows(row('I', [10_000, 9000, 8000])), 'target_below_last', 'I'],
  ['a score below zero', withRows(row('I', [10_000, -25])), 'negative_score', 'I'],
  ['a target that says nothing', withRows(row('I', [10_000, 9000, 10_000])), 'target_equals_max', 'document'],
  [
    'a leaf nobody answers for',
    withRows(row('I', [10_000]), row('I.1', [10_000], { units: [] })),
    'leaf_without_owner',
    'I.1',
  ],
  [
    'a number used twice',
    withRows(row('I', [10_000]), row('I.1', [5000]), row('I.1', [5000])),
    'duplicate_code',
    'I.1',
  ],
  [
    'a number left out',
    withRows(row('I', [10_000]), row('I.1', [5000]), row('I.3', [5000])),
    'code_gap',
    'I',
  ],
  [
    'a row whose parent was not read',
    withRows(row('I', [10_000]), row('II.1', [5000])),
    'parent_missing',
    'II.1',
  ],
  ['no table at all', withRows(), 'no_criteria', 'document'],
  [
    'a task without a day',
    plan({ tasks: [task('Việc', { deadline: { words: '', kind: 'none' } })] }),
    'task_without_deadline',
    '2.1/1',
  ],
  [
    'a day nobody understands',
    plan({ tasks: [task('Việc', { deadline: { words: 'sớm', kind: 'not_understood' } })] }),
    'deadline_not_understood',
    '2.1/1',
  ],
  [
    'a day of another year',
    plan({ tasks: [task('Việc', { deadline: { words: '', kind: 'before', to: '2025-12-31' } })] }),
    'deadline_outside_year',
    '2.1/1',
  ],
  [
    'a day from a line for several tasks',
    plan({ tasks: [task('Việc', { deadlinePlace: { line: 9 } })] }),
    'deadline_governed',
    '2.1/1',
  ],
  ['a task for nobody', plan({ tasks: [task('Việc', { units: [] })] }), 'task_without_owner', '2.1/1'],
  [
    'a task for no points',
    plan({ tasks: [task('Việc', { criteria: [] })] }),
    'task_without_criterion',
    '2.1/1',
  ],
  [
    'lost points with only a generic line',
    plan({
      tasks: [task('Xây dựng giải pháp khắc phục tiêu chí quyết toán ngân sách chưa đạt điểm tối đa')],
    }),
    'lost_points_without_task',
    'I.1',
  ],
  ['a document without number', plan({ document: UNNUMBERED }), 'blank_number', 'document'],
  [
    'text that fits nowhere',
    plan({ unplaced: [{ text: 'x', reason: 'no_heading', place: {} }] }),
    'unplaced_text',
    'document',
  ],
  [
    'an annex that names another department than the section',
    plan({ units: [unit('Văn phòng', { leads: ['2.1'] })] }),
    'owner_disagrees',
    'I.1',
  ],
  [
    'survey points apart from the survey work',
    plan({
      criteria: [
        row('I', [10_000]),
        row('I.1', [10_000], { title: 'Kết quả Chỉ số SIPAS', source: 'survey' }),
      ],
      units: [
        unit('Văn phòng', { duties: [{ text: '- Tổ chức khảo sát, đo lường sự hài lòng', place: {} }] }),
      ],
    }),
    'survey_owner_disagrees',
    'I.1',
  ],
  [
    'a department written with two dashes',
    plan({
      criteria: [
        row('I', [5000], { ownerWords: 'Văn phòng HĐND - UBND phường' }),
        row('II', [5000], { ownerWords: 'Văn phòng HĐND – UBND phường' }),
      ],
      units: [unit('Văn phòng HĐND - UBND')],
    }),
    'two_spellings',
    'Văn phòng HĐND - UBND',
  ],
];

describe('checking a plan', () => {
  it('finds nothing in a plan without a fault', () => {
    expect(checkPlan(plan(), { knownDepartments: ['Phòng Văn hoá – Xã hội'] })).toEqual([]);
  });

  it.each(cases)('finds %s', (_sentence, reading, kind, subject) => {
    expect(checkPlan(reading)).toContainEqual(expect.objectContaining({ kind, subject }));
  });

  it('finds a department the directory does not know', () => {
    expect(kinds(checkPlan(plan(), { knownDepartments: ['Văn phòng'] }))).toEqual(['owner_unknown']);
  });

  it('proposes the sum for a parent that differs, in whole hundredths', () => {
    const [found] = checkPlan(withRows(row('I', [10_000]), row('I.1', [9955])));
    expect(found).toMatchObject({
      params: { difference: 45 },
      suggestion: [{ property: 'maxPoints', value: 9955 }],
    });
  });

  it('puts errors first and changes nothing', () => {
    const reading = withRows(row('I', [10_000, 10_001, 9000]), row('I.1', [9000], { units: [] }));
    const before = structuredClone(reading);
    const ranks = checkPlan(reading).map((finding) => ['error', 'warning', 'note'].indexOf(finding.severity));
    expect(ranks).toEqual(ranks.toSorted());
    expect(reading).toEqual(before);
  });

  it('settles all slips of one text with one correction', () => {
    const findings = checkPlan(titled('Đề lãnh đạo phê bình; hành vi những nhiều, tiêu cực'));
    const slips = findings.filter((finding) => finding.kind === 'ocr_slip');
    expect(slips).toHaveLength(2);
    for (const slip of slips) {
      expect(slip.suggestion?.[0]?.value).toBe('Để lãnh đạo phê bình; hành vi nhũng nhiễu, tiêu cực');
    }
  });
});

describe('slips of scanning', () => {
  it.each<[string, string | undefined]>([
    ['công chức nhúng nhể dân', 'công chức nhũng nhiễu dân'],
    ['Đổi thoại với dân', 'Đối thoại với dân'],
    ['ĐIỂM TỐT ĐA', 'ĐIỂM TỐI ĐA'],
    ['Tỷ lệ giám chi', 'Tỷ lệ giảm chi'],
    ['Rà soát VBQPP', 'Rà soát VBQPPL'],
    ['các DDVSN', 'các ĐVSN'],
    ['Lưu: VT, VHXX', 'Lưu: VT, VHXH'],
    ['Quyết định 1435/QĐUBND', 'Quyết định 1435/QĐ-UBND'],
    ['giai đoạn 20112020', 'giai đoạn 2011-2020'],
    ['KINH TẾ - XàHỘI', 'KINH TẾ - XÃ HỘI'],
    ['cơ quan Hiệp quản', 'cơ quan Hiệp quản'],
    ['giải quyết những nhiều việc tồn đọng', undefined],
    ['giải quyết vấn đề lãnh đạo phê bình', undefined],
    ['Rà soát VBQPPL', undefined],
    ['1435/QĐ-UBND năm 2026', undefined],
    ['tiến tới đa dạng', undefined],
  ])('%s', (title, mended) => {
    const slips = checkPlan(titled(title)).filter((finding) => finding.kind === 'ocr_slip');
    expect(slips).toHaveLength(mended === undefined ? 0 : 1);
    if (mended !== undefined) expect(slips[0]?.suggestion?.[0]?.value ?? title).toBe(mended);
  });
});

describe('the sentences of findings', () => {
  it.each(FINDING_KINDS.map((kind) => [kind]))('say %s in both languages', (kind) => {
    for (const language of ['vi', 'en'] as const) {
      const sentence = findingSentence({ kind, severity: 'note', subject: 'I.1', params: {} }, language);
      for (const part of Object.values(sentence)) {
        expect(part.normalize('NFC')).toBe(part);
        expect(part).not.toMatch(/undefined|NaN/u);
        expect(part.length).toBeGreaterThan(5);
      }
    }
  });
});
