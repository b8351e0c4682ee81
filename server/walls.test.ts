import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Action, mayEver, PERMISSIONS } from '#core/people/permissions.ts';
import { ROLES, type Role } from '#core/people/roles.ts';
import { listRoutes } from './app.ts';
import { createTestApp, type TestApp } from './test-app.ts';
import { askMatrix, doorOf, type Told } from './walls/ask-matrix.ts';
import { fingerprint, noteTouches } from './walls/never-kept.ts';
import { readTables } from './walls/read-tables.ts';
import { mayTouch, RIGHTS } from './walls/rights-of-tables.ts';
import type { Samples } from './walls/sample.ts';
import { ASSESSMENT_SAMPLES } from './walls/samples-of-assessments.ts';
import { CAMPAIGN_SAMPLES } from './walls/samples-of-campaigns.ts';
import { PEOPLE_SAMPLES } from './walls/samples-of-people.ts';
import { PLAN_SAMPLES } from './walls/samples-of-plans.ts';
import { POINT_SAMPLES } from './walls/samples-of-points.ts';
import { UNIT_SAMPLES } from './walls/samples-of-units.ts';
import { buildWorld, MARKS, RELATIONS, type Relation, type World } from './walls/world.ts';

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
  ...CAMPAIGN_SAMPLES,
  ...ASSESSMENT_SAMPLES,
  ...UNIT_SAMPLES,
};

/** What a unit reads of others, whatever asks for it. */
const SHOWN_TO_OTHERS: Record<Exclude<Relation, 'own'>, readonly string[]> = {
  parent: [
    'unit',
    'unit_change',
    'campaign',
    'campaign_leaf',
    'campaign_unit',
    'ruling',
    'publication',
    'result',
  ],
  child: ['unit', 'submission', 'submitted_leaf', 'leaf_answer'],
  // Units are known by name.
  sibling: ['unit'],
  foreign: ['unit'],
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
    const leaked = foreign.filter((asSeen) => {
      // What just some roles of the own unit may see is, for units, seen or not like everything else.
      const mark = asSeen.replace(/\.(?:unassigned|early)$/u, '');
      return !allowed.some((each) => mark === each || mark === each.slice(0, MARKS.own.length));
    });
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

  it.each<[string, Role, Relation, string]>([
    ['GET /api/units', 'viewer', 'child', 'unit'],
    ['GET /api/unit-changes', 'viewer', 'parent', 'unit_change'],
    ['GET /api/assessment', 'officer', 'parent', 'campaign'],
    ['GET /api/campaigns/{id}/answers', 'officer', 'parent', 'ruling'],
    ['GET /api/campaigns/{id}/results', 'viewer', 'parent', 'result'],
    ['GET /api/campaigns/{id}/appraisal/{code}/{unitId}', 'appraiser', 'child', 'submitted_leaf'],
    ['GET /api/campaigns/{id}/appraisal/{code}/{unitId}', 'focal', 'child', 'leaf_answer'],
    ['GET /api/campaigns/{id}/proofs/{unitId}/{code}/{sha256}', 'council', 'child', 'file'],
    ['GET /api/campaigns/{id}/units', 'focal', 'child', 'submission'],
  ])('are read in what %s answers a %s of what the %s has', (door, role, relation, table) => {
    const answers = checked.filter((told) => told.door === door && told.role === role);
    const tables = answers.flatMap(({ seen }) => seen.map((mark) => mark.split('.').slice(0, 2).join('.')));
    expect(tables).toContain(`${MARKS[relation]}.${table}`);
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
        .filter((table) => table !== 'file' && !SAMPLES[told.door]?.shows?.own?.includes(table))
        .filter((table) => !mayTouch(told.role, table, 'read'));
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

  it('shows an appraiser nothing that was given to somebody else, and a council nothing before it meets', () => {
    const wrong = unchecked.filter(
      ({ role, seen }) =>
        (role === 'appraiser' && seen.some((mark) => mark.endsWith('.unassigned'))) ||
        (role === 'council' && seen.some((mark) => mark.startsWith(MARKS.own) && mark.endsWith('.early'))),
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

describe('past every route, the database', () => {
  it.each(RELATIONS)(
    'shows of the %s unit what is meant for others, no less and no more',
    async (relation) => {
      const shown = relation === 'own' ? undefined : SHOWN_TO_OTHERS[relation];
      const marks = (await readTables(test, world)).flatMap(({ role, seen }) =>
        seen.filter((mark) => mark.startsWith(`${MARKS[relation]}.`)).map((mark) => ({ role, mark })),
      );
      const tables = new Set(marks.map(({ mark }) => mark.split('.')[1]!));
      if (shown) expect([...tables].toSorted()).toEqual([...shown].toSorted());
      const wrong = marks
        .filter(({ role, mark }) => !isRight(role, mark, shown))
        .map(({ role, mark }) => `${role} reads ${mark}`);
      expect(wrong).toEqual([]);
    },
  );
});

/** Of the own unit what the role may read at all; of another what is named, if it is not withheld. */
function isRight(role: Role, mark: string, shown: readonly string[] | undefined): boolean {
  const [, table = '', withheld] = mark.split('.');
  if (shown && (!shown.includes(table) || withheld === 'hidden')) return false;
  if (role === 'contributor' && shown === SHOWN_TO_OTHERS.child) return table === 'unit';
  if (withheld === 'unassigned' && role === 'appraiser') return false;
  if (withheld === 'early' && role === 'council' && !shown) return false;
  if (withheld === 'restricted') return mayEver(role, 'register.read_restricted');
  if (withheld === 'others') return role !== 'contributor';
  return shown !== undefined || mayTouch(role, table, 'read');
}

it('leaves every row as it was', async () => {
  expect(await fingerprint(test.database, world.tables)).toBe(before);
});
