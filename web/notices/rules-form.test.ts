import { describe, expect, it } from 'vitest';
import { noticeSettingsSchema, USUAL_SETTINGS } from '#core/notices/notice-settings.ts';
import { notices } from '#web/words/vi/notices.ts';
import { draftOf, readOffsets, readRules, readSilence, readTime } from './rules-form.ts';

const { rules: words } = notices;

describe('the form of the rules', () => {
  it.each([
    ['days apart by commas, in rising order', '7, 3,1', [1, 3, 7]],
    ['days apart by spaces', '3  1', [1, 3]],
    ['each day once', '3, 3', [3]],
    ['nothing for no reminder', '  ', []],
    ['no day zero: that is the last day itself', '0, 1', undefined],
    ['no more than sixty', '61', undefined],
    ['no part of a day', '1.5', undefined],
    ['no words', 'ba ngày', undefined],
    ['no more than six', '1,2,3,4,5,6,7', undefined],
  ])('reads %s', (_, typed, days) => {
    expect(readOffsets(typed)).toEqual(days);
  });

  it.each([
    ['a time in full', '07:30', '07:30'],
    ['a time as people write it', '7h30', '07:30'],
    ['a time with giờ', '7g05', '07:05'],
    ['no hour 24', '24:00', undefined],
    ['no minute 60', '7:60', undefined],
    ['no hour alone', '7', undefined],
  ])('reads %s', (_, typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  it.each([
    ['14', 14],
    ['0', undefined],
    ['121', undefined],
    ['', undefined],
  ])('reads silence of %s days', (typed, days) => {
    expect(readSilence(typed)).toBe(days);
  });

  it('gives back what it was made of, in a shape the server takes', () => {
    const read = readRules(draftOf(USUAL_SETTINGS));
    expect(read).toEqual(USUAL_SETTINGS);
    expect(noticeSettingsSchema.parse(read)).toEqual(USUAL_SETTINGS);
  });

  it('says nothing while something cannot be read', () => {
    expect(readRules({ ...draftOf(USUAL_SETTINGS), sendAt: '25:00' })).toBeUndefined();
  });
});

it.each<[string, string, string]>([
  [
    'the owner',
    words.says.owner(words.when([7, 3, 1], true, [1, 3, 7])),
    'Được nhắc trước hạn 7, 3 và 1 ngày, đúng ngày đến hạn và khi quá hạn 1, 3 và 7 ngày.',
  ],
  [
    'the head',
    words.says.head(words.when([], false, [3, 7])),
    'Được nhắc như cán bộ của đơn vị; khi quá hạn 3 và 7 ngày thì việc được đưa lên để chỉ đạo.',
  ],
  [
    'the focal officer',
    words.says.focal(words.when([], true, [1])),
    'Được báo việc của mọi đơn vị đúng ngày đến hạn và khi quá hạn 1 ngày.',
  ],
  ['nobody', words.says.leader(words.when([], false, [])), 'Không được nhắc theo thời hạn.'],
])('a sentence tells when %s is reminded', (_, sentence, expected) => {
  expect(sentence).toBe(expected);
});
