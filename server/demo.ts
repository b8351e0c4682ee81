import { randomBytes } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { demoPlanText } from '#catalog/demo-plan.ts';
import { DEMO_REGISTERS } from '#catalog/demo-registers.ts';
import { LEAD_KINDS } from '#catalog/hanoi-2025-ward.ts';
import type { Department } from '#core/people/department.ts';
import type { Me } from '#core/people/member.ts';
import type { ProgressInput, Task } from '#core/plans/task.ts';
import type { Draft } from '#core/reading/draft.ts';
import { departmentFinder } from '#core/reading/place-departments.ts';
import { recordEvent } from './db/events.ts';
import { inUnit } from './db/in-unit.ts';
import type { Deps } from './deps.ts';
import { setPassword } from './people/accounts.ts';
import { renewSetupToken } from './people/setup.ts';

export type Seeded = { isRefused?: true; vi: string; en: string };

type Application = Pick<OpenAPIHono, 'request'>;
type Asked = { method?: 'PUT'; json?: unknown; cookie?: string };

const MARK = 'made_for_demonstration';

/** One account for each role besides the first, named by what the person is. */
const PEOPLE = [
  { username: 'dau.moi', personName: 'Cán bộ đầu mối', role: 'focal' },
  { username: 'can.bo', personName: 'Cán bộ chuyên môn', role: 'officer' },
  { username: 'lanh.dao', personName: 'Lãnh đạo phường', role: 'leader' },
  { username: 'nguoi.xem', personName: 'Người theo dõi', role: 'viewer' },
] as const;
const FIRST = { username: 'quan.tri', personName: 'Người quản trị' };

/** How the first tasks of the demonstration stand, so that there is something to see. */
const WORK: Omit<ProgressInput, 'version'>[] = [
  { status: 'done', percent: 100, note: 'Đã ban hành văn bản và công khai.', isNothingNew: false },
  { status: 'in_progress', percent: 60, note: 'Đang lấy ý kiến các đơn vị.', isNothingNew: false },
  { status: 'stuck', percent: 20, note: 'Chờ hướng dẫn của Sở chuyên ngành.', isNothingNew: false },
  { status: 'in_progress', percent: 35, note: '', isNothingNew: true },
];

/**
 * Fills an empty database with the demonstration ward over the application's own routes, as people
 * would, and gives its accounts a password made anew at every start. A database that has any other
 * unit is refused and left as it is.
 */
export async function seedDemo(app: Application, deps: Deps): Promise<Seeded> {
  const password = randomBytes(12).toString('base64url');
  const units = await deps.database.kysely.selectFrom('unit').select('id').execute();
  for (const { id } of units) if (!(await isDemo(deps, id))) return refusal();
  if (units.length === 0) await seedWard(app, deps, password);
  else for (const { username } of [FIRST, ...PEOPLE]) await setPassword(deps.accounts, username, password);
  const names = [FIRST, ...PEOPLE].map(
    ({ username, personName }) => `  ${username.padEnd(10)} ${personName}`,
  );
  return {
    vi: `Phường trình diễn đã sẵn sàng. Tài khoản (mật khẩu chung: ${password}):\n${names.join('\n')}`,
    en: `The demonstration ward is ready; all these accounts have the password ${password}.`,
  };
}

function refusal(): Seeded {
  return {
    isRefused: true,
    vi: 'Cơ sở dữ liệu này có đơn vị thật, nên không nạp dữ liệu trình diễn. Hãy dùng thư mục dữ liệu khác.',
    en: 'This database holds a real unit, so nothing was added for a demonstration. Use another data folder.',
  };
}

async function isDemo({ database }: Deps, unitId: string): Promise<boolean> {
  const mark = await inUnit(database.kysely, { unitId, role: 'system' }, (tx) =>
    tx
      .selectFrom('event')
      .select('id')
      .where('unit_id', '=', unitId)
      .where('verb', '=', MARK)
      .executeTakeFirst(),
  );
  return mark !== undefined;
}

async function seedWard(app: Application, deps: Deps, password: string): Promise<void> {
  const token = await renewSetupToken(deps.database.kysely);
  const unit = { unitName: 'phường Hồ Sen', cityName: 'thành phố Hà Nội' };
  const { body, cookie } = await ask<Me>(app, '/api/setup', { json: { ...FIRST, ...unit, token, password } });
  const actor = { userId: body.userId, unitId: body.unit.id, personName: FIRST.personName };
  await inUnit(deps.database.kysely, { unitId: actor.unitId, role: 'system' }, (tx) =>
    recordEvent(tx, actor, { noun: 'unit', subjectId: actor.unitId, verb: MARK }),
  );

  const read = await ask<Draft>(app, '/api/readings', { json: { text: demoPlanText() }, cookie });
  const { id, version } = read.body;
  await ask(app, `/api/readings/${id}/confirm`, { json: { version }, cookie });

  const departments = await ask<Department[]>(app, '/api/departments', { cookie });
  const [busiest] = departments.body.sort((one, other) => other.tasks - one.tasks);
  for (const { username, personName, role } of PEOPLE) {
    const departmentId = role === 'officer' ? (busiest?.id ?? null) : null;
    const invited = await ask<{ link: string }>(app, '/api/invitations', {
      json: { personName, role, departmentId },
      cookie,
    });
    const accepted = { token: invited.body.link.split('#')[1], username, password };
    await ask(app, '/api/invitations/acceptance', { json: accepted });
  }

  await seedRegisters(app, departments.body, cookie);
  const tasks = await ask<Task[]>(app, '/api/tasks', { cookie });
  for (const [index, work] of WORK.entries()) {
    const task = tasks.body[index * 3];
    if (task)
      await ask(app, `/api/tasks/${task.id}/progress`, { json: { ...work, version: task.version }, cookie });
  }
}

/** The registers of the demonstration, entered as the focal officer of the ward would. */
async function seedRegisters(app: Application, departments: readonly Department[], cookie: string) {
  const findDepartment = departmentFinder(departments);
  for (const { key, rows, closed } of DEMO_REGISTERS) {
    const entered = rows.map(({ department, values }) => {
      const kind = department === null ? undefined : findDepartment(`${LEAD_KINDS[department]} phường`);
      return { departmentId: kind?.id ?? null, values };
    });
    if (entered.length > 0)
      await ask(app, `/api/registers/${key}/rows`, { method: 'PUT', json: { rows: entered }, cookie });
    if (closed) await ask(app, `/api/registers/${key}/snapshots`, { json: { period: closed }, cookie });
  }
}

async function ask<Body>(
  app: Application,
  path: string,
  asked: Asked,
): Promise<{ body: Body; cookie: string }> {
  const { json, cookie = '', method = json === undefined ? 'GET' : 'POST' } = asked;
  const response = await app.request(path, {
    method,
    headers: { 'x-parindex': '1', 'content-type': 'application/json', cookie },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`the demonstration was refused at ${path}: ${JSON.stringify(body)}`);
  const cookies = response.headers.getSetCookie().map((each) => each.split(';')[0]);
  return { body: body as Body, cookie: cookies.join('; ') };
}
