import { describe, expect, it } from 'vitest';
import {
  type AnnexDifference,
  annexDifferenceSchema,
  compareAnnex,
  type ReadAnnex,
} from './annex-difference.ts';

const kept = {
  rows: [
    {
      id: '1',
      code: 'I.1',
      title: 'Đảm bảo hoà giải ở cơ sở – tổ dân phố',
      maxPoints: 100,
      lastPoints: 85,
      targetPoints: null,
      ownerNames: ['Văn phòng HĐND - UBND'],
      ownerWords: 'Văn phòng HĐND - UBND phường',
    },
  ],
  tasks: [
    {
      key: '2.1/1',
      text: 'Kiểm tra biên chế',
      deadlineWords: 'quý II/2026',
      ownerNames: ['Phòng Văn hóa - Xã hội'],
    },
  ],
};
type Row = ReadAnnex['criteria'][number];
type Task = ReadAnnex['tasks'][number];
const row: Row = {
  code: 'I.1',
  title: 'Đảm bảo hoà giải ở cơ sở – tổ dân phố',
  maxPoints: 100,
  lastPoints: 85,
  units: [{ name: 'Văn phòng HĐND - UBND' }],
  ownerWords: 'Văn phòng HĐND - UBND phường',
};
const task: Task = {
  key: '2.1/1',
  text: 'Kiểm tra biên chế',
  deadline: { words: 'quý II/2026' },
  units: [{ name: 'Phòng Văn hóa - Xã hội' }],
};

type Change = Partial<Pick<AnnexDifference, 'property' | 'before' | 'after'>>;
const cases: [sentence: string, row: Partial<Row>, task: Partial<Task>, differences: Change[]][] = [
  ['the same file has no differences', {}, {}, []],
  [
    'another place of the tone mark, another dash, more spaces: none',
    { title: 'Đảm bảo hòa  giải ở cơ sở - tổ dân phố' },
    {},
    [],
  ],
  ['decomposed letters: none', { title: row.title.normalize('NFD') }, {}, []],
  [
    'a changed word is one',
    { title: 'Đảm bảo hòa giải' },
    {},
    [{ property: 'title', after: 'Đảm bảo hòa giải' }],
  ],
  ['capital letters are an edit', { title: row.title.toUpperCase() }, {}, [{ property: 'title' }]],
  ['a changed score', { lastPoints: 90 }, {}, [{ property: 'lastPoints', before: 85, after: 90 }]],
  ['a target filled in', { targetPoints: 95 }, {}, [{ property: 'targetPoints', before: null, after: 95 }]],
  [
    'another owner',
    { units: [{ name: 'Trạm Y tế' }], ownerWords: 'Trạm Y tế' },
    {},
    [{ property: 'units', after: ['Trạm Y tế'] }],
  ],
  ['an untouched cell, read under another name', { units: [{ name: 'Văn phòng' }] }, {}, []],
  [
    'a cell emptied, so that the row inherits',
    { units: [{ name: 'Trạm Y tế', inheritedFrom: 'I' }], ownerWords: '' },
    {},
    [{ property: 'units', after: [] }],
  ],
  [
    'a task put off',
    {},
    { deadline: { words: 'quý III/2026' } },
    [{ property: 'deadline', before: 'quý II/2026', after: 'quý III/2026' }],
  ],
  ['a task rewritten', {}, { text: 'Kiểm tra hợp đồng' }, [{ property: 'text' }]],
];

describe('an annex read back', () => {
  it.each(cases)('%s', (_sentence, changedRow, changedTask, differences) => {
    const found = compareAnnex(kept, {
      criteria: [{ ...row, ...changedRow }],
      tasks: [{ ...task, ...changedTask }],
    });
    expect(found.differences).toHaveLength(differences.length);
    expect(found).toMatchObject({ differences, missing: [], added: [] });
    for (const difference of found.differences)
      expect(annexDifferenceSchema.parse(difference)).toEqual(difference);
  });

  it('names what is kept but absent and what is new', () => {
    const found = compareAnnex(kept, {
      criteria: [{ ...row, code: 'I.2' }],
      tasks: [{ ...task, key: '2.1/9' }],
    });
    expect(found.missing).toEqual([
      { target: 'criterion', subject: 'I.1' },
      { target: 'task', subject: '2.1/1' },
    ]);
    expect(found.added).toEqual([
      { target: 'criterion', subject: 'I.2' },
      { target: 'task', subject: '2.1/9' },
    ]);
  });

  it('misses no tasks in a file that holds only the annex', () => {
    expect(compareAnnex(kept, { criteria: [row], tasks: [] }).missing).toEqual([]);
  });
});
