import { describe, expect, it } from 'vitest';
import { printCell } from './print-cell.ts';
import { cellReader } from './read-cell.ts';
import type { Column } from './register.ts';

const column = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  key: 'c',
  title: 'Cột',
  kind,
  isRequired: false,
  ...more,
});
const KIND = column('choice', { choices: [{ key: 'budget', title: 'Ngân sách' }] });

describe('cells as they are written', () => {
  it.each([
    ['a day of one digit', column('date'), '5/9/2026', '2026-09-05'],
    ['a day with dots and two digits of a year', column('date'), '05.09.26', '2026-09-05'],
    ['a day in words', column('date'), 'ngày 5 tháng 9 năm 2026', '2026-09-05'],
    ['a month', column('month'), '9/2026', '2026-09'],
    ['a month in words', column('month'), 'Tháng 9/2026', '2026-09'],
    ['a month given as a day', column('month'), '30/9/2026', '2026-09'],
    ['a decimal comma', column('number'), '0,5', 0.5],
    ['thousands with dots', column('number', { decimals: 0 }), '1.812', 1812],
    ['a decimal point below one', column('number'), '0.125', 0.125],
    ['a percent sign', column('number', { unit: '%' }), '98,5 %', 98.5],
    ['a choice by its title in other letters', KIND, 'NGÂN SÁCH', 'budget'],
    ['a choice by its key', KIND, 'budget', 'budget'],
    ['yes', column('flag'), 'Có', true],
    ['a cross', column('flag'), 'x', true],
    ['no', column('flag'), 'không', false],
    ['nothing', column('date'), ' ', null],
  ])('reads %s', (_, of, written, value) => {
    expect(cellReader(of)(written)).toEqual({ value });
    expect(cellReader(of)(printCell(of, value))).toEqual({ value });
  });

  it.each([
    ['a day that is not', column('date'), '30/2/2026', 'unreadable'],
    ['a month that is not', column('month'), '13/2026', 'unreadable'],
    ['a word for a number', column('number'), 'mười', 'unreadable'],
    ['a part of a count', column('number', { decimals: 0 }), '1,5', 'decimals'],
    ['a negative count', column('number', { decimals: 0 }), '-1', 'negative'],
    ['a choice nobody knows', KIND, 'khác', 'unreadable'],
    ['an address that runs code', column('link'), 'javascript:alert(1)', 'unreadable'],
    ['nothing where something must be', column('text', { isRequired: true }), '', 'required'],
  ])('refuses %s', (_, of, written, kind) => {
    expect(cellReader(of)(written)).toMatchObject({ fault: { kind } });
  });
});
