import { describe, expect, it } from 'vitest';
import type { Block } from '#core/reading/blocks.ts';
import type { Correction, PlanReading } from '#core/reading/plan-reading.ts';
import {
  addCorrection,
  applySuggestion,
  dropCorrection,
  previewChange,
  previewCorrections,
} from './draft-corrections.ts';
import { findInSource, type Spot } from './find-in-source.ts';

const READING = {
  document: {
    format: 'docx',
    subject: 'nâng cao Chỉ số',
    legalBasis: [],
    recipients: [],
    signature: { capacity: [] },
    places: {},
    notes: [],
  },
  criteria: [
    {
      code: 'I.1',
      title: 'Đổi thoại',
      level: 2,
      isLeaf: true,
      maxPoints: 100,
      lastPoints: 80,
      units: [],
      ownerWords: '',
      source: 'self',
      place: {},
    },
  ],
  tasks: [],
  units: [],
  goals: [],
  findings: [],
  unplaced: [],
} satisfies PlanReading;

const lastPoints = (value: number, before: number): Correction => ({
  target: 'criterion',
  subject: 'I.1',
  property: 'lastPoints',
  value,
  before,
});

describe('corrections of a draft', () => {
  it('a value corrected twice keeps what was read at first', () => {
    expect(addCorrection([lastPoints(90, 80)], lastPoints(95, 90))).toEqual([lastPoints(95, 80)]);
  });
  it('a value put back to what was read needs no correction', () => {
    expect(addCorrection([lastPoints(90, 80)], lastPoints(80, 90))).toEqual([]);
  });
  it('a correction can be dropped', () => {
    expect(dropCorrection([lastPoints(90, 80)], lastPoints(0, 0))).toEqual([]);
  });
  it('a suggestion remembers what it replaces', () => {
    const suggestion: Correction[] = [
      { target: 'criterion', subject: 'I.1', property: 'title', value: 'Đối thoại' },
    ];
    expect(applySuggestion(READING, [], suggestion)).toEqual([{ ...suggestion[0], before: 'Đổi thoại' }]);
  });
  it('the preview lays them over the reading and leaves the reading alone', () => {
    expect(previewCorrections(READING, [lastPoints(90, 80)]).criteria[0]?.lastPoints).toBe(90);
    expect(READING.criteria[0]?.lastPoints).toBe(80);
  });
  it('a correction dropped from the list shows what was read again', () => {
    const corrected = previewCorrections(READING, [lastPoints(90, 80)]);
    expect(previewChange(corrected, [lastPoints(90, 80)], []).criteria[0]?.lastPoints).toBe(80);
  });
});

const BLOCKS: Block[] = [
  { kind: 'paragraph', text: 'KẾ HOẠCH', level: 0, place: { paragraph: 1, page: 1 } },
  {
    kind: 'table',
    place: { table: 1 },
    rows: [
      {
        place: { table: 1, row: 1 },
        cells: [
          { text: 'I.1', span: 1, place: { table: 1, row: 1, column: 1 } },
          { text: 'Đối thoại', span: 1, place: { table: 1, row: 1, column: 2 } },
        ],
      },
    ],
  },
];

describe('a place is found in the source', () => {
  const cases: [string, Parameters<typeof findInSource>[1], Spot | undefined][] = [
    ['as the very cell', { table: 1, row: 1, column: 2 }, { block: 1, row: 0, cell: 1 }],
    ['as the row', { table: 1, row: 1 }, { block: 1, row: 0 }],
    ['as a paragraph, though the page is not named', { paragraph: 1 }, { block: 0 }],
    ['as the nearest row when the cell is unknown', { table: 1, row: 1, column: 9 }, { block: 1, row: 0 }],
    ['nowhere when nothing agrees', { paragraph: 7 }, undefined],
  ];
  it.each(cases)('%s', (_sentence, place, spot) => {
    expect(findInSource(BLOCKS, place)).toEqual(spot);
  });
});
