import { describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { FindingKind } from './plan-reading.ts';
import { proposeForFinding, proposeForRow, proposeSection } from './propose-task.ts';

const ownerOf = (departmentId: string, role: 'lead' | 'coordinate' = 'lead') => ({
  departmentId,
  name: departmentId,
  role,
  inheritedFrom: null,
});

function row(changes: Partial<AnnexRow> = {}): AnnexRow {
  return {
    id: 'V.9.4',
    parentId: null,
    code: 'V.9.4',
    level: 3,
    isLeaf: true,
    title: 'Tỷ lệ giải ngân',
    source: 'self',
    maxPoints: 100,
    lastPoints: 51,
    targetPoints: 100,
    owners: [],
    ownerWords: '',
    tasks: 0,
    version: 1,
    ...changes,
  };
}

describe('the words proposed for a task on a row', () => {
  it.each([
    [
      'that the unit scores itself',
      {},
      'Rà soát nguyên nhân mất điểm và tổ chức khắc phục đối với nội dung “Tỷ lệ giải ngân” (mục V.9.4), còn thiếu 0,49 điểm',
    ],
    [
      'that a survey scores',
      { source: 'survey' as const },
      'Rà soát nguyên nhân kết quả khảo sát còn thấp và cải thiện mức độ hài lòng đối với nội dung “Tỷ lệ giải ngân” (mục V.9.4), còn thiếu 0,49 điểm',
    ],
    [
      'of bonus points',
      { source: 'bonus' as const },
      'Thực hiện và lập hồ sơ đề nghị điểm thưởng đối với nội dung “Tỷ lệ giải ngân” (mục V.9.4), còn thiếu 0,49 điểm',
    ],
    [
      'that took points away',
      { source: 'penalty' as const, maxPoints: 0, targetPoints: 0, lastPoints: -50 },
      'Rà soát, khắc phục và phòng ngừa việc bị trừ điểm đối với nội dung “Tỷ lệ giải ngân” (mục V.9.4), năm trước bị trừ 0,50 điểm',
    ],
    ['that reached its target', { lastPoints: 100 }, 'Thực hiện nội dung “Tỷ lệ giải ngân” (mục V.9.4)'],
    [
      'with a long title, without its brackets',
      { lastPoints: 100, title: `Sáng kiến (${'trong cải cách hành chính, '.repeat(5)})` },
      'Thực hiện nội dung “Sáng kiến” (mục V.9.4)',
    ],
    ['not scored last year', { lastPoints: null }, 'Thực hiện nội dung “Tỷ lệ giải ngân” (mục V.9.4)'],
  ])('%s', (_, changes, text) => {
    expect(proposeForRow(row(changes))).toMatchObject({ text, codes: ['V.9.4'] });
  });

  it.each([
    ['its leads', [ownerOf('a'), ownerOf('b', 'coordinate'), ownerOf('c')], ['a', 'c']],
    [
      'whoever is named first where none leads',
      [ownerOf('b', 'coordinate'), ownerOf('c', 'coordinate')],
      ['b'],
    ],
    ['nobody for a row of nobody', [], []],
  ])('is proposed to %s', (_, owners, ownerIds) => {
    expect(proposeForRow(row({ owners })).ownerIds).toEqual(ownerIds);
  });
});

describe('a task from a finding', () => {
  const about = (kind: FindingKind, subject = 'V.9.4') =>
    proposeForFinding({ kind, severity: 'warning', subject, params: {} }, [row({ owners: [ownerOf('a')] })]);

  it.each([
    ['lost points are won back', 'lost_points_without_task', /^Rà soát nguyên nhân mất điểm/u],
    ['a row of nobody is given to somebody', 'leaf_without_owner', /^Phân công đơn vị chủ trì/u],
    ['two owners are made to agree', 'owner_disagrees', /^Thống nhất đơn vị chủ trì, đơn vị phối hợp/u],
    ['two owners of a survey agree', 'survey_owner_disagrees', /^Thống nhất đơn vị chủ trì khảo sát/u],
  ] as const)('%s', (_, kind, text) => {
    expect(about(kind)).toEqual({
      text: expect.stringMatching(text),
      ownerIds: ['a'],
      codes: ['V.9.4'],
    });
  });

  it.each([
    ['a slip of the scanner is corrected, not worked on', 'ocr_slip', 'V.9.4'],
    ['a row that is no longer there has none', 'lost_points_without_task', 'X.1'],
  ] as const)('%s', (_, kind, subject) => {
    expect(about(kind, subject)).toBeUndefined();
  });
});

describe('the section of a new task', () => {
  const work = (section: string, ...codes: string[]) => ({
    section,
    criteria: codes.map((code) => ({ id: code, code, title: code })),
  });
  const tasks = [work('2.1', 'I'), work('2.2', 'V.9'), work('2.3', 'V'), work('2.3', 'V.1'), work('2.9')];

  it.each([
    ['is where most tasks of its field stand', ['V.9.4'], tasks, '2.3'],
    ['is the earlier of two equal ones', ['V.9.4'], tasks.slice(0, 3), '2.2'],
    ['is the last one when its field has no task', ['VIII.1'], tasks, '2.9'],
    ['is the last one without a criterion', [], tasks, '2.9'],
    ['is unknown in a plan without tasks', ['V'], [], undefined],
  ])('%s', (_, codes, all, section) => {
    expect(proposeSection(codes, all)).toBe(section);
  });

  it('does not take field VI for field V', () => {
    expect(proposeSection(['V.1'], [work('2.1', 'VI.1'), work('2.2', 'VII')])).toBe('2.2');
  });
});
