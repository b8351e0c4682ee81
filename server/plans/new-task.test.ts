import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { GapLedger } from '#core/outlook/gaps.ts';
import type { Task } from '#core/plans/task.ts';
import { proposeForRow, proposeSection } from '#core/reading/propose-task.ts';
import { createTestApp, type TestApp } from '#server/test-app.ts';
import { confirmPlan } from '#server/test-plan.ts';

let test: TestApp;
let focal: string;
let leader: string;

beforeAll(async () => {
  test = await createTestApp();
  focal = await test.setUp();
  await confirmPlan(test, focal);
  leader = await test.join(focal, 'leader');
});
afterAll(() => test.close());

const get = async <T>(path: string) => (await test.ask(path, { cookie: focal })).body as T;

async function proposalOf({ row }: { row: AnnexRow }) {
  const { codes, ...proposal } = proposeForRow(row);
  const section = proposeSection(codes, await get<Task[]>('/api/tasks'));
  const deadline = { words: 'quý IV/2026', kind: 'window', from: '2026-10-01', to: '2026-12-31' };
  return { ...proposal, section, deadline, criterionIds: [row.id] };
}

const lostOf = async (hasOwnTask: boolean) =>
  (await get<GapLedger>('/api/gaps')).leaves.filter((leaf) => leaf.hasOwnTask === hasOwnTask);

describe('a task given for a lost point', () => {
  it('ends its being without a task of its own, and is led by whoever leads the criterion', async () => {
    const before = await lostOf(false);
    const lost = before.find(({ row }) => row.owners.some((owner) => owner.role === 'lead'))!;
    const made = await test.ask('/api/tasks', { json: await proposalOf(lost), cookie: focal });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      criteria: [{ code: lost.row.code }],
      owners: lost.row.owners
        .filter((owner) => owner.role === 'lead')
        .map(({ departmentId }) => ({ departmentId, role: 'lead' })),
      dueTo: '2026-12-31',
    });
    const codes = (await lostOf(false)).map(({ row }) => row.code);
    expect(codes).toEqual(before.map(({ row }) => row.code).filter((code) => code !== lost.row.code));
  });

  it('is refused to whoever may not edit the plan', async () => {
    const [lost] = await lostOf(false);
    const made = await test.ask('/api/tasks', { json: await proposalOf(lost!), cookie: leader });
    expect(made.status).toBe(403);
  });
});
