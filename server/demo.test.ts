import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Me } from '#core/people/member.ts';
import { seedDemo } from './demo.ts';
import { createTestApp, type TestApp } from './test-app.ts';

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
