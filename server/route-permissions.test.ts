import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS } from '#core/people/permissions.ts';
import { listRoutes } from './app.ts';
import { createTestApp, type TestApp } from './test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

describe('every route', () => {
  it('names what it needs: an action of the one table, a session, or nothing', () => {
    const known = new Set<string>(['public', 'signed-in', ...Object.keys(PERMISSIONS)]);
    expect(listRoutes(test.deps).filter(({ permission }) => !known.has(permission))).toEqual([]);
  });

  it('needs this', () => {
    const lines = listRoutes(test.deps).map(
      ({ method, path, permission }) => `${permission.padEnd(16)} ${method.toUpperCase().padEnd(6)} ${path}`,
    );
    expect(lines.sort().join('\n')).toMatchSnapshot();
  });

  it('is declared once', () => {
    const doors = listRoutes(test.deps).map(({ method, path }) => `${method} ${path}`);
    expect(doors.filter((door, index) => doors.indexOf(door) !== index)).toEqual([]);
  });

  it('that is not public refuses a stranger, whatever they send', async () => {
    for (const { method, path, permission } of listRoutes(test.deps)) {
      if (permission === 'public') continue;
      const { status } = await test.ask(path.replaceAll(/\{\w+\}/gu, 'x'), {
        method: method.toUpperCase(),
        headers: { 'sec-fetch-site': 'same-origin' },
      });
      // A page for a reader leads to the door instead.
      expect(status, `${method} ${path}`).toBe(path.startsWith('/api/') ? 401 : 303);
    }
  });

  it('stands in the OpenAPI document', async () => {
    const { body } = await test.ask('/api/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, unknown>> };
    for (const { method, path } of listRoutes(test.deps)) expect(paths[path], path).toHaveProperty(method);
  });
});
