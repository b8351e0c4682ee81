import { describe, expect, it } from 'vitest';
import { sumPoints } from '#core/points.ts';
import { addReason, openForm, pointsOfRow, readForm, typePoints, unaccounted } from './ruling-form.ts';

const SEEN = { judged: 'x', previousId: null };
const opened = () => openForm({ from: 80, points: 80 }, undefined, 'vi');
const cutTo = (points: string) => typePoints(opened(), points, 80);
const worded = (form: ReturnType<typeof opened>) => ({
  ...form,
  reasons: form.reasons.map((reason) => ({ ...reason, text: 'Thiếu bản ký' })),
});

describe('a cut', () => {
  it('opens its first reason, which takes the whole difference', () => {
    const form = cutTo('0,5');
    expect([form.reasons.length, pointsOfRow(form, 0, 80), unaccounted(form, 80)]).toEqual([1, 30, 0]);
  });

  it('takes the reason away again when nothing differs and nothing was written', () => {
    expect(typePoints(cutTo('0,5'), '0,80', 80).reasons).toEqual([]);
  });

  it('leaves to the first reason without points what the others do not take', () => {
    const two = addReason(cutTo('0,5'), 'late');
    const form = {
      ...two,
      reasons: two.reasons.map((each, at) => (at === 1 ? { ...each, points: '0,1' } : each)),
    };
    expect([pointsOfRow(form, 0, 80), pointsOfRow(form, 1, 80)]).toEqual([20, 10]);
    const read = readForm(worded(form), 80, SEEN);
    expect('input' in read && sumPoints(read.input.reasons.map(({ points }) => points))).toBe(30);
  });

  it('says how much has no reason yet', () => {
    const form = cutTo('0,5');
    const typed = { ...form, reasons: form.reasons.map((each) => ({ ...each, points: '0,1' })) };
    expect(unaccounted(typed, 80)).toBe(20);
  });

  it('fills the empty reason when one written before is used again', () => {
    const form = addReason(cutTo('0,5'), 'late', 'Nộp chậm');
    expect(form.reasons).toMatchObject([{ cause: 'late', text: 'Nộp chậm' }]);
  });
});

describe('what is sent', () => {
  it.each([
    ['points that are none', { ...opened(), points: 'abc' }, ['points']],
    ['a reason without words', cutTo('0,5'), ['reason 0']],
  ])('is not %s', (_sentence, form, fields) => {
    const read = readForm(form, 80, SEEN);
    expect('faults' in read && [...read.faults.keys()]).toEqual(fields);
  });

  it('gives first points without any reason', () => {
    const form = typePoints(openForm({ from: null, points: null }, undefined, 'vi'), '0,9', null);
    const read = readForm({ ...form, note: 'SIPAS' }, null, SEEN);
    expect('input' in read && read.input).toMatchObject({ points: 90, reasons: [], note: 'SIPAS' });
  });
});
