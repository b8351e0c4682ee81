import { describe, expect, it } from 'vitest';
import { continuedTasks } from './confirm-reading.ts';
import { kindOfDepartment, planDepartments } from './place-departments.ts';

it.each([
  ['Các phòng, ban, đơn vị sự nghiệp', 'group'],
  ['Văn phòng HĐND - UBND', 'office'],
  ['Phòng Văn hóa - Xã hội', 'department'],
  ['Trường Tiểu học Hồ Sen', 'school'],
  ['Trưởng ban Dân vận', 'department'],
  ['Trung tâm Phục vụ hành chính công', 'service'],
  ['Sở Nội vụ', 'outside'],
] as const)('%s is taken for: %s', (name, kind) => {
  expect(kindOfDepartment(name)).toBe(kind);
});

describe('departments of a document', () => {
  const known = [{ id: '1', name: 'Văn phòng HĐND - UBND', spellings: [] }];
  const place = (names: string[]) =>
    planDepartments(
      known,
      names.map((name) => ({ name, spellings: [] })),
    );

  it('finds a known one under another spelling', () => {
    expect(place(['Văn phòng HĐND – UBND phường']).created).toEqual([]);
  });

  it('makes an unknown one once, whatever its spellings', () => {
    const { created } = place(['Phòng Văn hoá - Xã hội', 'Phòng Văn hóa – Xã hội', 'Phòng Kinh tế']);
    expect(created.map(({ name }) => name)).toEqual(['Phòng Văn hoá - Xã hội', 'Phòng Kinh tế']);
  });
});

describe('tasks that continue', () => {
  const former = (text: string, status: 'done' | 'not_started', isFollowedUp = false) => [
    { id: 'a', key: '2.1/1', text, status, percent: 0, isFollowedUp },
  ];
  it.each([
    ['same key and words, worked on', 'Rà soát hồ sơ', 'done', '2.1/1', true],
    ['a tone mark placed otherwise', 'Hoà giải', 'done', '2.1/1', true],
    ['nobody worked on it yet', 'Rà soát hồ sơ', 'not_started', '2.1/1', false],
    ['other words', 'Việc khác', 'done', '2.1/1', false],
    ['another key', 'Rà soát hồ sơ', 'done', '2.1/2', false],
  ] as const)('%s', (_, text, status, key, continues) => {
    const words = text === 'Hoà giải' ? 'Hòa giải' : 'Rà soát hồ sơ';
    expect(continuedTasks(former(text, status), [{ key, text: words }]).has(key)).toBe(continues);
  });

  it('continue also where only a document or a hand-over was kept', () => {
    const tasks = [{ key: '2.1/1', text: 'Rà soát hồ sơ' }];
    expect(continuedTasks(former('Rà soát hồ sơ', 'not_started', true), tasks).size).toBe(1);
  });
});
