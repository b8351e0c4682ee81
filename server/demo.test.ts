import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Me } from '#core/people/member.ts';
import type { Task } from '#core/plans/task.ts';
import { sayResult } from '#core/scoring/evaluation-sentences.ts';
import type { LeafScore } from '#core/scoring/leaf-score.ts';
import { seedDemo } from './demo.ts';
import { createTestApp, type TestApp } from './test-app.ts';
import { confirmPlan } from './test-plan.ts';

const passwordIn = (sentence: string) => /password ([\w-]+)\.$/u.exec(sentence)?.[1] ?? '';

describe('the demonstration', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('is a ward with a live plan and an account for each role, with a new password at every start', async () => {
    const first = await seedDemo(test.app, test.deps);
    const second = await seedDemo(test.app, test.deps);
    expect(passwordIn(first.en)).not.toBe(passwordIn(second.en));
    for (const [username, role] of [
      ['quan.tri', 'administrator'],
      ['dau.moi', 'focal'],
      ['can.bo', 'officer'],
      ['lanh.dao', 'leader'],
      ['nguoi.xem', 'viewer'],
    ]) {
      const json = { username, password: passwordIn(second.en) };
      const { body } = await test.ask('/api/session', { json });
      expect(body as Me).toMatchObject({ role, hasPlan: true, planYear: 2026 });
    }
  });

  it.each([
    ['I.5', 50, '1 × 0,50 = 0,50 điểm, còn chỗ cho 2 nội dung nữa → 0,50 điểm'],
    ['I.7', 49, '49 / 50 = 98 % → 0,49 điểm'],
    ['V.5', 0, 'Có 1 trường hợp vi phạm: 0 điểm → 0,00 điểm'],
    ['V.8', 150, '30 / 40 = 75 % → 1,50 điểm'],
    ['VI.2.1', 25, '1 lỗi × 0,25 = trừ 0,25 điểm → 0,25 điểm'],
    ['VII.2.2', 90, '1.812 / 2.013 = 90,01 % → 0,90 điểm'],
  ])(
    'has the points %s lost in 2025 from the rows of its registers, and says how',
    async (code, points, sentence) => {
      const { en } = await seedDemo(test.app, test.deps);
      const json = { username: 'nguoi.xem', password: passwordIn(en) };
      const { cookie } = await test.ask('/api/session', { json });
      const { body } = await test.ask(`/api/scores/${code}`, { cookie });
      const { evaluation } = body as LeafScore;
      expect([evaluation.points, sayResult(evaluation, 'vi')]).toEqual([points, sentence]);
    },
  );
});

describe('a plan at the end of its year', () => {
  let test: TestApp;
  let focal: string;
  beforeAll(async () => {
    test = await createTestApp();
    test.clock.now = new Date('2026-12-01T03:00:00Z');
    focal = await test.setUp();
    await confirmPlan(test, focal);
    test.clock.now = new Date('2026-12-31T10:00:00Z');
  });
  afterAll(() => test.close());

  it('has the points I.1.1 lost in 2025 where two tasks of thirteen were not done in time', async () => {
    const { body } = await test.ask('/api/tasks', { cookie: focal });
    const [overdue, others] = [true, false].map((isLate) =>
      (body as Task[]).filter(({ timeliness }) => (timeliness === 'overdue') === isLate),
    ) as [Task[], Task[]];
    expect([overdue.length, others.length]).toEqual([9, 6]);
    for (const { id, version } of [...overdue.slice(2), ...others.slice(2)]) {
      const json = { status: 'done', percent: 100, note: '', isNothingNew: false, version };
      await test.ask(`/api/tasks/${id}/progress`, { json, cookie: focal });
    }
    const { evaluation } = (await test.ask('/api/scores/I.1.1', { cookie: focal })).body as LeafScore;
    expect(sayResult(evaluation, 'vi')).toBe('11 / 13 = 84,61 % → 0,85 điểm');
  });
});

describe('a database with a real unit', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await test.setUp();
  });
  afterAll(() => test.close());

  it('is refused and left as it was', async () => {
    expect(await seedDemo(test.app, test.deps)).toMatchObject({ isRefused: true });
    expect(await test.database.asSuperuser('select id from unit')).toHaveLength(1);
  });
});
