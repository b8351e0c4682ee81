import { describe, expect, it } from 'vitest';
import { departmentKey, departmentName, settleNames } from './department-names.ts';
import { readOwners } from './read-owners.ts';

describe('the departments of a responsibility cell', () => {
  it.each([
    ['one department', 'Phòng Văn hóa - Xã hội', [{ words: 'Phòng Văn hóa - Xã hội' }]],
    [
      'a comma inside a name',
      'Phòng Kinh tế, Hạ tầng – Đô thị',
      [{ words: 'Phòng Kinh tế, Hạ tầng – Đô thị' }],
    ],
    [
      'all departments are one owner',
      'Các phòng, ban, đơn vị sự nghiệp thuộc phường',
      [{ words: 'Các phòng, ban, đơn vị sự nghiệp thuộc phường' }],
    ],
    [
      'two departments with two roles',
      'Văn phòng HĐND – UBND phường theo dõi đôn đốc, các phòng, ban, đơn vị theo chức năng nhiệm vụ được phân công',
      [
        { words: 'Văn phòng HĐND – UBND phường', role: 'monitor' },
        { words: 'các phòng, ban, đơn vị', role: 'lead' },
      ],
    ],
    [
      'a lead and a helper',
      'Phòng Kinh tế chủ trì, phối hợp với Văn phòng HĐND và UBND',
      [
        { words: 'Phòng Kinh tế', role: 'lead' },
        { words: 'Văn phòng HĐND và UBND', role: 'coordinate' },
      ],
    ],
    [
      'two lines of a cell',
      'Phòng Kinh tế\nPhòng Văn hóa - Xã hội',
      [{ words: 'Phòng Kinh tế' }, { words: 'Phòng Văn hóa - Xã hội' }],
    ],
    [
      'a name broken over two lines',
      'Văn phòng HĐND -\nUBND phường',
      [{ words: 'Văn phòng HĐND - UBND phường' }],
    ],
    ['an empty cell', '', []],
  ])('%s', (_sentence, cell, owners) => {
    expect(readOwners(cell)).toEqual(owners);
  });
});

describe('one name for all spellings of a department', () => {
  it.each([
    ['Văn phòng HĐND – UBND phường', 'Văn phòng HĐND - UBND'],
    ['phòng Văn hóa-Xã hội phường Hồ Sen', 'Phòng Văn hóa - Xã hội'],
    ['Các phòng, ban, đơn vị sự nghiệp thuộc phường', 'Các phòng, ban, đơn vị sự nghiệp'],
    ['Công an phường', 'Công an phường'],
    ['UBND phường', 'UBND phường'],
  ])('%s is kept as %s', (words, name) => {
    expect(departmentName(words)).toBe(name);
  });

  it('finds the same department behind "và", dashes, tone positions and initials', () => {
    expect(departmentKey('Phòng Kinh tế, Hạ tầng và Đô thị phường')).toBe(
      departmentKey('Phòng Kinh tế, Hạ tầng – Đô thị'),
    );
    const names = settleNames(['Phòng VHXH', 'Phòng Văn hoá – Xã hội', 'Phòng Văn hóa - Xã hội']);
    expect(names.nameOf('Phòng VHXH')).toBe('Phòng Văn hoá - Xã hội');
    expect(names.nameOf('phòng Văn hóa-Xã hội phường')).toBe('Phòng Văn hoá - Xã hội');
    expect(names.spellingsOf('Phòng Văn hoá - Xã hội')).toEqual([
      'Phòng VHXH',
      'Phòng Văn hoá – Xã hội',
      'Phòng Văn hóa - Xã hội',
    ]);
  });

  it('a known department gives its own name to all its spellings', () => {
    const names = settleNames(
      ['VP HĐND-UBND'],
      [{ name: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', spellings: ['Văn phòng HĐND - UBND'] }],
    );
    expect(names.nameOf('VP HĐND-UBND')).toBe('Văn phòng Hội đồng nhân dân và Ủy ban nhân dân');
  });
});
