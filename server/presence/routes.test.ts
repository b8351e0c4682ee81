import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '#server/test-app.ts';

let test: TestApp;
let focal: string;
let viewer: string;
let appraiser: string;
const told: string[] = [];
let unfollow = () => {};

beforeAll(async () => {
  test = await createTestApp();
  const administrator = await test.setUp('city');
  focal = await test.join(administrator, 'focal');
  viewer = await test.join(administrator, 'viewer');
  appraiser = await test.join(administrator, 'appraiser');
  const { unit } = (await test.ask('/api/me', { cookie: focal })).body as { unit: { id: string } };
  unfollow = test.deps.changes.follow(unit.id, ({ noun, subjectId }) => {
    if (noun === 'presence') told.push(subjectId);
  });
});
afterAll(async () => {
  unfollow();
  await test.close();
});

const say = (cookie: string, subject: string, more: object = {}) =>
  test.ask('/api/presence', { json: { subject, ...more }, cookie });
const names = (answered: { body: unknown }) =>
  (answered.body as { personName: string }[]).map(({ personName }) => personName);

it('names who else has the same page open, and nobody else', async () => {
  expect(names(await say(focal, 'criterion:I.1'))).toEqual([]);
  expect(names(await say(viewer, 'criterion:I.1'))).toEqual(['Người thứ 1']);
  expect(names(await say(focal, 'criterion:I.1'))).toEqual(['Người thứ 2']);
  expect(names(await say(viewer, 'criterion:I.2'))).toEqual([]);
});

it('forgets who leaves, and who has not been heard of for 45 seconds', async () => {
  await say(viewer, 'criterion:I.1', { isLeaving: true });
  expect(names(await say(focal, 'criterion:I.1'))).toEqual([]);
  await say(viewer, 'criterion:I.1');
  test.clock.now = new Date(test.clock.now.getTime() + 46_000);
  expect(names(await say(focal, 'criterion:I.1'))).toEqual([]);
});

it('tells open pages who comes and goes, and keeps quiet while they stay', async () => {
  await say(focal, 'criterion:II.1');
  await say(focal, 'criterion:II.1');
  await say(focal, 'criterion:II.1', { isLeaving: true });
  await say(focal, 'criterion:II.1', { isLeaving: true });
  await say(focal, 'criterion:III.1');
  await expect
    .poll(() => told.filter((subject) => subject !== 'criterion:I.1' && subject !== 'criterion:I.2'))
    .toEqual(['criterion:II.1', 'criterion:II.1', 'criterion:III.1']);
});

it.each([
  ['a page of a kind nobody shares', 'task:1', 400],
  ['endless text', `criterion:${'x'.repeat(200)}`, 400],
  ['a page that the role may not read', 'criterion:I.1', 403],
])('refuses %s', async (_sentence, subject, status) => {
  expect((await say(appraiser, subject)).status).toBe(status);
});
