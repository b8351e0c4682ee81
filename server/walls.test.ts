import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Action, mayEver, PERMISSIONS } from '#core/people/permissions.ts';
import { ROLES } from '#core/people/roles.ts';
import { listRoutes } from './app.ts';
import { createTestApp, type TestApp } from './test-app.ts';
import { askMatrix, doorOf, type Told } from './walls/ask-matrix.ts';
import { fingerprint, noteTouches } from './walls/never-kept.ts';
import { mayTouch, RIGHTS } from './walls/rights-of-tables.ts';
import type { Samples } from './walls/sample.ts';
import { APPRAISAL_SAMPLES } from './walls/samples-of-appraisal.ts';
import { PEOPLE_SAMPLES } from './walls/samples-of-people.ts';
import { PLAN_SAMPLES } from './walls/samples-of-plans.ts';
import { POINT_SAMPLES } from './walls/samples-of-points.ts';
import { UNIT_SAMPLES } from './walls/samples-of-units.ts';
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

const SAMPLES: Samples = {
  ...PEOPLE_SAMPLES,
  ...PLAN_SAMPLES,
  ...POINT_SAMPLES,
  ...APPRAISAL_SAMPLES,
  ...UNIT_SAMPLES,
};

let test: TestApp;
let world: World;
let checked: Told[];
let unchecked: Told[];
let before: string;

beforeAll(async () => {
  test = await createTestApp();
  test.clock.now = new Date('2026-11-20T02:00:00Z');
  world = await buildWorld(test);
  await noteTouches(test.database, world.tables);
  before = await fingerprint(test.database, world.tables);
  checked = await askMatrix(test, world, SAMPLES);
  own.areChecked = false;
  unchecked = await askMatrix(test, world, SAMPLES);
  own.areChecked = true;
}, 120_000);
afterAll(() => test.close());

const nameOf = ({ door, role, relation, status, kind }: Told) =>
  `${door} as ${role} about ${relation}: ${status} ${kind}`;
const foreignMarks = RELATIONS.filter((relation) => relation !== 'own').map((relation) => MARKS[relation]);

/** Requests with what of other units their answers hold that the row of the route does not name. */
function leaksOf(all: readonly Told[]): string[] {
  return all.flatMap((told) => {
    const shown = SAMPLES[told.door]?.shows ?? {};
    const allowed = RELATIONS.flatMap((relation) =>
      (shown[relation] ?? []).map((table) => `${MARKS[relation]}.${table}`),
    );
    const foreign = told.seen.filter((mark) => foreignMarks.some((each) => mark.startsWith(each)));
    const leaked = foreign.filter(
      (mark) => !allowed.some((each) => mark === each || mark === each.slice(0, MARKS.own.length)),
    );
    return leaked.length > 0 ? [`${nameOf(told)} shows ${leaked.join(', ')}`] : [];
  });
}

/** Requests that would have changed rows of another unit. */
const trespassesOf = (all: readonly Told[]) =>
  all.flatMap((told) => {
    const others = told.touched.filter(({ unit }) => unit !== world.unitIds.own);
    const written = SAMPLES[told.door]?.writes ?? {};
    // A unit that was not there before can only have been put under the own one.
    const trespassed = others.filter(
      ({ table, unit }) =>
        !written[RELATIONS.find((each) => world.unitIds[each] === unit) ?? 'child']?.includes(table),
    );
    return trespassed.length > 0
      ? [`${nameOf(told)} changes ${trespassed.map(({ table }) => table).join(', ')}`]
      : [];
  });

describe('the rows of the matrix', () => {
  it('are there for every route: name it in server/walls/samples-of-*.ts with what it is asked', () => {
    const doors = listRoutes(test.deps).map(doorOf);
    expect(doors.filter((door) => !SAMPLES[door])).toEqual([]);
    expect(Object.keys(SAMPLES).filter((door) => !doors.includes(door))).toEqual([]);
  });

  it('are there for every table of a unit: name it in server/walls/rights-of-tables.ts', () => {
    expect(world.tables.filter((table) => !RIGHTS[table])).toEqual([]);
  });

  it('ask what is answered to somebody, unless they say why not', () => {
    const answered = new Set(checked.filter(({ status }) => status < 300).map(({ door }) => door));
    const wrong = Object.entries(SAMPLES).filter(
      ([door, { refused }]) => answered.has(door) === (refused !== undefined),
    );
    expect(
      wrong.map(
        ([door]) => checked.filter((told) => told.door === door && told.relation === 'own').map(nameOf)[0],
      ),
    ).toEqual([]);
  });

  it.each([
    ['GET /api/tasks', 'task'],
    ['GET /api/annex.xlsx', 'criterion'],
    ['GET /api/responsibility.docx', 'task'],
    ['GET /api/dossier.zip', 'evidence'],
    ['GET /api/evidence/{id}/file', 'evidence'],
    ['GET /api/registers/{key}/export.csv', 'register_row'],
    ['GET /api/registers/{key}/export.xlsx', 'register_row'],
    ['GET /calendar/{file}', 'task'],
    ['GET /quick/{taskId}', 'task'],
    ['GET /api/events', 'event'],
    ['GET /api/notices', 'notice'],
  ])('are read in what %s answers', (door, table) => {
    const answers = checked.filter((told) => told.door === door && told.relation === 'own');
    expect(answers.flatMap(({ seen }) => seen)).toContain(`${MARKS.own}.${table}`);
  });

  it('counts', () => {
    const routes = listRoutes(test.deps).length;
    const cells = routes * ROLES.length * RELATIONS.length;
    console.info(
      `${routes} routes × ${ROLES.length} roles × ${RELATIONS.length} relations = ${cells} cells, asked by ${checked.length} requests; ` +
        `${leaksOf(checked).length} leaks, ${leaksOf(unchecked).length} with the application's own checks off`,
    );
    expect(checked.length).toBeGreaterThan(routes * ROLES.length);
  });
});

describe('with its own checks the application', () => {
  it('shows nothing of another unit', () => expect(leaksOf(checked)).toEqual([]));
  it('changes nothing of another unit', () => expect(trespassesOf(checked)).toEqual([]));
  it('fails nowhere', () => expect(checked.filter(({ status }) => status >= 500).map(nameOf)).toEqual([]));

  it('lets in the roles the table of permissions names, and no other', () => {
    const wrong = checked.filter(({ route, role, relation, isFirst, status, kind }) => {
      const { permission } = route;
      if (permission === 'public' || permission === 'signed-in') return kind === 'not_permitted';
      if (!mayEver(role, permission)) return status !== 403;
      const grants: Partial<Record<string, string>> = PERMISSIONS[permission satisfies Action];
      return isFirst && relation === 'own' && grants[role] === 'all' && kind === 'not_permitted';
    });
    expect(wrong.map(nameOf)).toEqual([]);
  });
});

describe('with its own checks off, by the database alone, the application', () => {
  it('shows nothing of another unit', () => expect(leaksOf(unchecked)).toEqual([]));
  it('changes nothing of another unit', () => expect(trespassesOf(unchecked)).toEqual([]));

  it('lets nobody change a table they have no right to', () => {
    const wrong = unchecked.flatMap((told) => {
      if (told.route.permission === 'public') return [];
      const tables = told.touched
        .map(({ table }) => table)
        .filter((table) => !mayTouch(told.role, table, 'write'));
      return tables.length > 0 ? [`${nameOf(told)} changes ${tables.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('shows nobody a table they have no right to', () => {
    const wrong = unchecked.flatMap((told) => {
      if (told.route.permission === 'public') return [];
      const tables = told.seen
        .filter((mark) => mark.startsWith(`${MARKS.own}.`))
        .map((mark) => mark.split('.')[1]!)
        .filter((table) => table !== 'file' && !mayTouch(told.role, table, 'read'));
      return tables.length > 0 ? [`${nameOf(told)} shows ${tables.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('shows a restricted register to those who answer for the whole unit alone', () => {
    const wrong = unchecked.filter(
      ({ role, seen }) =>
        !mayEver(role, 'register.read_restricted') && seen.some((mark) => mark.endsWith('.restricted')),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it('shows a contributor nothing of the work of other departments', () => {
    const wrong = unchecked.filter(
      ({ role, seen }) => role === 'contributor' && seen.some((mark) => mark.endsWith('.others')),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });
});

it('leaves every row as it was', async () => {
  expect(await fingerprint(test.database, world.tables)).toBe(before);
});
