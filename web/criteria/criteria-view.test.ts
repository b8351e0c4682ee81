import { describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import { arrangeRows, type CriteriaSearch, moveInTree, type TreeMove } from './criteria-view.ts';

const CULTURE = '00000000-0000-7000-8000-000000000001';

function rowOf(code: string, title: string, points: Partial<AnnexRow> = {}): AnnexRow {
  const at = code.lastIndexOf('.');
  const level = code.split('.').length as AnnexRow['level'];
  return {
    id: code,
    parentId: at < 0 ? null : code.slice(0, at),
    code,
    level,
    isLeaf: level === 3,
    title,
    source: 'self',
    maxPoints: 100,
    lastPoints: 100,
    targetPoints: 100,
    owners: [],
    ownerWords: '',
    tasks: 0,
    version: 1,
    ...points,
  };
}

const owner = {
  departmentId: CULTURE,
  name: 'Phòng Văn hóa - Xã hội',
  role: 'lead',
  inheritedFrom: null,
} as const;

const ROWS: AnnexRow[] = [
  rowOf('I', 'CHỈ ĐẠO ĐIỀU HÀNH'),
  rowOf('I.1', 'Kế hoạch cải cách'),
  rowOf('I.1.1', 'Ban hành kế hoạch', { lastPoints: 85, owners: [owner] }),
  rowOf('I.1.2', 'Khắc phục hạn chế'),
  rowOf('I.5', 'Đổi mới, sáng tạo', { isLeaf: true, maxPoints: 150, lastPoints: 50, targetPoints: 150 }),
  rowOf('V', 'CHẾ ĐỘ CÔNG VỤ'),
  rowOf('V.9', 'Đánh giá về công chức'),
  rowOf('V.9.4', 'Tình trạng nhũng nhiễu', { source: 'survey', lastPoints: 45 }),
  rowOf('V.10', 'Chưa chấm', { isLeaf: true, lastPoints: null }),
];

describe('the criteria table shows', () => {
  const cases: [string, CriteriaSearch, string[], string[]][] = [
    [
      'the whole tree when nothing is asked',
      {},
      [],
      ['I', 'I.1', 'I.1.1', 'I.1.2', 'I.5', 'V', 'V.9', 'V.9.4', 'V.10'],
    ],
    ['only the head of a closed branch', {}, ['I', 'V.9'], ['I', 'V', 'V.9', 'V.10']],
    ['a title typed without diacritics, with its ancestors', { q: 'doi moi' }, [], ['I', 'I.5']],
    ['a branch when its code is typed', { q: 'v.9' }, [], ['V', 'V.9', 'V.9.4']],
    [
      'the leaves below their target',
      { missing: true },
      [],
      ['I', 'I.1', 'I.1.1', 'I.5', 'V', 'V.9', 'V.9.4'],
    ],
    ['the survey leaves', { source: 'survey' }, [], ['V', 'V.9', 'V.9.4']],
    ['what one department answers for', { department: CULTURE }, [], ['I', 'I.1', 'I.1.1']],
    ['leaves nobody answers for', { department: 'none', q: 'I.' }, [], ['I', 'I.1', 'I.1.2', 'I.5']],
    [
      'flat leaves, the largest gap first and the unscored last',
      { sort: 'gap', descending: true },
      [],
      ['I.5', 'V.9.4', 'I.1.1', 'I.1.2', 'V.10'],
    ],
    ['flat leaves by how far they got', { sort: 'reached' }, [], ['I.5', 'V.9.4', 'I.1.1', 'I.1.2', 'V.10']],
    ['nothing when nothing fits', { q: 'không có chữ này' }, [], []],
  ];
  it.each(cases)('%s', (_sentence, search, closed, codes) => {
    expect(arrangeRows(ROWS, search, new Set(closed)).map(({ row }) => row.code)).toEqual(codes);
  });

  it('each line with its level and place among its siblings', () => {
    const line = arrangeRows(ROWS, {}, new Set()).find(({ row }) => row.code === 'I.5');
    expect(line).toMatchObject({ level: 2, position: 2, siblings: 2, hasChildren: false });
  });
});

describe('a key in the tree', () => {
  const cases: [string, string, string, TreeMove | undefined][] = [
    ['down goes to the next line', 'I', 'ArrowDown', { focus: 'I.1' }],
    ['up goes to the line before', 'I.1', 'ArrowUp', { focus: 'I' }],
    ['up on the first line stays', 'I', 'ArrowUp', undefined],
    ['right on an open branch enters it', 'I', 'ArrowRight', { focus: 'I.1' }],
    ['right on a closed branch opens it', 'V.9', 'ArrowRight', { open: 'V.9' }],
    ['right on a leaf does nothing', 'I.5', 'ArrowRight', undefined],
    ['left on an open branch closes it', 'I.1', 'ArrowLeft', { close: 'I.1' }],
    ['left on a leaf goes to its parent', 'I.1.2', 'ArrowLeft', { focus: 'I.1' }],
    ['Enter opens the page of the line', 'I.5', 'Enter', { visit: 'I.5' }],
    ['End goes to the last line', 'I', 'End', { focus: 'V.10' }],
    ['Home goes to the first line', 'V', 'Home', { focus: 'I' }],
    ['a letter does nothing', 'I', 'x', undefined],
  ];
  const view = arrangeRows(ROWS, {}, new Set(['V.9']));
  it.each(cases)('%s', (_sentence, focused, key, move) => {
    expect(moveInTree(view, focused, key)).toEqual(move);
  });
});
