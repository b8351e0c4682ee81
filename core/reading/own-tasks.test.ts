import { describe, expect, it } from 'vitest';
import { codesWithOwnTask } from './own-tasks.ts';

const leaves = [
  { code: 'V.9.4', title: 'Tỷ lệ giải ngân vốn đầu tư công' },
  { code: 'V.9.5', title: 'Mức độ xử lý phản ánh, kiến nghị' },
];
const GENERIC = 'Xây dựng giải pháp khắc phục các tiêu chí chưa đạt điểm tối đa';

describe('a leaf with a task of its own', () => {
  it.each([
    ['is one whose words a task says', 'Đẩy nhanh giải ngân vốn đầu tư công', ['V'], ['V.9.4']],
    ['is one a task is linked to, whatever its words', 'Họp giao ban hằng tuần', ['V.9.4'], ['V.9.4']],
    ['is one a general line is linked to by hand', GENERIC, ['V.9.5'], ['V.9.5']],
    ['is not one whose field alone is linked', 'Họp giao ban hằng tuần', ['V'], []],
    ['is not one a general line names', `${GENERIC} giải ngân vốn đầu tư công`, ['V'], []],
    ['is not one of another field', 'Đẩy nhanh giải ngân vốn đầu tư công', ['VI'], []],
    ['is not one whose neighbour is linked', 'Họp giao ban hằng tuần', ['V.9.40'], []],
  ])('%s', (_, text, criteria, codes) => {
    expect([...codesWithOwnTask(leaves, [{ key: '2.1/1', text, criteria }])]).toEqual(codes);
  });
});
