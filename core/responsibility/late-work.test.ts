import { expect, it } from 'vitest';
import type { Task } from '#core/plans/task.ts';
import { type AroundWork, datedWorkOf } from './late-work.ts';
import { refuseVerdict } from './verdict.ts';

const owner = (name: string, role: 'lead' | 'coordinate') => ({
  departmentId: name,
  name,
  role,
  inheritedFrom: null,
});
const task: Task = {
  id: '00000000-0000-4000-8000-000000000001',
  key: '2.1/1',
  section: '2.1',
  sectionTitle: '',
  text: 'Ban hành kế hoạch kiểm tra',
  deadline: { words: 'trước 30/6/2026', kind: 'before', to: '2026-06-30' },
  dueTo: '2026-06-30',
  status: 'in_progress',
  percent: 50,
  timeliness: 'overdue',
  daysLeft: -5,
  occurrence: null,
  dueByDocument: null,
  finishedOn: null,
  verdict: null,
  reportingState: 'overdue',
  holder: { holder: 'owner', departmentId: null, name: null, since: null, answerBy: null },
  openObstacles: 0,
  steps: { done: 0, all: 0 },
  owners: [owner('Trường học', 'coordinate'), owner('Văn phòng', 'lead'), owner('Phòng Kinh tế', 'lead')],
  criteria: [],
  pointsAtStake: 0,
  lastUpdateAt: null,
  lastNote: null,
  version: 1,
};
const extension = {
  kind: 'extension' as const,
  number: '125/SNV-CCHC',
  issuer: 'Sở Nội vụ',
  issuedOn: '2026-06-01',
  formerDueOn: '2026-06-30',
  dueOn: '2026-07-15',
};
const directive = { ...extension, kind: 'directive' as const, formerDueOn: null, dueOn: '2026-07-01' };
const windows = [{ to: '2026-03-31' }, { to: '2026-06-30' }, { to: '2026-09-30' }];
const around = (documents: AroundWork['documents']): AroundWork => ({
  moves: [],
  documents,
  explanation: null,
  decision: null,
  version: 0,
});
const told = '125/SNV-CCHC ngày 01/06/2026, Sở Nội vụ';

it.each([
  ['the plan gives the day', {}, [], ['2026-06-30', '2026-06-30', null]],
  [
    'an extension leaves the original day',
    { dueTo: '2026-07-15' },
    [extension],
    ['2026-06-30', '2026-07-15', told],
  ],
  [
    'of two extensions the last is named and the first day stays',
    { dueTo: '2026-08-15' },
    [extension, { ...extension, number: '126/SNV', formerDueOn: '2026-07-15', dueOn: '2026-08-15' }],
    ['2026-06-30', '2026-08-15', told.replace('125/SNV-CCHC', '126/SNV')],
  ],
  [
    "work on request has its directive's day",
    { deadline: { words: '', kind: 'on_request' }, dueTo: '2026-07-01' },
    [directive],
    ['2026-07-01', '2026-07-01', null],
  ],
  [
    'of several windows, the one running when the extension came',
    { deadline: { words: '', kind: 'several', windows }, dueTo: '2026-07-15' },
    [extension],
    ['2026-06-30', '2026-07-15', told],
  ],
] as [string, Partial<Task>, AroundWork['documents'], unknown[]][])('%s', (_, more, documents, expected) => {
  const work = datedWorkOf({ ...task, ...more }, around(documents), '2026-08-20');
  expect([work?.originalDueOn, work?.dueOn, work?.extension]).toEqual(expected);
});

it.each([
  ['steady work has no day to be late by', { dueTo: null }],
  ['finished work of which nobody noted the day', { status: 'done', finishedOn: null }],
] as [string, Partial<Task>][])('no line: %s', (_, more) => {
  expect(datedWorkOf({ ...task, ...more }, around([]), '2026-08-20')).toBeUndefined();
});

it('names those in charge, and keeps every department that answers', () => {
  const work = datedWorkOf(task, around([]), '2026-08-20');
  expect([work?.leadName, work?.ownerNames, work?.ownerIds]).toEqual([
    'Văn phòng',
    ['Văn phòng', 'Phòng Kinh tế'],
    ['Trường học', 'Văn phòng', 'Phòng Kinh tế'],
  ]);
  expect(datedWorkOf({ ...task, owners: [] }, around([]), '2026-08-20')?.leadName).toBe('');
});

it.each([
  ['finished work may be judged met', 'done', { verdict: 'met', reason: '' }, undefined],
  [
    '"not met" says what is missing',
    'done',
    { verdict: 'not_met', reason: '' },
    { kind: 'verdict_reason_needed', field: 'reason' },
  ],
  ['with that it is taken', 'done', { verdict: 'not_met', reason: 'Thiếu biên bản' }, undefined],
  ['a verdict may be taken back', 'done', { verdict: null, reason: '' }, undefined],
  ['work going on is not judged', 'in_progress', { verdict: 'met', reason: '' }, { kind: 'task_unfinished' }],
] as const)('%s', (_, status, input, refusal) => {
  expect(refuseVerdict({ status }, input)).toEqual(refusal);
});
