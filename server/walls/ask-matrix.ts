import { ROLES, type Role } from '#core/people/roles.ts';
import { createApp, listRoutes } from '#server/app.ts';
import type { Deps } from '#server/deps.ts';
import type { Route } from '#server/http/route.ts';
import type { TestApp } from '#server/test-app.ts';
import { neverKept, type Touch } from './never-kept.ts';
import { readAnswer } from './read-answer.ts';
import type { Asked, Samples } from './sample.ts';
import { MARKS, RELATIONS, type Relation, type World } from './world.ts';

/** One request of the matrix and what came of it. */
export type Told = {
  door: string;
  route: Route;
  role: Role;
  relation: Relation;
  /** Whether it is the first way the route is asked. */
  isFirst: boolean;
  status: number;
  /** The kind of the refusal, where it was one. */
  kind: string;
  /** Marks of units and tables in the answer that the request itself did not hold: "b0b0b0b0", "a0a0a0a0.task". */
  seen: string[];
  /** What it would have kept. */
  touched: Touch[];
};

export const doorOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`;

/** A mark of a unit, with the table and whom its rows are withheld from where the text says so. */
export const MARK = new RegExp(
  `(?:${Object.values(MARKS).join('|')})(?:\\.\\w+(?:\\.(?:restricted|others|hidden|unassigned|early))?)?`,
  'gu',
);

/** Every route as every role about every unit, each on the same rows: nothing that is asked is kept. */
export async function askMatrix(test: TestApp, world: World, samples: Samples): Promise<Told[]> {
  let touched: Touch[] = [];
  const kysely = neverKept(test.database.kysely, (found) => {
    touched = [...touched, ...found];
  });
  const deps = frozen({ ...test.deps, database: { ...test.deps.database, kysely } });
  const app = createApp(deps, async (http) => http.text('page'));
  const all: Told[] = [];
  for (const route of listRoutes(deps)) {
    const door = doorOf(route);
    for (const role of ROLES) {
      const asked = new Set<string>();
      for (const relation of RELATIONS) {
        const inputs = [samples[door]?.ask?.(world.known[relation], role) ?? {}].flat();
        for (const [place, input] of inputs.entries()) {
          const sent = JSON.stringify(input);
          // Who asks for nothing in particular asks the same of every unit.
          if (asked.has(sent)) continue;
          asked.add(sent);
          touched = [];
          const response = await app.request(
            addressOf(route, input),
            requestOf(route, input, world.cookies[role]),
          );
          const text = await readAnswer(response);
          const seen = new Set(
            [...text.matchAll(MARK)].map(([mark]) => mark).filter((mark) => !sent.includes(mark)),
          );
          const kind = response.status < 400 ? '' : (/"kind":"(\w+)"/u.exec(text)?.[1] ?? '');
          all.push({
            door,
            route,
            role,
            relation,
            isFirst: place === 0,
            status: response.status,
            kind,
            seen: [...seen],
            touched,
          });
        }
      }
    }
  }
  return all;
}

/** Sessions stay, and no file is moved: what lies outside the database cannot be undone. */
function frozen(deps: Deps): Deps {
  const sessions = new Map<string, ReturnType<Deps['accounts']['findSession']>>();
  const accounts: Deps['accounts'] = {
    ...deps.accounts,
    findSession: (headers, options) => {
      const cookie = headers.get('cookie') ?? '';
      const found = sessions.get(cookie) ?? deps.accounts.findSession(headers, options);
      sessions.set(cookie, found);
      return found;
    },
    signOut: async () => [],
    endSessionsOf: async () => undefined,
  };
  const uploads = { ...deps.files.uploads, drop: async () => undefined };
  return { ...deps, accounts, files: { ...deps.files, uploads, keep: async () => undefined } };
}

function addressOf({ path }: Route, { params = {}, query }: Asked): string {
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(params[name] ?? 'x'));
  return query ? `${filled}?${new URLSearchParams(query)}` : filled;
}

function requestOf({ method, permission }: Route, { json, form, bytes }: Asked, cookie: string): RequestInit {
  const headers = new Headers({ 'x-parindex': '1', 'sec-fetch-site': 'same-origin' });
  if (permission !== 'public') headers.set('cookie', cookie);
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (bytes !== undefined) {
    headers.set('content-type', 'application/octet-stream');
    headers.set('x-file-name', 'so.csv');
  }
  if (form) headers.set('content-type', 'application/x-www-form-urlencoded');
  const body =
    json === undefined ? (form ? new URLSearchParams(form).toString() : bytes) : JSON.stringify(json);
  return { method: method.toUpperCase(), headers, ...(body === undefined ? {} : { body }) };
}
