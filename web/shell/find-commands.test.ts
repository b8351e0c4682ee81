import { describe, expect, it } from 'vitest';
import { type Command, findCommands } from './find-commands.ts';

const commands: Command[] = [
  { key: 'page', group: 'groupPages', label: 'Điểm còn thiếu', address: '/gaps' },
  {
    key: 'vii3',
    group: 'groupCriteria',
    label: 'Dịch vụ công trực tuyến',
    hint: 'VII.3',
    address: '/criteria/VII.3',
  },
  {
    key: 'vii31',
    group: 'groupCriteria',
    label: 'Tỷ lệ hồ sơ trực tuyến',
    hint: 'VII.3.1',
    address: '/criteria/VII.3.1',
  },
  { key: 'i1', group: 'groupCriteria', label: 'Kế hoạch CCHC', hint: 'I.1', address: '/criteria/I.1' },
];

describe('quick search', () => {
  it.each([
    ['finds a page without diacritics', 'diem con', ['page']],
    ['puts the exact code before its children', 'vii.3', ['vii3', 'vii31']],
    ['takes a code typed in figures', '7.3.1', ['vii31']],
    ['takes a field in figures with what is below it', '7.3', ['vii3', 'vii31']],
    ['takes words in any order', 'truc tuyen ho so', ['vii31']],
    ['finds nothing where nothing matches', 'khảo cổ', []],
    ['offers pages when nothing is typed', '', ['page']],
  ])('%s', (_, typed, keys) => {
    expect(findCommands(commands, typed).map((command) => command.key)).toEqual(keys);
  });
});
