import type { APIRequestContext } from 'playwright-core';
import { demoPlanText } from '#catalog/demo-plan.ts';
import type { RunningServer } from './run-server.ts';

export const PASSWORD = 'mot-cau-du-dai-cho-hai-nguoi';

/** Asks the server as the application does; throws with its answer when it refuses. */
export async function post(request: APIRequestContext, address: string, data: unknown) {
  const answer = await request.post(address, { data, headers: { 'x-parindex': '1' } });
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`);
  return answer.json();
}

/** Sets up the ward as its first account, reads its plan and makes it live, as the set-up and import pages do. */
export async function openWard(request: APIRequestContext, { address, setupLink }: RunningServer) {
  await post(request, `${address}/api/setup`, {
    unitName: 'phường Hồ Sen',
    cityName: 'thành phố Hà Nội',
    username: 'dau.moi',
    personName: 'Cán bộ đầu mối',
    token: setupLink.split('#')[1],
    password: PASSWORD,
  });
  const { id, version } = await post(request, `${address}/api/readings`, { text: demoPlanText() });
  await post(request, `${address}/api/readings/${id}/confirm`, { version });
}
