import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PERMISSIONS } from '#core/people/permissions.ts';
import { ROLES, type Role } from '#core/people/roles.ts';
import { listRoutes } from './app.ts';
import { createTestApp, type TestApp } from './test-app.ts';
import { askMatrix, doorOf, type Told } from './walls/ask-matrix.ts';
import { mayTouch, RIGHTS } from './walls/rights-of-tables.ts';
import type { Samples } from './walls/sample.ts';
import { PEOPLE_SAMPLES } from './walls/samples-of-people.ts';
import { PLAN_SAMPLES } from './walls/samples-of-plans.ts';
import { POINT_SAMPLES } from './walls/samples-of-points.ts';
import { buildWorld, MARKS, RELATIONS, type World } from './walls/world.ts';

/**
 * The switch of the application's own checks, for this file alone: with it off, the one table of permissions
 * allows everybody everything, and what is still refused the database refuses.
 */
const own = vi.hoisted(() => ({ areChecked: true }));
vi.mock('#core/people/permissions.ts', async (importActual) => {
  const actual = await importActual<typeof import('#core/people/permissions.ts')>();
  return {
    ...actual,
    refuseAction: (...asked: Parameters<typeof actual.refuseAction>) =>
      own.areChecked ? actual.refuseAction(...asked) : undefined,
    mayEver: (...asked: Parameters<typeof actual.mayEver>) => !own.areChecked || actual.mayEver(...asked),
  };
});

const SAMPLES: Samples = { ...PEOPLE_SAMPLES, ...PLAN_SAMPLES, ...POINT_SAMPLES };

let test: TestApp;
let world: World;
let checked: Told[];
let unchecked: Told[];

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  world = await buildWorld(test);
  await (await import('./walls/never-kept.ts')).noteTouches(test.database, world.tables);
  checked = await askMatrix(test, world, SAMPLES);
  own.areChecked = false;
  unchecked = await askMatrix(test, world, SAMPLES);
  own.areChecked = true;
}, 120_000);
afterAll(() => test.close());

const nameOf = ({ door, role, relation, status }: Told) => `${door} as ${role} about ${relation}: ${status}`;

it('x', async () => {
  console.log(await test.database.asSuperuser('select unit_id, user_id, role, ended_at from membership order by 1,3 limit 14'), await test.database.asSuperuser('select id, parent_id, path, kind from unit'), await test.database.asSuperuser('select count(*) from touched'));
  const g: Record<string, string> = {};
  for (const t of checked)
    if (t.relation === 'own')
      g[t.door] = `${g[t.door] ?? ''} ${t.status}${t.kind && t.status >= 400 ? t.kind : ''}`;
  console.log(
    Object.entries(g)
      .map(([d, s]) => d + s)
      .join('\n'),
  );
  console.log(
    RELATIONS,
    ROLES,
    MARKS,
    PERMISSIONS && RIGHTS && mayTouch,
    nameOf(checked[0]!),
    doorOf(listRoutes(test.deps)[0]!),
  );
});
