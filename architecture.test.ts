import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

/**
 * The rules of ARCHITECTURE.md, checked on the import statements alone. Everything goes by pattern:
 * a new noun, page or document format needs no line here. Each fault says what to do instead.
 */

/** The order of data through the pipeline: a noun builds on the nouns before it (docs/decisions/011). */
const CORE_ORDER = [
  'points',
  'people',
  'criteria',
  'deadlines',
  'plans',
  'responsibility',
  'notices',
  'reading',
  'registers',
  'scoring',
  'evidence',
  'surveys',
  'assessments',
  'outlook',
  'ranking',
  'reports',
];
const CORE_PACKAGES = ['zod', 'decimal.js', 'jsep', 'rrule-temporal'];
const TEST_PACKAGES = ['vitest', 'fast-check', '@nghiavuive/lunar_date_vi'];
const ROOMS = ['core', 'server', 'web', 'catalog', 'e2e', 'bench', 'scripts'];
const FORBIDDEN_NAMES =
  /^(utils?|helpers?|commons?|shared|libs?|services?|managers?|types?|constants?|index)$/u;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/u;
const LINES_OF_CODE = 300;
const LINES_OF_TEST = 400;

type Import = { target: string; isType: boolean };
type Source = { path: string; room: string; noun: string; isTest: boolean; text: string; imports: Import[] };

const STATEMENT = /^[ \t]*(import|export)\s+(type\s)?(?:[^'"`;]*?\bfrom\s+)?['"]([^'"\n]+)['"]/gmu;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu;

/** A project path ("core/points.ts") for what lies in the tree, the bare name for a package. */
function resolveImport(from: string, written: string): string {
  if (written.startsWith('.')) return join(dirname(from), written).replace(/\?.*$/u, '');
  return written.startsWith('#') ? written.slice(1) : written;
}

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const imports = [
    ...[...text.matchAll(STATEMENT)].map(([, , type, written]) => ({ written, isType: Boolean(type) })),
    ...[...text.matchAll(DYNAMIC)].map(([, written]) => ({ written, isType: false })),
  ].map(({ written = '', isType }) => ({ target: resolveImport(path, written), isType }));
  const [room = '', second = ''] = path.split('/');
  const noun = second.replace(/\.[^/]*$/u, '');
  return { path, room, noun, isTest: /\.test\.tsx?$/u.test(path), text, imports };
}

const paths = ROOMS.flatMap((room) => globSync(`${room}/**/*.{ts,tsx,mjs,css}`)).filter(
  (path) => !path.includes('node_modules/') && !path.includes('/dist/'),
);
const sources = paths.map(readSource);
const roomOf = (target: string) =>
  ROOMS.includes(target.split('/')[0] ?? '') ? target.split('/')[0] : undefined;
const packageOf = (target: string) =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
const nounOf = (target: string) => (target.split('/')[1] ?? '').replace(/\.[^/]*$/u, '');

/** Applies a rule to every import of the chosen files; a rule answers with what to do instead, or nothing. */
function importFaults(
  chosen: (source: Source) => boolean,
  rule: (source: Source, imported: Import) => string | undefined | false,
): string[] {
  return sources.filter(chosen).flatMap((source) =>
    source.imports.flatMap((imported) => {
      const advice = rule(source, imported);
      return advice ? [`${source.path} imports ${imported.target}: ${advice}`] : [];
    }),
  );
}

/** Every circle of a graph, each once, as the way round it. */
function circlesOf(targetsBySource: Map<string, Set<string>>): string[] {
  const circles: string[] = [];
  const settled = new Set<string>();
  const walk = (at: string, way: string[]) => {
    const again = way.indexOf(at);
    if (again >= 0) circles.push([...way.slice(again), at].join(' → '));
    if (again >= 0 || settled.has(at)) return;
    for (const next of targetsBySource.get(at) ?? []) walk(next, [...way, at]);
    settled.add(at);
  };
  for (const source of targetsBySource.keys()) walk(source, []);
  return circles;
}

describe('arrow rule: web → core ← server', () => {
  it('finds the rooms and reads their imports', () => {
    expect(sources.filter(({ room }) => room === 'core').length).toBeGreaterThan(10);
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
  });

  it('core imports itself and a few pure libraries', () => {
    const faults = importFaults(
      ({ room }) => room === 'core',
      ({ isTest }, { target }) => {
        const room = roomOf(target);
        if (room === 'core') return undefined;
        if (room)
          return 'core knows no other room; take the value as an argument and let the other room call you';
        if (isTest && (target.startsWith('node:') || TEST_PACKAGES.includes(target))) return undefined;
        if (target.startsWith('node:'))
          return 'core touches no file, network or clock; take what it yields as a plain value';
        if (!CORE_PACKAGES.includes(packageOf(target)))
          return `core stays pure; it may use ${CORE_PACKAGES.join(', ')} (a new one needs a decision record)`;
        return undefined;
      },
    );
    expect(faults).toEqual([]);
  });

  it('catalog imports core only', () => {
    const faults = importFaults(
      ({ room, isTest }) => room === 'catalog' && !isTest,
      (_, { target }) =>
        !['core', 'catalog'].includes(roomOf(target) ?? '') &&
        'a catalogue is data: it may name shapes of core, no more',
    );
    expect(faults).toEqual([]);
  });

  it('web imports core, and only types of server/app.ts', () => {
    const faults = importFaults(
      ({ room, isTest }) => room === 'web' && !isTest,
      (_, { target, isType }) => {
        if (target.startsWith('node:')) return 'a browser has no node:*';
        const room = roomOf(target);
        if (room === undefined || room === 'core' || room === 'web') return undefined;
        if (target === 'server/app.ts' && isType) return undefined;
        return 'the page knows the server by core schemas and `import type` of server/app.ts';
      },
    );
    expect(faults).toEqual([]);
  });

  it('server never imports web', () => {
    const faults = importFaults(
      ({ room, isTest }) => room === 'server' && !isTest,
      (_, { target }) =>
        !['core', 'server', 'catalog', undefined].includes(roomOf(target)) &&
        'the server serves the built page as files; what both need belongs to core',
    );
    expect(faults).toEqual([]);
  });

  it('scripts run before anything is installed', () => {
    const faults = importFaults(
      ({ path }) => path.startsWith('scripts/') && path.endsWith('.mjs'),
      (_, { target }) =>
        !target.startsWith('node:') &&
        roomOf(target) !== 'scripts' &&
        'a script has Node 20 and nothing else at hand',
    );
    expect(faults).toEqual([]);
  });
});

describe('direction inside the rooms', () => {
  it('has no import circles', () => {
    const targetsBySource = new Map(
      sources.map(({ path, imports }) => [path, new Set(imports.map(({ target }) => target))]),
    );
    expect(circlesOf(targetsBySource), 'move what both need into a third file that knows neither').toEqual(
      [],
    );
  });

  it('nouns of core build only on nouns before them', () => {
    const faults = importFaults(
      ({ room, noun, isTest }) => room === 'core' && !isTest && CORE_ORDER.includes(noun),
      ({ noun }, { target }) =>
        roomOf(target) === 'core' &&
        CORE_ORDER.indexOf(nounOf(target)) > CORE_ORDER.indexOf(noun) &&
        `${noun} stands before ${nounOf(target)}; move the rule to the later noun, or the shape to the earlier one`,
    );
    expect(faults).toEqual([]);
    const targetsByNoun = new Map<string, Set<string>>();
    for (const { room, noun, isTest, imports } of sources) {
      if (room !== 'core' || isTest) continue;
      const targets = targetsByNoun.get(noun) ?? new Set<string>();
      for (const { target } of imports) {
        if (roomOf(target) === 'core' && nounOf(target) !== noun) targets.add(nounOf(target));
      }
      targetsByNoun.set(noun, targets);
    }
    expect(circlesOf(targetsByNoun), 'two nouns that need each other are one noun').toEqual([]);
  });

  it('stores never import stores', () => {
    const isStore = (path: string) => /(^|[/-])store\.ts$/u.test(path);
    const faults = importFaults(
      ({ path, isTest }) => isStore(path) && !isTest,
      (_, { target }) => isStore(target) && 'find with both in the route, and hand the values to the rule',
    );
    expect(faults).toEqual([]);
  });

  it('routes never import routes, but a noun may gather its own in routes.ts', () => {
    const isRoutes = (path: string) => /^server\/.*(^|[/-])routes\.ts$/u.test(path);
    const faults = importFaults(
      ({ path }) => isRoutes(path),
      ({ path }, { target }) =>
        isRoutes(target) &&
        !(basename(path) === 'routes.ts' && dirname(target) === dirname(path)) &&
        'routes meet in server/app.ts; what both do is a rule of core',
    );
    expect(faults).toEqual([]);
  });

  it('documents/ and ui/ know no noun', () => {
    const nouns = new Set(sources.filter(({ room }) => room === 'core').map(({ noun }) => noun));
    const isNounOfRoom = (target: string) =>
      ['server', 'web'].includes(roomOf(target) ?? '') &&
      target.split('/').length > 2 &&
      nouns.has(nounOf(target));
    const faults = importFaults(
      ({ path, isTest }) => !isTest && /^(server\/documents|web\/ui)\//u.test(path),
      ({ path }, { target, isType }) => {
        if (isNounOfRoom(target)) return 'take plain blocks, cells and words; the noun brings them';
        if (
          path.startsWith('web/ui/') &&
          roomOf(target) === 'core' &&
          target.split('/').length > 2 &&
          !isType
        )
          return 'a control shows what it is given; the page of the noun asks core';
        return undefined;
      },
    );
    expect(faults).toEqual([]);
  });
});

describe('files and names', () => {
  const isExempt = (path: string) =>
    /^(web\/words|catalog)\/|\/fixtures?\/|\.generated\./u.test(path) || path.endsWith('routeTree.gen.ts');

  it('no file grows over 300 lines, no test over 400', () => {
    const long = sources
      .filter(({ path }) => !isExempt(path))
      .map(({ path, text, isTest }) => ({
        path,
        lines: text.split('\n').length - 1,
        limit: isTest ? LINES_OF_TEST : LINES_OF_CODE,
      }))
      .filter(({ lines, limit }) => lines > limit)
      .map(
        ({ path, lines, limit }) =>
          `${path} has ${lines} lines (limit ${limit}): split it where it changes subject`,
      );
    expect(long).toEqual([]);
  });

  it('names say what is inside', () => {
    const faults = paths.flatMap((path) => {
      const folders = dirname(path).split('/');
      const name = basename(path, extname(path));
      const parts = [...folders, name];
      const vague = parts.find((part) => FORBIDDEN_NAMES.test(part.replace(/\..*$/u, '')));
      const odd = parts.find((part) => !KEBAB_CASE.test(part));
      return [
        ...(vague ? [`${path}: "${vague}" says nothing; name the thing it holds`] : []),
        ...(odd ? [`${path}: "${odd}" is not kebab-case`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('functions are named with verbs of the field', () => {
    const faults = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?function ((?:get|handle|process|manage)[A-Z]\w*)/gmu)].map(
        ([, name]) => `${path}: ${name}: say what it does (find, list, save, read, submit, rank …)`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it('exports are named, so that a thing is called alike everywhere', () => {
    const faults = sources
      .filter(
        ({ room, path, text }) =>
          room !== 'scripts' && !/config\.ts$/u.test(path) && /^export default /mu.test(text),
      )
      .map(({ path }) => `${path}: export it by its name`);
    expect(faults).toEqual([]);
  });

  it('no silenced check, skipped test or promise for later', () => {
    const excuse =
      /@ts-(ignore|expect-error|nocheck)|biome-ignore|\b(it|test|describe)\.(skip|only|todo)\b|\b(TODO|FIXME)\b/u;
    const faults = sources.flatMap(({ path, text }) => {
      const found = excuse.exec(text);
      return found ? [`${path}: "${found[0]}": mend it, or take it out`] : [];
    });
    expect(faults).toEqual([]);
  });
});
