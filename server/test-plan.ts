import { demoPlanText } from '#catalog/demo-plan.ts';
import type { AnnexRow } from '#core/criteria/annex-row.ts';
import type { Draft } from '#core/reading/draft.ts';
import type { TestApp } from './test-app.ts';

/** Makes a plan live through the routes, as the focal officer does; the demonstration plan unless another is given. */
export async function confirmPlan(
  test: Pick<TestApp, 'ask'>,
  cookie: string,
  { text = demoPlanText(), fileName = 'kế hoạch.txt' } = {},
): Promise<AnnexRow[]> {
  const headers = { 'x-file-name': encodeURIComponent(fileName) };
  const read = await test.ask('/api/readings', { bytes: new TextEncoder().encode(text), headers, cookie });
  const draft = read.body as Draft;
  const confirmed = await test.ask(`/api/readings/${draft.id}/confirm`, {
    json: { version: draft.version },
    cookie,
  });
  if (confirmed.status !== 200) throw new Error(`the plan was answered ${confirmed.status}`);
  return (await test.ask('/api/criteria', { cookie })).body as AnnexRow[];
}
