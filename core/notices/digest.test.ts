import { describe, expect, it } from 'vitest';
import type { OwnerOf } from '#core/criteria/annex-row.ts';
import { daysBetween } from '#core/deadlines/days.ts';
import type { Deadline } from '#core/deadlines/deadline.ts';
import { vietnamCalendar } from '#core/deadlines/working-days.ts';
import type { Task } from '#core/plans/task.ts';
import { timelinessOf } from '#core/plans/timeliness.ts';
import { type DigestSource, digestsOf, type NoticePerson, type WaitingObstacle } from './digest.ts';
import { USUAL_SETTINGS } from './notice-settings.ts';

const CULTURE = '00000000-0000-4000-8000-000000000001';
const JUSTICE = '00000000-0000-4000-8000-000000000002';
const EVERYONE = '00000000-0000-4000-8000-000000000003';
const MONDAY = '2026-10-12';
const TUESDAY = '2026-10-13';

const person = (role: NoticePerson['role'], more: Partial<NoticePerson> = {}): NoticePerson => ({
  userId: 'one',
  role,
  departmentId: null,
  isHead: false,
  ...more,
});
const officer = person('officer', { departmentId: CULTURE });
const head = person('officer', { departmentId: CULTURE, isHead: true });
const owner = (departmentId: string, role: OwnerOf['role'] = 'lead'): OwnerOf => ({
  departmentId,
  name: departmentId === CULTURE ? 'Phòng Văn hóa - Xã hội' : 'Tư pháp',
  role,
  inheritedFrom: null,
});
const due = (to: string): Deadline => ({ words: `trước ${to}`, kind: 'window', from: '2026-01-01', to });

type Story = Partial<Task> & { deadline?: Deadline };

function taskOn(today: string, story: Story): Task {
  const deadline = story.deadline ?? due('2026-12-15');
  const status = story.status ?? 'in_progress';
  return {
    id: '00000000-0000-4000-8000-0000000000aa',
    key: 'II.1',
    section: 'II',
    sectionTitle: 'Nhiệm vụ',
    text: 'Ban hành kế hoạch tuyên truyền',
    deadline,
    ...timelinessOf({ status, deadline }, today),
    occurrence: null,
    dueByDocument: null,
    status,
    percent: 40,
    finishedOn: null,
    verdict: null,
    reportingState: 'not_due',
    holder: { holder: 'owner', departmentId: null, name: null, since: null, answerBy: null },
    openObstacles: 0,
    steps: { done: 0, all: 0 },
    owners: [owner(CULTURE)],
    criteria: [],
    pointsAtStake: 0,
    lastUpdateAt: `${today}T01:00:00Z`,
    lastNote: null,
    version: 1,
    ...story,
  };
}

function obstacle(more: Partial<WaitingObstacle>): WaitingObstacle {
  return {
    taskId: '00000000-0000-4000-8000-0000000000aa',
    status: 'open',
    holder: 'coordinator',
    departmentId: JUSTICE,
    answerBy: null,
    text: 'Chưa có hướng dẫn',
    byName: 'Cán bộ chuyên môn',
    saidOn: TUESDAY,
    ...more,
  };
}

/** What the person is told of the one task: "weekly late", "due", "nothing". */
function told(who: NoticePerson, today: string, story: Story, more: Partial<DigestSource> = {}): string {
  const digest = digestsOf([who], {
    tasks: [taskOn(today, story)],
    obstacles: [],
    departments: [
      { id: CULTURE, kind: 'department' },
      { id: JUSTICE, kind: 'department' },
      { id: EVERYONE, kind: 'group' },
    ],
    dayOf: (moment) => moment.slice(0, 10),
    today,
    since: daysBetween(MONDAY, today) === 0 ? '2026-10-09' : MONDAY,
    settings: USUAL_SETTINGS,
    calendar: vietnamCalendar([2026]),
    ...more,
  }).get(who.userId);
  if (digest === undefined) return 'nothing';
  const groups = digest.groups.map(({ group }) => group).join('+');
  return digest.isWeekly ? `weekly ${groups}` : groups;
}

describe('a digest', () => {
  const stories: [string, NoticePerson, string, Story, Partial<DigestSource>, string][] = [
    [
      'three days before the last day its owner is told',
      officer,
      TUESDAY,
      { deadline: due('2026-10-16') },
      {},
      'due',
    ],
    [
      'between two reminders nobody is told',
      officer,
      TUESDAY,
      { deadline: due('2026-10-18') },
      {},
      'nothing',
    ],
    [
      'on Monday everything due soon comes',
      officer,
      MONDAY,
      { deadline: due('2026-10-18') },
      {},
      'weekly due',
    ],
    [
      'on Monday what is far off does not come',
      officer,
      MONDAY,
      { deadline: due('2026-12-31') },
      {},
      'nothing',
    ],
    [
      'without the weekly list Monday is like other days',
      officer,
      MONDAY,
      { deadline: due('2026-10-18') },
      { settings: { ...USUAL_SETTINGS, isWeekly: false } },
      'nothing',
    ],
    ['a day late its owner is told', officer, TUESDAY, { deadline: due(MONDAY) }, {}, 'late'],
    [
      'three days late the head of the department is told',
      head,
      TUESDAY,
      { deadline: due('2026-10-10') },
      {},
      'escalated',
    ],
    [
      'a week late the leader is told',
      person('leader'),
      TUESDAY,
      { deadline: due('2026-10-06') },
      {},
      'escalated',
    ],
    [
      'three days late the leader is not told yet',
      person('leader'),
      TUESDAY,
      { deadline: due('2026-10-10') },
      {},
      'nothing',
    ],
    [
      'on the last day the focal officer is told',
      person('focal'),
      TUESDAY,
      { deadline: due(TUESDAY) },
      {},
      'escalated',
    ],
    [
      'on Monday a leader hears of everything late',
      person('leader'),
      MONDAY,
      { deadline: due('2026-09-30') },
      {},
      'weekly escalated',
    ],
    [
      'a viewer is never told',
      person('viewer', { departmentId: CULTURE }),
      MONDAY,
      { deadline: due('2026-09-30') },
      {},
      'nothing',
    ],
    [
      'a contributor is told like an officer',
      person('contributor', { departmentId: CULTURE }),
      MONDAY,
      { deadline: due('2026-09-30') },
      {},
      'weekly late',
    ],
    [
      'an appraiser is never told',
      person('appraiser', { departmentId: CULTURE }),
      MONDAY,
      { deadline: due('2026-09-30') },
      {},
      'nothing',
    ],
    [
      'another department is not told',
      person('officer', { departmentId: JUSTICE }),
      MONDAY,
      { deadline: due('2026-09-30') },
      {},
      'nothing',
    ],
    [
      'a department that helps is not told while another leads',
      person('officer', { departmentId: JUSTICE }),
      MONDAY,
      { deadline: due('2026-09-30'), owners: [owner(CULTURE), owner(JUSTICE, 'coordinate')] },
      {},
      'nothing',
    ],
    [
      'without a leading one every named department is told',
      person('officer', { departmentId: JUSTICE }),
      MONDAY,
      { deadline: due('2026-09-30'), owners: [owner(JUSTICE, 'coordinate')] },
      {},
      'weekly late',
    ],
    [
      'work of all departments is told to each',
      person('officer', { departmentId: JUSTICE }),
      MONDAY,
      { deadline: due('2026-09-30'), owners: [owner(EVERYONE)] },
      {},
      'weekly late',
    ],
    [
      'finished work is told to nobody',
      officer,
      MONDAY,
      { deadline: due('2026-09-30'), status: 'done' },
      {},
      'nothing',
    ],
    [
      'steady work is a check',
      officer,
      MONDAY,
      {
        deadline: { words: 'hằng tháng', kind: 'recurring' },
        dueTo: '2026-10-20',
        daysLeft: 8,
        timeliness: 'due_soon',
      },
      {},
      'weekly check',
    ],
    [
      'fourteen silent days are asked about',
      officer,
      TUESDAY,
      { lastUpdateAt: '2026-09-29T01:00:00Z' },
      {},
      'silent',
    ],
    ['asked once, not daily', officer, TUESDAY, { lastUpdateAt: '2026-09-20T01:00:00Z' }, {}, 'nothing'],
    [
      'and again every Monday',
      officer,
      MONDAY,
      { lastUpdateAt: '2026-09-20T01:00:00Z' },
      {},
      'weekly silent',
    ],
    [
      'work that begins later is not silent',
      officer,
      MONDAY,
      { deadline: { ...due('2026-12-31'), from: '2026-12-01' }, lastUpdateAt: null },
      {},
      'nothing',
    ],
    [
      'work that waits for a directive is not silent',
      officer,
      MONDAY,
      { deadline: { words: 'theo yêu cầu', kind: 'on_request' }, lastUpdateAt: null },
      {},
      'nothing',
    ],
    [
      'an obstacle is told to the department it lies with',
      person('officer', { departmentId: JUSTICE }),
      TUESDAY,
      {},
      { obstacles: [obstacle({})] },
      'obstacle',
    ],
    [
      'an obstacle for whoever approves is told to the leader',
      person('leader'),
      TUESDAY,
      {},
      { obstacles: [obstacle({ holder: 'approver', departmentId: null })] },
      'obstacle',
    ],
    [
      'an obstacle with the upper level is followed by the focal officer',
      person('focal'),
      TUESDAY,
      {},
      { obstacles: [obstacle({ holder: 'upper_level', departmentId: null })] },
      'obstacle',
    ],
    [
      'an answered obstacle goes back to the owner',
      officer,
      TUESDAY,
      {},
      { obstacles: [obstacle({ status: 'answered' })] },
      'obstacle',
    ],
    [
      'an older obstacle rests until its clock',
      person('officer', { departmentId: JUSTICE }),
      TUESDAY,
      {},
      { obstacles: [obstacle({ saidOn: '2026-10-01' })] },
      'nothing',
    ],
    [
      'and is told again a day before it',
      person('officer', { departmentId: JUSTICE }),
      TUESDAY,
      {},
      { obstacles: [obstacle({ saidOn: '2026-10-01', answerBy: '2026-10-14' })] },
      'obstacle',
    ],
    [
      'work handed to a department is told to it',
      person('officer', { departmentId: JUSTICE }),
      TUESDAY,
      {
        holder: {
          holder: 'coordinator',
          departmentId: JUSTICE,
          name: 'Tư pháp',
          since: TUESDAY,
          answerBy: null,
        },
      },
      {},
      'held',
    ],
  ];
  it.each(stories)('%s', (_, who, today, story, more, expected) => {
    expect(told(who, today, story, more)).toBe(expected);
  });

  it('holds each person’s own items only, by day and then by the order of the plan', () => {
    const tasks = [
      taskOn(MONDAY, { id: '1', key: 'II.10', deadline: due('2026-10-20') }),
      taskOn(MONDAY, { id: '2', key: 'II.9', deadline: due('2026-10-20') }),
      taskOn(MONDAY, { id: '3', key: 'II.2', deadline: due('2026-10-14') }),
      taskOn(MONDAY, { id: '4', key: 'II.3', deadline: due('2026-09-30') }),
      taskOn(MONDAY, { id: '5', key: 'II.4', owners: [owner(JUSTICE)], deadline: due('2026-09-30') }),
    ];
    const digest = digestsOf([officer], {
      tasks,
      obstacles: [],
      departments: [],
      dayOf: (moment) => moment.slice(0, 10),
      today: MONDAY,
      since: null,
      settings: USUAL_SETTINGS,
      calendar: vietnamCalendar([2026]),
    }).get('one');
    expect(digest?.groups.map(({ group, items }) => [group, items.map(({ key }) => key)])).toEqual([
      ['late', ['II.3']],
      ['due', ['II.2', 'II.9', 'II.10']],
    ]);
  });
});
